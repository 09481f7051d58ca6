/**
 * Which fields of a record changed lately, and with which version: a phone that knows the record
 * as it was needs only those. The values themselves are in the record.
 *
 * Whatever is not known for certain is sent whole: a record without notes, with notes that end
 * before its version (a server from before this wrote it), or that begin after what the phone has.
 */
import * as z from 'zod/mini';
import { sameValue } from '#domain/merge.ts';
import type { Fields } from '#domain/transaction.ts';

/** More than a phone misses between two rounds; beyond that, records go whole. */
const mostSteps = 8;

const recentSchema = z.strictObject({
	/** Complete for whoever knows the record as it was at this version, or later. */
	since: z.int(),
	/** Versions and names of the fields that changed with them, oldest first. */
	steps: z.array(z.tuple([z.int(), z.array(z.string())]))
});
type Recent = z.infer<typeof recentSchema>;

/** A record as the database has it; no body is a tombstone, or none at all. */
export interface Noted {
	readonly body: string | null;
	readonly version: number;
	readonly recent: string | null;
}

interface Written {
	/** The fields of the record before; undefined where there was none. */
	readonly was: Fields | undefined;
	/** Undefined for a tombstone. */
	readonly fields: Fields | undefined;
	readonly version: number;
}

/**
 * What to note beside a record’s new fields (null beside a tombstone), and the names of those that
 * changed; undefined where the whole record is news.
 */
export function notedAs(
	before: Noted | undefined,
	{ was, fields, version }: Written
): { recent: string | null; changed: readonly string[] | undefined } {
	if (!fields) return { recent: null, changed: undefined };
	const changed = before && was && changedIn(was, fields);
	const recent: Recent = changed
		? withStep(before, version, changed)
		: { since: version, steps: [] };
	return { recent: JSON.stringify(recent), changed };
}

function withStep(before: Noted, version: number, changed: string[]): Recent {
	const { since, steps } = readRecent(before) ?? { since: before.version, steps: [] };
	const all: Recent['steps'] = [...steps, [version, changed]];
	const dropped = all.slice(0, -mostSteps).at(-1);
	return { since: dropped?.[0] ?? since, steps: all.slice(-mostSteps) };
}

/** Undefined when a field is gone: then the whole record is news. */
function changedIn(before: Fields, now: Fields): string[] | undefined {
	if (Object.keys(before).some((name) => !Object.hasOwn(now, name))) return undefined;
	return Object.keys(now).filter(
		(name) => !Object.hasOwn(before, name) || !sameValue(before[name], now[name])
	);
}

/** The names of the fields that changed after a version; undefined when that is not known. */
export function changedSince(noted: Noted, version: number): readonly string[] | undefined {
	const recent = noted.recent === null ? undefined : readRecent(noted);
	if (!recent || version < recent.since) return undefined;
	const later = recent.steps.filter(([at]) => at > version);
	return later.flatMap(([, names]) => names);
}

function readRecent({ recent, version }: Noted): Recent | undefined {
	if (recent === null) return undefined;
	const parsed = recentSchema.safeParse(JSON.parse(recent));
	if (!parsed.success) return undefined;
	const { since, steps } = parsed.data;
	return (steps.at(-1)?.[0] ?? since) === version ? parsed.data : undefined;
}
