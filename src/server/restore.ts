/**
 * Puts a backup back, into an empty database only: all of it, or nothing.
 *
 * Every practice gets a new epoch, so that phones notice, take everything anew and offer again
 * what they were answered since the backup was made.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Kysely } from 'kysely';
import * as z from 'zod/mini';
import { backupFormat } from './backup.ts';
import { verifyHistory } from './chain.ts';
import { practicesOf, Refused } from './command-line.ts';
import type { Engine } from './engine.ts';
import { isKeptTable, rowOfLine } from './kept-tables.ts';
import { refreshLookups } from './lookups.ts';
import { newestMigration } from './migrate.ts';
import { renewEpoch } from './practice.ts';
import type { Tables } from './tables.ts';
import { RowWriter } from './whole-tables.ts';

const headSchema = z.object({
	noticeboard: z.literal('backup'),
	format: z.int(),
	tables: z.string(),
	madeAt: z.int()
});
const rowSchema = z.strictObject({ table: z.string(), row: z.unknown() });
const endSchema = z.strictObject({ rows: z.int(), sha256: z.string() });

export interface Restored {
	readonly madeAt: number;
	readonly rows: number;
	readonly practices: readonly RestoredPractice[];
}

interface RestoredPractice {
	readonly name: string;
	/** False when the history in the backup was tampered with; it is put back all the same. */
	readonly isWhole: boolean;
}

/** @throws {Refused} when there is something here already, or the file is no whole backup. */
export async function restoreBackup(engine: Engine, file: string): Promise<Restored> {
	const { madeAt, rows } = await engine.database.asOwner(async (trx) => {
		await requireEmpty(trx);
		return putBack(trx, file);
	});
	const practices: RestoredPractice[] = [];
	for (const { id, name } of await practicesOf(engine)) {
		await refreshLookups(engine, id);
		const look = (trx: Kysely<Tables>) => verifyHistory(trx, id);
		const { isWhole } = await engine.database.withPractice(id, look, 'reading');
		practices.push({ name, isWhole });
	}
	return { madeAt, rows, practices };
}

async function requireEmpty(trx: Kysely<Tables>): Promise<void> {
	const found = await trx.selectFrom('practice').select('id').limit(1).executeTakeFirst();
	if (!found) return;
	throw new Refused(
		'There is a practice here already, so nothing was put back. ' +
			'Choose an empty folder with DATA_DIR, or an empty database with DATABASE_URL.'
	);
}

async function putBack(
	trx: Kysely<Tables>,
	file: string
): Promise<{ madeAt: number; rows: number }> {
	const writer = new RowWriter(trx);
	const hash = createHash('sha256');
	let madeAt: number | undefined;
	let rows = 0;
	let isEnded = false;
	for await (const text of linesIn(file)) {
		const line = parse(text);
		const end = endSchema.safeParse(line);
		if (isEnded) throw notWhole(file);
		if (end.success) {
			if (end.data.rows !== rows || end.data.sha256 !== hash.digest('hex')) throw notWhole(file);
			isEnded = true;
			continue;
		}
		hash.update(`${text}\n`);
		if (madeAt === undefined) {
			madeAt = readHead(line);
			continue;
		}
		const found = rowSchema.safeParse(line);
		const row =
			found.success && isKeptTable(found.data.table)
				? { table: found.data.table, row: rowOfLine(found.data.table, found.data.row) }
				: undefined;
		if (!row?.row) throw notWhole(file);
		await writer.add(row.table, row.row);
		rows += 1;
	}
	if (!isEnded || madeAt === undefined) throw notWhole(file);
	await writer.flush();
	for (const { id } of await trx.selectFrom('practice').select('id').execute()) {
		await renewEpoch(trx, id);
	}
	return { madeAt, rows };
}

function readHead(line: unknown): number {
	const head = headSchema.safeParse(line);
	if (!head.success) throw new Refused('This file is not a backup of Noticeboard.');
	const { format, tables, madeAt } = head.data;
	if (format === backupFormat && tables === newestMigration()) return madeAt;
	throw new Refused(
		tables > newestMigration() || format > backupFormat
			? 'This backup comes from a newer Noticeboard. Update this one first, then try again.'
			: 'This backup comes from an older Noticeboard. Put it back with that one, then update.'
	);
}

async function* linesIn(file: string): AsyncGenerator<string> {
	const unpacked = createGunzip();
	unpacked.setEncoding('utf8');
	// Its errors reach whoever reads.
	pipeline(createReadStream(file), unpacked, () => undefined);
	const texts: AsyncIterable<string> = unpacked;
	let rest = '';
	try {
		for await (const text of texts) {
			const lines = (rest + text).split('\n');
			rest = lines.pop() ?? '';
			yield* lines;
		}
	} catch (cause) {
		throw unreadable(file, cause);
	}
	if (rest !== '') yield rest;
}

function unreadable(file: string, cause: unknown): Refused {
	const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
	if (code === 'ENOENT') return new Refused(`There is no file ${file}.`);
	return notWhole(file);
}

function notWhole(file: string): Refused {
	return new Refused(
		`The file ${file} is not a whole backup, so nothing was put back. Take another one.`
	);
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
