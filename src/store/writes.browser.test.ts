/** What is written in one transaction and not waited for one by one. */
import { describe, expect, test } from 'vitest';
import { idFor } from '#tests/support/actors.ts';
import { failNextWrite, noteOf, openNotes } from '#tests/support/note-device.ts';
import { noteRecord } from '#tests/sync/kinds.ts';
import { Writes } from './writes.ts';

const { kind } = noteRecord;
const key = (number: number) => `note/${number}`;
const draft = (number: number) => ({ key: key(number), values: number, at: number });
const stored = (number: number) => ({
	id: idFor(number),
	version: number,
	row: noteOf(idFor(number), { onDay: '2026-11-20' })
});

describe('What is read right after a write that is not waited for', () => {
	test('sees what was put, deleted and cleared in a small table', async () => {
		const { tables } = await openNotes();

		const seen = await tables.write(async (session) => {
			const drafts = session.small('draft');
			void drafts.put(draft(1));
			const one = drafts.get(key(1));
			void drafts.putAll([draft(2), draft(3), draft(4)]);
			const all = drafts.all();
			void drafts.delete(key(1));
			void drafts.deleteAll([key(2), key(3)]);
			const keys = drafts.keys();
			const range = drafts.range('note/');
			void drafts.clear();
			return Promise.all([one, all, keys, range, drafts.all()]);
		});

		expect(seen).toEqual([
			draft(1),
			[draft(1), draft(2), draft(3), draft(4)],
			[key(4)],
			[draft(4)],
			[]
		]);
	});

	test('sees what was put, deleted and cleared among the rows of a kind', async () => {
		const { tables } = await openNotes();

		const seen = await tables.write(async (session) => {
			const rows = session.loose(kind);
			void rows.put(stored(1));
			const one = rows.get(idFor(1));
			void rows.putAll([stored(2), stored(3)]);
			const newest = rows.newest('onDay', 2);
			void rows.delete(idFor(3));
			const [all, count] = [rows.all(), rows.count()];
			void rows.clear();
			return Promise.all([one, newest, all, count, rows.ids()]);
		});

		expect(seen).toEqual([stored(1), [stored(3), stored(2)], [stored(1), stored(2)], 2, []]);
	});
});

describe('A write that fails', () => {
	const noRoom = new Error('There is no room.');
	const fail = () => {
		throw noRoom;
	};

	test('gives up all that its transaction wrote before it and after it', async () => {
		const { tables } = await openNotes();
		failNextWrite('draft', fail);

		const wrote = tables.write(async (session) => {
			await session.loose(kind).put(stored(1));
			await session.small('draft').put(draft(1));
			await session.loose(kind).put(stored(2));
		});

		await expect(wrote).rejects.toMatchObject({ message: noRoom.message });
		expect(await tables.session.rows(kind).all()).toEqual([]);
	});

	test('is what went wrong, and not what stumbled over it', async () => {
		const { tables } = await openNotes();
		failNextWrite('draft', fail);

		const wrote = tables.write(async (session) => {
			await session.small('draft').put(draft(1));
			const missing = await session.small('draft').get(key(1));
			if (!missing) throw new Error('It is not there.');
		});

		await expect(wrote).rejects.toMatchObject({ message: noRoom.message });
	});

	test('leaves alone what goes wrong without it', async () => {
		const work = () => Promise.reject(new Error('A defect.'));

		await expect(new Writes().allOf(work)).rejects.toThrow('A defect.');
	});
});
