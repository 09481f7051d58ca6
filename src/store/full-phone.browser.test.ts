/** A phone with no room left: nothing is half-kept, and the person is told. */
import Dexie from 'dexie';
import { flushSync, mount, unmount } from 'svelte';
import { expect, onTestFinished, test } from 'vitest';
import { idFor } from '#tests/support/actors.ts';
import DraftForm from '#tests/support/DraftForm.svelte';
import {
	everythingIn,
	failNextWrite,
	hear,
	isKept,
	noteOf,
	openNotes,
	type NoteDevice
} from '#tests/support/note-device.ts';
import { addNote, editNote, noteRecord } from '#tests/sync/kinds.ts';
import { refusedChanges, sendAgain, waitingChanges } from './attention.ts';
import { isStorageFull } from './full-phone.ts';

const id = idFor(1);
const full = () => {
	throw new DOMException('There is no room.', 'QuotaExceededError');
};

test.each(['row-note', 'base', 'outbox', 'device'])(
	'A change for which there is no room in “%s” is refused in words, and nothing of it is kept',
	async (table) => {
		const device = await openNotes();
		isKept(await device.store.mutate(addNote, { id: idFor(2), title: 'Before', onDay: null }));
		const before = await everythingIn(device);
		failNextWrite(table, full);

		const refusal = await device.store.mutate(addNote, { id, title: 'Flu clinic', onDay: null });

		expect(refusal).toEqual({
			code: 'storage-full',
			message:
				'This phone is full, so this was not saved. Make some room, then try again. ' +
				'What you saved before is safe.'
		});
		expect(await everythingIn(device)).toBe(before);
		expect(device.kept).toHaveLength(1);
		expect(await device.port.state()).toMatchObject({ phase: 'storage-full' });
	}
);

test('Once there is room, the same change is kept and what waited is still there', async () => {
	const device = await openNotes();
	isKept(await device.store.mutate(addNote, { id, title: 'Flu clinic', onDay: null }));
	failNextWrite('outbox', full);
	expect((await device.store.mutate(editNote, { id, title: 'Clinic' }))?.code).toBe('storage-full');

	isKept(await device.store.mutate(editNote, { id, title: 'Clinic' }));

	expect(await device.store.get(noteRecord, id)).toMatchObject({ title: 'Clinic' });
	const { mutations } = await device.port.next();
	expect(mutations.map(({ seq, name }) => [seq, name])).toEqual([
		[1, 'note.add'],
		[2, 'note.edit']
	]);
});

test('It is the same when one of several that are written together has no room', () => {
	const noRoom = new DOMException('There is no room.', 'QuotaExceededError');

	expect(isStorageFull(new Dexie.BulkError('1 of 2 failed', [noRoom]))).toBe(true);
	expect(isStorageFull(new Dexie.BulkError('1 of 2 failed', [new Error('Another')]))).toBe(false);
});

test('A phone so full that it cannot even note that it is full still tells the person', async () => {
	const device = await openNotes();
	const before = await everythingIn(device);
	failNextWrite('outbox', () => {
		// What is written beside it, and then the note that the phone is full.
		failNextWrite('device', () => {
			failNextWrite('device', full);
			full();
		});
		full();
	});

	const refusal = await device.store.mutate(addNote, { id, title: 'Flu clinic', onDay: null });

	expect(refusal?.code).toBe('storage-full');
	expect(await everythingIn(device)).toBe(before);
	expect(await device.port.state()).toMatchObject({ phase: 'idle' });
});

test('What comes from the practice and does not fit is not half taken', async () => {
	const device = await openNotes();
	await hear(device, 2, [noteOf(id)]);
	const before = await everythingIn(device);
	failNextWrite('row-note', full);

	const taken = hear(device, 3, [noteOf(id, { title: 'New' }), noteOf(idFor(2))]);

	await expect(taken).rejects.toThrow('does not build');
	expect(await everythingIn(device)).toBe(before);
});

test('A picture for which there is no room is refused in words, and can be added later', async () => {
	const { store, port, tables } = await openNotes();
	const bytes = new Uint8Array([1, 2, 3]).buffer;
	failNextWrite('photo', full);

	const refused = await store.addPhoto(bytes, 'image/jpeg');

	expect(refused).toMatchObject({ refusal: { code: 'storage-full' } });
	expect(JSON.stringify(refused)).toMatch(/picture was not added.*saved before is safe/);
	expect(await tables.session.small('photo').all()).toEqual([]);
	expect(await port.state()).toMatchObject({ phase: 'storage-full' });
	const added = await store.addPhoto(bytes, 'image/jpeg');
	expect(added).toMatchObject({
		hash: '039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81'
	});
	expect(await tables.session.small('photo').all()).toHaveLength(1);
});

/** A change that the practice has refused. */
async function withRefused(): Promise<{ device: NoteDevice; uuid: string }> {
	const device = await openNotes();
	isKept(await device.store.mutate(addNote, { id, title: 'Flu clinic', onDay: null }));
	const [uuid = ''] = device.kept;
	const refusal = { code: 'taken', message: 'Ben was first.' };
	await hear(device, 1, [], [{ seq: 1, uuid, result: 'refused', version: 1, refusal }]);
	expect(await refusedChanges(device.store)).toHaveLength(1);
	return { device, uuid };
}

test.each(['outbox', 'row-note', 'device'])(
	'A refused change that cannot be sent again for want of room in “%s” stays where it is',
	async (table) => {
		const { device, uuid } = await withRefused();
		failNextWrite(table, full);

		expect((await sendAgain(device.store, uuid))?.code).toBe('storage-full');

		expect(await refusedChanges(device.store)).toHaveLength(1);
		expect(await waitingChanges(device.store)).toEqual([]);
		expect(await sendAgain(device.store, uuid)).toBeUndefined();
		expect(await refusedChanges(device.store)).toEqual([]);
		expect(await waitingChanges(device.store)).toHaveLength(1);
	}
);

test('Typing that cannot be kept stays on the screen, is told, and is kept once there is room', async () => {
	const device = await openNotes();
	const told: string[] = [];
	device.store.ontrouble = (message) => told.push(message);
	const target = document.body.appendChild(document.createElement('div'));
	const form = mount(DraftForm, { target, props: { store: device.store } });
	onTestFinished(async () => {
		await unmount(form);
		target.remove();
	});
	const box = () => target.querySelector('input');
	await expect.poll(box).not.toBeNull();
	failNextWrite('draft', full);

	const input = box();
	if (!input) throw new Error('There is no box to type in.');
	input.value = 'Come on Saturday';
	input.dispatchEvent(new Event('input', { bubbles: true }));
	flushSync();

	await expect.poll(() => told).toHaveLength(1);
	expect(told[0]).toMatch(/not kept yet. Leave this page open.*kept by themselves/);
	expect(box()?.value).toBe('Come on Saturday');
	const drafts = () => device.tables.session.small('draft').all();
	await expect
		.poll(drafts, { timeout: 15_000 })
		.toMatchObject([{ values: { words: 'Come on Saturday' } }]);
}, 30_000);
