/**
 * How records become a pack. Loaded after the first screen, as whatever writes packs is.
 */
import { fieldOf } from '#domain/record.ts';
import type { Packed } from './pack-shapes.ts';
import { findOf, packedText } from './packs.ts';
import type { StoredRow } from './tables.ts';

/** The fields of the rows that are looked up, and their days. */
export interface PackedType {
	readonly kind: string;
	readonly indexes: readonly string[];
	readonly day?: string;
}

/** `rows` in the order of ids, at least one; `mark` is used for no other pack. */
export function packOf(type: PackedType, rows: readonly StoredRow[], mark: string): Packed {
	const { kind } = type;
	const [first, last] = [rows[0], rows.at(-1)];
	if (!first || !last) throw new Error('A pack holds at least one record.');
	const key = `${kind}/${last.id}/${mark}`;
	const days = rows.map(({ row }) => (type.day === undefined ? null : fieldOf(row, type.day)));
	const sorted = days.filter((day) => typeof day === 'string').sort();
	const head = {
		...{ key, firstId: first.id, lastId: last.id, count: rows.length },
		...{ firstOn: sorted[0] ?? null, lastOn: sorted.at(-1) ?? null },
		version: Math.max(...rows.map(({ version }) => version))
	};
	const pack = { key, rows: packedText(rows) };
	return { head, pack, finds: { key, finds: findsIn(type, rows) } };
}

function findsIn({ indexes }: PackedType, rows: readonly StoredRow[]): Uint32Array {
	const finds = new Set<number>();
	for (const { row } of rows) {
		for (const field of indexes) {
			const kept = fieldOf(row, field);
			for (const value of Array.isArray(kept) ? kept : [kept]) {
				if (typeof value === 'string') finds.add(findOf(field, value));
			}
		}
	}
	return Uint32Array.from(finds);
}
