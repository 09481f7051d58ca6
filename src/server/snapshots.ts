/**
 * Everything a reader may hold, for a fresh device: packed once, kept in the database.
 *
 * Any server can give any page, also after a restart. What changed since a snapshot was packed
 * follows its last page as ordinary changes, so an older snapshot is as good as a new one.
 */
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants } from 'node:zlib';
import type { Kysely } from 'kysely';
import { addDays, dayOf } from '#domain/calendar.ts';
import { protocolVersion, type Change, type Patch } from '#domain/protocol.ts';
import { fromWire, toWire } from '#domain/wire.ts';
import { endOf } from './walk.ts';
import { inChunks } from './chunks.ts';
import { limitsOf, type Engine } from './engine.ts';
import { onceBuilt } from './once-built.ts';
import type { Practice } from './practice.ts';
import { sealOf, tokenOf } from './resume.ts';
import { readableKinds, rowFor, type Reader } from './scope.ts';
import type { Tables } from './tables.ts';

const pack = promisify(brotliCompress);
const unpack = promisify(brotliDecompress);
/** Level 11 takes many times as long for a quarter less. */
const packingLevel = 5;
const msPerDay = 86_400_000;
/** A snapshot is made anew when it is older than this, or when more has changed since. */
const freshForMs = msPerDay;
const mostVersionsBehind = 1000;
/** Of a kind without days, such as people and accounts, what the first screens need. */
const fewOfKind = 50;
/** Longer ones would fill the first page: the days that the first screens show would come after it. */
const mostOfOne = 1024;
/** Shares of the usual size. The first lists wait for the first page; nobody waits for the last. */
const firstPages = [0.5, 1, 4];
const laterPages = 8;
/** Devices that are half way through an older one may finish. */
const keptForMs = 3 * msPerDay;

/** A server from before an update cannot read these pages, nor this one that one’s. */
function keptAs(scope: string): string {
	return `${scope}/${protocolVersion}`;
}

/** Of the pages that this server keeps: another one may have cut the same records elsewhere. */
export function sealOfPages(epoch: string, scope: string): string {
	return sealOf(epoch, keptAs(scope));
}

export interface SnapshotOf {
	readonly practiceId: string;
	readonly epoch: string;
	readonly scope: string;
}

/** The version of a kept snapshot that is still good to start from. */
export async function keptSnapshot(
	trx: Kysely<Tables>,
	practice: Practice,
	{ scope, now }: { scope: string; now: number }
): Promise<number | undefined> {
	const madeAfter = now - freshForMs;
	const oldest = Math.max(practice.oldest_version, practice.version - mostVersionsBehind);
	const values = [practice.id, practice.epoch, keptAs(scope), 0, madeAfter, oldest, 1];
	const [kept] = await onceBuilt(trx, 'the newest snapshot', values, () =>
		trx
			.selectFrom('snapshot_page')
			.select('version')
			.where('practice_id', '=', practice.id)
			.where('epoch', '=', practice.epoch)
			.where('scope', '=', keptAs(scope))
			.where('page', '=', 0)
			.where('made_at', '>', madeAfter)
			.where('version', '>=', oldest)
			.orderBy('version', 'desc')
			.limit(1)
	);
	return kept?.version;
}

export async function readSnapshotPage(
	trx: Kysely<Tables>,
	{ practiceId, epoch, scope }: SnapshotOf,
	{ version, page }: { version: number; page: number }
): Promise<Buffer | undefined> {
	const values = [practiceId, epoch, keptAs(scope), version, page];
	const [kept] = await onceBuilt(trx, 'a page of a snapshot', values, () =>
		trx
			.selectFrom('snapshot_page')
			.select('bytes')
			.where('practice_id', '=', practiceId)
			.where('epoch', '=', epoch)
			.where('scope', '=', keptAs(scope))
			.where('version', '=', version)
			.where('page', '=', page)
	);
	return kept?.bytes;
}

/** Everything the reader may hold, what a person looks at first in front. */
export async function readEverything(
	trx: Kysely<Tables>,
	engine: Engine,
	{ practiceId, ...reader }: Reader & { practiceId: string }
): Promise<Change[]> {
	const rows = await trx
		.selectFrom('record')
		.select(['kind', 'id', 'version', 'body', 'day'])
		.where('practice_id', '=', practiceId)
		.where('body', 'is not', null)
		.where('kind', 'in', readableKinds(reader))
		.execute();
	return inOrder(rows, engine).flatMap(({ kind, id, version, body }) => {
		const row = body === null ? undefined : rowFor(reader, kind, body);
		return row ? [{ kind, id, version, row }] : [];
	});
}

interface Dated {
	readonly kind: string;
	readonly id: string;
	readonly day: string | null;
	readonly body: string | null;
}

/**
 * A few of each kind without days; then days from a week ago onward, soonest first; then older
 * ones, newest first; then those without days. Of each kind only so many at first: the rest
 * follows kind by kind in the order of ids, as phones pack it.
 */
