/**
 * One practice as files that any program can read: records, history, pictures.
 *
 * Sessions, invites and phones' numbers stay out: they open doors. `import` can read it back, and
 * an export of that is the same, byte for byte.
 */
import type { Kysely, Selectable } from 'kysely';
import { csvOf } from './csv.ts';
import type { HistoryRow } from './chain.ts';
import type { Engine } from './engine.ts';
import { FilesFolder, linesOf, spoken, type ExportedRecord } from './export-files.ts';
import type { AnyRow } from './kept-tables.ts';
import { newestMigration } from './migrate.ts';
import type { PracticeTable, Tables } from './tables.ts';

export const filesFormat = 1;
const photosAtOnce = 4;
const historyAtOnce = 500;

export interface Exported {
	readonly records: number;
	readonly changes: number;
	readonly photos: number;
}

/** @throws {Refused} when the folder is not empty. */
export async function writePracticeFiles(
	engine: Engine,
	practiceId: string,
	to: string
): Promise<Exported> {
	const folder = await FilesFolder.make(to);
	return engine.database.asReader(async (trx) => {
		const practice = await trx
			.selectFrom('practice')
			.selectAll()
			.where('id', '=', practiceId)
			.executeTakeFirstOrThrow();
		await folder.write('practice.json', `${JSON.stringify(headOf(practice), null, '\t')}\n`);
		const records = await writeRecords(trx, practiceId, folder);
		const changes = await writeHistory(trx, engine, { practiceId, folder });
		const photos = await writePhotos(trx, practiceId, folder);
		return { records, changes, photos };
	});
}

/** Without the epoch: what is imported begins a new life. */
function headOf(practice: Selectable<PracticeTable>): object {
	const kept = { ...practice, epoch: undefined };
	return { noticeboard: 'export', format: filesFormat, tables: newestMigration(), practice: kept };
}

async function writeRecords(
	trx: Kysely<Tables>,
	practiceId: string,
	folder: FilesFolder
): Promise<number> {
	const rows = await trx
		.selectFrom('record')
		.selectAll()
		.where('practice_id', '=', practiceId)
		.orderBy('kind')
		.orderBy('id')
		.execute();
	for (const [kind, some] of Map.groupBy(rows, (row) => row.kind)) {
		const records = some.map((row): ExportedRecord => ({
			id: row.id,
			version: row.version,
			changedAt: row.changed_at,
			deletedAt: row.deleted_at,
			day: row.day,
			fields: row.body === null ? null : fieldsOf(row.body)
		}));
		await folder.writeRecords(kind, records);
	}
	return rows.length;
}

export function fieldsOf(body: string): AnyRow {
	const row: unknown = JSON.parse(body);
	return { ...(typeof row === 'object' ? row : {}) };
}

async function writeHistory(
	trx: Kysely<Tables>,
	{ registry }: Engine,
	{ practiceId, folder }: { practiceId: string; folder: FilesFolder }
): Promise<number> {
	const names = await peopleIn(trx, registry.members.kind, practiceId);
	const lines: object[] = [];
	const table: unknown[][] = [];
	let last = 0;
	for (;;) {
		const rows = await historyAfter(trx, practiceId, last);
		const touched = await touchedBy(trx, practiceId, rows);
		for (const row of rows) {
			const about = touched.get(row.number) ?? [];
			lines.push({ ...row, practice_id: undefined, touched: about });
			const says = registry.mutationNamed(row.name)?.says ?? row.name;
			const who = names.get(row.person_id) ?? row.person_id;
			table.push([
				...[row.number, spoken('at', row.acted_at), who, says, row.outcome],
				...[about.map(([kind, id]) => `${kind}/${id}`).join(' '), row.effects, row.refusal]
			]);
			last = row.number;
		}
		if (rows.length < historyAtOnce) break;
	}
	const columns = ['number', 'at', 'who', 'what', 'outcome', 'records', 'changes', 'refusal'];
	await folder.write('history.json', linesOf(lines));
	await folder.write('history.csv', csvOf(columns, table));
	return lines.length;
}

export function historyAfter(
	trx: Kysely<Tables>,
	practiceId: string,
	number: number
): Promise<HistoryRow[]> {
	return trx
		.selectFrom('history')
		.selectAll()
		.where('practice_id', '=', practiceId)
		.where('number', '>', number)
		.orderBy('number')
		.limit(historyAtOnce)
		.execute();
}

/** The records that each row changed: of an erased row, its own words no longer say. */
async function touchedBy(
	trx: Kysely<Tables>,
	practiceId: string,
	rows: readonly HistoryRow[]
): Promise<Map<number, [kind: string, id: string][]>> {
	const [first, last] = [rows[0], rows.at(-1)];
	const touched = new Map<number, [string, string][]>();
	if (!first || !last) return touched;
	const found = await trx
		.selectFrom('history_record')
		.select(['number', 'kind', 'id'])
		.where('practice_id', '=', practiceId)
		.where('number', '>=', first.number)
		.where('number', '<=', last.number)
		.orderBy('number')
		.orderBy('kind')
		.orderBy('id')
		.execute();
	for (const { number, kind, id } of found) {
		const known = touched.get(number) ?? [];
		touched.set(number, [...known, [kind, id]]);
	}
	return touched;
}

async function writePhotos(
	trx: Kysely<Tables>,
	practiceId: string,
	folder: FilesFolder
): Promise<number> {
	const list: object[] = [];
	let last = '';
	for (;;) {
		const photos = await trx
			.selectFrom('photo')
			.selectAll()
			.where('practice_id', '=', practiceId)
			.where('hash', '>', last)
			.orderBy('hash')
			.limit(photosAtOnce)
			.execute();
		for (const photo of photos) {
			const file = await folder.writePhoto(photo.hash, photo.mime, photo.bytes);
			list.push({ ...photo, practice_id: undefined, bytes: undefined, file });
			last = photo.hash;
		}
		if (photos.length < photosAtOnce) break;
	}
	await folder.write('photos.json', linesOf(list));
	return list.length;
}

/** Names by id, of everyone who is still written down. */
async function peopleIn(
	trx: Kysely<Tables>,
	kind: string,
	practiceId: string
): Promise<Map<string, string>> {
	const rows = await trx
		.selectFrom('record')
		.select(['id', 'body'])
		.where('practice_id', '=', practiceId)
		.where('kind', '=', kind)
		.execute();
	const names = new Map<string, string>();
	for (const { id, body } of rows) {
		const name = body === null ? undefined : fieldsOf(body)['name'];
		if (typeof name === 'string') names.set(id, name);
	}
	return names;
}
