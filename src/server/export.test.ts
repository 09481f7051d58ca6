/**
 * Exports: everything of a practice as files that can be read back, and what is kept of a person.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { registry } from '#features/registry.ts';
import { onEveryDatabase, sqliteFolder } from '#tests/support/databases.ts';
import { newGroup, type Group } from '#tests/support/group-of-people.ts';
import { hashOfBytes, jpeg } from '#tests/support/pictures.ts';
import { TestDevice, TestEngine } from '#tests/support/practice-server.ts';
import { verifyHistory } from './chain.ts';
import { csvOf } from './csv.ts';
import { openDatabase } from './database.ts';
import { erasePerson } from './erase.ts';
import { writePersonFiles } from './export-person.ts';
import { writePracticeFiles } from './export-practice.ts';
import { importPractice } from './import-practice.ts';
import { Photos } from './photos.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'noticeboard-export-'));
afterAll(() => rmSync(folder, { recursive: true }));
let made = 0;
const newFolder = () => path.join(folder, String(++made));

/** Every file by its name, as text that shows each byte. */
function filesIn(place: string): Record<string, string> {
	const names = readdirSync(place, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => path.join(entry.parentPath, entry.name));
	return Object.fromEntries(
		names.sort().map((name) => [path.relative(place, name), readFileSync(name, 'latin1')])
	);
}

