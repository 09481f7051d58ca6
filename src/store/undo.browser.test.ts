/** Undo on the device: own changes, and those of others that a history tells of. */
import { expect, test } from 'vitest';
import { idFor, volunteer } from '#tests/support/actors.ts';
import { hear, isKept, noteOf, openNotes, type NoteDevice } from '#tests/support/note-device.ts';
import { editNote, noteRecord } from '#tests/sync/kinds.ts';

const id = idFor(1);
const theirs = idFor(7);

/** The history of the note, as the practice told it when it was last read. */
async function read({ tables }: NoteDevice, canUndo = true): Promise<void> {
	const line = {
		...{ uuid: theirs, at: 1, personId: volunteer.personId, personName: 'Ann', canUndo },
		...{ name: 'note.edit', says: 'Changed a note' },
		fields: [{ field: 'title', before: 'Flu clinic', after: 'Clinic' }]
	};
	const first = { ...line, uuid: idFor(8), name: 'note.add', says: 'Added a note', canUndo: false };
	await tables.write((session) =>
		session.small('history').put({ key: `note/${id}`, lines: [line, first], at: 1 })
	);
}

test('A change that was made on another phone is undone here, and goes to the practice', async () => {
	const device = await openNotes();
	await hear(device, 5, [noteOf(id, { title: 'Clinic' })]);
	await read(device);

	isKept(await device.store.undo(theirs));

	expect(await device.store.get(noteRecord, id)).toMatchObject({ title: 'Flu clinic' });
	const { mutations } = await device.port.next();
	expect(mutations).toMatchObject([{ name: 'change.undo', args: { uuid: theirs } }]);
});

test('What no history tells of is not undone, and the person is told when it can be', async () => {
	const device = await openNotes();
	await hear(device, 5, [noteOf(id, { title: 'Clinic' })]);

	expect(await device.store.undo(theirs)).toMatchObject({ code: 'not-known-here' });
});

test('A newer change of one’s own is not undone along with it', async () => {
	const device = await openNotes();
	await hear(device, 5, [noteOf(id, { title: 'Clinic' })]);
	await read(device);
	isKept(await device.store.mutate(editNote, { id, text: 'Newer' }));

	expect(await device.store.undo(theirs)).toMatchObject({ code: 'changed-since' });
	expect(await device.store.get(noteRecord, id)).toMatchObject({ title: 'Clinic', text: 'Newer' });
});

test('What the practice says cannot be undone any more is not', async () => {
	const device = await openNotes();
	await hear(device, 5, [noteOf(id, { title: 'Clinic' })]);
	await read(device, false);

	expect(await device.store.undo(theirs)).toMatchObject({ code: 'changed-since' });
});

test('An undo that waits stays done while the practice answers what it undid', async () => {
	const device = await openNotes();
	const row = noteOf(id, { title: 'Clinic' });
	await hear(device, 5, [row]);
	isKept(await device.store.mutate(editNote, { id, title: 'Flu clinic' }));
	const [edit] = (await device.port.next()).mutations;
	if (!edit) throw new Error('Nothing waits.');
	isKept(await device.store.undo(edit.uuid));
	isKept(await device.store.mutate(editNote, { id, text: 'Newer' }));

	const { seq, uuid } = edit;
	const edited = noteOf(id, { title: 'Flu clinic' });
	await hear(device, 6, [edited], [{ seq, uuid, result: 'applied', version: 6 }]);

	expect(await device.store.get(noteRecord, id)).toMatchObject({ title: 'Clinic', text: 'Newer' });
});
