/**
 * Erasing: no trace of a name is left in anything that is kept, and the history still holds.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Outcome } from '#domain/protocol.ts';
import type { Role } from '#domain/roles.ts';
import { onEveryDatabase } from '#tests/support/databases.ts';
import { newGroup, type Group } from '#tests/support/group-of-people.ts';
import { hashOfBytes, jpeg } from '#tests/support/pictures.ts';
import { TestDevice } from '#tests/support/practice-server.ts';
import { verifyHistory } from './chain.ts';
import { erasePerson, eraseRecord } from './erase.ts';
import { ErasedWords } from './erase-words.ts';
import { Photos } from './photos.ts';
import { whoHolds } from './sessions.ts';

/** Names that stand nowhere else: all tests on one database share its files. */
let turn = 0;
let first = '';
let last = '';
let name = '';
const phone = '01632 960123';

onEveryDatabase('erasing a person', (open) => {
	let group: Group;
	let zenobia: string;
	let manager: TestDevice;
	beforeEach(async () => {
		turn += 1;
		const letters = String(1000 + turn).replace(/\d/g, (digit) =>
			'abcdefghij'.charAt(Number(digit))
		);
		[first, last] = [`Zenobia${letters}`, `Quillwort${letters}`];
		name = `${first} ${last}`;
		group = await newGroup(open().database);
		zenobia = await group.addPerson(name, 'volunteer');
		manager = new TestDevice(group.engine, group.manager.who);
		await manager.pulls();
	});

	const act = async (mutation: string, args: object): Promise<Outcome> => {
		const [outcome] = await manager.does({ name: mutation, args });
		if (!outcome) throw new Error('There is no outcome.');
		return outcome;
	};
	const erase = (isMeant = true, also: string[] = []) =>
		erasePerson(group.engine, { practiceId: group.practiceId, personId: zenobia, also }, isMeant);

	/** Every table as text; on SQLite the files too, byte by byte. */
	const fullDump = async (): Promise<string> => {
		const { database, options } = open();
		const tables = await database.asOwner((trx) => trx.introspection.getTables());
		const texts: string[] = [];
		for (const table of tables) {
			const { rows } = await database.asOwner((trx) =>
				sql<object>`select * from ${sql.table(table.name)}`.execute(trx)
			);
			for (const row of rows) {
				for (const value of Object.values(row) as unknown[]) {
					texts.push(Buffer.isBuffer(value) ? value.toString('latin1') : String(value));
				}
			}
		}
		const { dataDir } = options;
		const files = dataDir === undefined ? [] : readdirSync(dataDir);
		for (const file of files) {
			if (file.startsWith('noticeboard.db')) {
				texts.push(readFileSync(path.join(dataDir ?? '', file)).toString('utf8'));
			}
		}
		return texts.join('\n');
	};

	test('leaves no trace of the name in a full dump, and the history whole', async () => {
		await act('person.edit', { id: zenobia, phone });
		await act('person.edit', { id: zenobia, name: `${first} Brown-${last}` });
		await act('person.edit', { id: zenobia, name });
		await act('practice.edit', {
			id: group.practiceId,
			changes: {
				values: `${name.toUpperCase().replace(' ', '  ')} and ${name.replace(' ', '.')}@example.org, ${phone}.`
			}
		});
		await act('person.add', { id: 'no id', name, role: 'reader' });
		const { who, token } = await group.signIn(zenobia);
		const before = await fullDump();

		const erased = await erase();

		const after = await fullDump();
		for (const word of [first, last, phone].map((each) => new RegExp(each, 'i'))) {
			expect(before).toMatch(word);
			expect(after).not.toMatch(word);
		}
		expect(erased).toMatchObject({ title: name, shared: [], alone: [] });
		const report = await open().database.asOwner((trx) => verifyHistory(trx, group.practiceId));
		expect(report).toMatchObject({ isWhole: true });
		expect(await whoHolds(group.engine, token)).toMatchObject({ wipe: true });
		expect(who.personId).toBe(zenobia);
	});

	test('reaches the other phones, which go on, and fresh ones', async () => {
		await act('practice.edit', {
			id: group.practiceId,
			changes: { values: `We thank ${name} for it.` }
		});
		await manager.pulls();
		expect(manager.text).toContain(name);

		await erase();
		await manager.pulls();
		const fresh = new TestDevice(group.engine, group.manager.who);
		await fresh.pulls();

		expect(manager.text).toContain('We thank someone for it.');
		expect(manager.text).not.toContain(first);
		expect(fresh.text).toBe(manager.text);
		expect(await act('person.add', { id: v7(), name: 'Next', role: 'reader' })).toMatchObject({
			result: 'applied'
		});
	});

	test('cannot be undone, and what a phone sends about the person later is refused', async () => {
		const edit = manager.message({
			name: 'person.edit',
			args: { id: zenobia, name: `${first} Again` },
			was: { [`person/${zenobia}`]: { name } }
		});
		await manager.push([edit]);
		await erase();

		const undo = await act('change.undo', { uuid: edit.uuid });
		const later = await act('person.edit', { id: zenobia, name: `${first} Again` });

		expect([undo.result, later.result]).toEqual(['refused', 'refused']);
	});

	test('only looked at changes nothing and tells what would be', async () => {
		const before = await fullDump();

		const erased = await erase(false);

		expect(erased.records).toEqual([`person/${zenobia}`]);
		expect(await fullDump()).toBe(before);
	});

	test('tells where a part of the name stands alone, and erases that too when asked', async () => {
		await act('practice.edit', {
			id: group.practiceId,
			changes: { values: `Ask ${first} first.` }
		});

		const looked = await erase(false);
		await erase(true, [first]);

		expect(looked.alone).toEqual([{ part: first, records: [`practice/${group.practiceId}`] }]);
		expect(await fullDump()).not.toContain(first);
	});

	test('leaves somebody of the same name alone', async () => {
		const other = await group.addPerson(name, 'reader');

		const erased = await erase();
		await manager.pulls();

		expect(erased.shared).toEqual([name]);
		expect(manager.row('person', other)).toMatchObject({ name });
		expect(manager.row('person', zenobia)).toBeUndefined();
	});

	test('is refused for the only practice manager', async () => {
		zenobia = group.manager.who.personId;

		await expect(erase()).rejects.toThrow('This is the only practice manager.');
	});

	test.each(['practice-manager', 'reader'] as Role[])('works for a %s', async (role) => {
		zenobia = await group.addPerson(`Xanthe ${last}`, role);

		await erase();

		expect(await fullDump()).not.toContain(`Xanthe ${last}`);
	});
});

