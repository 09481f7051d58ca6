/**
 * A person's private calendar address. Only the hash of its secret is kept.
 *
 * It ends with the device that made it: a phone that is removed takes its calendar with it. So does
 * leaving the group, and making a new address.
 */
import type { Kysely } from 'kysely';
import type { Trouble } from '#domain/protocol.ts';
import { addDays, dayOf } from '#domain/calendar.ts';
import type { Role } from '#domain/roles.ts';
import type { Engine, Who } from './engine.ts';
import { readMember, readNames, type GroupWords } from './members.ts';
import { signedOut } from './practice.ts';
import { notFound } from './replies.ts';
import { readableKinds, rowFor } from './scope.ts';
import { hashOf, makeToken, newSecret, readToken } from './secrets.ts';
import { isLive } from './sessions.ts';
import type { Tables } from './tables.ts';

/** 'Last used' is no more exact than this, so that reading costs no write. */
const usedEveryMs = 60 * 60_000;
const daysBack = 62;
const daysOn = 400;
/** More rows than any calendar shows. */
const mostRows = 2000;

export interface FeedLine {
	readonly createdAt: number;
	/** When a calendar last asked for it, to the hour; null before the first time. */
	readonly usedAt: number | null;
}

interface FeedRow {
	/** As this person may read it; to be parsed. */
	readonly row: unknown;
	/** Higher after each change. */
	readonly version: number;
	readonly changedAt: number;
}

export interface FeedPages {
	readonly groupName: string;
	readonly now: number;
	/** Whose calendar it is. */
	readonly personId: string;
	readonly role: Role;
	/** By kind; those with a day only as far back and on as a calendar needs. */
	readonly rows: ReadonlyMap<string, readonly FeedRow[]>;
}

/** A new address; an older one of this person no longer works. */
export function makeFeed(engine: Engine, who: Who): Promise<{ token: string } | Trouble> {
	const secret = newSecret();
	return engine.database.withPractice(who.practiceId, async (trx) => {
		if (!(await readMember(trx, engine, who))) return signedOut;
		await remove(trx, who);
		await trx
			.insertInto('feed')
			.values({
				practice_id: who.practiceId,
				person_id: who.personId,
				device_id: who.deviceId,
				secret_hash: hashOf(secret),
				created_at: engine.now(),
				used_at: null
			})
			.execute();
		return { token: makeToken(who.practiceId, secret) };
	});
}

/** One's own address, without its secret, which nobody has any more. */
export function showFeed(engine: Engine, who: Who): Promise<{ feed: FeedLine | null } | Trouble> {
	return engine.database.withPractice(
		who.practiceId,
		async (trx) => {
			if (!(await readMember(trx, engine, who))) return signedOut;
			const row = await trx
				.selectFrom('feed')
				.innerJoin('device', (join) =>
					join
						.onRef('device.practice_id', '=', 'feed.practice_id')
						.onRef('device.id', '=', 'feed.device_id')
				)
				.selectAll('device')
				.select(['feed.created_at as made_at', 'feed.used_at'])
				.where('feed.practice_id', '=', who.practiceId)
				.where('feed.person_id', '=', who.personId)
				.executeTakeFirst();
			if (!row || !isLive(row, engine.now())) return { feed: null };
			return { feed: { createdAt: row.made_at, usedAt: row.used_at } };
		},
		'reading'
	);
}

export async function endFeed(engine: Engine, who: Who): Promise<{ ended: true }> {
	await engine.database.withPractice(who.practiceId, (trx) => remove(trx, who));
	return { ended: true };
}

async function remove(trx: Kysely<Tables>, { practiceId, personId }: Who): Promise<void> {
	await trx
		.deleteFrom('feed')
		.where('practice_id', '=', practiceId)
		.where('person_id', '=', personId)
		.execute();
}

/** What a calendar is given for an address; the same 'not found' for every reason not to. */
export async function readFeed(
	engine: Engine,
	words: GroupWords,
	{ token, kinds }: { token: string; kinds: readonly string[] }
): Promise<FeedPages | Trouble> {
	const read = readToken(token);
	if (!read) return notFound;
	const { practiceId, secretHash } = read;
	const now = engine.now();
	const found = await engine.database.withPractice(
		practiceId,
		async (trx) => {
			const feed = await liveFeed(trx, { practiceId, secretHash, now });
			const place = feed && { practiceId, personId: feed.person_id };
			const member = place && (await readMember(trx, engine, place));
			if (!member) return undefined;
			const reader = { registry: engine.registry, role: member.role };
			const names = await readNames(trx, words, practiceId);
			const rows = new Map<string, FeedRow[]>();
			for (const kind of readableKinds(reader).filter((each) => kinds.includes(each))) {
				const hasDay = engine.registry.typeOf(kind)?.day !== undefined;
				const found = await rowsOf(trx, { practiceId, kind, hasDay, today: dayOf(now) });
				rows.set(
					kind,
					found.map(({ body, version, changed_at: changedAt }) => ({
						row: body === null ? null : rowFor(reader, kind, body),
						version,
						changedAt
					}))
				);
			}
			const { role } = member;
			return { feed, personId: feed.person_id, role, groupName: names?.groupName ?? '', rows };
		},
		'reading'
	);
	if (!found) return notFound;
	const { feed, ...pages } = found;
	if (now - (feed.used_at ?? 0) >= usedEveryMs) {
		await noteUsed(engine, { practiceId, secretHash, now });
	}
	return { ...pages, now };
}

interface Wanted {
	readonly practiceId: string;
	readonly secretHash: string;
	readonly now: number;
}

async function liveFeed(trx: Kysely<Tables>, { practiceId, secretHash, now }: Wanted) {
	const feed = await trx
		.selectFrom('feed')
		.selectAll()
		.where('practice_id', '=', practiceId)
		.where('secret_hash', '=', secretHash)
		.executeTakeFirst();
	if (!feed) return undefined;
	const device = await trx
		.selectFrom('device')
		.selectAll()
		.where('practice_id', '=', practiceId)
		.where('id', '=', feed.device_id)
		.where('person_id', '=', feed.person_id)
		.executeTakeFirst();
	return device && isLive(device, now) ? feed : undefined;
}

interface KindOfFeed {
	readonly practiceId: string;
	readonly kind: string;
	readonly hasDay: boolean;
	readonly today: string;
}

function rowsOf(trx: Kysely<Tables>, { practiceId, kind, hasDay, today }: KindOfFeed) {
	const all = trx
		.selectFrom('record')
		.select(['body', 'version', 'changed_at'])
		.where('practice_id', '=', practiceId)
		.where('kind', '=', kind)
		.where('deleted_at', 'is', null)
		.limit(mostRows);
	if (!hasDay) return all.execute();
	return all
		.where('day', '>=', addDays(today, -daysBack))
		.where('day', '<=', addDays(today, daysOn))
		.orderBy('day')
		.execute();
}

async function noteUsed(engine: Engine, { practiceId, secretHash, now }: Wanted): Promise<void> {
	await engine.database.withPractice(practiceId, (trx) =>
		trx
			.updateTable('feed')
			.set({ used_at: now })
			.where('practice_id', '=', practiceId)
			.where('secret_hash', '=', secretHash)
			.execute()
	);
}
