/** What a person did on top of a change that is refused: kept, not sent behind their back. */
import { expect, test } from 'vitest';
import type { Outcome } from '#domain/protocol.ts';
import { refusedChanges, letGo, sendAgain, waitingChanges } from '#store/attention.ts';
import { idFor } from '#tests/support/actors.ts';
import { hear, isKept, noteOf, openNotes, type NoteDevice } from '#tests/support/note-device.ts';
import { editNote, logNote, noteRecord } from '#tests/sync/kinds.ts';

const id = idFor(1);
const other = idFor(2);
const taken = { code: 'taken', message: 'Ben was first.' };
const held = { code: 'held', message: 'Waits for your earlier change.' };

function outcome({ kept }: NoteDevice, seq: number, change: Partial<Outcome>): Outcome {
	return { seq, uuid: kept[seq - 1] ?? '', result: 'refused', version: 2, ...change };
}

/** The first is refused while the second, third (of another note) and fourth wait here. */
async function refusedWhileOthersWait(): Promise<NoteDevice> {
	const device = await openNotes();
	await hear(device, 1, [noteOf(id), noteOf(other)]);
	isKept(await device.store.mutate(editNote, { id, title: 'First' }));
	isKept(await device.store.mutate(editNote, { id, title: 'Second' }));
	isKept(await device.store.mutate(editNote, { id: other, title: 'Another' }));
	isKept(await device.store.mutate(logNote, { id, line: 'Third' }));
	await hear(device, 2, [], [outcome(device, 1, { refusal: taken })]);
	return device;
}

async function answeredAsHeld(): Promise<NoteDevice> {
	const device = await refusedWhileOthersWait();
	const outcomes = [
		outcome(device, 2, { refusal: held }),
		outcome(device, 3, { result: 'applied', version: 3 }),
		outcome(device, 4, { refusal: held })
	];
	await hear(device, 3, [noteOf(other, { title: 'Another' })], outcomes);
	return device;
}

const messagesOf = async ({ port }: NoteDevice) => (await port.next()).mutations;
const marked = async (device: NoteDevice) =>
	(await messagesOf(device)).map(({ isHeld }) => isHeld === true);

test('What was done on top of a refused change waits with it; other things go on', async () => {
	const device = await refusedWhileOthersWait();

	expect(await marked(device)).toEqual([true, false, true]);
	expect(await device.store.get(noteRecord, id)).toEqual(noteOf(id));
	expect(await device.store.get(noteRecord, other)).toMatchObject({ title: 'Another' });
	expect((await waitingChanges(device.store)).map(({ isHeld }) => isHeld)).toEqual([
		true,
		false,
		true
	]);
});

test('What is done once the refusal is known does not wait', async () => {
	const device = await refusedWhileOthersWait();

	isKept(await device.store.mutate(editNote, { id, title: 'Knowing' }));

	expect(await marked(device)).toEqual([true, false, true, false]);
	expect(await device.store.get(noteRecord, id)).toMatchObject({ title: 'Knowing', log: [] });
});

test('It waits under a new number too, when the phone takes a new identity', async () => {
	const device = await refusedWhileOthersWait();
	const { point } = await device.port.next();

	await device.port.fork(point.outboxId);

	expect((await messagesOf(device)).map(({ seq }) => seq)).toEqual([1, 2, 3]);
	expect(await marked(device)).toEqual([true, false, true]);
});

test('It cannot be undone, as it is not done', async () => {
	const device = await refusedWhileOthersWait();

	expect((await device.store.undo(device.kept[1] ?? ''))?.code).toBe('not-known-here');
});

test('The Sync page lists it under the refused one', async () => {
	const device = await answeredAsHeld();

	const [refused, ...more] = await refusedChanges(device.store);

	expect(more).toEqual([]);
	expect(refused).toMatchObject({ refusal: taken, uuid: device.kept[0] });
	expect(refused?.waiting.map(({ uuid }) => uuid)).toEqual([device.kept[1], device.kept[3]]);
});

test('Sent again, all go in their order, as new changes', async () => {
	const device = await answeredAsHeld();

	isKept(await sendAgain(device.store, device.kept[0] ?? ''));

	expect(await refusedChanges(device.store)).toEqual([]);
	const messages = await messagesOf(device);
	expect(messages.map(({ args }) => args)).toEqual([
		{ id, title: 'First' },
		{ id, title: 'Second' },
		{ id, line: 'Third' }
	]);
	expect(messages.map(({ isHeld }) => isHeld)).toEqual([undefined, undefined, undefined]);
	expect(messages.some(({ uuid }) => device.kept.slice(0, 4).includes(uuid))).toBe(false);
	expect(await device.store.get(noteRecord, id)).toMatchObject({
		title: 'Second',
		log: ['Third']
	});
});

test('With the refused one let go, each that waited is its author’s to choose', async () => {
	const device = await answeredAsHeld();
	const [first = '', second = '', , third = ''] = device.kept;

	isKept(await letGo(device.store, first));

	const left = await refusedChanges(device.store);
	expect(left.map(({ uuid }) => uuid)).toEqual([second, third]);
	expect(left.map(({ refusal }) => refusal.code)).toEqual(['left-behind', 'left-behind']);
	isKept(await sendAgain(device.store, third));
	isKept(await letGo(device.store, second));
	expect(await refusedChanges(device.store)).toEqual([]);
	expect((await messagesOf(device)).map(({ args }) => args)).toEqual([{ id, line: 'Third' }]);
});

test('What was answered as held in the same push stands under the refused one too', async () => {
	const device = await openNotes();
	await hear(device, 1, [noteOf(id)]);
	isKept(await device.store.mutate(editNote, { id, title: 'First' }));
	isKept(await device.store.mutate(editNote, { id, title: 'Second' }));

	const outcomes = [outcome(device, 1, { refusal: taken }), outcome(device, 2, { refusal: held })];
	await hear(device, 2, [], outcomes);

	expect(await refusedChanges(device.store)).toMatchObject([
		{ uuid: device.kept[0], waiting: [{ uuid: device.kept[1] }] }
	]);
});

test('What the practice had carried out before is shown as done', async () => {
	const device = await refusedWhileOthersWait();

	await hear(device, 3, [], [outcome(device, 2, { result: 'applied', version: 9 })]);

	expect(await device.store.get(noteRecord, id)).toMatchObject({ title: 'Second' });
	expect(await marked(device)).toEqual([false, true]);
});
