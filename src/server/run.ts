/**
 * Runs one mutation inside a practice's transaction: wholly kept, or refused and wholly dropped.
 *
 * A defect in a mutation is a refusal to its author, so that it cannot block the queue.
 */
import type { Kysely } from 'kysely';
import { actorOf } from '#domain/member.ts';
import { runMutation, type Context } from '#domain/mutation.ts';
import { heldCode, type Was } from '#domain/protocol.ts';
import { Recorder } from '#domain/recorder.ts';
import { refuse, type Refusal } from '#domain/refusal.ts';
import type { Actor } from '#domain/roles.ts';
import type { Effect } from '#domain/transaction.ts';
import type { Engine } from './engine.ts';
import { erasePhotos } from './erase-photos.ts';
import { History, type Result } from './history.ts';
import type { Answered } from './outcomes.ts';
import { keepOverlaps } from './overlaps.ts';
import { saveCounter, type Practice } from './practice.ts';
import { PracticeRecords } from './records.ts';
import { isKeepable, readBody } from './rows.ts';
import { SeenByAuthor } from './seen.ts';
import { StorageFault } from './storage-fault.ts';
import type { Tables } from './tables.ts';
import { SqlTransaction } from './transaction.ts';

/** Everything that one transaction of changes shares. */
export interface Work {
	readonly engine: Engine;
	readonly trx: Kysely<Tables>;
	readonly practice: Practice;
	readonly records: PracticeRecords;
	readonly history: History;
	/** Who was asked for last, and the record that says so: it names them. */
	lastActor?: { readonly body: string | null; readonly actor: Actor | undefined };
}

/** Needs the practice's locked row: see `lockPractice`. */
export function startWork(engine: Engine, trx: Kysely<Tables>, practice: Practice): Work {
	const records = new PracticeRecords(trx, practice.id, engine.registry);
	const fleetingOf = (kind: string) => engine.registry.typeOf(kind)?.fleeting ?? [];
	return { engine, trx, practice, records, history: new History(trx, practice, fleetingOf) };
}

/** Writes everything together. Without this nothing has happened. */
export async function finishWork({ engine, trx, practice, records, history }: Work): Promise<void> {
	const { counter } = history;
	await records.flush(engine.now());
	await erasePhotos(trx, practice.id, records.letGo);
	await history.flush();
	await saveCounter(trx, engine.database, { practiceId: practice.id, counter });
}

/**
 * The person's role at this moment of the work, with what it has changed so far.
 *
 * @throws when their record has not been loaded. A defect.
 */
export function actorNow(work: Work, personId: string): Actor | undefined {
	const { members } = work.engine.registry;
	const body = work.records.loaded(members.kind, personId);
	if (work.lastActor?.body !== body) {
		work.lastActor = { body, actor: actorOf(readBody(members, personId, body)) };
	}
	return work.lastActor.actor;
}

/** A mutation as it was asked for. */
export interface Asked {
	readonly uuid: string;
	readonly name: string;
	readonly args: unknown;
	readonly was: Was;
	readonly outboxId: string | null;
	readonly seq: number | null;
	readonly deviceId: string | null;
}

interface Ran {
	readonly outcome: Result;
	readonly effects: readonly Effect[];
	readonly refusal: Refusal | undefined;
}

/** @returns what became of it, as its row in history has it. */
export async function runInto(
	work: Work,
	asked: Asked,
	context: Context,
	heldBack?: Refusal
): Promise<Ran & Answered> {
	const ran: Ran = heldBack ? refused(heldBack) : await run(work, asked, context);
	const version = work.history.counter.version + (ran.outcome === 'refused' ? 0 : 1);
	if (ran.outcome === 'refused') work.records.drop();
	else work.records.keep(version);
	const { uuid, name, outboxId, seq, deviceId } = asked;
	const number = work.history.add({
		...ran,
		uuid,
		name: isKeepable(name) ? name : 'unreadable',
		outboxId,
		seq,
		deviceId,
		version,
		personId: context.actor.personId,
		actedAt: context.actedAt,
		receivedAt: work.engine.now()
	});
	return { ...ran, number, version };
}

/** Whether a mutation would be carried out now. Nothing is changed. */
export async function wouldRun(work: Work, asked: Asked, context: Context): Promise<boolean> {
	const { outcome } = await run(work, asked, context);
	work.records.drop();
	return outcome !== 'refused';
}

async function run(work: Work, asked: Asked, context: Context): Promise<Ran> {
	const { engine, records, history } = work;
	const { registry } = engine;
	const mutation = registry.mutationNamed(asked.name);
	if (!mutation) return refused(unknownMutation);
	const seen = new SeenByAuthor(asked.was, history);
	const recorder = new Recorder(new SqlTransaction(records, history), seen);
	try {
		const refusal = await runMutation(mutation, recorder, asked.args, context);
		if (refusal) return refused(refusal);
		const newId = () => engine.newId();
		const hasOverlap = await keepOverlaps({ recorder, history, registry, context, newId });
		const outcome = hasOverlap ? 'overlap' : 'applied';
		return { outcome, effects: recorder.effects, refusal: undefined };
	} catch (error) {
		if (error instanceof StorageFault) throw error;
		const { uuid, name } = asked;
		engine.log.error({ error, mutation: name, uuid }, 'A mutation failed.');
		return refused(failed);
	}
}

function refused(refusal: Refusal): Ran {
	return { outcome: 'refused', effects: [], refusal };
}

const unknownMutation = refuse(
	'unknown-mutation',
	'The practice does not know this kind of change yet. It is kept on your phone. ' +
		'Update the app, then try again.'
);

const failed = refuse(
	'failed',
	'Something went wrong at the practice and this change was not made. ' +
		'It is kept on your phone. Try again later.'
);

export const held = refuse(
	heldCode,
	'Waits for your earlier change to the same thing, which was not made. ' +
		'This change is kept on your phone. Sort out the earlier one, then try again.'
);
