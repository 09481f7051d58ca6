/**
 * Mutations that the server itself runs (joining, set-up, nightly jobs), by the same path as a
 * push: same rules, same history, same versions.
 *
 * All of them are kept, or none.
 */
import type { Kysely } from 'kysely';
import { contextFor } from '#domain/mutation.ts';
import { recordKey } from '#domain/record.ts';
import { refuse, type Refusal } from '#domain/refusal.ts';
import type { Actor } from '#domain/roles.ts';
import type { Engine } from './engine.ts';
import { lockPractice } from './practice.ts';
import { actorNow, finishWork, runInto, startWork, type Work } from './run.ts';
import type { Tables } from './tables.ts';

export interface Wish {
	readonly name: string;
	readonly args: unknown;
}

/**
 * Someone in no group who holds the secret of a copy, and takes back what they signed: with the
 * rights of the least of those who may.
 */
export const signer = 'signer';

/** 'set-up' acts before there is anybody, with a practice manager's rights. */
export function runAs(
	engine: Engine,
	practiceId: string,
	personId: string,
	wishes: readonly Wish[],
	now: number
): Promise<Refusal | undefined> {
	return engine.database.withPractice(practiceId, (trx) =>
		runAsWithin(engine, trx, { practiceId, personId, wishes, now })
	);
}

/** As `runAs`, inside a transaction on this practice that does more. Run it first: it locks. */
export async function runAsWithin(
	engine: Engine,
	trx: Kysely<Tables>,
	order: { practiceId: string; personId: string; wishes: readonly Wish[]; now: number }
): Promise<Refusal | undefined> {
	const { practiceId, personId, wishes, now } = order;
	const practice = await lockPractice(trx, engine.database, practiceId);
	if (!practice) return refuse('no-such-practice', 'This practice is not on this server.');
	const work = startWork(engine, trx, practice);
	await work.records.load([recordKey(engine.registry.members.kind, personId)]);
	for (const { name, args } of wishes) {
		const actor = actorFor(work, personId);
		if (!actor) return refuse('not-a-member', 'This person is not in the group any more.');
		const context = contextFor(actor, now, practiceId);
		const asked = { name, args, uuid: engine.newId(), was: {} };
		const nobody = { outboxId: null, seq: null, deviceId: null };
		const { refusal } = await runInto(work, { ...asked, ...nobody }, context);
		if (refusal) return refusal;
	}
	await finishWork(work);
	return undefined;
}

function actorFor(work: Work, personId: string): Actor | undefined {
	if (personId === signer) return { personId, role: 'rota-member' };
	return personId === 'set-up' ? { personId, role: 'practice-manager' } : actorNow(work, personId);
}
