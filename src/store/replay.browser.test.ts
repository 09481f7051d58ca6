/** What arrives from the practice meets what waits on the phone, over the browser's own database. */
import { describe, expect, test } from 'vitest';
import type { Patch } from '#domain/protocol.ts';
import { recordKey } from '#domain/record.ts';
import { deviceValue } from '#store/tables.ts';
import { idFor } from '#tests/support/actors.ts';
import { hear, isKept, noteOf, openNotes } from '#tests/support/note-device.ts';
import { addNote, editNote, logNote, noteRecord } from '#tests/sync/kinds.ts';

const id = idFor(1);

describe('What arrives', () => {
	test('in hundreds, onto dozens of changes that wait, is taken in one go', async () => {
		const device = await openNotes();
		const numbers = Array.from({ length: 300 }, (_, number) => number);
		await hear(
			device,
			1,
			numbers.map((number) => noteOf(idFor(number)))
		);
		const edited = numbers.filter((number) => number % 10 === 0);
		for (const number of edited) {
			isKept(await device.store.mutate(editNote, { id: idFor(number), title: `Mine ${number}` }));
			isKept(await device.store.mutate(logNote, { id: idFor(number), line: 'Mine' }));
		}

		await hear(
			device,
			2,
			numbers.map((number) => noteOf(idFor(number), { log: ['Theirs'] }))
		);

		expect(await deviceValue(device.tables.session, 'cookie')).toMatchObject({ version: 2 });
		for (const number of numbers) {
			const isMine = edited.includes(number);
			expect(await device.store.get(noteRecord, idFor(number))).toMatchObject({
				title: isMine ? `Mine ${number}` : 'A note',
				log: isMine ? ['Theirs', 'Mine'] : ['Theirs']
			});
		}
		expect((await device.port.next()).mutations).toHaveLength(edited.length * 2);
	});

	test('goes under a change that waits, and shows once that is refused', async () => {
		const device = await openNotes();
		await hear(device, 1, [noteOf(id)]);
		isKept(await device.store.mutate(editNote, { id, title: 'Mine' }));

		await hear(device, 2, [noteOf(id, { title: 'Theirs', isHidden: true })]);

		expect(await device.store.get(noteRecord, id)).toMatchObject({ title: 'Mine', isHidden: true });
		const refused = { seq: 1, uuid: device.kept[0] ?? '', result: 'refused', version: 2 } as const;
		await hear(device, 3, [], [refused]);
		expect(await device.store.get(noteRecord, id)).toMatchObject({ title: 'Theirs' });
		expect(await device.store.waitingFor('note', id)).toBe('refused');
	});

	test('is merged with the text of someone who began to type before it came', async () => {
		const device = await openNotes();
		const { text } = noteOf(id);
		await hear(device, 1, [noteOf(id)]);
		await hear(device, 2, [noteOf(id, { text: 'ONE two three four five six' })]);

		const args = { id, text: 'one two three four five SIX' };
		isKept(await device.store.mutate(editNote, args, { [recordKey('note', id)]: { text } }));

		const merged = await device.store.get(noteRecord, id);
		expect(merged?.text).toBe('ONE two three four five SIX');
	});

	test('is overwritten where the person saw it', async () => {
		const device = await openNotes();
		await hear(device, 1, [noteOf(id)]);
		await hear(device, 2, [noteOf(id, { text: 'ONE two three four five six' })]);

		isKept(await device.store.mutate(editNote, { id, text: 'one two three four five SIX' }));

		const kept = await device.store.get(noteRecord, id);
		expect(kept?.text).toBe('one two three four five SIX');
	});
});

