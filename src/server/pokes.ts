/**
 * What each open stream is sent after a change: the patch itself when it is small, else news.
 *
 * The changes are worked out once for all streams of the same scope and version.
 */
import type { Kysely } from 'kysely';
import { actorOf } from '#domain/member.ts';
import {
	maxPokeBytes,
	protocolVersion,
	type Change,
	type Cookie,
	type Patch
} from '#domain/protocol.ts';
import type { Actor } from '#domain/roles.ts';
import { isTerse, toWire } from '#domain/wire.ts';
import { isUsable } from './changes.ts';
import { inChunks } from './chunks.ts';
import type { Engine, Who } from './engine.ts';
import { onceBuilt } from './once-built.ts';
import { outcomesBetween } from './outcomes.ts';
import { readPractice, type Practice } from './practice.ts';
import { readBody } from './rows.ts';
import { cookieAt, scopeOf, type Reader } from './scope.ts';
import type { Tables } from './tables.ts';
import { changesAfter, endOf } from './walk.ts';

/** There is something new: pull. */
export interface News {
	readonly news: number;
}

/** Where a stream's device is, as far as this server knows. */
export interface Listener {
	readonly who: Who;
	readonly outboxId: string;
	/** The number that its app speaks. */
	readonly protocol: number;
	ack: number;
	cookie: Cookie | null;
	/** Of the first look: a stream ends when its scope changes. */
	scope: string | undefined;
	/** The version that was last sent or told of. */
	told: number;
}

/** 'close': this person or device may not listen any more, or sees other things now. */
export type Poke = Patch | News | 'close';

interface Room {
	readonly trx: Kysely<Tables>;
	readonly engine: Engine;
	readonly practice: Practice;
	readonly actors: ReadonlyMap<string, Actor>;
	readonly lastSeqs: ReadonlyMap<string, number>;
	readonly removed: ReadonlySet<string>;
	/** By scope, version and form; 'many' when they are too many for a poke. */
	readonly known: Map<string, Change[] | 'many'>;
}

/** Only for those to whom there is something to say. */
export async function pokesFor<One extends Listener>(
	trx: Kysely<Tables>,
	engine: Engine,
	{ practiceId, listeners }: { practiceId: string; listeners: readonly One[] }
): Promise<Map<One, Poke>> {
	const pokes = new Map<One, Poke>();
	const practice = await readPractice(trx, practiceId);
	const room = practice && (await roomFor(trx, engine, { practice, listeners }));
	for (const listener of listeners) {
		const poke = room ? await pokeFor(room, listener) : 'close';
		if (poke) pokes.set(listener, poke);
	}
	return pokes;
}

async function pokeFor(room: Room, listener: Listener): Promise<Poke | undefined> {
	const { trx, engine, practice } = room;
	const { who, outboxId, protocol, ack, cookie } = listener;
	const actor = room.actors.get(who.personId);
	if (!actor || room.removed.has(who.deviceId)) return 'close';
	const { registry } = engine;
	const { role } = actor;
	const scope = scopeOf({ registry, role }, practice.id);
	listener.scope ??= scope;
	if (listener.scope !== scope) return 'close';
	const news = practice.version > listener.told ? { news: practice.version } : undefined;
	if (!isUsable(cookie, practice, scope)) return news;
	if (cookie.version === practice.version) return undefined;
	const isWhole = !isTerse(protocol);
	const key = `${scope}/${cookie.version}/${isWhole}`;
	let changes = room.known.get(key);
	if (!changes) {
		changes = await smallChanges(room, { registry, role }, { version: cookie.version, isWhole });
		room.known.set(key, changes);
	}
	if (changes === 'many') return news;
	const lastSeq = room.lastSeqs.get(outboxId) ?? 0;
	const place = { practiceId: practice.id, outboxId, after: ack, upTo: lastSeq };
	const outcomes = await outcomesBetween(trx, place);
	const to = cookieAt(practice, scope);
	const ends = { resume: null, progress: null };
	const patch = {
		protocol: protocolVersion,
		epoch: to.epoch,
		from: cookie,
		to,
		lastSeq,
		changes,
		outcomes,
		...ends
	};
	const sent = JSON.stringify(toWire(patch, protocol));
	return Buffer.byteLength(sent) <= maxPokeBytes ? patch : news;
}

async function smallChanges(
	{ trx, practice }: Room,
	reader: Reader,
	{ version, isWhole }: { version: number; isWhole: boolean }
): Promise<Change[] | 'many'> {
	const knows = isWhole ? undefined : version;
	const wanted = { ...reader, practiceId: practice.id, after: endOf(version), knows };
	const { changes, next } = await changesAfter(trx, { ...wanted, mostBytes: maxPokeBytes });
	return next ? 'many' : changes;
}

async function roomFor(
	trx: Kysely<Tables>,
	engine: Engine,
	{ practice, listeners }: { practice: Practice; listeners: readonly Listener[] }
): Promise<Room> {
	const { members } = engine.registry;
	const lastSeqs = new Map<string, number>();
	const removed = new Set<string>();
	const actors = new Map<string, Actor>();
	await inChunks(listeners, async (some) => {
		const outboxes = some.map(({ outboxId }) => outboxId);
		for (const { id, last_seq } of await ofPractice(trx, practice.id).outboxes(outboxes)) {
			lastSeqs.set(id, last_seq);
		}
		const devices = some.map(({ who }) => who.deviceId);
		for (const { id } of await ofPractice(trx, practice.id).removed(devices)) removed.add(id);
		const people = some.map(({ who }) => who.personId);
		for (const { id, body } of await ofPractice(trx, practice.id).bodies(members.kind, people)) {
			const actor = actorOf(readBody(members, id, body));
			if (actor) actors.set(id, actor);
		}
	});
	return { trx, engine, practice, actors, lastSeqs, removed, known: new Map() };
}

function ofPractice(trx: Kysely<Tables>, practiceId: string) {
	return {
		outboxes: (ids: string[]) =>
			onceBuilt(trx, `${ids.length} outboxes`, [practiceId, ...ids], () =>
				trx
					.selectFrom('outbox')
					.select(['id', 'last_seq'])
					.where('practice_id', '=', practiceId)
					.where('id', 'in', ids)
			),
		removed: (ids: string[]) =>
			onceBuilt(trx, `those of ${ids.length} devices that are removed`, [practiceId, ...ids], () =>
				trx
					.selectFrom('device')
					.select('id')
					.where('practice_id', '=', practiceId)
					.where('id', 'in', ids)
					.where('removed_at', 'is not', null)
			),
		bodies: (kind: string, ids: string[]) =>
			onceBuilt(trx, `${ids.length} bodies of a kind`, [practiceId, kind, ...ids], () =>
				trx
					.selectFrom('record')
					.select(['id', 'body'])
					.where('practice_id', '=', practiceId)
					.where('kind', '=', kind)
					.where('id', 'in', ids)
			)
	};
}
