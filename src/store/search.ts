/**
 * Finds records on this device by words in their title or text, newest first.
 *
 * Every word must be in it, whatever the case or accents; the start of a word is enough.
 */
import { readRow, type RecordType } from '#domain/record.ts';
import type { Registry } from '#domain/registry.ts';
import { foundOf, named, type Found } from './found.ts';
import { wordsOf } from './pack-words.ts';
import { shelfOf } from './packs.ts';
import { plainWords, searchText } from './search-text.ts';
import type { TableSession } from './tables.ts';

export async function searchRecords(
	session: TableSession,
	registry: Registry,
	words: string,
	limit: number
): Promise<Found[]> {
	const wanted = plainWords(words).split(/\s+/).filter(Boolean);
	if (wanted.length === 0) return [];
	const found: Dated[] = [];
	for (const type of registry.records) {
		if (!type.path) continue;
		for (const { id, row } of await session.loose(type.kind).all()) {
			const record = readRow(type, id, row);
			if (!holds(searchText(type, record), wanted)) continue;
			found.push({ ...foundOf(type, record), at: record.createdAt });
		}
		found.push(...(await searchPacked(session, type, wanted)));
	}
	return found
		.sort((one, other) => other.at - one.at || (one.id < other.id ? -1 : 1))
		.slice(0, limit)
		.map(({ kind, id, noun, title, path }) => ({ kind, id, noun, title, path }));
}

type Dated = Found & { at: number };

async function searchPacked(
	session: TableSession,
	type: RecordType,
	wanted: readonly string[]
): Promise<Dated[]> {
	const packs = await wordsOf(session, type);
	if (packs.length === 0) return [];
	const unpacked = await shelfOf(session).unpacked(type.kind);
	const found: Dated[] = [];
	for (const { ids, at, titles, texts } of packs) {
		for (const [place, text] of texts.entries()) {
			const [id = '', title = ''] = [ids[place], titles[place]];
			if (!holds(text, wanted) || unpacked.has(id)) continue;
			found.push({ ...named(type, id, title), at: at[place] ?? 0 });
		}
	}
	return found;
}

function holds(text: string, wanted: readonly string[]): boolean {
	return wanted.every((word) => text.includes(word));
}
