/** What others have changed since this person last looked. */
import { readRow, recordKey } from '#domain/record.ts';
import type { Registry } from '#domain/registry.ts';
import { foundOf, type Found } from './found.ts';
import type { TableSession } from './tables.ts';

/** Records that others changed after a version, latest first; `own` is this person's, by key. */
export async function newsSince(
	session: TableSession,
	registry: Registry,
	version: number,
	{ limit, own }: { limit: number; own: ReadonlyMap<string, number> }
): Promise<Found[]> {
	const news: (Found & { version: number })[] = [];
	for (const type of registry.records) {
		if (!type.path) continue;
		for (const stored of await session.rows(type.kind).changedAfter(version, limit)) {
			if (own.get(recordKey(type.kind, stored.id)) === stored.version) continue;
			const record = readRow(type, stored.id, stored.row);
			news.push({ ...foundOf(type, record), version: stored.version });
		}
	}
	return news.sort((one, other) => other.version - one.version).slice(0, limit);
}
