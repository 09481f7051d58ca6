/**
 * All records of a kind, also while what reads packed ones is not loaded yet: the first screen of
 * a new phone does without it.
 */
import type { RowTable, TableSession } from './tables.ts';

type Packs = typeof import('./packed-rows.ts');

export class PackReader {
	#packs: Packs | undefined;

	async load(): Promise<Packs> {
		return (this.#packs ??= await import('./packed-rows.ts'));
	}

	rows(session: TableSession, kind: string): RowTable {
		if (this.#packs) return new this.#packs.PackedRows(session, kind);
		const rows = session.loose(kind);
		const get = (_: RowTable, name: keyof RowTable) => {
			const ask = (table: RowTable, given: unknown[]): Promise<unknown> =>
				Reflect.apply(table[name], table, given);
			return async (...given: unknown[]) => {
				const packed = session.small('pack-head').get(kind);
				const [found, heads] = await Promise.all([ask(rows, given), packed]);
				if (!heads) return found;
				// The wrapping keeps a live read aware of what it reads.
				const { PackedRows } = await Promise.resolve(this.load());
				return ask(new PackedRows(session, kind), given);
			};
		};
		return new Proxy<RowTable>(rows, { get } as ProxyHandler<RowTable>);
	}
}
