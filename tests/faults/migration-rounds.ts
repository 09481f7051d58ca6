/**
 * Rounds in which the server finds the database of the first release and is killed while it brings
 * it up to date: at another statement each time, and again in its second try. Then it starts as
 * ever, with all that was there, and takes what phones still have to send.
 */
import { setUpPractice } from '#tests/support/real-group.ts';
import { newFolder, RealServer } from '#tests/support/real-server.ts';
import { makeOlder, rowsOf } from './older-database.ts';
import { Sender, tallyOf } from './sender.ts';
import type { Tally } from './tally.ts';

const perRound = 6;
/** As many statements as a start on an older database runs until it is up to date, and a few more. */
const statements = { sqlite: 24, postgres: 46 };
/** Shares no factor with either, so that in time each statement has its turn. */
const stride = 7;

const hook = new URL('./dies-at-statement.ts', import.meta.url);

/** `kills` shows that the kills have hit. */
export async function killMigrationRounds(
	rounds: number,
	databaseUrl?: string
): Promise<Tally & { readonly kills: number }> {
	const shared = { ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }) };
	const dataDir = newFolder();
	const place = { dataDir, ...(databaseUrl !== undefined && { databaseUrl }) };
	const of = databaseUrl === undefined ? statements.sqlite : statements.postgres;
	let server = await RealServer.start({ dataDir, env: shared });
	const env = { ...shared, PORT: String(server.port) };
	try {
		const { browser } = await setUpPractice(server, { token: await server.setUpSecret() });
		const sender = new Sender(browser);
		let [kills, changed, turn] = [0, 0, 0];
		for (let round = 1; round <= rounds; round++) {
			sender.write(perRound);
			await sender.sendAll();
			await server.stop();
			const before = await rowsOf(place);
			await makeOlder(place);
			for (let attempt = 0; attempt < 2; attempt++) {
				turn += stride;
				const dying = { NODE_OPTIONS: `--import ${hook.href}`, DIES_AT_STATEMENT: '' };
				dying.DIES_AT_STATEMENT = String(1 + (turn % of));
				// Its end is looked for, so only one that runs is of interest here.
				const lucky = await RealServer.start({ dataDir, env: { ...env, ...dying } }).catch(
					() => undefined
				);
				if (lucky) await lucky.kill();
				else kills += 1;
			}
			server = await RealServer.start({ dataDir, env });
			const after = new Set(await rowsOf(place));
			changed += before.filter((row) => !after.has(row)).length;
		}
		const tally = await tallyOf([sender], browser, rounds);
		return { rounds, lost: tally.lost + changed, doubled: tally.doubled, kills };
	} finally {
		await server.remove();
	}
}
