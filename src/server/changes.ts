/**
 * A pull: what changed since the device's cookie, or everything for a device without a good one.
 *
 * Only the cookie of the last page holds. It, the outcomes and the last changes come from one
 * view of the database, so a cookie means the same records to every device of its scope.
 */
import type { Kysely } from 'kysely';
import {
	oldestAccepted,
	protocolVersion,
	type Change,
	type Cookie,
	type Patch,
	type PullRequest,
	type Trouble
} from '#domain/protocol.ts';
import { isTerse } from '#domain/wire.ts';
import { outcomesBetween, readOutbox } from './outcomes.ts';
import { changesAfter, countAfter, endOf, type Mark } from './walk.ts';
import { limitsOf, type Engine, type Who } from './engine.ts';
import { noPractice, readActor, readPractice, signedOut, type Practice } from './practice.ts';
import { placeOf, sealOf, tokenOf, type Place } from './resume.ts';
import { cookieAt, scopeOf, type Reader } from './scope.ts';
import {
	keepSnapshot,
	keptSnapshot,
	paged,
	readEverything,
	readSnapshotPage,
	sealOfPages,
	unpackPatch
} from './snapshots.ts';
import type { Tables } from './tables.ts';
import {
	forkedOutbox,
	otherPerson,
	protocolTrouble,
	tryAgain,
	unusableResume
} from './troubles.ts';

/** A patch that is compressed already: send the bytes with `content-encoding: br`. */
export interface PackedPatch {
	readonly packed: Buffer;
}

/** What one transaction found: an answer, or all the records of a snapshot still to be packed. */
type Found = Patch | PackedPatch | Trouble | { practice: Practice; scope: string; rows: Change[] };

/** One reader at one moment. */
interface View extends Reader {
	readonly trx: Kysely<Tables>;
	readonly engine: Engine;
	readonly practice: Practice;
	readonly scope: string;
	readonly request: PullRequest;
	readonly lastSeq: number;
}

export async function answerPull(
	engine: Engine,
	who: Who,
	request: PullRequest
): Promise<Patch | Trouble> {
	const answer = await answerPullPacked(engine, who, request);
	return 'packed' in answer ? unpackPatch(answer.packed) : answer;
}

/** As `answerPull`, but a page of a big snapshot comes as it is kept: compressed. */
export async function answerPullPacked(
	engine: Engine,
	who: Who,
	request: PullRequest
): Promise<Patch | PackedPatch | Trouble> {
	const trouble = protocolTrouble(request.protocol);
	if (trouble) return trouble;
	if (request.personId !== undefined && request.personId !== who.personId) return otherPerson;
	try {
		const look = (trx: Kysely<Tables>) => find(trx, engine, who, request);
		const found = await engine.database.withPractice(who.practiceId, look, 'reading');
		if (!('rows' in found)) return found;
		const { practice, scope, rows } = found;
		const of = { practiceId: practice.id, epoch: practice.epoch, scope };
		return {
			packed: await keepSnapshot(engine, of, { version: practice.version, changes: rows })
		};
	} catch (error) {
		return tryAgain(engine, 'A pull failed.', error);
	}
}

async function find(
	trx: Kysely<Tables>,
	engine: Engine,
	who: Who,
	request: PullRequest
): Promise<Found> {
	const { practiceId, personId } = who;
	const { registry } = engine;
	const practice = await readPractice(trx, practiceId);
	if (!practice) return noPractice;
	const actor = await readActor(trx, registry, who);
	if (!actor) return signedOut;
	const outbox = await readOutbox(trx, { practiceId, outboxId: request.outboxId });
	if (outbox && outbox.person_id !== personId) return forkedOutbox;
	const { role } = actor;
	const scope = scopeOf({ registry, role }, practiceId);
	const lastSeq = outbox?.last_seq ?? 0;
	const view = { trx, engine, registry, role, practice, scope, request, lastSeq };
	if (request.resume !== null) return goOn(view, placeOf(request.resume));
	const { cookie } = request;
	if (!isUsable(cookie, practice, scope)) return startSnapshot(view);
	return nextChanges(view, { from: cookie.version, after: endOf(cookie.version) });
}

