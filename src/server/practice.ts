/**
 * The practice's own row: its epoch, its version counter and the head of its history.
 *
 * Whoever changes records locks this row first and keeps it until commit, so that the order of
 * versions is the order of commits and a pull can never step over a late one.
 */
import { randomUUID } from 'node:crypto';
import type { Kysely, Selectable } from 'kysely';
import { actorOf, type MemberRow } from '#domain/member.ts';
import type { Trouble } from '#domain/protocol.ts';
import type { Registry } from '#domain/registry.ts';
import type { Actor } from '#domain/roles.ts';
import { onceBuilt } from './once-built.ts';
import { announce } from './postgres.ts';
import { readBody } from './rows.ts';
import type { Database } from './database.ts';
import type { PracticeTable, Tables } from './tables.ts';

export type Practice = Selectable<PracticeTable>;
export type PracticeCounter = Pick<Practice, 'version' | 'history_number' | 'history_head'>;

interface NewPractice {
	readonly id: string;
	readonly name: string;
	readonly now: number;
}

export function createPractice(database: Database, practice: NewPractice): Promise<void> {
	return database.withPractice(practice.id, (trx) => insertPractice(trx, practice));
}

/** As `createPractice`, inside a transaction that does more. */
export async function insertPractice(
	trx: Kysely<Tables>,
	{ id, name, now }: NewPractice
): Promise<void> {
	await trx
		.insertInto('practice')
		.values({
			id,
			name,
			epoch: randomUUID(),
			version: 0,
			oldest_version: 0,
			history_number: 0,
			history_head: '',
			created_at: now
		})
		.execute();
}

/** After a restore: every device takes a new snapshot and offers again what it was answered. */
export async function renewEpoch(trx: Kysely<Tables>, practiceId: string): Promise<void> {
	const epoch = randomUUID();
	await trx.updateTable('practice').set({ epoch }).where('id', '=', practiceId).execute();
}

export async function readPractice(
	trx: Kysely<Tables>,
	practiceId: string
): Promise<Practice | undefined> {
	const [practice] = await onceBuilt(trx, 'the practice', [practiceId], () =>
		trx.selectFrom('practice').selectAll().where('id', '=', practiceId)
	);
	return practice;
}

/** Waits for whoever is changing this practice. SQLite has one writer anyway. */
export async function lockPractice(
	trx: Kysely<Tables>,
	{ engine }: Database,
	practiceId: string
): Promise<Practice | undefined> {
	const [practice] = await onceBuilt(trx, 'the practice, locked', [practiceId], () => {
		const query = trx.selectFrom('practice').selectAll().where('id', '=', practiceId);
		return engine === 'postgres' ? query.forNoKeyUpdate() : query;
	});
	return practice;
}

export async function saveCounter(
	trx: Kysely<Tables>,
	{ engine }: Database,
	{ practiceId, counter }: { practiceId: string; counter: PracticeCounter }
): Promise<void> {
	const { version, history_number, history_head } = counter;
	const values = [version, history_number, history_head, practiceId];
	await onceBuilt(trx, 'the counter of a practice', values, () =>
		trx
			.updateTable('practice')
			.set({ version, history_number, history_head })
			.where('id', '=', practiceId)
	);
	if (engine === 'postgres') await announce(trx, practiceId);
}

/** The role comes from the person's record at every request; undefined for someone who left. */
export async function readActor(
	trx: Kysely<Tables>,
	registry: Registry,
	place: { practiceId: string; personId: string }
): Promise<Actor | undefined> {
	return actorOf(await readPersonRow(trx, registry, place));
}

/** A person's own record, also of someone who has left. */
export async function readPersonRow(
	trx: Kysely<Tables>,
	{ members }: Registry,
	{ practiceId, personId }: { practiceId: string; personId: string }
): Promise<MemberRow | undefined> {
	const values = [practiceId, members.kind, personId];
	const [kept] = await onceBuilt(trx, 'the record of a person', values, () =>
		trx
			.selectFrom('record')
			.select('body')
			.where('practice_id', '=', practiceId)
			.where('kind', '=', members.kind)
			.where('id', '=', personId)
	);
	return readBody(members, personId, kept?.body);
}

/** No `wipe`: a server that lost its data must not take the phones' copies along. */
export const noPractice: Trouble = {
	error: 'signed-out',
	message: 'This practice is not on this server. Ask the practice for a new invitation.'
};

export const signedOut: Trouble = {
	error: 'signed-out',
	message: 'You are no longer in this group. Ask the practice if you think this is wrong.',
	wipe: true
};
