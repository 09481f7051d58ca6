/**
 * All records of a kind, also while what reads packed ones is not loaded yet: the first screen of
 * a new phone does without it.
 */
import type { PackedRows } from './packed-rows.ts';
import type { RowTable, TableSession } from './tables.ts';

export class PackReader {
	#packed: typeof PackedRows | undefined;

	async load(): Promise<typeof PackedRows> {
		return (this.#packed ??= (await import('./packed-rows.ts')).PackedRows);
	}

	rows(session: TableSession, kind: string): RowTable {
		if (this.#packed) return new this.#packed(session, kind);
		const get = (rows: RowTable, name: keyof RowTable) => {
			const ask = (table: RowTable, given: unknown[]): unknown => {
				const read: unknown = Reflect.get(table, name);
				return typeof read === 'function' ? Reflect.apply(read, table, given) : undefined;
			};
			return async (...given: unknown[]) => {
				const packed = session.small('pack-head').get(kind);
				const [found, heads] = await Promise.all([ask(rows, given), packed]);
				if (!heads) return found;
				const Packed = await this.load();
				return ask(new Packed(session, kind), given);
			};
		};
		return new Proxy<RowTable>(session.loose(kind), { get });
	}
}