function inOrder<Row extends Dated>(rows: readonly Row[], engine: Engine): Row[] {
	const { firstOfKind } = limitsOf(engine);
	const weekAgo = addDays(dayOf(engine.now()), -7);
	const kinds = engine.registry.records.map(({ kind }) => kind);
	const part = ({ day }: Dated) => (day === null ? 0 : day >= weekAgo ? 1 : 2);
	const byId = (one: Row, other: Row) =>
		kinds.indexOf(one.kind) - kinds.indexOf(other.kind) || compare(other.id, one.id);
	const sorted = rows.toSorted((one, other) => {
		const parts = part(one) - part(other);
		if (parts !== 0) return parts;
		const days = compare(one.day ?? '', other.day ?? '');
		if (days !== 0) return part(one) === 1 ? days : -days;
		return byId(one, other);
	});
	const counts = new Map<string, number>();
	const [few, dated, undated, rest]: [Row[], Row[], Row[], Row[]] = [[], [], [], []];
	for (const row of sorted) {
		const count = (counts.get(row.kind) ?? 0) + 1;
		counts.set(row.kind, count);
		const isFirst = count <= fewOfKind && (row.body?.length ?? 0) <= mostOfOne;
		if (count > firstOfKind) rest.push(row);
		else if (row.day !== null) dated.push(row);
		else (isFirst ? few : undated).push(row);
	}
	return [...few, ...dated, ...undated, ...rest.toSorted(byId)];
}

function compare(one: string, other: string): number {
	return one === other ? 0 : one < other ? -1 : 1;
}

/** Packs a snapshot and keeps it. Run this outside of any transaction: packing takes a while. */
export async function keepSnapshot(
	engine: Engine,
	of: SnapshotOf,
	{ version, changes }: { version: number; changes: readonly Change[] }
): Promise<Buffer> {
	const patches = pagesOf(of, { version, changes, mostBytes: limitsOf(engine).pageBytes });
	const packed: Buffer[] = [];
	for (const patch of patches) packed.push(await packPatch(patch));
	const now = engine.now();
	const rows = packed.map((bytes, page) => ({
		practice_id: of.practiceId,
		epoch: of.epoch,
		scope: keptAs(of.scope),
		version,
		page,
		bytes,
		made_at: now
	}));
	return engine.database.withPractice(of.practiceId, async (trx) => {
		await forgetOldSnapshots(trx, { practiceId: of.practiceId, now });
		await inChunks(rows, (some) =>
			trx
				.insertInto('snapshot_page')
				.values(some)
				.onConflict((conflict) => conflict.doNothing())
				.execute()
		);
		// Another server may have been faster, and may have cut its pages elsewhere.
		const first = await readSnapshotPage(trx, of, { version, page: 0 });
		if (!first) throw new Error('A snapshot has at least one page.');
		return first;
	});
}

/** Those that nobody can be half way through any more, and those from before a restore. */
export async function forgetOldSnapshots(
	trx: Kysely<Tables>,
	{ practiceId, now }: { practiceId: string; now: number }
): Promise<void> {
	const epoch = trx.selectFrom('practice').select('epoch').where('id', '=', practiceId);
	await trx
		.deleteFrom('snapshot_page')
		.where('practice_id', '=', practiceId)
		.where((eb) => eb.or([eb('made_at', '<', now - keptForMs), eb('epoch', '!=', epoch)]))
		.execute();
}

/** For when someone's details are erased: no packed copy may outlive them. */
export async function forgetSnapshots(trx: Kysely<Tables>, practiceId: string): Promise<void> {
	await trx.deleteFrom('snapshot_page').where('practice_id', '=', practiceId).execute();
}

export async function unpackPatch(bytes: Buffer): Promise<Patch> {
	const unpacked = await unpack(bytes);
	const patch = fromWire(JSON.parse(unpacked.toString('utf8')));
	if (!patch) throw new Error('A page of a snapshot is no patch.');
	return patch;
}

function packPatch(patch: Patch): Promise<Buffer> {
	const text = Buffer.from(JSON.stringify(toWire(patch, protocolVersion)));
	const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;
	return pack(text, {
		params: { [BROTLI_PARAM_QUALITY]: packingLevel, [BROTLI_PARAM_SIZE_HINT]: text.length }
	});
}

/** Pages that are the same for every device of this scope: outcomes come at the very end. */
function pagesOf(
	{ epoch, scope }: SnapshotOf,
	{
		version,
		changes,
		mostBytes
	}: { version: number; changes: readonly Change[]; mostBytes: number }
): Patch[] {
	const pages = paged(changes, mostBytes);
	const seal = sealOf(epoch, scope);
	const to = { epoch, version, scope, protocol: protocolVersion };
	let done = 0;
	return pages.map((page, index) => {
		done += page.length;
		const progress = { done, of: changes.length };
		const isLast = index === pages.length - 1;
		const resume = isLast
			? tokenOf({ at: 'changes', seal, from: null, ...endOf(version), ...progress })
			: tokenOf({ at: 'snapshot', seal: sealOfPages(epoch, scope), version, page: index + 1 });
		const same = { protocol: protocolVersion, epoch, from: null, to, lastSeq: 0, outcomes: [] };
		return { ...same, changes: page, resume, progress };
	});
}

/** Cuts a list into pages, a small one first, each with at least one change. */
export function paged(changes: readonly Change[], mostBytes: number): Change[][] {
	const pages: Change[][] = [];
	let bytes = Infinity;
	for (const change of changes) {
		const size = Buffer.byteLength(JSON.stringify(change));
		const share = firstPages[pages.length - 1] ?? laterPages;
		if (bytes + size > mostBytes * share) {
			pages.push([]);
			bytes = 0;
		}
		pages.at(-1)?.push(change);
		bytes += size;
	}
	return pages;
}
