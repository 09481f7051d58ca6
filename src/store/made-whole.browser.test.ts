/** Only what changed in a record arrives, and the phone has the whole record then. */
import { describe, expect, test } from 'vitest';
import type { Change } from '#domain/protocol.ts';
import { deviceValue, setDeviceValue } from '#store/tables.ts';
import { idFor } from '#tests/support/actors.ts';
import {
	everythingIn,
	hear,
	hearChanges,
	isKept,
	noteOf,
	openNotes
} from '#tests/support/note-device.ts';
import { editNote, noteRecord } from '#tests/sync/kinds.ts';
import { packOf } from './make-packs.ts';
import { shelfOf } from './packs.ts';

const id = idFor(1);
const { kind } = noteRecord;
const part = (version: number, row: Record<string, unknown>, of = id): Change => ({
	...{ kind, id: of, version, row },
	isPart: true
});

describe('A part of a record', () => {
	test('is laid over the record', async () => {
		const device = await openNotes();
		await hear(device, 1, [noteOf(id, { log: ['One'] })]);

		await hearChanges(device, 2, [part(2, { title: 'Theirs' })]);

		expect(await device.store.get(noteRecord, id)).toEqual(
			noteOf(id, { log: ['One'], title: 'Theirs' })
		);
		expect(await deviceValue(device.tables.session, 'cookie')).toMatchObject({ version: 2 });
	});

	test('is laid over the copy of the practice, below what waits here', async () => {
		const device = await openNotes();
		await hear(device, 1, [noteOf(id)]);
		isKept(await device.store.mutate(editNote, { id, title: 'Mine' }));

		await hearChanges(device, 2, [part(2, { isHidden: true })]);

		expect(await device.store.get(noteRecord, id)).toMatchObject({ title: 'Mine', isHidden: true });
		const refused = { seq: 1, uuid: device.kept[0] ?? '', result: 'refused', version: 2 } as const;
		await hear(device, 3, [], [refused]);
		expect(await device.store.get(noteRecord, id)).toEqual(noteOf(id, { isHidden: true }));
	});

	test('is laid over a packed record, which then is a row', async () => {
		const device = await openNotes();
		await hear(device, 1, []);
		const packed = { id, version: 1, row: noteOf(id, { title: 'Packed' }) };
		await device.tables.write((session) =>
			shelfOf(session).add([packOf(noteRecord, [packed], 'one')], kind)
		);

		await hearChanges(device, 2, [part(2, { isHidden: true })]);

		const whole = noteOf(id, { title: 'Packed', isHidden: true });
		expect(await device.store.get(noteRecord, id)).toEqual(whole);
		expect(await device.tables.session.loose(kind).all()).toEqual([{ id, version: 2, row: whole }]);
	});

	test('of a record that is not here changes nothing, and everything is fetched anew', async () => {
		const device = await openNotes();
		await hear(device, 1, [noteOf(id)]);
		isKept(await device.store.mutate(editNote, { id, title: 'Mine' }));
		const before = await everythingIn(device);

		const changes = [part(2, { title: 'Here' }), part(2, { title: 'Not here' }, idFor(2))];
		const taken = await hearChanges(device, 2, changes);

		expect(taken).toBe('elsewhere');
		expect(await everythingIn(device)).toBe(before);
		expect((await device.port.next()).point).toMatchObject({ cookie: null, resume: null });
	});

	test('of a record that is not here ends a download that is half-way, too', async () => {
		const device = await openNotes();
		await hear(device, 1, [noteOf(id)]);
		await device.tables.write((session) => setDeviceValue(session, 'resume', 'page 2'));

		await hearChanges(device, 2, [part(2, { title: 'Not here' }, idFor(2))]);

		expect((await device.port.next()).point).toMatchObject({ cookie: null, resume: null });
	});

	test('of a kind that this app does not know is passed by', async () => {
		const device = await openNotes();
		await hear(device, 1, [noteOf(id)]);

		const taken = await hearChanges(device, 2, [{ ...part(2, { size: 3 }), kind: 'sticker' }]);

		expect(taken).toBe('taken');
	});
});
