/**
 * SQLite in a folder: one server at a time, and nothing that was answered is ever lost.
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sqliteFolder, type Place } from '#tests/support/databases.ts';
import {
	newPractice,
	TestDevice,
	TestEngine,
	type TestPractice
} from '#tests/support/practice-server.ts';
import { verifyHistory } from './chain.ts';
import { DataFolderInUse, openDatabase } from './database.ts';

const child = fileURLToPath(new URL('../../tests/support/pushing-child.ts', import.meta.url));
describe('a folder of SQLite', () => {
	let place: Place;
	beforeAll(() => {
		place = sqliteFolder();
	});
	afterAll(() => place.remove());
	const dataDir = () => place.options.dataDir ?? '';

	/** Runs the pushing server until it has answered enough, then kills it without warning. */
	const pushUntilKilled = async (practice: TestPractice, personId: string, answers: number) => {
		const server = spawn(process.execPath, [child, dataDir(), practice.id, personId], {
			stdio: ['ignore', 'pipe', 'pipe']
		});
		let text = '';
		let complaint = '';
		server.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
		server.stdout.on('data', (chunk: Buffer) => {
			text += chunk.toString();
			if (text.split('\n').length > answers) server.kill('SIGKILL');
		});
		const code = await new Promise((resolve) => server.on('close', (_, signal) => resolve(signal)));
		return { code, complaint, uuids: text.split('\n').filter((line) => line.length === 36) };
	};

	test('is refused to a second process while the first one runs', async () => {
		const first = await openDatabase(place.options);
		const practice = await newPractice(first);

		const again = openDatabase(place.options);
		await expect(again).rejects.toThrow(DataFolderInUse);
		const { code, complaint } = await pushUntilKilled(practice, v7(), 1);

		expect(code).toBeNull();
		expect(complaint).toContain('Noticeboard is already running on the folder');
		await first.close();
		await (await openDatabase(place.options)).close();
	});

	test('can be used by a short command beside the server', async () => {
		const server = await openDatabase(place.options);
		const command = await openDatabase({ ...place.options, besideServer: true });
		const practice = await newPractice(command);

		const seen = await server.withPractice(practice.id, (trx) =>
			trx.selectFrom('practice').select('id').where('id', '=', practice.id).executeTakeFirst()
		);

		expect(seen).toEqual({ id: practice.id });
		await command.close();
		await server.close();
	});

	test('loses nothing that was answered when the server is killed', async () => {
		const before = await openDatabase(place.options);
		const practice = await newPractice(before);
		const { who } = await practice.join('volunteer');
		await before.close();
		const answered: string[] = [];

		for (const answers of [1, 20, 64]) {
			const { code, uuids } = await pushUntilKilled(practice, who.personId, answers);
			expect(code).toBe('SIGKILL');
			answered.push(...uuids);
		}

		const after = await openDatabase(place.options);
		const rows = await after.asOwner((trx) =>
			trx.selectFrom('history').select('uuid').where('practice_id', '=', practice.id).execute()
		);
		const kept = new Set(rows.map(({ uuid }) => uuid));
		expect(answered.length).toBeGreaterThan(80);
		expect(answered.filter((uuid) => !kept.has(uuid))).toEqual([]);
		const report = await after.asOwner((trx) => verifyHistory(trx, practice.id));
		expect(report).toMatchObject({ isWhole: true });
		const fresh = new TestDevice(new TestEngine(after), who);
		await fresh.pulls();
		expect(fresh.held.size).toBe(rows.length);
		await after.close();
	});

	test('is set so that a power cut takes nothing back', async () => {
		const database = await openDatabase(place.options);
		const settings = await database.asOwner(async (trx) => {
			const journal = await sql<{ journal_mode: string }>`pragma journal_mode`.execute(trx);
			const synchronous = await sql<{ synchronous: number }>`pragma synchronous`.execute(trx);
			const keys = await sql<{ foreign_keys: number }>`pragma foreign_keys`.execute(trx);
			return { ...journal.rows[0], ...synchronous.rows[0], ...keys.rows[0] };
		});

		expect(settings).toEqual({ journal_mode: 'wal', synchronous: 2, foreign_keys: 1 });
		await database.close();
	});
});
