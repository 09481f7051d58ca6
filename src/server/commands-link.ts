/**
 * The commands that let people in: a set-up link, or a link for one person.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { renderUnicodeCompact } from 'uqr';
import { Refused, say } from './command-line.ts';
import { personMeant, type Wanted } from './commands.ts';
import type { Config } from './config.ts';
import type { Engine } from './engine.ts';
import { inviteFromServer } from './invites.ts';
import { joinLink, setUpLink } from './joining.ts';
import { isTrouble } from './replies.ts';
import { hasPeople, newSetupLink } from './setup.ts';

export async function link(engine: Engine, config: Config, wanted: Wanted): Promise<number> {
	if (wanted.person !== undefined) return recover(engine, config, wanted);
	if (!wanted['new-practice'] && (await hasPeople(engine))) {
		throw new Refused(
			'There is a practice already. To let someone back in: link --person NAME.\n' +
				'To make one more practice: link --new-practice.'
		);
	}
	show(setUpLink(originOf(config), await newSetupLink(engine)));
	say('It works once, within an hour.');
	return 0;
}

/** For when nobody is left who could invite: the link signs one person in. */
async function recover(engine: Engine, config: Config, wanted: Wanted): Promise<number> {
	const { practiceId, personId } = await personMeant(engine, wanted, 'in the group');
	const invite = await inviteFromServer(engine, { practiceId, personId });
	if (isTrouble(invite)) throw new Refused(invite.message);
	show(joinLink(originOf(config), invite.token));
	say(`Or type the code ${invite.code} within 10 minutes.`);
	say('The link works once, within 7 days. It ends every older invite of this person.');
	return 0;
}

/** The address in the settings, or the one that the running server has noted in its folder. */
function originOf({ origin, dataDir, port }: Config): string {
	if (origin !== undefined) return origin;
	try {
		const noted = readFileSync(path.join(dataDir, 'address'), 'utf8').trim();
		if (URL.canParse(noted)) return noted;
	} catch {
		// No server runs here; its settings will be ours.
	}
	return `http://localhost:${port}`;
}

function show(address: string): void {
	say(address);
	if (process.stdout.isTTY) say(renderUnicodeCompact(address));
}
