/**
 * What a practice has the server do at night: each step a mutation like a person's, in history as
 * the server's own.
 *
 * What a step let go of is erased from the records' earlier history too; that it was done stays.
 */
import type { Kysely } from 'kysely';
import { dayOf } from '#domain/calendar.ts';
import type { Chore } from '#domain/chore.ts';
import { contextFor } from '#domain/mutation.ts';
import type { Engine } from './engine.ts';
import { eraseHistory, numbersAbout } from './erase-history.ts';
import { lockPractice } from './practice.ts';
import { finishWork, runInto, startWork, type Work } from './run.ts';
import { forgetSnapshots } from './snapshots.ts';
import type { Tables } from './tables.ts';
import { deletePhotos, hashesInUse } from './tidy.ts';
import { SqlTransaction } from './transaction.ts';

/** In history, in the place of a person. */
const fromServer = 'server';
/** Pushes come in between. */
const stepsAtOnce = 25;

/** @returns how many steps were taken. */
export async function doChores(engine: Engine, practiceId: string): Promise<number> {
	let done = 0;
	for (;;) {
		// As the owner: what is erased from history is nobody else's to change.
		const taken = await engine.database.asOwner((trx) => someSteps(engine, trx, practiceId));
		done += taken;
		if (taken === 0) return done;
	}
}

async function someSteps(engine: Engine, trx: Kysely<Tables>, practiceId: string): Promise<number> {
	const { chores } = engine.registry;
	const practice = await lockPractice(trx, engine.database, practiceId);
	if (!practice || !chores) return 0;
	const work = startWork(engine, trx, practice);
	const now = engine.now();
	const when = { practiceId, today: dayOf(now) };
	const due = await chores(new SqlTransaction(work.records, work.history), when);
	const before = await hashesInUse(trx, practiceId);
	const taken: Chore[] = [];
	for (const chore of due.slice(0, stepsAtOnce)) {
		if (await take(work, chore, now)) taken.push(chore);
	}
	await finishWork(work);
	if (taken.length === 0) return 0;
	const numbers: number[] = [];
	for (const { kind, id } of taken) numbers.push(...(await numbersAbout(work, kind, id)));
	await eraseHistory(work, { numbers, erased: undefined });
	await forgetSnapshots(trx, practiceId);
	const after = await hashesInUse(trx, practiceId);
	await deletePhotos(trx, practiceId, [...before.difference(after)]);
	return taken.length;
}

/** With a practice manager's rights; the mutation still says no to what is not due. */
async function take(work: Work, { name, args }: Chore, now: number): Promise<boolean> {
	const actor = { personId: fromServer, role: 'practice-manager' } as const;
	const context = contextFor(actor, now, work.practice.id);
	const nobody = { outboxId: null, seq: null, deviceId: null };
	const asked = { name, args, uuid: work.engine.newId(), was: {}, ...nobody };
	const { refusal } = await runInto(work, asked, context);
	return refusal === undefined;
}
