/**
 * The nightly round: once a night, by one server, and caught up after a night that was missed.
 */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { onEveryDatabase } from '#tests/support/databases.ts';
import {
	dayMs,
	newPractice,
	TestEngine,
	type TestPractice
} from '#tests/support/practice-server.ts';
import { backupFile, backupsIn, forgetOldBackups } from './backup-folder.ts';
import { claimJob, finishJob, jobTimes } from './claims.ts';
import { openDatabase } from './database.ts';
import { lastNight, NightlyRound } from './nightly.ts';

const hourMs = dayMs / 24;

onEveryDatabase('the nightly round', (open) => {
	let practice: TestPractice;
	let dataDir: string;
	beforeEach(async () => {
		const { database } = open();
		await database.asOwner((trx) => trx.deleteFrom('server_job').execute());
		practice = await newPractice(database);
		dataDir = mkdtempSync(path.join(tmpdir(), 'noticeboard-nightly-'));
	});
	afterEach(() => rmSync(dataDir, { recursive: true }));
	const round = () => new NightlyRound(practice.engine, dataDir);

	test('runs at the first start, and not again before the next night', async () => {
		practice.engine.time = Date.parse('2026-11-20T12:00:00Z');
		await round().run();
		practice.engine.time += 10 * hourMs;
		await round().run();
		const sameDay = await backupsIn(dataDir);
		practice.engine.time = Date.parse('2026-11-21T01:59:00Z');
		await round().run();
		const beforeTwo = await backupsIn(dataDir);
		practice.engine.time = Date.parse('2026-11-21T02:00:00Z');
		await round().run();

		expect([sameDay.length, beforeTwo.length, (await backupsIn(dataDir)).length]).toEqual([
			1, 1, 2
		]);
		expect([...(await jobTimes(practice.engine)).values()]).toEqual([
			practice.engine.time,
			practice.engine.time
		]);
	});

	test('is done by one of several servers that look at the same moment', async () => {
		const { database, options } = open();
		const other = database.engine === 'postgres' ? await openDatabase(options) : database;
		const elsewhere = new TestEngine(other);
		elsewhere.time = practice.engine.time;
		const claim = { name: 'round', dueSince: lastNight(elsewhere.time), forMs: hourMs };

		const claimed = await Promise.all(
			[practice.engine, elsewhere, practice.engine, elsewhere].map((engine) =>
				claimJob(engine, claim)
			)
		);

		if (other !== database) await other.close();
		expect(claimed.filter(Boolean)).toHaveLength(1);
	});

	test('is taken up again an hour after a server was killed in it', async () => {
		const { engine } = practice;
		const claim = () =>
			claimJob(engine, { name: 'round', dueSince: lastNight(engine.time), forMs: hourMs });
		await claim();
		const atOnce = await claim();
		engine.time += hourMs;
		const later = await claim();
		await finishJob(engine, 'round', engine.time);
		engine.time += hourMs;

		expect([atOnce, later, await claim()]).toEqual([false, true, false]);
	});

	test('that fails is logged and tried again, and the rest is done', async () => {
		rmSync(dataDir, { recursive: true });
		const file = mkdtempSync(path.join(tmpdir(), 'noticeboard-nightly-'));
		const inTheWay = new NightlyRound(practice.engine, '/dev/null/no-folder');

		await inTheWay.run();

		dataDir = file;
		expect(practice.engine.logged.join('')).toContain('Nightly work failed.');
		const times = await jobTimes(practice.engine);
		expect([times.get('backup'), times.get('tidy')]).toEqual([0, practice.engine.time]);
		practice.engine.time += hourMs;
		await round().run();
		expect(await backupsIn(dataDir)).toHaveLength(1);
	});

	test('that is stopped leaves no half file, and begins again at the next start', async () => {
		const stopped = round();
		const running = stopped.run();
		await stopped.stop();
		await running;

		const left = readdirSync(dataDir, { recursive: true }).filter((name) =>
			String(name).endsWith('.part')
		);
		expect(left).toEqual([]);
		await round().run();
		expect(await backupsIn(dataDir)).toHaveLength(1);
	});
});

describe('the folder of backups', () => {
	test('keeps the newest 14 of the nights, and all that were made by hand', async () => {
		const dataDir = mkdtempSync(path.join(tmpdir(), 'noticeboard-nightly-'));
		const { mkdirSync, writeFileSync } = await import('node:fs');
		mkdirSync(path.join(dataDir, 'backups'));
		const night = (number: number) => backupFile(dataDir, 'nightly', number * dayMs);
		for (let number = 0; number < 20; number++) writeFileSync(night(number), '');
		const byHand = backupFile(dataDir, 'by-hand', 0);
		const own = path.join(dataDir, 'backups', 'my own copy.gz');
		for (const file of [byHand, own, `${night(3)}.part`]) writeFileSync(file, '');

		await forgetOldBackups(dataDir);

		const left = readdirSync(path.join(dataDir, 'backups')).sort();
		rmSync(dataDir, { recursive: true });
		const nights = Array.from({ length: 14 }, (_, index) => path.basename(night(index + 6)));
		expect(left).toEqual([path.basename(byHand), 'my own copy.gz', ...nights].sort());
	});
});
