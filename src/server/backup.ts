/**
 * A backup: everything that the server holds, as lines of JSON in one compressed file. It can be
 * put back on either engine.
 *
 * The last line counts the others and holds their hash: half a file is never taken for a whole
 * one. The file appears under its name only when it is whole and on the disk.
 */
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Kysely } from 'kysely';
import type { Engine } from './engine.ts';
import { keptNames, lineOfRow } from './kept-tables.ts';
import { newestMigration } from './migrate.ts';
import type { Tables } from './tables.ts';
import { rowsOfTable } from './whole-tables.ts';

export const backupFormat = 1;

export interface MadeBackup {
	readonly file: string;
	readonly rows: number;
	readonly bytes: number;
}

/** @throws {Error} when there is no room, or `signal` ends it; then no file is left. */
export async function writeBackup(
	engine: Engine,
	file: string,
	signal?: AbortSignal
): Promise<MadeBackup> {
	const folder = path.dirname(file);
	await mkdir(folder, { recursive: true, mode: 0o700 });
	const part = `${file}.part`;
	const count = { rows: 0 };
	try {
		await engine.database.asReader((trx) =>
			pipeline(
				Readable.from(linesOf(trx, engine, count)),
				createGzip(),
				createWriteStream(part, { mode: 0o600 }),
				{ ...(signal && { signal }) }
			)
		);
		const bytes = await toDisk(part);
		await rename(part, file);
		await toDisk(folder).catch(() => undefined);
		return { file, rows: count.rows, bytes };
	} catch (error) {
		await rm(part, { force: true });
		throw error;
	}
}

async function* linesOf(
	trx: Kysely<Tables>,
	engine: Engine,
	count: { rows: number }
): AsyncGenerator<string> {
	const hash = createHash('sha256');
	const line = (value: object) => {
		const text = `${JSON.stringify(value)}\n`;
		hash.update(text);
		return text;
	};
	yield line({
		noticeboard: 'backup',
		format: backupFormat,
		tables: newestMigration(),
		madeAt: engine.now()
	});
	for (const table of keptNames) {
		for await (const row of rowsOfTable(trx, table)) {
			count.rows += 1;
			yield line({ table, row: lineOfRow(table, row) });
		}
	}
	yield `${JSON.stringify({ rows: count.rows, sha256: hash.digest('hex') })}\n`;
}

/** Until then a power cut could take it back. @returns its size. */
async function toDisk(place: string): Promise<number> {
	const handle = await open(place, 'r');
	try {
		await handle.sync();
		return (await handle.stat()).size;
	} finally {
		await handle.close();
	}
}
