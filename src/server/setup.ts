/**
 * The first start: a link that makes a practice and its first practice manager, once.
 */
import type { Kysely } from 'kysely';
import { badArguments } from '#domain/mutation.ts';
import type { Trouble } from '#domain/protocol.ts';
import type { Refusal } from '#domain/refusal.ts';
import { trouble } from './replies.ts';
import type { Engine } from './engine.ts';
import type { GroupWords } from './members.ts';
import { insertPractice } from './practice.ts';
import { runAsWithin } from './run-as.ts';
import { hashOf, newSecret } from './secrets.ts';
import { addDevice, readMe, type Joined } from './sessions.ts';
import type { Tables } from './tables.ts';

const lastsMs = 60 * 60_000;

export interface SetUp {
	readonly token: string;
	readonly practiceName: string;
	readonly groupName: string;
	readonly managerName: string;
	readonly deviceName: string;
}

const unknownLink = trouble(
	'not-found',
	'This set-up link is used or too old. Make a new one on the server: npm run cli -- link',
	'token'
);

/** @returns the secret for the part of the address after '#'. */
export async function newSetupLink(engine: Engine): Promise<string> {
	const secret = newSecret();
	const now = engine.now();
	await engine.database.asOwner(async (trx) => {
		await trx.deleteFrom('setup_link').where('expires_at', '<=', now).execute();
		await trx
			.insertInto('setup_link')
			.values({ token_hash: hashOf(secret), expires_at: now + lastsMs, used_at: null })
			.execute();
	});
	return secret;
}

/** True once anybody has been set up. */
export async function hasPeople(engine: Engine): Promise<boolean> {
	const first = await engine.database.asOwner((trx) =>
		trx
			.selectFrom('record')
			.select('id')
			.where('kind', '=', engine.registry.members.kind)
			.limit(1)
			.executeTakeFirst()
	);
	return first !== undefined;
}

/** All of it is kept, or nothing: then the link is good for another try. */
export async function setUp(
	engine: Engine,
	words: GroupWords,
	given: SetUp
): Promise<Joined | Trouble> {
	const { practiceName, groupName, managerName } = given;
	const practiceId = engine.newId();
	const personId = engine.newId();
	const args = { practiceId, practiceName, groupName, personId, managerName };
	const mutation = engine.registry.mutationNamed(words.setUpMutation);
	if (!mutation) throw new Error('The registry has no mutation that sets a practice up.');
	const checked = mutation.args.safeParse(args);
	if (!checked.success) return troubleOf(badArguments(checked.error));

	const wish = { name: words.setUpMutation, args };
	return engine.database.asOwner(async (trx) => {
		const now = engine.now();
		const tokenHash = hashOf(given.token);
		if (!(await isGood(trx, { tokenHash, now }))) return unknownLink;
		await insertPractice(trx, { id: practiceId, name: practiceName, now });
		const order = { practiceId, personId: 'set-up', wishes: [wish], now };
		const refusal = await runAsWithin(engine, trx, order);
		// The arguments are good and the practice is new, so the mutation has no reason to refuse.
		if (refusal) throw new Error(`Setting up was refused: ${refusal.code}.`);
		const me = await readMe(trx, engine, { words, place: { practiceId, personId } });
		if (!me) throw new Error('Setting up made no person.');
		const name = given.deviceName;
		return { me, token: await addDevice(trx, engine, { practiceId, personId, name }) };
	});
}

/** Uses the link up: of two that come at the same moment, one gets it. */
async function isGood(
	trx: Kysely<Tables>,
	{ tokenHash, now }: { tokenHash: string; now: number }
): Promise<boolean> {
	const claimed = await trx
		.updateTable('setup_link')
		.set({ used_at: now })
		.where('token_hash', '=', tokenHash)
		.where('used_at', 'is', null)
		.where('expires_at', '>', now)
		.executeTakeFirst();
	return claimed.numUpdatedRows === 1n;
}

function troubleOf({ message, field }: Refusal): Trouble {
	return trouble('bad-request', message, field);
}
