/**
 * Runs one suite on every kind of database: SQLite in memory, SQLite in a file, PostgreSQL.
 *
 * PostgreSQL needs TEST_DATABASE_URL (`npm test` starts one). Without it the suite is skipped and
 * says so, and `npm test` counts a skipped test as failed.
 */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe } from 'vitest';
import { openDatabase, type Database, type DatabaseOptions } from '#server/database.ts';

export interface Place {
	readonly options: DatabaseOptions;
	/** Deletes everything that was kept there. */
	remove(): Promise<void>;
}

export interface OpenPlace {
	readonly database: Database;
	readonly options: DatabaseOptions;
}

const postgresUrl = process.env.TEST_DATABASE_URL;
export const hasPostgres = postgresUrl !== undefined;

const makers: Readonly<Record<string, () => Promise<Place>>> = {
	'SQLite in memory': () =>
		Promise.resolve({ options: { memory: true }, remove: () => Promise.resolve() }),
	'SQLite in a file': () => Promise.resolve(sqliteFolder()),
	PostgreSQL: postgresSchema
};

/** The suite is given a function, because the database opens only when its tests run. */
export function onEveryDatabase(title: string, suite: (open: () => OpenPlace) => void): void {
	for (const [name, make] of Object.entries(makers)) {
		const isMissing = name === 'PostgreSQL' && !hasPostgres;
		if (isMissing) process.stderr.write(`!!! ${title}: NOT TESTED ON POSTGRESQL !!!\n`);
		describe.skipIf(isMissing)(`${title} (${name})`, () => {
			let place: Place | undefined;
			let database: Database | undefined;
			beforeAll(async () => {
				place = await make();
				database = await openDatabase(place.options);
			});
			afterAll(async () => {
				await database?.close();
				await place?.remove();
			});
			suite(() => {
				if (!place || !database) throw new Error('The database is not open yet.');
				return { database, options: place.options };
			});
		});
	}
}

export function sqliteFolder(): Place {
	const dataDir = mkdtempSync(path.join(tmpdir(), 'noticeboard-test-'));
	const remove = () => {
		rmSync(dataDir, { recursive: true, force: true });
		return Promise.resolve();
	};
	return { options: { dataDir }, remove };
}

/** A schema of its own, so that test files can run at the same time. */
export async function postgresSchema(): Promise<Place> {
	const schema = `test_${randomUUID().replaceAll('-', '')}`;
	await asSuperuser(`create schema ${schema}`);
	const url = new URL(postgresUrl ?? '');
	url.searchParams.set('options', `-c search_path=${schema}`);
	const remove = () => asSuperuser(`drop schema ${schema} cascade`);
	return { options: { databaseUrl: url.toString() }, remove };
}

async function asSuperuser(statement: string): Promise<void> {
	const client = new pg.Client({ connectionString: postgresUrl });
	await client.connect();
	try {
		await client.query(statement);
	} finally {
		await client.end();
	}
}
