/**
 * A backup holds everything and can be put back on either engine, into an empty place only.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { registry } from '#features/registry.ts';
import {
	hasPostgres,
	onEveryDatabase,
	postgresSchema,
	sqliteFolder,
	type Place
} from '#tests/support/databases.ts';
import { newGroup, type Group } from '#tests/support/group-of-people.ts';
import { hashOfBytes, jpeg } from '#tests/support/pictures.ts';
import { isPatch, TestDevice, TestEngine } from '#tests/support/practice-server.ts';
import { v7 } from 'uuid';
import { writeBackup } from './backup.ts';
import { verifyHistory } from './chain.ts';
import { Refused } from './command-line.ts';
import { openDatabase, type Database } from './database.ts';
import { Photos } from './photos.ts';
import { restoreBackup } from './restore.ts';
import { whoHolds } from './sessions.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'noticeboard-backup-'));
afterAll(() => rmSync(folder, { recursive: true }));
let made = 0;
const newFile = () => path.join(folder, `${++made}.jsonl.gz`);
const linesOf = (file: string) => gunzipSync(readFileSync(file)).toString().trimEnd().split('\n');
const packed = (lines: string[]) => {
	const file = newFile();
	writeFileSync(file, gzipSync(`${lines.join('\n')}\n`));
	return file;
};

/** What two backups of the same practice have in common. */
function rowsOf(file: string): string[] {
	return linesOf(file)
		.slice(1, -1)
		.map((line) => line.replace(/"epoch":"[^"]+"/, '"epoch":""'));
}

async function fullGroup(database: Database): Promise<Group> {
	const group = await newGroup(database);
	const photos = new Photos(group.engine, { dataDir: undefined, minFreeBytes: 0 });
	for (const shade of [1, 2, 3, 4, 5, 6]) {
		const bytes = await jpeg(shade);
		await photos.put(group.manager.who, { hash: hashOfBytes(bytes), bytes });
	}
	const device = new TestDevice(group.engine, group.manager.who);
	const people = Array.from({ length: 30 }, (_, number) => ({
		name: 'person.add',
		args: { id: v7(), name: `Zoë “${number}” O’Neill\n`, role: 'reader' }
	}));
	await device.does(...people, { name: 'person.nothing', args: {} });
	return group;
}

const kinds: readonly (readonly [string, boolean, () => Promise<Place>])[] = [
	['SQLite', true, () => Promise.resolve(sqliteFolder())],
	['PostgreSQL', hasPostgres, postgresSchema]
];

onEveryDatabase('a backup', (open) => {
	let group: Group;
	let file: string;
	beforeAll(async () => {
		group = await fullGroup(open().database);
		file = newFile();
		await writeBackup(group.engine, file);
	});

	describe.each(kinds)('put back on %s', (_, isThere, make) => {
		let place: Place;
		let engine: TestEngine;
		beforeAll(async () => {
			if (!isThere) return;
			place = await make();
			engine = new TestEngine(await openDatabase(place.options), registry);
			await restoreBackup(engine, file);
		});
		afterAll(async () => {
			if (!isThere) return;
			await engine.database.close();
			await place.remove();
		});

		test.skipIf(!isThere)('holds the same rows, byte for byte', async () => {
			const again = newFile();
			await writeBackup(engine, again);

			expect(rowsOf(again)).toEqual(rowsOf(file));
			expect(rowsOf(file).length).toBeGreaterThan(100);
		});

		test.skipIf(!isThere)('has a whole history, a new epoch and the same sessions', async () => {
			const { practiceId, manager } = group;
			const epochIn = ({ database }: TestEngine) =>
				database.asOwner((trx) =>
					trx.selectFrom('practice').select('epoch').where('id', '=', practiceId).execute()
				);
			const report = await engine.database.asOwner((trx) => verifyHistory(trx, practiceId));
			engine.time = group.engine.time;

			expect(report).toMatchObject({ isWhole: true });
			expect(await epochIn(engine)).not.toEqual(await epochIn(group.engine));
			expect(await whoHolds(engine, manager.token)).toEqual(manager.who);
		});

		test.skipIf(!isThere)('goes on: rules find what they look up, photos are there', async () => {
			engine.time = group.engine.time;
			const device = new TestDevice(engine, group.manager.who);
			const [outcome] = await device.does({
				name: 'person.setRole',
				args: { id: group.manager.who.personId, role: 'reader' }
			});
			const photos = new Photos(engine, { dataDir: undefined, minFreeBytes: 0 });
			const photo = await photos.get(group.manager.who, hashOfBytes(await jpeg(5)));

			// It looks the practice managers up, and finds that there is only one.
			expect(outcome).toMatchObject({ refusal: { code: 'last-manager' } });
			expect(photo).toMatchObject({ mime: 'image/jpeg' });
		});

		test.skipIf(!isThere)('is refused where there is a practice already', async () => {
			await expect(restoreBackup(engine, file)).rejects.toThrow('There is a practice here already');
		});
	});

	test('phones notice, and what was done since is offered again', async () => {
		const { engine, manager } = group;
		const device = new TestDevice(engine, manager.who);
		await device.pulls();
		const since = device.message({
			name: 'person.add',
			args: { id: v7(), name: 'Since', role: 'reader' }
		});
		await device.push([since]);
		const place = sqliteFolder();
		const restored = new TestEngine(await openDatabase(place.options), registry);
		restored.time = engine.time;
		await restoreBackup(restored, file);
		const later = new TestDevice(restored, manager.who);
		later.cookie = device.cookie;

		const pulled = await later.page();
		const offered = await later.push([{ ...since, seq: 1 }]);
		const twice = await later.push([{ ...since, seq: 1 }]);

		await restored.database.close();
		await place.remove();
		expect(isPatch(pulled) && [pulled.from, pulled.epoch === device.cookie?.epoch]).toEqual([
			null,
			false
		]);
		expect(offered).toMatchObject({ outcomes: [{ uuid: since.uuid, result: 'applied' }] });
		expect(twice).toMatchObject({ lastSeq: 1 });
	});

	test('is made while people go on working, and shows one moment', async () => {
		const { engine, manager } = group;
		const device = new TestDevice(engine, manager.who);
		const beside = newFile();
		const add = () => ({
			name: 'person.add',
			args: { id: v7(), name: 'Meanwhile', role: 'reader' }
		});

		const [backup] = await Promise.all([
			writeBackup(engine, beside),
			(async () => {
				for (let turn = 0; turn < 10; turn++) await device.does(add());
			})()
		]);

		const rows = linesOf(beside).slice(1, -1);
		const count = (table: string) =>
			rows.filter((line) => line.startsWith(`{"table":"${table}"`)).length;
		expect(backup.rows).toBe(rows.length);
		// Each of those changes made one record and one row of history.
		const historyOnly = rows.filter((line) => line.includes('"name":"person.nothing"')).length;
		expect(count('history') - historyOnly).toBeGreaterThan(30);
		const place = sqliteFolder();
		const restored = new TestEngine(await openDatabase(place.options), registry);
		const { practices } = await restoreBackup(restored, beside);
		await restored.database.close();
		await place.remove();
		expect(practices.every(({ isWhole }) => isWhole)).toBe(true);
	});
});

describe('a file that is no whole backup', () => {
	let place: Place;
	let engine: TestEngine;
	let lines: string[];
	beforeAll(async () => {
		place = sqliteFolder();
		engine = new TestEngine(await openDatabase(place.options), registry);
		const source = await openDatabase({ memory: true });
		const group = await newGroup(source);
		const file = newFile();
		await writeBackup(group.engine, file);
		await source.close();
		lines = linesOf(file);
	});
	afterAll(async () => {
		await engine.database.close();
		await place.remove();
	});
	const cut = () => {
		const file = newFile();
		const whole = gzipSync(lines.join('\n'));
		writeFileSync(file, whole.subarray(0, whole.length - 40));
		return file;
	};
	const changed = (from: string, to: string) => packed(lines.map((line) => line.replace(from, to)));

	test.each([
		['is not there', () => path.join(folder, 'nothing.gz'), 'There is no file'],
		['is cut off', cut, 'is not a whole backup'],
		['misses its end', () => packed(lines.slice(0, -1)), 'is not a whole backup'],
		['misses a line', () => packed(lines.toSpliced(3, 1)), 'is not a whole backup'],
		['was changed', () => changed('Mary', 'Mara'), 'is not a whole backup'],
		['goes on after its end', () => packed([...lines, ...lines]), 'is not a whole backup'],
		['has other columns', () => changed('"row":{', '"row":{"id) --":1,'), 'is not a whole backup'],
		['is something else', () => packed(['{"a":1}']), 'This file is not a backup'],
		['is not compressed', () => fileURLToPath(import.meta.url), 'is not a whole backup'],
		['is of a newer version', () => changed('"format":1', '"format":2'), 'a newer Noticeboard'],
		['is of an older version', () => changed('"tables":"0', '"tables":"#'), 'an older Noticeboard']
	])('that %s is refused, and nothing is kept of it', async (_, make, says) => {
		const restoring = restoreBackup(engine, make());

		await expect(restoring).rejects.toThrow(Refused);
		await expect(restoring).rejects.toThrow(says);
		const kept = await engine.database.asOwner((trx) =>
			trx.selectFrom('practice').selectAll().execute()
		);
		expect(kept).toEqual([]);
	});
});