onEveryDatabase('an export', (open) => {
	let group: Group;
	let zoe: string;
	let files: string;
	beforeAll(async () => {
		group = await newGroup(open().database);
		const { engine, manager } = group;
		const photos = new Photos(engine, { dataDir: undefined, minFreeBytes: 0 });
		const bytes = await jpeg(1);
		const hash = hashOfBytes(bytes);
		await photos.put(manager.who, { hash, bytes });
		const thumb = 'data:image/jpeg;base64,/9j/2Q==';
		const size = { width: 60, height: 40 };
		await group.does('photo.add', {
			...{ id: v7(), hash, thumb, ...size, takenOn: null, source: 'own' }
		});
		zoe = await group.addPerson('=HYPERLINK("x")', 'volunteer');
		const device = new TestDevice(engine, (await group.signIn(zoe)).who);
		await device.does(
			{ name: 'person.edit', args: { id: zoe, phone: '+44 1632 960001' } },
			{ name: 'person.nothing', args: {} }
		);
		const gone = await group.addPerson('Gone Away', 'reader');
		const { practiceId } = group;
		await erasePerson(engine, { practiceId, personId: gone, also: [] }, true);
		files = newFolder();
		await writePracticeFiles(engine, practiceId, files);
	});

	describe('of a practice', () => {
		test('read back and exported again is the same, byte for byte', async () => {
			const place = sqliteFolder();
			const engine = new TestEngine(await openDatabase(place.options), registry);
			const imported = await importPractice(engine, files);
			const again = newFolder();
			await writePracticeFiles(engine, imported.practiceId, again);
			const report = await engine.database.asOwner((trx) =>
				verifyHistory(trx, imported.practiceId)
			);
			const photos = new Photos(engine, { dataDir: undefined, minFreeBytes: 0 });
			const photo = await photos.get(group.manager.who, hashOfBytes(await jpeg(1)));
			engine.time = group.engine.time;
			const device = new TestDevice(engine, group.manager.who);
			const [next] = await device.does({
				name: 'person.add',
				args: { id: v7(), name: 'Next', role: 'reader' }
			});
			await engine.database.close();
			await place.remove();

			expect(filesIn(again)).toEqual(filesIn(files));
			expect(report).toMatchObject({ isWhole: true });
			expect(photo).toMatchObject({ mime: 'image/jpeg' });
			expect(next).toMatchObject({ result: 'applied' });
		});

		test('holds records, history and pictures, and no key to any door', () => {
			const found = filesIn(files);

			expect(Object.keys(found)).toEqual(
				expect.arrayContaining(['history.csv', 'history.json', 'records/person.csv'])
			);
			expect(Object.keys(found).some((name) => name.endsWith('.jpg'))).toBe(true);
			expect(JSON.stringify(found)).not.toMatch(/token_hash|code_hash/);
			const { token } = group.manager;
			expect(JSON.stringify(found)).not.toContain(token.split('.')[1]);
		});

		test('has no cell that a spreadsheet would carry out', () => {
			const tables = Object.entries(filesIn(files)).filter(([name]) => name.endsWith('.csv'));
			const people = tables.find(([name]) => name.endsWith('person.csv'))?.[1] ?? '';

			expect(people).toContain(`"'=HYPERLINK(""x"")"`);
			expect(people).toContain(`"'+44 1632 960001"`);
			for (const [, text] of tables) expect(text).not.toMatch(/(^|,)"[=+\-@\t]/m);
		});

		test('does not write over anything', async () => {
			const again = writePracticeFiles(group.engine, group.practiceId, files);

			await expect(again).rejects.toThrow('is not empty');
		});
	});

	describe('read back', () => {
		const importing = async (change: (place: string) => void) => {
			const copy = newFolder();
			await writePracticeFiles(group.engine, group.practiceId, copy);
			change(copy);
			const engine = new TestEngine(await openDatabase({ memory: true }), registry);
			const outcome = await importPractice(engine, copy).then(
				() => 'imported',
				(error: unknown) => (error instanceof Error ? error.message : '')
			);
			const kept = await engine.database.asOwner((trx) =>
				trx.selectFrom('practice').select('id').execute()
			);
			await engine.database.close();
			return { outcome, kept };
		};
		const edit = (name: string, from: string | RegExp, to: string) => (place: string) => {
			const file = path.join(place, name);
			writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
		};

		test.each([
			['with nothing there', (place: string) => rmSync(place, { recursive: true }), 'no export'],
			['with a changed history', edit('history.json', 'person.add', 'person.eat'), 'is broken'],
			['with a broken record', edit('records/person.json', '"volunteer"', '"king"'), 'person.json'],
			[
				'with a photo from elsewhere',
				edit('photos.json', /"photos\/.*?"/, '"../../etc/passwd"'),
				'photos.json'
			],
			[
				'with another version',
				edit('practice.json', '"format": 1', '"format": 2'),
				'another version'
			],
			['with broken JSON', edit('history.json', '[', ''), 'history.json']
		])('%s is refused, and nothing is kept', async (_, change, says) => {
			const { outcome, kept } = await importing(change);

			expect(outcome).toContain(says);
			expect(kept).toEqual([]);
		});

		test('where the practice is already is refused', async () => {
			const again = importPractice(group.engine, files);

			await expect(again).rejects.toThrow('is on this server already');
		});
	});

	test('of a person holds their record, what they did and their devices', async () => {
		const place = newFolder();
		const wanted = { practiceId: group.practiceId, personId: zoe };

		const exported = await writePersonFiles(group.engine, wanted, place);

		const found = filesIn(place);
		expect(exported.changes).toBe(3);
		expect(found['records/person.json']).toContain('+44 1632 960001');
		expect(found['records/person.json']).not.toContain('Mary Manager');
		expect(found['history.csv']).toContain('this person');
		expect(found['devices.csv']).toContain('Android phone');
	});
});

describe('a table for a spreadsheet', () => {
	test.each([
		['=1+1', `"'=1+1"`],
		['@me', `"'@me"`],
		[' -2', `"' -2"`],
		['say "hi"', '"say ""hi"""'],
		[-2, '"-2"'],
		[null, '""'],
		[['a', 'b'], '"[""a"",""b""]"']
	])('writes %j as %s', (value, cell) => {
		expect(csvOf(['a'], [[value]])).toBe(`\u{feff}"a"\r\n${cell}\r\n`);
	});
});
