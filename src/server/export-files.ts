/**
 * The files of an export: each kind of record as JSON and as a table, pictures beside them.
 *
 * The same rows always make the same bytes, so nothing here knows the time.
 */
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Refused } from './command-line.ts';
import { csvOf } from './csv.ts';
import type { AnyRow } from './kept-tables.ts';

export const endings: Readonly<Record<string, string>> = {
	'image/jpeg': 'jpg',
	'image/png': 'png',
	'image/webp': 'webp'
};

/** A record as it is kept, with its fields as JSON. */
export interface ExportedRecord {
	readonly id: string;
	readonly version: number;
	readonly changedAt: number;
	readonly deletedAt: number | null;
	readonly day: string | null;
	/** Null for one that was removed. */
	readonly fields: AnyRow | null;
}

/** A folder that is new or empty: an export never mixes with another one. */
export class FilesFolder {
	readonly #folder: string;

	private constructor(folder: string) {
		this.#folder = folder;
	}

	/** @throws {Refused} when there is something in it. */
	static async make(folder: string): Promise<FilesFolder> {
		if (existsSync(folder) && readdirSync(folder).length > 0) {
			throw new Refused(`The folder ${folder} is not empty. Choose another one with --to.`);
		}
		await mkdir(folder, { recursive: true, mode: 0o700 });
		return new FilesFolder(folder);
	}

	async write(name: string, content: string | Buffer): Promise<void> {
		const file = path.join(this.#folder, name);
		await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
		await writeFile(file, content, { mode: 0o600, flag: 'wx' });
	}

	/** One record a line, so that two exports can be compared. */
	async writeRecords(kind: string, records: readonly ExportedRecord[]): Promise<void> {
		await this.write(`records/${kind}.json`, linesOf(records));
		const there = records.map(({ fields }) => fields).filter((fields) => fields !== null);
		const columns = [...new Set(there.flatMap((fields) => Object.keys(fields)))];
		const rows = there.map((fields) => columns.map((column) => spoken(column, fields[column])));
		await this.write(`records/${kind}.csv`, csvOf(columns, rows));
	}

	/** @returns the name of the file. */
	async writePhoto(hash: string, mime: string, bytes: Buffer): Promise<string> {
		const name = `photos/${hash}.${endings[mime] ?? 'bin'}`;
		await this.write(name, bytes);
		return name;
	}
}

/** A list in JSON, one item a line. */
export function linesOf(items: readonly unknown[]): string {
	return `[\n${items.map((item) => JSON.stringify(item)).join(',\n')}\n]\n`;
}

/** Moments as a person can read them. */
export function spoken(column: string, value: unknown): unknown {
	const isMoment = /At$|_at$|^at$/.test(column) && typeof value === 'number';
	return isMoment ? new Date(value).toISOString() : value;
}
