/** Changing things on a phone, over the browser's own database: kept whole, or not at all. */
import { describe, expect, test } from 'vitest';
import { defineMutation } from '#domain/mutation.ts';
import { refuse } from '#domain/refusal.ts';
import { aMoment, idFor } from '#tests/support/actors.ts';
import {
	everythingIn,
	failNextWrite,
	hear,
	isKept,
	noteOf,
	openNotes
} from '#tests/support/note-device.ts';
import { addNote, closeNote, editNote, noteRecord } from '#tests/sync/kinds.ts';
import * as z from 'zod/mini';

const id = idFor(1);
const newNote = { id, title: 'Flu clinic', onDay: null };
const dayMs = 86_400_000;

/** Writes, and then thinks better of it. */
const hesitate = defineMutation({
	name: 'note.hesitate',
	args: z.strictObject({ how: z.enum(['refuse', 'break']) }),
	allowed: 'everyone',
	says: 'Hesitated',
	async run(transaction, { how }) {
		await transaction.put(noteRecord, noteOf(id, { title: 'Half a change' }));
		if (how === 'break') throw new Error('A defect.');
		return refuse('on-second-thoughts', 'No.');
	}
});

describe('A change', () => {
	test('is kept together with its place in the queue', async () => {
		const device = await openNotes();

		isKept(await device.store.mutate(addNote, newNote));

		expect(await device.store.get(noteRecord, id)).toMatchObject({ title: 'Flu clinic' });
		const { mutations } = await device.port.next();
		expect(mutations).toMatchObject([{ seq: 1, name: 'note.add', uuid: device.kept[0] }]);
		expect(await device.store.waitingFor('note', id)).toBe('waiting');
	});

	test('waits for rules that are not there yet, and is as it was when it was asked for', async () => {
		const device = await openNotes();
		const typed = { ...newNote };
		const { promise, resolve } = Promise.withResolvers<typeof addNote>();

		const adding = device.store.mutate(() => promise, typed);
		typed.title = 'Typed on';
		resolve(addNote);

		isKept(await adding);
		expect(await device.store.get(noteRecord, id)).toMatchObject({ title: 'Flu clinic' });
	});

	test('whose rules cannot be had is not kept, and the person is told', async () => {
		const device = await openNotes();
		const before = await everythingIn(device);

		const refusal = await device.store.mutate<typeof newNote>(
			() => Promise.reject(new TypeError('No line.')),
			newNote
		);

		expect(refusal).toMatchObject({ code: 'not-arrived' });
		expect(await everythingIn(device)).toBe(before);
		expect(device.kept).toEqual([]);
	});

	test('leaves nothing when its place in the queue cannot be written', async () => {
		const device = await openNotes();
		isKept(await device.store.mutate(addNote, newNote));
		const before = await everythingIn(device);
		failNextWrite('outbox', () => {
			throw new DOMException('It cannot be copied.', 'DataCloneError');
		});

		const editing = device.store.mutate(editNote, { id, title: 'Other' });

		await expect(editing).rejects.toThrow('It cannot be copied.');
		expect(await everythingIn(device)).toBe(before);
		expect(device.kept).toHaveLength(1);
	});

	test('leaves nothing when the browser gives up half-way', async () => {
		const device = await openNotes();
		isKept(await device.store.mutate(addNote, newNote));
		const before = await everythingIn(device);
		failNextWrite('outbox', (objects) => objects.transaction.abort());

		await expect(device.store.mutate(editNote, { id, title: 'Other' })).rejects.toThrow();

		expect(await everythingIn(device)).toBe(before);
		isKept(await device.store.mutate(editNote, { id, title: 'Again' }));
		expect(await device.store.get(noteRecord, id)).toMatchObject({ title: 'Again' });
	});

	test('that is refused after it wrote leaves nothing', async () => {
		const device = await openNotes();
		isKept(await device.store.mutate(addNote, newNote));
		const before = await everythingIn(device);

		const refusal = await device.store.mutate(hesitate, { how: 'refuse' });

		expect(refusal?.code).toBe('on-second-thoughts');
		expect(await everythingIn(device)).toBe(before);
		expect(device.kept).toHaveLength(1);
	});

	test('that breaks after it wrote leaves nothing', async () => {
		const device = await openNotes();
		const before = await everythingIn(device);

		await expect(device.store.mutate(hesitate, { how: 'break' })).rejects.toThrow('A defect.');

		expect(await everythingIn(device)).toBe(before);
	});

	test('that the role may not make leaves nothing', async () => {
		const device = await openNotes();
		await hear(device, 1, [noteOf(id)]);
		const before = await everythingIn(device);

		expect((await device.store.mutate(closeNote, { id }))?.code).toBe('role-may-not');

		expect(await everythingIn(device)).toBe(before);
	});

	test('by a clock that is two days off differs in nothing but its time', async () => {
		const right = await openNotes();
		const wrong = await openNotes({ now: () => aMoment - 2 * dayMs });
		const entries = [];
		for (const device of [right, wrong]) {
			await hear(device, 1, [noteOf(id)]);
			isKept(await device.store.mutate(editNote, { id, title: 'Flu clinic' }));
			const { mutations } = await device.port.next();
			entries.push(...mutations.map((mutation) => ({ ...mutation, uuid: '' })));
			const uuid = device.kept[0] ?? '';
			const edited = noteOf(id, { title: 'Flu clinic' });
			await hear(device, 2, [edited], [{ seq: 1, uuid, result: 'applied', version: 2 }]);
		}

		const [one, other] = entries;
		expect(one?.at).toBe(aMoment);
		expect(other).toEqual({ ...one, at: aMoment - 2 * dayMs });
		expect(await wrong.store.all(noteRecord)).toEqual(await right.store.all(noteRecord));
		expect(await wrong.store.waitingFor('note', id)).toBe('sent');
	});

	test('keeps its place in the queue when the clock is put back', async () => {
		let now = aMoment;
		const device = await openNotes({ now: () => now });
		isKept(await device.store.mutate(addNote, newNote));
		now -= 2 * dayMs;
		isKept(await device.store.mutate(editNote, { id, title: 'Later' }));

		const { mutations } = await device.port.next();

		expect(mutations.map(({ name }) => name)).toEqual(['note.add', 'note.edit']);
	});
});

describe('Two tabs of one person', () => {
	test('see each other’s changes', async () => {
		const one = await openNotes();
		const other = await openNotes({ name: one.name });
		const seen: string[][] = [];
		const stop = other.tables.observe(
			() => other.store.all(noteRecord),
			(notes) => void seen.push(notes.map(({ title }) => title)),
			(error) => {
				throw error;
			}
		);
		await expect.poll(() => seen.at(-1)).toEqual([]);

		isKept(await one.store.mutate(addNote, newNote));
		await expect.poll(() => seen.at(-1)).toEqual(['Flu clinic']);

		isKept(await one.store.mutate(editNote, { id, title: 'Flu clinics' }));
		await expect.poll(() => seen.at(-1)).toEqual(['Flu clinics']);
		stop();
	});

	test('never give two changes the same number', async () => {
		const one = await openNotes();
		const other = await openNotes({ name: one.name });

		const numbers = Array.from({ length: 10 }, (_, number) => number);
		await Promise.all(
			numbers.map(async (number) => {
				const { store } = number % 2 === 0 ? one : other;
				isKept(await store.mutate(addNote, { ...newNote, id: idFor(number) }));
			})
		);

		const { mutations } = await one.port.next();
		expect(mutations.map(({ seq }) => seq)).toEqual(numbers.map((number) => number + 1));
	});
});