onEveryDatabase('erasing a record', (open) => {
	test('takes its words, its history and its picture along', async () => {
		const group = await newGroup(open().database);
		const photos = new Photos(group.engine, { dataDir: undefined, minFreeBytes: 0 });
		const bytes = await jpeg(7);
		const hash = hashOfBytes(bytes);
		const id = v7();
		const { practiceId } = group;
		await photos.put(group.manager.who, { hash, bytes });
		const thumb = 'data:image/jpeg;base64,/9j/2Q==';
		const size = { width: 60, height: 40 };
		await group.does('photo.add', { id, hash, thumb, ...size, takenOn: null, source: 'own' });

		const erased = await eraseRecord(group.engine, { practiceId, key: `photo/${id}` }, true);

		expect(erased).toMatchObject({ records: [`photo/${id}`], changes: 1 });
		expect(await photos.get(group.manager.who, hash)).toMatchObject({ error: 'not-found' });
		const report = await open().database.asOwner((trx) => verifyHistory(trx, practiceId));
		expect(report).toMatchObject({ isWhole: true });
		const again = eraseRecord(group.engine, { practiceId, key: `photo/${v7()}` }, true);
		await expect(again).rejects.toThrow('There is no record');
		const person = eraseRecord(group.engine, { practiceId, key: `person/${v7()}` }, true);
		await expect(person).rejects.toThrow('erase --person');
	});
});

onEveryDatabase('erasing a record of a kind that this server does not know', (open) => {
	test('takes its words along all the same', async () => {
		const group = await newGroup(open().database);
		const { practiceId, engine } = group;
		const id = v7();
		const row = { id, createdAt: 1, createdBy: 'someone', word: 'Xylophone' };
		await engine.database.withPractice(practiceId, async (trx) => {
			const key = { practice_id: practiceId, kind: 'sticker', id };
			const ends = { changed_at: 1, deleted_at: null, recent: null };
			const body = JSON.stringify(row);
			await trx
				.insertInto('record')
				.values({ ...key, body, day: null, version: 1, ...ends })
				.execute();
			await trx
				.insertInto('history_record')
				.values({ ...key, number: 1 })
				.execute();
		});

		await eraseRecord(engine, { practiceId, key: `sticker/${id}` }, true);

		const kept = await engine.database.withPractice(practiceId, (trx) =>
			trx
				.selectFrom('record')
				.select(['body', 'recent'])
				.where('practice_id', '=', practiceId)
				.where('kind', '=', 'sticker')
				.execute()
		);
		expect(kept).toEqual([{ body: null, recent: null }]);
	});
});

describe('words to be erased', () => {
	const put = { whole: 'someone', part: 'someone' };
	const words = new ErasedWords(['Ann Lee', 'Ann']);

	test.each([
		['Ask Ann Lee today', 'Ask someone today'],
		['ANN-LEE', 'someone'],
		['ann’s annual plan', 'someone’s annual plan'],
		['Joann Lee', 'Joann Lee'],
		['data:image/png;base64,Ann/', 'data:image/png;base64,Ann/']
	])('in ‘%s’ leave ‘%s’', (text, left) => {
		expect(words.without({ list: [text, 1, null] }, put)).toEqual({ list: [left, 1, null] });
	});

	test('that hold signs of patterns are signs', () => {
		expect(new ErasedWords(['A.B+(c)']).without('A.B+(c) axb', put)).toBe('someone) axb');
		expect(new ErasedWords([' ']).areIn('a b')).toBe(false);
	});
});