test('A whole practice that was asked for before the one that is on its way comes too late', async () => {
	const { port, store, tables } = await openNotes();
	const snapshot = (version: number, resume: string | null): Patch => {
		const to = { epoch: 'first', version, scope: 'volunteer', protocol: 2 };
		const row = noteOf(id, { title: `As of ${version}` });
		return {
			...{ protocol: 2, epoch: 'first', from: null, to, lastSeq: 0, outcomes: [], resume },
			changes: [{ kind: noteRecord.kind, id, version, row }],
			progress: null
		};
	};
	const asked = { cookie: null, resume: null };
	await port.take(snapshot(13, 'page 2'), asked);

	const taken = await port.take(snapshot(4, null), asked);

	expect(taken).toBe('elsewhere');
	expect(await deviceValue(tables.session, 'resume')).toBe('page 2');
	expect(await store.get(noteRecord, id)).toMatchObject({ title: 'As of 13' });
});

test('What the practice has done stands once, also while more pages are on their way', async () => {
	const device = await openNotes();
	await hear(device, 1, [noteOf(id)]);
	isKept(await device.store.mutate(logNote, { id, line: 'Mine' }));
	const from = await deviceValue(device.tables.session, 'cookie');
	const to = from && { ...from, version: 3 };
	const uuid = device.kept[0] ?? '';
	const outcomes = [{ seq: 1, uuid, result: 'applied' as const, version: 2 }];
	const changes = [{ kind: 'note', id, version: 2, row: noteOf(id, { log: ['Mine'] }) }];
	const patch: Patch = {
		...{ protocol: 1, epoch: 'first', from, to, lastSeq: 1 },
		...{ changes: [], outcomes, resume: null, progress: null }
	};
	await device.port.take({ ...patch, from: null, to: null }, { cookie: from, resume: null });
	const page = { ...patch, changes, resume: 'page 2' };
	await device.port.take(page, { cookie: from, resume: null });

	expect(await device.store.get(noteRecord, id)).toMatchObject({ log: ['Mine'] });
	await device.port.take({ ...patch, from: null }, { cookie: from, resume: 'page 2' });
	expect(await device.store.get(noteRecord, id)).toMatchObject({ log: ['Mine'] });
	isKept(await device.store.undo(uuid));
	expect(await device.store.get(noteRecord, id)).toMatchObject({ log: [] });
});

describe('Undo', () => {
	test('puts back what this person changed', async () => {
		const device = await openNotes();
		await hear(device, 1, [noteOf(id)]);
		isKept(await device.store.mutate(editNote, { id, title: 'Wrong' }));

		isKept(await device.store.undo(device.kept[0] ?? ''));

		expect(await device.store.get(noteRecord, id)).toEqual(noteOf(id));
		const { mutations } = await device.port.next();
		expect(mutations.map(({ name }) => name)).toEqual(['note.edit', 'change.undo']);
	});

	test('of adding takes the record away', async () => {
		const device = await openNotes();
		isKept(await device.store.mutate(addNote, { id, title: 'Wrong', onDay: null }));

		isKept(await device.store.undo(device.kept[0] ?? ''));

		expect(await device.store.get(noteRecord, id)).toBeUndefined();
	});

	test('is refused once this person changed it again', async () => {
		const device = await openNotes();
		await hear(device, 1, [noteOf(id)]);
		isKept(await device.store.mutate(editNote, { id, title: 'First' }));
		isKept(await device.store.mutate(editNote, { id, title: 'Second' }));

		expect((await device.store.undo(device.kept[0] ?? ''))?.code).toBe('changed-since');

		expect(await device.store.get(noteRecord, id)).toMatchObject({ title: 'Second' });
	});

	test('is refused once someone else changed it', async () => {
		const device = await openNotes();
		await hear(device, 1, [noteOf(id)]);
		isKept(await device.store.mutate(editNote, { id, title: 'Mine' }));
		const uuid = device.kept[0] ?? '';
		const applied = { seq: 1, uuid, result: 'applied', version: 2 } as const;
		await hear(device, 2, [noteOf(id, { title: 'Mine' })], [applied]);
		await hear(device, 3, [noteOf(id, { title: 'Theirs' })]);

		expect((await device.store.undo(uuid))?.code).toBe('changed-since');

		expect(await device.store.get(noteRecord, id)).toMatchObject({ title: 'Theirs' });
	});
});
