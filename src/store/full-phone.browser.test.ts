/** A phone with no room left: nothing is half-kept, and the person is told. */
import { expect, test } from 'vitest';
import { idFor } from '#tests/support/actors.ts';
import { everythingIn, failNextWrite, isKept, openNotes } from '#tests/support/note-device.ts';
import { addNote, editNote, noteRecord } from '#tests/sync/kinds.ts';

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

test('A phone so full that it cannot even note that it is full still tells the person', async () => {
	const device = await openNotes();
	const before = await everythingIn(device);
	failNextWrite('outbox', () => {
		failNextWrite('device', full);
		full();
	});

	const refusal = await device.store.mutate(addNote, { id, title: 'Flu clinic', onDay: null });

	expect(refusal?.code).toBe('storage-full');
	expect(await everythingIn(device)).toBe(before);
	expect(await device.port.state()).toMatchObject({ phase: 'idle' });
});