/** False for a device that knows too little, or more than this server: it takes a snapshot. */
export function isUsable(
	cookie: Cookie | null,
	practice: Practice,
	scope: string
): cookie is Cookie {
	if (cookie === null) return false;
	if (cookie.epoch !== practice.epoch || cookie.scope !== scope) return false;
	if (cookie.protocol < oldestAccepted || cookie.protocol > protocolVersion) return false;
	return isWithin(practice, cookie.version);
}

function isWithin({ oldest_version, version }: Practice, known: number): boolean {
	return known >= oldest_version && known <= version;
}

function goOn(view: View, place: Place | undefined): Promise<Found> | Found {
	const { practice, scope } = view;
	const sealed = place?.at === 'snapshot' ? sealOfPages : sealOf;
	const isGood = place?.seal === sealed(practice.epoch, scope) && isWithin(practice, place.version);
	if (!isGood) return unusableResume;
	if (place.at === 'snapshot') return snapshotPage(view, place);
	return nextChanges(view, { ...place, after: place });
}

async function startSnapshot(view: View): Promise<Found> {
	const { trx, engine, practice, scope } = view;
	const version = await keptSnapshot(trx, practice, { scope, now: engine.now() });
	if (version !== undefined) return snapshotPage(view, { version, page: 0 });
	const rows = await readEverything(trx, engine, { ...view, practiceId: practice.id });
	const [all = [], more] = paged(rows, limitsOf(engine).pageBytes);
	if (more) return { practice, scope, rows };
	return lastPage(view, { from: null, changes: all });
}

async function snapshotPage(
	{ trx, practice, scope }: View,
	place: { version: number; page: number }
): Promise<Found> {
	const of = { practiceId: practice.id, epoch: practice.epoch, scope };
	const packed = await readSnapshotPage(trx, of, place);
	return packed ? { packed } : unusableResume;
}

interface Start {
	readonly from: number | null;
	readonly after: Mark;
	readonly done?: number;
	readonly of?: number;
}

async function nextChanges(view: View, { from, after, done = 0, of }: Start): Promise<Patch> {
	const { trx, engine, practice, scope } = view;
	const mostBytes = limitsOf(engine).pageBytes;
	const knows = from !== null && isTerse(view.request.protocol) ? from : undefined;
	const wanted = { ...view, practiceId: practice.id, after, knows, mostBytes };
	const { changes, next } = await changesAfter(trx, wanted);
	if (!next) return lastPage(view, { from, changes });
	const isFirst = done === 0;
	const total = isFirst || of === undefined ? await countAfter(trx, wanted) : of;
	const sent = done + changes.length;
	const progress = { done: sent, of: Math.max(total, sent + 1) };
	const seal = sealOf(practice.epoch, scope);
	const to = cookieAt(practice, scope);
	return {
		protocol: protocolVersion,
		epoch: practice.epoch,
		from: from === null ? null : { ...to, version: from },
		to,
		lastSeq: 0,
		changes,
		outcomes: [],
		resume: tokenOf({ at: 'changes', seal, from, ...next, ...progress }),
		progress
	};
}

async function lastPage(
	{ trx, practice, scope, request, lastSeq }: View,
	{ from, changes }: { from: number | null; changes: Change[] }
): Promise<Patch> {
	const { outboxId, ack } = request;
	const place = { practiceId: practice.id, outboxId, after: ack, upTo: lastSeq };
	const to = cookieAt(practice, scope);
	return {
		protocol: protocolVersion,
		epoch: practice.epoch,
		from: from === null ? null : { ...to, version: from },
		to,
		lastSeq,
		changes,
		outcomes: await outcomesBetween(trx, place),
		resume: null,
		progress: null
	};
}
