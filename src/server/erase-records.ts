/**
 * Records without somebody's words, each still of its own shape: a phone must be able to read it.
 */
import { recordKey, type RecordType } from '#domain/record.ts';
import type { Registry } from '#domain/registry.ts';
import type { Kysely } from 'kysely';
import { Refused } from './command-line.ts';
import { ErasedWords, instead } from './erase-words.ts';
import { keptNames, type AnyRow } from './kept-tables.ts';
import type { Tables } from './tables.ts';
import { rowsOfTable } from './whole-tables.ts';

export interface StoredBody {
	readonly kind: string;
	readonly id: string;
	readonly body: string;
}

/** What is put in place of a word, tried in this order until the record's shape allows it. */
const tries = [
	{ whole: instead, part: instead },
	{ whole: null, part: instead },
	{ whole: '', part: instead },
	{ whole: null, part: '' },
	{ whole: '', part: '' }
];

/**
 * New bodies by key, of those that hold the words.
 *
 * @throws {Refused} when a record cannot be without them: it must be changed by hand first.
 */
export function putOut(
	registry: Registry,
	bodies: readonly StoredBody[],
	erased: ErasedWords
): Map<string, string> {
	const changed = new Map<string, string>();
	for (const { kind, id, body } of bodies) {
		const row: unknown = JSON.parse(body);
		if (!erased.areIn(row)) continue;
		const without = withoutWords(registry.typeOf(kind), row, erased);
		if (without === undefined) {
			throw new Refused(
				`The record ${kind}/${id} needs words in a place where the name stands. ` +
					'Change or erase it first, then try again. Nothing was changed.'
			);
		}
		changed.set(recordKey(kind, id), without);
	}
	return changed;
}

function withoutWords(
	type: RecordType | undefined,
	row: unknown,
	erased: ErasedWords
): string | undefined {
	for (const put of tries) {
		const without = erased.without(row, put);
		if (!type) return JSON.stringify(without);
		const parsed = type.schema.safeParse(without);
		if (parsed.success && !erased.areIn(parsed.data)) return JSON.stringify(parsed.data);
	}
	return undefined;
}

/** Where each of these words still stands alone. */
export function standsIn(
	bodies: readonly StoredBody[],
	parts: readonly string[]
): { part: string; records: string[] }[] {
	return parts
		.map((part) => {
			const word = new ErasedWords([part]);
			const found = bodies.filter(({ body }) => word.areIn(JSON.parse(body)));
			return { part, records: found.map(({ kind, id }) => recordKey(kind, id)) };
		})
		.filter(({ records }) => records.length > 0);
}

/** The tables in which the words still stand, of everything that a backup would hold. */
export async function tracesIn(
	trx: Kysely<Tables>,
	practiceId: string,
	erased: ErasedWords
): Promise<string[]> {
	const found = new Set<string>();
	for (const table of keptNames) {
		for await (const row of rowsOfTable(trx, table, practiceId)) {
			if (erased.areIn(readable(row))) found.add(table);
		}
	}
	return [...found];
}

/** JSON is looked at as what it says; bytes are not words. */
function readable(row: AnyRow): unknown[] {
	return Object.entries(row).map(([column, value]): unknown => {
		if (Buffer.isBuffer(value)) return null;
		const isJson = ['body', 'effects', 'refusal'].includes(column);
		return isJson && typeof value === 'string' ? JSON.parse(value) : value;
	});
}
