/**
 * The least that a client can do that loses nothing, inside a page of bench/second-device.ts.
 *
 * Changes lie in an outbox until they are answered, and after that where they can be offered again
 * to a practice that was put back from a backup. Rows have their version, and the indexes that the
 * app has. Nothing is checked, merged or run again.
 */
import type { Dexie } from 'dexie';
import { layoutFor } from '#store/layout.ts';
import { databaseNamed } from '#store/opening.ts';
import { newId } from '#store/id.ts';
import { rowTableName } from '#store/table-names.ts';
import { postRecord } from '#features/posts/record.ts';
import { registry } from '#features/registry.ts';

const perPush = 200;

interface Row {
	readonly id: string;
	readonly title?: unknown;
}

interface Stored {
	readonly id: string;
	readonly version: number;
	readonly row: Row;
}

interface Entry {
	readonly seq: number;
	readonly uuid: string;
	readonly id: string;
	readonly changes: object;
	readonly at: number;
}

export interface Changed {
	readonly id: string;
	readonly version: number;
	readonly changes: object;
}

let opened: Dexie | undefined;
let pulledTo = 0;

function tables() {
	if (!opened) throw new Error('The keeper was not started.');
	const db = opened;
	return {
		rows: db.table<Stored, string>('row'),
		outbox: db.table<Entry, number>('outbox'),
		answered: db.table<Entry & { version: number }, string>('answered'),
		all: <Result>(work: () => PromiseLike<Result>) =>
			db.transaction('rw', ['row', 'outbox', 'answered'], work)
	};
}

export async function keeperStart(rows: readonly Row[]): Promise<void> {
	const keys = layoutFor(registry).get(rowTableName(postRecord.kind)) ?? [];
	opened = databaseNamed('keeper');
	opened.version(1).stores({ row: keys.join(', '), outbox: 'seq', answered: 'uuid' });
	await opened.open();
	await tables().rows.bulkPut(rows.map((row) => ({ id: row.id, version: 0, row })));
}

/** Every row once; making the changes is no part of what is measured. */
export async function keeperEdit(turn: number): Promise<void> {
	const { rows, outbox, all } = tables();
	await all(async () => {
		const before = await rows.toArray();
		const title = (number: number) => ({ title: `Changed ${turn} ${number}` });
		await rows.bulkPut(
			before.map((stored, number) => ({ ...stored, row: { ...stored.row, ...title(number) } }))
		);
		await outbox.bulkPut(
			before.map(({ id }, number) => ({
				...{ seq: number + 1, uuid: newId(), id, changes: title(number), at: Date.now() }
			}))
		);
	});
}

/** One more change, sent at once. */
export async function keeperEditOne(title: string): Promise<void> {
	const { rows, outbox, all } = tables();
	await all(async () => {
		const stored = await rows.orderBy(':id').first();
		if (!stored) throw new Error('The keeper has no rows.');
		const { id, row } = stored;
		const entry = { seq: 1, uuid: newId(), id, changes: { title }, at: Date.now() };
		await Promise.all([rows.put({ ...stored, row: { ...row, title } }), outbox.put(entry)]);
	});
	await keeperSend();
}

export async function keeperSend(): Promise<void> {
	const { rows, outbox, answered, all } = tables();
	for (;;) {
		const entries = await outbox.orderBy(':id').limit(perPush).toArray();
		if (entries.length === 0) return;
		const body = JSON.stringify(entries);
		const versions = (await (
			await fetch('/carry-out', { method: 'POST', body })
		).json()) as number[];
		await all(async () => {
			const before = await rows.bulkGet(entries.map(({ id }) => id));
			const newer = before.flatMap((stored, at) =>
				stored ? { ...stored, version: versions[at] ?? 0 } : []
			);
			await Promise.all([
				rows.bulkPut(newer),
				outbox.bulkDelete(entries.map(({ seq }) => seq)),
				answered.bulkPut(entries.map((entry, at) => ({ ...entry, version: versions[at] ?? 0 })))
			]);
		});
	}
}

export async function keeperFetch(): Promise<void> {
	const body = String(pulledTo);
	await keeperTake((await (await fetch('/changed', { method: 'POST', body })).json()) as Changed[]);
}

export async function keeperTake(found: readonly Changed[]): Promise<void> {
	const { rows, all } = tables();
	await all(async () => {
		const before = await rows.bulkGet(found.map(({ id }) => id));
		await rows.bulkPut(
			before.flatMap((stored, at) => {
				const { version = 0, changes = {} } = found[at] ?? {};
				return stored ? { ...stored, version, row: { ...stored.row, ...changes } } : [];
			})
		);
	});
	pulledTo = found.at(-1)?.version ?? pulledTo;
}
