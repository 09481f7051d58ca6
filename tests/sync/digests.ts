/**
 * What must be true of digests: one that is kept is that of the record as it stands, and a pack has
 * those of all records.
 */
import { isDeepStrictEqual } from 'node:util';
import { readRow, type RecordType } from '#domain/record.ts';
import { promise } from './broken-promise.ts';
import { registries } from './newer-kinds.ts';
import type { SimulatedDevice } from './surroundings.ts';

/** What either version of the app has made, also when the phone has the other one now. */
export async function checkDigests({ number, tables }: SimulatedDevice): Promise<void> {
	for (const kind of tables.kinds) {
		const types = registries.map((registry) => registry.typeOf(kind));
		for (const { id, shape, value } of await tables.session.digests(kind).between('', '9999')) {
			const stored = await tables.session.rows(kind).get(id);
			const type = types.find((each) => each?.digest?.shape === shape);
			const now = stored && type && digestOf(type, id, stored.row);
			promise(now === value, `Device ${number} has an old digest of the ${kind} ${id}.`);
		}
		const table = tables.session.digests(kind);
		const pack = await table.pack();
		const type = types.find((each) => each?.digest?.shape === pack?.shape);
		if (!pack || !type?.day) continue;
		const stored = await tables.session.rows(kind).between(type.day, '', '9999');
		const now = stored.map(({ id, row }) => digestOf(type, id, row));
		const packed = (await table.packed()).map(({ value }) => value);
		promise(isDeepStrictEqual(now, packed), `Device ${number} has an old pack of ${kind}.`);
	}
}

function digestOf(type: RecordType, id: string, row: unknown): unknown {
	return type.digest?.of(readRow(type, id, row));
}
