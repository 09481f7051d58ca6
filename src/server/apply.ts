/**
 * A push: runs each mutation again with the real person, role and clock, keeps or refuses it,
 * once each, and answers.
 *
 * One database transaction: a device that gets the answer can rely on all of it being on disk,
 * and a device that gets none sends the same again.
 */
import type { Kysely } from 'kysely';
import { contextFor } from '#domain/mutation.ts';
import {
	protocolVersion,
	type Change,
	type MutationMessage,
	type Patch,
	type PushRequest,
	type Trouble,
	type Was
} from '#domain/protocol.ts';
import { recordKey } from '#domain/record.ts';
import { isTerse } from '#domain/wire.ts';
import type { Role } from '#domain/roles.ts';
import { outcomeOf, outcomesBetween, type AnsweredMessage } from './outcomes.ts';
import { isUsable } from './changes.ts';
import { limitsOf, type Engine, type Who } from './engine.ts';
import { onceBuilt } from './once-built.ts';
import { checkOutbox, saveOutbox, type Checked } from './outbox.ts';
import { lockPractice, noPractice, signedOut } from './practice.ts';
import { actorNow, finishWork, held, runInto, startWork, type Work } from './run.ts';
import { cookieAt, scopeOf } from './scope.ts';
import type { Tables } from './tables.ts';
import { otherPerson, protocolTrouble, tryAgain } from './troubles.ts';
import { changesAfter, changesIn, endOf } from './walk.ts';

export async function applyPush(
	engine: Engine,
	who: Who,
	request: PushRequest
): Promise<Patch | Trouble> {
	const trouble = protocolTrouble(request.protocol);
	if (trouble) return trouble;
	if (request.personId !== undefined && request.personId !== who.personId) return otherPerson;
	try {
		return await engine.database.withPractice(who.practiceId, (trx) =>
			push(engine, trx, who, request)
		);
	} catch (error) {
		return tryAgain(engine, 'A push failed.', error);
	}
}

async function push(
	engine: Engine,
	trx: Kysely<Tables>,
	who: Who,
	request: PushRequest
): Promise<Patch | Trouble> {
	const practice = await lockPractice(trx, engine.database, who.practiceId);
	if (!practice) return noPractice;
	const work = startWork(engine, trx, practice);
	const { members } = engine.registry;
	const touched = request.mutations.flatMap(({ was }) => Object.keys(was));
	await work.records.load([recordKey(members.kind, who.personId), ...touched]);
	if (!actorNow(work, who.personId)) return signedOut;
	const checked = await checkOutbox(trx, who, request);
	if ('error' in checked) return checked;
	const done = await runAll(work, who, request, checked);
	const actor = actorNow(work, who.personId);
	// Someone may take themselves out of the group: that was their last change.
	if (!actor) return signedOut;
	return answer(work, { role: actor.role, request, before: checked.lastSeq, ...done });
}

interface Done {
	/** What this push has brought, in order. */
	readonly answers: readonly AnsweredMessage[];
	/** The number up to which everything is answered now. */
	readonly lastSeq: number;
}

async function runAll(work: Work, who: Who, request: PushRequest, checked: Checked): Promise<Done> {
	const { fresh, known } = checked;
	const answers: AnsweredMessage[] = [];
	if (fresh.length === 0) return { answers, lastSeq: checked.lastSeq };
	const actedAtOf = await clockOf(work, who, request);
	// Behind those that the device held back itself stands what it had to, and what is newer.
	const stuck = new Set(
		checked.refused.filter(({ isHeld }) => !isHeld).flatMap(({ was }) => Object.keys(was))
	);
	const isStuck = (was: Was) => stuck.size > 0 && Object.keys(was).some((key) => stuck.has(key));
	for (const message of fresh) {
		const { uuid, seq, was } = message;
		const actor = actorNow(work, who.personId);
		if (!actor) break;
		const context = contextFor(actor, actedAtOf(message), who.practiceId);
		const isHeld = message.isHeld === true || isStuck(was);
		const asked = { ...message, outboxId: request.outboxId, deviceId: who.deviceId };
		const ran = known.get(uuid) ?? (await runInto(work, asked, context, isHeld ? held : undefined));
		if (ran.outcome === 'refused' && !message.isHeld) {
			for (const key of Object.keys(was)) stuck.add(key);
		}
		known.set(uuid, ran);
		answers.push({ ...ran, seq, uuid });
	}
	await finishWork(work);
	const { outboxId } = request;
	const lastSeq = answers.at(-1)?.seq ?? checked.lastSeq;
	await saveOutbox(work.trx, who, { outboxId, answers, lastSeq, now: work.engine.now() });
	return { answers, lastSeq };
}

/**
 * The device's clock put right: as long before now as the device says, never in the future and
 * never before the device (or the practice) was there.
 */
async function clockOf(
	{ engine, trx, practice }: Work,
	{ practiceId, deviceId }: Who,
	{ sentAt }: PushRequest
): Promise<(message: MutationMessage) => number> {
	const [device] = await onceBuilt(trx, 'when a device came', [practiceId, deviceId], () =>
		trx
			.selectFrom('device')
			.select('created_at')
			.where('practice_id', '=', practiceId)
			.where('id', '=', deviceId)
	);
	const now = engine.now();
	const earliest = Math.min(device?.created_at ?? practice.created_at, now);
	return ({ at }) => Math.min(Math.max(at + now - sentAt, earliest), now);
}

interface Reply extends Done {
	readonly role: Role;
	readonly request: PushRequest;
	/** The number up to which everything was answered before this push. */
	readonly before: number;
}

/**
 * The outcomes, and what has changed since the device's cookie when that fits in two pages: so
 * much is what a large push itself has changed.
 *
 * When it does not fit, or the cookie is of no use, `to` is null and there are no changes. The
 * device then knows that its mutations are answered, but not yet how things are: it goes on
 * showing what they did here, and pulls. Once a pull brings it to the version of an outcome, the
 * change is in what it pulled. The last page of a pull repeats every outcome after its `ack`.
 */
async function answer(
	{ engine, trx, practice: found, history, records }: Work,
	{ role, request, before, answers, lastSeq }: Reply
): Promise<Patch> {
	const practice = { ...found, ...history.counter };
	const { cookie, outboxId, ack } = request;
	const { registry } = engine;
	const practiceId = practice.id;
	const scope = scopeOf({ registry, role }, practiceId);
	const missed = await outcomesBetween(trx, { practiceId, outboxId, after: ack, upTo: before });
	const { epoch } = practice;
	const patch = {
		protocol: protocolVersion,
		epoch,
		lastSeq,
		outcomes: [...missed, ...answers.filter(({ seq }) => seq > ack).map(outcomeOf)],
		resume: null,
		progress: null
	};
	const noChanges: Change[] = [];
	const unchanged = { ...patch, from: null, to: null, changes: noChanges };
	if (!isUsable(cookie, practice, scope)) return unchanged;
	const wanted = {
		registry,
		role,
		practiceId,
		after: endOf(cookie.version),
		knows: isTerse(request.protocol) ? cookie.version : undefined,
		mostBytes: 2 * limitsOf(engine).pageBytes
	};
	// Where nobody else has changed anything, all that is new was written here.
	const isOwn = cookie.version === found.version;
	const { changes, next } = await (isOwn
		? changesIn(records.written, wanted)
		: changesAfter(trx, wanted));
	if (next) return unchanged;
	return { ...patch, from: cookie, to: cookieAt(practice, scope), changes };
}
