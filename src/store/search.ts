/**
 * Finds records on this device by words in their title or text, newest first.
 *
 * Every word must be in it, whatever the case or accents; the start of a word is enough.
 */
import { readRow, recordKey, type RecordType, type RowBase } from '#domain/record.ts';
import type { Registry } from '#domain/registry.ts';
import type { TableSession } from './tables.ts';

export interface Found {
	readonly kind: string;
	readonly id: string;
	readonly noun: string;
	readonly title: string;
	/** The address of its screen. */
	readonly path: string;
}

export async function searchRecords(
	session: TableSession,
	registry: Registry,
	words: string,
	limit: number
): Promise<Found[]> {
	const wanted = plain(words).split(/\s+/).filter(Boolean);
	if (wanted.length === 0) return [];
	const found: (Found & { at: number })[] = [];
	for (const type of registry.records) {
		if (!type.path) continue;
		for (const { id, row } of await session.rows(type.kind).all()) {
			const record = readRow(type, id, row);
			if (!holds(type, record, wanted)) continue;
			found.push({ ...foundOf(type, record), at: record.createdAt });
		}
	}
	return found.sort((one, other) => other.at - one.at).slice(0, limit);
}

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

function foundOf(type: RecordType, record: RowBase): Found {
	const { kind, noun, path = '' } = type;
	const { id } = record;
	return { kind, id, noun, title: type.title(record), path: path.replace(':id', id) };
}

function holds(type: RecordType, record: RowBase, wanted: readonly string[]): boolean {
	const text = ` ${plain(`${type.title(record)} ${type.words?.(record) ?? ''}`)}`;
	return wanted.every((word) => text.includes(word));
}

function plain(text: string): string {
	return text
		.normalize('NFD')
		.replace(/\p{Diacritic}/gu, '')
		.toLowerCase();
}
