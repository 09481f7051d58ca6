/** Packing is seen by nobody, over the browser's own database too. */
import { describe, expect, onTestFinished, test } from 'vitest';
import { defineRegistry } from '#domain/registry.ts';
import { reopenTables } from '#store/database.ts';
import { digestsBetween, makeDigests } from '#store/digests.ts';
import { newId } from '#store/id.ts';
import { makeTables, openTables } from '#store/open-tables.ts';
import { noticeOlderApp } from '#store/packing.ts';
import { SyncPort } from '#store/sync-port.ts';
import { deviceValue, setDeviceValue, type DeviceTables } from '#store/tables.ts';
import { aMoment, idFor } from '#tests/support/actors.ts';
import { isKept, noteOf, openNotes, type NoteDevice } from '#tests/support/note-device.ts';
import { livePacked } from '#tests/support/packed-life.ts';
import { addNote, noteRecord, registry } from '#tests/sync/kinds.ts';

const cookie = { epoch: 'first', version: 9, scope: 'volunteer', protocol: 1 };

/** A page of a snapshot, of which few records become rows. */
async function hearPage(
	{ store }: NoteDevice,
	numbers: readonly number[],
	{ asked = null, resume = null }: { asked?: string | null; resume?: string | null } = {}
): Promise<void> {
	const port = new SyncPort({ ...store.parts, packing: { mostRows: 2, perPack: 3 } });
	const notes = numbers.map((number) => noteOf(idFor(number), { onDay: '2026-11-20' }));
	const changes = notes.map((row) => ({ kind: noteRecord.kind, id: row.id, version: 9, row }));
	const none = { lastSeq: 0, outcomes: [], progress: null };
	await port.take(
		{ ...none, protocol: 1, epoch: 'first', from: null, to: cookie, changes, resume },
		{ cookie: null, resume: asked }
	);
}

/** Nine notes, of which the oldest are packed; opened last by this build. */
async function openPacked(build: string): Promise<NoteDevice> {
	const device = await openNotes();
	await hearPage(device, [9, 8, 7, 6, 5, 4, 3, 2, 1]);
	await device.tables.write(async (session) => {
		await setDeviceValue(session, 'openedBy', build);
		await setDeviceValue(session, 'packedBy', build);
	});
	expect(await device.tables.session.small('pack').all()).not.toEqual([]);
	return device;
}

async function pulledTo({ session }: DeviceTables) {
	return [await deviceValue(session, 'cookie'), await deviceValue(session, 'resume')];
}

test.each([2, 6])(
	'A phone that packs old records reads the same as one that does not (%i)',
	async (seed) => {
		const packs = await livePacked(
			seed,
			async (name) => {
				const tables = await openTables(`${name}-${newId()}`, registry);
				onTestFinished(() => tables.destroy());
				return tables;
			},
			(what, packed, rows) => expect(packed, what).toEqual(rows)
		);

		expect(packs).toBeGreaterThan(0);
	}
);

test('The first read after opening finds packed records, although what reads them is not loaded', async () => {
	const { name, tables } = await openPacked('build 7');
	const before = await tables.session.rows(noteRecord.kind).all();
	tables.close();

	const { tables: again } = (await reopenTables(name, 'build 7')) ?? {};
	const rows = again?.session.rows(noteRecord.kind);
	const found = await Promise.all([rows?.all(), rows?.count(), rows?.get(idFor(1))]);

	expect(found).toEqual([before, 9, before[0]]);
	again?.close();
});

test('Digests that were made while a snapshot came are made anew for what comes packed', async () => {
	const device = await openNotes();
	const digests = () => digestsBetween(device.tables, noteRecord, '2026-11-20', '2026-11-20');
	await hearPage(device, [9, 8, 7], { resume: 'page 2' });
	await makeDigests(device.tables, registry);
	expect(await digests()).toHaveLength(3);

	await hearPage(device, [6, 5, 4], { asked: 'page 2' });

	expect(await digests()).toHaveLength(6);
});

test('After an update that looks records up by another field, packed ones are found by it too', async () => {
	const { name, tables } = await openPacked('build 7');
	expect(await tables.session.rows(noteRecord.kind).by('state', 'open')).toHaveLength(9);
	tables.close();
	const byTitle = { ...noteRecord, indexes: [...noteRecord.indexes, 'title'] };
	const { members } = registry;
	const newer = defineRegistry({ members, records: [byTitle], mutations: [] });

	const { tables: again } = await makeTables(name, newer, aMoment);

	expect(await again.session.rows(noteRecord.kind).by('title', 'A note')).toHaveLength(9);
	again.close();
});

describe('An app from before records were packed', () => {
	test('does not find how far this phone has pulled, and so fetches everything', async () => {
		const { tables } = await openPacked('build 7');

		expect(await tables.session.small('device').get('cookie')).toBeUndefined();
		expect(await tables.session.small('device').get('resume')).toBeUndefined();
	});

	test('that has pulled everything in between leaves what it has, each record once, and what is unsent', async () => {
		const { tables, store } = await openPacked('build 7');
		isKept(await store.mutate(addNote, { id: idFor(20), title: 'New', onDay: null }));
		const unsent = await tables.session.small('outbox').all();
		const theirs = [1, 2].map((n) => ({ id: idFor(n), version: 12, row: noteOf(idFor(n)) }));
		await tables.write(async (session) => {
			await session.loose(noteRecord.kind).clear();
			await session.loose(noteRecord.kind).putAll(theirs);
			await session.small('device').put({ name: 'cookie', value: { ...cookie, version: 12 } });
			await setDeviceValue(session, 'openedBy', 'build 6');
		});

		await noticeOlderApp(tables);

		expect(await pulledTo(tables)).toEqual([{ ...cookie, version: 12 }, null]);
		expect(await tables.session.rows(noteRecord.kind).all()).toEqual(theirs);
		expect(await tables.session.small('outbox').all()).toEqual(unsent);
		expect(unsent).toHaveLength(1);
	});

	test('that began to pull makes this app fetch everything; until then each record is there once', async () => {
		const { tables } = await openPacked('build 7');
		const before = await tables.session.rows(noteRecord.kind).all();
		const newer = { id: idFor(1), version: 12, row: noteOf(idFor(1), { title: 'Newer' }) };
		await tables.write(async (session) => {
			await session.loose(noteRecord.kind).put(newer);
			await session.small('device').put({ name: 'cookie', value: null });
			await session.small('device').put({ name: 'resume', value: 'page 2' });
			await setDeviceValue(session, 'openedBy', 'build 6');
		});

		await noticeOlderApp(tables);

		expect(await pulledTo(tables)).toEqual([null, null]);
		const [, ...others] = before;
		expect(await tables.session.rows(noteRecord.kind).all()).toEqual([newer, ...others]);
	});

	test('leaves a phone that goes on from where it was', async () => {
		const { tables } = await openNotes();
		await tables.write(async (session) => {
			await session.small('device').put({ name: 'cookie', value: cookie });
			await session.small('device').put({ name: 'resume', value: 'page 3' });
			await setDeviceValue(session, 'openedBy', 'build 6');
		});

		await noticeOlderApp(tables);
		await noticeOlderApp(tables);

		expect(await pulledTo(tables)).toEqual([cookie, 'page 3']);
	});
});
