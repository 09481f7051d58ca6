/**
 * What packed records are searched by, written down pack by pack once they are here: a search
 * then reads words and no records. Kept in memory once it was read.
 */
import { readRow, type RecordType } from '#domain/record.ts';
import type { Registry } from '#domain/registry.ts';
import type { Pack, PackWords } from './pack-shapes.ts';
import { shelfOf, unpackedRows } from './packs.ts';
import { searchText } from './search-text.ts';
import type { DeviceTables, TableSession } from './tables.ts';

/** A second or so of work would be felt in one piece. */
const packsAtOnce = 5;

/** By the key of a pack, which is never used for another one. */
const inMemory = new Map<string, PackWords>();

export async function wordsOf(session: TableSession, type: RecordType): Promise<PackWords[]> {
	const heads = await shelfOf(session).heads(type.kind);
	if (heads.some(({ key }) => !inMemory.has(key))) {
		for (const words of await session.small('pack-words').range(`${type.kind}/`)) {
			inMemory.set(words.key, words);
		}
	}
	const all: PackWords[] = [];
	for (const { key } of heads) {
		const words = inMemory.get(key) ?? (await readWords(session, type, key));
		inMemory.set(key, words);
		all.push(words);
	}
	return all;
}

async function readWords(session: TableSession, type: RecordType, key: string) {
	const pack = await session.small('pack').get(key);
	return wordsIn(type, pack ?? { key, rows: '' });
}

function wordsIn(type: RecordType, { key, rows }: Pack): PackWords {
	const words: PackWords = { key, ids: [], at: [], titles: [], texts: [] };
	for (const { id, row } of unpackedRows(rows)) {
		const record = readRow(type, id, row);
		words.ids.push(id);
		words.at.push(record.createdAt);
		words.titles.push(type.title(record));
		words.texts.push(searchText(type, record));
	}
	return words;
}

/** Writes down what is missing, in short writes; safe to be stopped at any point. */
export async function writeWords(tables: DeviceTables, registry: Registry): Promise<void> {
	const known = new Set(await tables.session.small('pack-words').keys());
	for (const type of registry.records) {
		if (!type.path) continue;
		const heads = await shelfOf(tables.session).heads(type.kind);
		const missing = heads.map(({ key }) => key).filter((key) => !known.has(key));
		for (let at = 0; at < missing.length; at += packsAtOnce) {
			await writeSome(tables, type, missing.slice(at, at + packsAtOnce));
		}
	}
}

function writeSome(tables: DeviceTables, type: RecordType, keys: readonly string[]): Promise<void> {
	return tables.write(async (session) => {
		const found = await Promise.all(keys.map((key) => session.small('pack').get(key)));
		// A new snapshot may have come in the meantime, and taken some away.
		const packs = found.filter((pack) => pack !== undefined);
		await session.small('pack-words').putAll(packs.map((pack) => wordsIn(type, pack)));
	});
}
