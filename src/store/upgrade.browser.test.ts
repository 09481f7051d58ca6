/** A newer app meets the database of an older one: nothing unsent may be lost. */
import Dexie from 'dexie';
import { expect, onTestFinished, test } from 'vitest';
import { defineRegistry } from '#domain/registry.ts';
import { newId } from '#store/id.ts';
import { openTables } from '#store/open-tables.ts';
import { copyUnsent, unsentCopy } from '#store/upgrade.ts';
import { smallTableKeys, type OutboxEntry } from '#store/tables.ts';
import { aMoment, idFor } from '#tests/support/actors.ts';
import { isKept, noteOf, openNotes } from '#tests/support/note-device.ts';
import { addNote, registry } from '#tests/sync/kinds.ts';

const entries = Array.from({ length: 200 }, (_, number): OutboxEntry => ({
	seq: number + 1,
	uuid: idFor(number),
	name: 'note.add',
	args: { id: idFor(number), title: `Note ${number}`, onDay: null },
	was: {},
	at: aMoment,
	effects: []
}));

const storedNote = { id: idFor(1), version: 1, row: noteOf(idFor(1)) };
const withoutNotes = defineRegistry({ members: registry.members, records: [], mutations: [] });

/** The database of an app from before this one, with changes that were never sent. */
async function olderDatabase(): Promise<string> {
	const name = `older-${newId()}`;
	onTestFinished(async () => {
		await Dexie.delete(name);
		await Dexie.delete('noticeboard-unsent');
	});
	const { outbox, attention, device } = smallTableKeys;
	const old = new Dexie(name);
	old.version(1).stores({ outbox, attention, device, 'row-note': 'id' });
	await old.table('outbox').bulkPut(entries);
	old.close();
	return name;
}

test('What was not sent is put aside before the database is raised, and is there after it', async () => {
	const name = await olderDatabase();

	const copy = await copyUnsent(name, registry, aMoment);
	const tables = await openTables(name, registry);

	expect(copy).toMatchObject({ name, copiedAt: aMoment });
	expect((await unsentCopy(name))?.outbox).toEqual(entries);
	expect(await tables.session.small('outbox').all()).toEqual(entries);
	expect(await tables.session.rows('note').by('state', 'open')).toEqual([]);
	tables.close();
});

test('What was put aside stays, whatever happens to the database', async () => {
	const name = await olderDatabase();
	await copyUnsent(name, registry, aMoment);

	await Dexie.delete(name);

	expect((await unsentCopy(name))?.outbox).toEqual(entries);
});

test('Nothing is put aside when the database is up to date, or there is none', async () => {
	const device = await openNotes();
	isKept(await device.store.mutate(addNote, { id: idFor(1), title: 'A note', onDay: null }));
	device.tables.close();

	expect(await copyUnsent(device.name, registry, aMoment)).toBeUndefined();
	expect(await copyUnsent(`none-${newId()}`, registry, aMoment)).toBeUndefined();
	expect(await unsentCopy(device.name)).toBeUndefined();
});

test('An older app, which knows fewer kinds, takes nothing away from a newer one', async () => {
	const name = await olderDatabase();
	const newer = await openTables(name, registry);
	await newer.write((session) => session.rows('note').put(storedNote));
	newer.close();

	const older = await openTables(name, withoutNotes);
	older.close();

	const again = await openTables(name, registry);
	expect(await again.session.rows('note').get(storedNote.id)).toEqual(storedNote);
	again.close();
});
