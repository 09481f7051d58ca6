/**
 * How records become a pack. Loaded after the first screen, as whatever writes packs is.
 */
import { fieldOf } from '#domain/record.ts';
import { findOf, type Packed } from './packs.ts';
import type { StoredRow, TableSession } from './tables.ts';

/** Takes away all packs of every kind. */
export async function clearPacks(session: TableSession): Promise<void> {
	for (const name of ['pack-head', 'pack', 'pack-words', 'unpacked'] as const) {
		await session.small(name).clear();
	}
}

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
		...{ key, kind, firstId: first.id, lastId: last.id, count: rows.length },
		...{ firstOn: sorted[0] ?? null, lastOn: sorted.at(-1) ?? null },
		version: Math.max(...rows.map(({ version }) => version))
	};
	const pack = { key, finds: findsIn(type, rows), rows: rows.map(packedRow) };
	return { head, pack };
}

function packedRow({ id, version, row }: StoredRow): string {
	return JSON.stringify({ id, version, row });
}

function findsIn({ kind, indexes }: PackedType, rows: readonly StoredRow[]): string[] {
	const finds = new Set<string>();
	for (const { row } of rows) {
		for (const field of indexes) {
			const kept = fieldOf(row, field);
			for (const value of Array.isArray(kept) ? kept : [kept]) {
				if (typeof value === 'string') finds.add(findOf(kind, field, value));
			}
		}
	}
	return [...finds];
}
