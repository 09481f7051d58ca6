/** Syncing on a phone with no room left: what is here stays, and the person is told why. */
import { expect, onTestFinished, test } from 'vitest';
import type { Patch } from '#domain/protocol.ts';
import { idFor } from '#tests/support/actors.ts';
import {
	failNextWrite,
	isKept,
	noteOf,
	openNotes,
	type NoteDevice
} from '#tests/support/note-device.ts';
import { addNote, noteRecord } from '#tests/sync/kinds.ts';
import { Schedule } from './schedule.ts';
import { ServerCalls } from './server-calls.ts';

const id = idFor(1);
const full = () => {
	throw new DOMException('There is no room.', 'QuotaExceededError');
};

const patch: Patch = {
	...{ protocol: 1, epoch: 'first', from: null, lastSeq: 0, outcomes: [] },
	to: { epoch: 'first', version: 3, scope: 'volunteer', protocol: 1 },
	changes: [{ kind: 'note', id, version: 3, row: noteOf(id, { title: 'From the practice' }) }],
	...{ resume: null, progress: null }
};

/** Syncs with a network that answers like this. */
function syncing({ name, port }: NoteDevice, answer: () => Promise<Response>) {
	const server = new ServerCalls(answer);
	const onwipe = () => Promise.resolve();
	const schedule = new Schedule({ port, server, now: () => Date.now(), lockName: name, onwipe });
	onTestFinished(() => schedule.stop());
	return schedule;
}

const phaseOf = async ({ port }: NoteDevice) => (await port.state()).phase;

test('What does not fit on a full phone is told as that, and comes once there is room', async () => {
	const device = await openNotes();
	const schedule = syncing(device, () => Promise.resolve(Response.json(patch)));
	failNextWrite('row-note', full);

	schedule.start();

	await expect.poll(() => phaseOf(device)).toBe('storage-full');
	expect(await device.store.all(noteRecord)).toEqual([]);
	schedule.wake(0);
	await expect.poll(() => phaseOf(device)).toBe('idle');
	expect(await device.store.get(noteRecord, id)).toMatchObject({ title: 'From the practice' });
});

test('With no signal, a full phone still says that it is full, until something is kept', async () => {
	const device = await openNotes();
	failNextWrite('outbox', full);
	const note = { id: idFor(2), title: 'Flu clinic', onDay: null };
	expect((await device.store.mutate(addNote, note))?.code).toBe('storage-full');
	let rounds = 0;
	const schedule = syncing(device, () => {
		rounds += 1;
		return Promise.reject(new TypeError('No signal.'));
	});

	schedule.start();

	await expect.poll(() => rounds).toBeGreaterThan(0);
	expect(await phaseOf(device)).toBe('storage-full');
	isKept(await device.store.mutate(addNote, note));
	schedule.wake(0);
	await expect.poll(() => phaseOf(device)).toBe('offline');
});
