/**
 * Reads an export back, as a practice that is not on this server yet: all of it, or nothing.
 *
 * The files may have passed through anyone's hands: each row is checked by its schema, and the
 * history must be whole.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import * as z from 'zod/mini';
import type { Registry } from '#domain/registry.ts';
import { verifyHistory } from './chain.ts';
import { Refused } from './command-line.ts';
import type { Engine } from './engine.ts';
import { endings } from './export-files.ts';
import { filesFormat } from './export-practice.ts';
import { keptTables, type AnyRow } from './kept-tables.ts';
import { refreshLookups } from './lookups.ts';
import { newestMigration } from './migrate.ts';
import { kindOf } from './picture.ts';
import { dayOfRow, isKeepable, readBody } from './rows.ts';
import type { Tables } from './tables.ts';
import { RowWriter } from './whole-tables.ts';

const idSchema = z.string().check(z.minLength(1), z.maxLength(200), z.refine(isKeepable));

const headSchema = z.object({
	noticeboard: z.literal('export'),
	format: z.int(),
	tables: z.string(),
	practice: z.omit(z.strictObject({ ...keptTables.practice.columns, id: z.uuid() }), {
		epoch: true
	})
});
const recordsSchema = z.array(
	z.strictObject({
		id: idSchema,
		version: z.int(),
		changedAt: z.int(),
		deletedAt: z.nullable(z.int()),
		day: z.nullable(idSchema),
		fields: z.nullable(z.record(z.string(), z.unknown()))
	})
);
const historySchema = z.array(
	z.omit(
		z.strictObject({
			...keptTables.history.columns,
			touched: z.array(z.tuple([idSchema, idSchema]))
		}),
		{ practice_id: true }
	)
);
const photosSchema = z.array(
	z.omit(z.strictObject({ ...keptTables.photo.columns, file: z.string() }), {
		practice_id: true,
		bytes: true
	})
);

export interface Imported {
	readonly practiceId: string;
	readonly name: string;
	readonly records: number;
	readonly changes: number;
	readonly photos: number;
}

/** @throws {Refused} when the practice is here already, or the files do not fit together. */
export async function importPractice(engine: Engine, folder: string): Promise<Imported> {
	const { practice } = readHead(folder);
	const imported = await engine.database.asOwner(async (trx) => {
		const known = await trx
			.selectFrom('practice')
			.select('id')
			.where('id', '=', practice.id)
			.executeTakeFirst();
		if (known) throw new Refused(`${practice.name} is on this server already.`);
		const writer = new RowWriter(trx);
		await writer.add('practice', { ...practice, epoch: randomUUID() });
		const files = { folder, practiceId: practice.id, writer };
		const records = await importRecords(files, engine.registry);
		const changes = await importHistory(files);
		const photos = await importPhotos(files);
		await writer.flush();
		await requireWhole(trx, practice.id);
		return { records, changes, photos };
	});
	await refreshLookups(engine, practice.id);
	return { practiceId: practice.id, name: practice.name, ...imported };
}

interface Files {
	readonly folder: string;
	readonly practiceId: string;
	readonly writer: RowWriter;
}

async function importRecords(
	{ folder, practiceId, writer }: Files,
	registry: Registry
): Promise<number> {
	const place = path.join(folder, 'records');
	const names = existsSync(place) ? readdirSync(place).sort() : [];
	let count = 0;
	for (const name of names.filter((each) => each.endsWith('.json'))) {
		const kind = name.slice(0, -'.json'.length);
		const type = registry.typeOf(kind);
		if (!type) throw unfit(`records/${name}`);
		for (const record of read(folder, `records/${name}`, recordsSchema)) {
			const { id, version, changedAt, deletedAt, fields } = record;
			const body = fields === null ? null : JSON.stringify(fields);
			const row = body === null ? undefined : rowOrRefuse(() => readBody(type, id, body), name);
			const isGood = row ? row.id === id : deletedAt !== null;
			if (!isGood) throw unfit(`records/${name}`);
			const day = row ? dayOfRow(type, row) : null;
			await writer.add('record', {
				...{ practice_id: practiceId, kind, id, body, day, version },
				...{ changed_at: changedAt, deleted_at: deletedAt }
			});
			count += 1;
		}
	}
	return count;
}

function rowOrRefuse<Row>(readRow: () => Row, name: string): Row {
	try {
		return readRow();
	} catch {
		throw unfit(`records/${name}`);
	}
}

async function importHistory({ folder, practiceId, writer }: Files): Promise<number> {
	const rows = read(folder, 'history.json', historySchema);
	const about: AnyRow[] = [];
	for (const { touched, ...row } of rows) {
		await writer.add('history', { practice_id: practiceId, ...row });
		const { number } = row;
		about.push(...touched.map(([kind, id]) => ({ practice_id: practiceId, kind, id, number })));
	}
	for (const row of about) await writer.add('history_record', row);
	return rows.length;
}

async function importPhotos({ folder, practiceId, writer }: Files): Promise<number> {
	const photos = read(folder, 'photos.json', photosSchema);
	for (const { file, ...photo } of photos) {
		const isName = file === `photos/${photo.hash}.${endings[photo.mime] ?? ''}`;
		if (!/^[0-9a-f]{64}$/.test(photo.hash) || !isName) throw unfit('photos.json');
		const place = path.join(folder, file);
		const bytes = existsSync(place) ? readFileSync(place) : Buffer.alloc(0);
		if (kindOf(bytes) !== photo.mime || bytes.length !== photo.size) throw unfit(file);
		await writer.add('photo', { practice_id: practiceId, ...photo, bytes });
	}
	return photos.length;
}

async function requireWhole(trx: Kysely<Tables>, practiceId: string): Promise<void> {
	const report = await verifyHistory(trx, practiceId);
	if (report.isWhole) return;
	throw new Refused(
		`The history in this export is broken at change ${report.number}, so nothing was imported.`
	);
}

function readHead(folder: string): z.infer<typeof headSchema> {
	if (!existsSync(path.join(folder, 'practice.json'))) {
		throw new Refused(`There is no export of a practice in the folder ${folder}.`);
	}
	const head = read(folder, 'practice.json', headSchema);
	if (head.format === filesFormat && head.tables === newestMigration()) return head;
	throw new Refused(
		'This export comes from another version of Noticeboard. Use that one to read it.'
	);
}

function read<Found>(folder: string, name: string, schema: z.ZodMiniType<Found>): Found {
	let found: unknown;
	try {
		found = JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
	} catch {
		throw unfit(name);
	}
	const parsed = schema.safeParse(found);
	if (!parsed.success) throw unfit(name);
	return parsed.data;
}

function unfit(name: string): Refused {
	return new Refused(`The file ${name} is missing or was changed, so nothing was imported.`);
}
