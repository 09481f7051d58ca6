/**
 * Records as they are kept: JSON text, and the values of their indexed fields.
 *
 * Text from outside may hold what a column cannot (a zero character, a megabyte): it never
 * reaches a column as it is.
 */
import { hash } from 'node:crypto';
import { readRow, type RecordType, type RowBase } from '#domain/record.ts';
import type { Fields } from '#domain/transaction.ts';

/** Well below what an index of PostgreSQL can hold. */
const longestValue = 200;

/** @throws {UnreadableRecord} when the stored body is not of this type. A defect. */
export function readBody<Row extends RowBase>(
	type: RecordType<string, Row>,
	id: string,
	body: string | null | undefined
): Row | undefined {
	return body ? readRow(type, id, JSON.parse(body)) : undefined;
}

/** @throws {UnreadableRecord} when the row is not of its type, so that none is ever kept. */
export function writeBody<Row extends RowBase>(type: RecordType<string, Row>, row: Row): string {
	return JSON.stringify(readRow(type, row.id, row));
}

/** As it was written: fields that its type got since are not in it. */
export function fieldsIn(body: string): Fields {
	// Only `writeBody` writes them.
	return JSON.parse(body) as Fields;
}

/** A value as the lookup table holds it. */
export function lookupValue(value: string): string {
	const isPlain = value.length <= longestValue && isKeepable(value);
	return isPlain ? value : `sha256:${sha256(value)}`;
}

/** False for text that a column of PostgreSQL refuses or would change. */
export function isKeepable(text: string): boolean {
	return !text.includes('\0') && text.isWellFormed();
}

/** 'field' + newline + value, for every value of every indexed field. */
export function lookupsOf(type: RecordType, row: object | undefined): Set<string> {
	const found = new Set<string>();
	if (!row) return found;
	for (const field of type.indexes) {
		const kept = valueIn(row, field);
		for (const value of Array.isArray(kept) ? kept : [kept]) {
			if (typeof value === 'string') found.add(`${field}\n${lookupValue(value)}`);
		}
	}
	return found;
}

export function fieldAndValue(lookup: string): { field: string; value: string } {
	const cut = lookup.indexOf('\n');
	return { field: lookup.slice(0, cut), value: lookup.slice(cut + 1) };
}

export function dayOfRow(type: RecordType, row: object): string | null {
	const day = type.day === undefined ? null : valueIn(row, type.day);
	return typeof day === 'string' && day.length <= longestValue && isKeepable(day) ? day : null;
}

function valueIn(row: object, field: string): unknown {
	return Object.hasOwn(row, field) ? Reflect.get(row, field) : undefined;
}

export function holdsValue(type: RecordType, row: RowBase, field: string, value: string): boolean {
	return lookupsOf(type, row).has(`${field}\n${lookupValue(value)}`);
}

export function sha256(text: string): string {
	return hash('sha256', text);
}
