/** What screens read, over the browser's own database. */
import { describe, expect, test } from 'vitest';
import { newId } from '#store/id.ts';
import { openTables } from '#store/open-tables.ts';
import { allotment } from '#tests/support/allotment.ts';
import { aMoment, idFor } from '#tests/support/actors.ts';
import { hear, noteOf, openNotes, type NoteDevice } from '#tests/support/note-device.ts';
import { noteRecord, type Note } from '#tests/sync/kinds.ts';

const days = ['2026-11-20', '2026-11-22', null, '2026-11-21', '2026-12-01'];

async function withFiveNotes(): Promise<NoteDevice> {
	const device = await openNotes();
	const notes = days.map((onDay, number) =>
		noteOf(idFor(number), { onDay, title: `Note ${number}`, state: number < 2 ? 'closed' : 'open' })
	);
	await hear(device, 1, notes);
	return device;
}

const titles = (notes: readonly Note[]) => notes.map(({ title }) => title);

describe('A read', () => {
	test('finds a record by its id, and nothing where there is none', async () => {
		const { store } = await withFiveNotes();

		expect(await store.get(noteRecord, idFor(3))).toMatchObject({ title: 'Note 3' });
		expect(await store.get(noteRecord, idFor(9))).toBeUndefined();
	});

	test('counts, and finds by the value of a field', async () => {
		const { store } = await withFiveNotes();

		expect(await store.count(noteRecord)).toBe(5);
		expect(titles(await store.by(noteRecord, 'state', 'closed'))).toEqual(['Note 0', 'Note 1']);
		expect(await store.by(noteRecord, 'state', 'clos')).toEqual([]);
	});

	test('finds by one of the values in a list', async () => {
		const name = `plots-${newId()}`;
		const tables = await openTables(name, allotment);
		const row = { createdAt: aMoment, createdBy: idFor(9), title: 'Plot', keeper: null };
		const plots = tables.session.rows('plot');
		for (const [number, tags] of [['sun', 'wet'], ['wet'], []].entries()) {
			const id = idFor(number);
			await plots.put({ id, version: 1, row: Object.assign({ id }, row, { tags }) });
		}

		const wet = await plots.by('tags', 'wet');
		const sunny = await plots.by('tags', 'sun');

		expect(wet.map(({ id }) => id)).toEqual([idFor(0), idFor(1)]);
		expect(sunny.map(({ id }) => id)).toEqual([idFor(0)]);
		expect(await plots.by('tags', 'dry')).toEqual([]);
		await tables.destroy();
	});

	test('finds what lies between two days, both included, in the order of days', async () => {
		const { store } = await withFiveNotes();

		const found = await store.between(noteRecord, '2026-11-20', '2026-11-22');

		expect(titles(found)).toEqual(['Note 0', 'Note 3', 'Note 1']);
	});

	test('gives the newest first, and the page before a day', async () => {
		const { store } = await withFiveNotes();

		const first = await store.newest(noteRecord, 2);
		const second = await store.newest(noteRecord, 2, first.at(-1)?.onDay ?? '');

		expect(titles(first)).toEqual(['Note 4', 'Note 1']);
		expect(titles(second)).toEqual(['Note 3', 'Note 0']);
	});
});

describe('Searching', () => {
	async function search(words: string): Promise<string[]> {
		const device = await openNotes();
		await hear(device, 1, [
			noteOf(idFor(1), { title: 'Café for carers', text: 'Every Friday, ring Zoë' }),
			noteOf(idFor(2), { title: 'CAFE closed', text: 'No heating', createdAt: aMoment + 1 }),
			noteOf(idFor(3), { title: 'Flu clinic', text: 'On Saturday' })
		]);
		return (await device.store.search(words, 10)).map(({ title }) => title);
	}

	test.each([
		['cafe', ['CAFE closed', 'Café for carers']],
		['CAFÉ', ['CAFE closed', 'Café for carers']],
		['zoe cafe', ['Café for carers']],
		['sat', ['Flu clinic']],
		['cafe saturday', []],
		['  ', []]
	])('for “%s” finds %j, newest first', async (words, found) => {
		expect(await search(words)).toEqual(found);
	});
});

test('A search on the screen finds what comes while it is looked at', async () => {
	const device = await openNotes();
	await hear(device, 1, [noteOf(idFor(1), { title: 'Café for carers' })]);
	const shown: string[][] = [];
	const stop = device.tables.observe(
		() => device.store.search('cafe', 10),
		(found) => void shown.push(found.map(({ title }) => title)),
		(error) => void shown.push([String(error)])
	);
	await expect.poll(() => shown.at(-1)).toEqual(['Café for carers']);

	await hear(device, 2, [noteOf(idFor(2), { title: 'Cafe closed', createdAt: aMoment + 1 })]);

	await expect.poll(() => shown.at(-1)).toEqual(['Cafe closed', 'Café for carers']);
	stop();
});
