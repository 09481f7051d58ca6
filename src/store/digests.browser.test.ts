/** Digests over the browser's own database: never old, made again where one is missing. */
import { describe, expect, onTestFinished, test } from 'vitest';
import { idFor } from '#tests/support/actors.ts';
import {
	failNextWrite,
	hear,
	isKept,
	noteOf,
	openNotes,
	type NoteDevice
} from '#tests/support/note-device.ts';
import { editNote, noteRecord, removeNote } from '#tests/sync/kinds.ts';
import { digestsBetween } from './digests.ts';
import { digestTableName } from './table-names.ts';

const days = ['2026-11-20', '2026-11-22', null, '2026-11-21', '2026-12-01'];

async function withNotes(): Promise<NoteDevice> {
	const device = await openNotes();
	const notes = days.map((onDay, number) => noteOf(idFor(number), { onDay, title: `n${number}` }));
	await hear(device, 1, notes);
	return device;
}

const inNovember = ({ tables }: NoteDevice) =>
	digestsBetween(tables, noteRecord, '2026-11-01', '2026-11-30');
const kept = async ({ tables }: NoteDevice) =>
	(await tables.session.digests(noteRecord.kind).between('', '9999')).map(({ value }) => value);

const pack = async ({ tables }: NoteDevice) => {
	const table = tables.session.digests(noteRecord.kind);
	return (await table.pack()) && (await table.packed()).map(({ value }) => value);
};
const packed = async (device: NoteDevice) => {
	await expect.poll(() => pack(device)).toBeDefined();
	return pack(device);
};

describe('Digests', () => {
	test('stand in the order of days, for records of phones that had none', async () => {
		const device = await withNotes();
		expect(await kept(device)).toEqual([]);

		expect(await inNovember(device)).toEqual(['n0, 0 lines', 'n3, 0 lines', 'n1, 0 lines']);
		expect(await packed(device)).toHaveLength(4);
		expect(await inNovember(device)).toEqual(['n0, 0 lines', 'n3, 0 lines', 'n1, 0 lines']);
	});

	test('of all records lie in one pack, which any change takes away', async () => {
		const device = await withNotes();
		await device.port.makeDigests();
		const all = ['n0, 0 lines', 'n3, 0 lines', 'n1, 0 lines', 'n4, 0 lines'];
		expect(await pack(device)).toEqual(all);

		isKept(await device.store.mutate(editNote, { id: idFor(4), title: 'mine' }));
		expect(await pack(device)).toBeUndefined();
		expect(await device.tables.session.digests(noteRecord.kind).packed()).toEqual([]);
		expect(await kept(device)).toEqual(all.slice(0, 3));

		await inNovember(device);
		expect(await packed(device)).toEqual([...all.slice(0, 3), 'mine, 0 lines']);
		isKept(await device.store.mutate(removeNote, { id: idFor(4) }));
		expect(await pack(device)).toBeUndefined();
	});

	test('are read from a pack once, and again from another one', async () => {
		const device = await withNotes();
		await device.port.makeDigests();
		const before = await inNovember(device);
		const table = device.tables.session.digests(noteRecord.kind);
		const mark = await table.pack();
		if (!mark) throw new Error('There is no pack.');

		// The same pack with something else in it, as nothing of the app writes it.
		await table.putPack(mark, []);
		expect(await inNovember(device)).toEqual(before);
		await table.putPack({ ...mark, mark: 'another' }, []);
		expect(await inNovember(device)).toEqual([]);
	});

	test('are made for all that came, at the end of a round', async () => {
		const device = await withNotes();

		await device.port.makeDigests();

		expect(await kept(device)).toHaveLength(4);
	});

	test('follow every change of a record: by a person, by the practice, a removal', async () => {
		const device = await withNotes();
		await inNovember(device);
		await packed(device);

		isKept(await device.store.mutate(editNote, { id: idFor(0), title: 'mine' }));
		await hear(device, 2, [noteOf(idFor(3), { onDay: '2026-11-21', title: 'theirs' })]);
		isKept(await device.store.mutate(removeNote, { id: idFor(1) }));

		expect(await kept(device)).toEqual(['n4, 0 lines']);
		expect(await inNovember(device)).toEqual(['mine, 0 lines', 'theirs, 0 lines']);
	});

	test('stay as they are when a change is not kept', async () => {
		const device = await withNotes();
		await inNovember(device);
		const all = await packed(device);

		const write = device.tables.write(async (session) => {
			await session.rows(noteRecord.kind).delete(idFor(0));
			throw new Error('It breaks.');
		});

		await expect(write).rejects.toThrow('It breaks.');
		expect(await kept(device)).toEqual(all);
		expect(await pack(device)).toEqual(all);
	});

	test('of another shape are made anew', async () => {
		const device = await withNotes();
		await inNovember(device);

		const newer = { ...noteRecord, digest: { shape: 2, of: () => 'another' } };

		expect(await digestsBetween(device.tables, newer, '2026-11-20', '2026-11-20')).toEqual([
			'another'
		]);
		expect(await kept(device)).toContain('another');
	});

	test('that another build of the app has kept are gone when this one opens the database', async () => {
		const device = await withNotes();
		await inNovember(device);
		await packed(device);

		expect(await kept(await openNotes({ name: device.name }))).toEqual([]);
	});

	test('are given also when the phone is too full to keep them', async () => {
		const device = await withNotes();
		failNextWrite(digestTableName(noteRecord.kind), () => {
			throw new DOMException('Full.', 'QuotaExceededError');
		});

		expect(await inNovember(device)).toHaveLength(3);
		expect(await kept(device)).toEqual([]);
	});

	test('a read that keeps itself current hears of a change', async () => {
		const device = await withNotes();
		const heard: unknown[] = [];
		const stop = device.tables.observe(
			() => inNovember(device),
			(digests) => void heard.push(digests[0]),
			(error) => void heard.push(error)
		);
		onTestFinished(stop);
		await expect.poll(() => heard.at(-1)).toBe('n0, 0 lines');

		isKept(await device.store.mutate(editNote, { id: idFor(0), title: 'mine' }));

		await expect.poll(() => heard.at(-1)).toBe('mine, 0 lines');
	});
});
