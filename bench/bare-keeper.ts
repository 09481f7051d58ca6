/**
 * The bare client again, as the least that loses nothing, inside a page of bench/second-device.ts.
 *
 * Changes lie in an outbox until they are answered, and after that where they can be offered again
 * to a practice that was put back from a backup. Rows have their version, and the indexes that the
 * app has. Nothing is checked, merged or run again.
 */
import type { Dexie } from 'dexie';
import { maxMutations, type MutationMessage } from '#domain/protocol.ts';
import { postRecord } from '#features/posts/record.ts';
import { registry } from '#features/registry.ts';
import { layoutFor } from '#store/layout.ts';
import { databaseNamed } from '#store/opening.ts';
import { rowTableName } from '#store/table-names.ts';
import { bareAsk, bareEdit, bareSendSome, type Row } from './bare-client.ts';

interface Stored {
	readonly id: string;
	readonly version: number;
	readonly row: Row;
}

let opened: Dexie | undefined;

function tables() {
	if (!opened) throw new Error('The keeper was not started.');
	const db = opened;
	return {
		rows: db.table<Stored, string>('row'),
		outbox: db.table<MutationMessage, number>('outbox'),
		answered: db.table<MutationMessage, string>('answered'),
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

/** Making the changes is no part of what is measured. */
export async function keeperEdit(title: string): Promise<void> {
	await tables().outbox.bulkPut(bareEdit(title));
}

export async function keeperSend(): Promise<void> {
	const { outbox, answered, all } = tables();
	for (;;) {
		const messages = await outbox.orderBy(':id').limit(maxMutations).toArray();
		if (messages.length === 0) return;
		const { version } = await bareSendSome(messages);
		const rows = messages.map(({ args }) => {
			const { id, changes } = args as { id: string; changes: Pick<Row, 'title'> };
			return { id, ...changes };
		});
		await all(() =>
			Promise.all([
				keep(rows, version),
				outbox.bulkDelete(messages.map(({ seq }) => seq)),
				answered.bulkPut(messages)
			])
		);
	}
}

export async function keeperFetch(): Promise<void> {
	const changed = await bareAsk();
	await tables().all(() => keep(changed, 1));
}

async function keep(changed: readonly Row[], version: number): Promise<void> {
	const { rows } = tables();
	const before = await rows.bulkGet(changed.map(({ id }) => id));
	await rows.bulkPut(
		before.flatMap((stored, at) =>
			stored ? { ...stored, version, row: { ...stored.row, ...changed[at] } } : []
		)
	);
}
