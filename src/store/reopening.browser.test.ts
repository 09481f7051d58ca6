/** The database as it stands: opened without the list of kinds, and only by the build that made it. */
import Dexie from 'dexie';
import { expect, onTestFinished, test } from 'vitest';
import { reopenTables } from '#store/database.ts';
import { newId } from '#store/id.ts';
import { openTables, prepareDevice } from '#store/open-tables.ts';
import { Store } from '#store/store.ts';
import { setDeviceValue } from '#store/tables.ts';
import { aMoment, idFor, practiceId, volunteer } from '#tests/support/actors.ts';
import { isKept, noteOf } from '#tests/support/note-device.ts';
import { addNote, noteRecord, registry } from '#tests/sync/kinds.ts';

const me = { ...volunteer, practiceId, name: 'Ann', practiceName: 'Example Practice' };

/** A database that this build of the app has opened, with one note from the practice. */
async function openedBy(build: string | undefined): Promise<string> {
	const name = `reopened-${newId()}`;
	onTestFinished(() => Dexie.delete(name));
	const tables = await openTables(name, registry);
	await prepareDevice(tables, newId);
	const note = noteOf(idFor(1), { onDay: '2026-12-03' });
	await tables.write(async (session) => {
		if (build !== undefined) await setDeviceValue(session, 'openedBy', build);
		await setDeviceValue(session, 'me', me);
		await session.rows('note').put({ id: note.id, version: 1, row: note });
	});
	tables.close();
	return name;
}

test('The same build finds every kind in it, reads by day, and keeps changes', async () => {
	const { tables, me: whose } = (await reopenTables(await openedBy('build 7'), 'build 7')) ?? {};
	if (!tables) throw new Error('It was not opened.');
	onTestFinished(() => tables.close());

	expect(whose).toEqual(me);
	expect([...tables.kinds].sort()).toEqual(registry.records.map(({ kind }) => kind).sort());
	const store = new Store({ tables, registry, me, now: () => aMoment, newId });
	expect(await store.between(noteRecord, '2026-12-01', '2026-12-31')).toHaveLength(1);
	expect(await store.by(noteRecord, 'state', 'open')).toHaveLength(1);
	isKept(await store.mutate(addNote, { id: idFor(2), title: 'Another', onDay: null }));
	expect(await store.count(noteRecord)).toBe(2);
});

test.each([
	['another build', 'build 6'],
	['a build from before this was noted', undefined]
])('A database of %s is not opened so: a table may be missing', async (_, build) => {
	const name = await openedBy(build);

	expect(await reopenTables(name, 'build 7')).toBeUndefined();

	// Nothing is left open that would be in the way of making the tables.
	const tables = await openTables(name, registry);
	expect(await tables.session.rows('note').count()).toBe(1);
	tables.close();
});

test('Where there is no database, none is made', async () => {
	const name = `none-${newId()}`;

	expect(await reopenTables(name, 'build 7')).toBeUndefined();

	expect(await Dexie.exists(name)).toBe(false);
});
