/**
 * The commands as they are typed: what they say, what they need and what they refuse.
 */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newGroup, type Group } from '#tests/support/group-of-people.ts';
import { newFolder, runCommand } from '#tests/support/real-server.ts';
import { openDatabase, type Database } from './database.ts';

const dataDir = newFolder();
const elsewhere = newFolder();
let database: Database;
let group: Group;
beforeAll(async () => {
	// It stands for the running server.
	database = await openDatabase({ dataDir });
	group = await newGroup(database);
	await group.addPerson('Zenobia Quillwort', 'reader');
});
afterAll(async () => {
	await database.close();
	for (const folder of [dataDir, elsewhere]) rmSync(folder, { recursive: true });
});

test('a backup is made beside the server, and put back elsewhere', async () => {
	const file = path.join(elsewhere, 'all.gz');
	const target = path.join(elsewhere, 'restored');

	const made = await runCommand(dataDir, ['backup', '--to', file]);
	const again = await runCommand(dataDir, ['backup', '--to', file]);
	const here = await runCommand(dataDir, ['restore', '--from', file]);
	const restored = await runCommand(target, ['restore', '--from', file]);
	const twice = await runCommand(target, ['restore', '--from', file]);
	const verified = await runCommand(target, ['verify']);

	expect(made).toMatchObject({ code: 0, err: '' });
	expect(again.err).toContain('already');
	expect(here.err).toContain('Noticeboard is already running');
	expect(restored).toMatchObject({ code: 0, err: '' });
	expect(restored.out).toContain('Elm Road Surgery');
	expect(twice).toMatchObject({ code: 1 });
	expect(twice.err).toContain('There is a practice here already, so nothing was put back.');
	expect(verified.out).toContain('the history is whole');
});

test('a practice is exported and read back elsewhere', async () => {
	const files = path.join(elsewhere, 'files');
	const target = path.join(elsewhere, 'imported');

	const exported = await runCommand(dataDir, ['export', '--to', files]);
	const imported = await runCommand(target, ['import', '--from', files]);
	const person = await runCommand(dataDir, [
		...['export', '--person', 'zenobia quillwort', '--to', path.join(elsewhere, 'person')]
	]);

	expect(exported).toMatchObject({ code: 0, err: '' });
	expect(imported.out).toContain('Elm Road Surgery is here now: 3 records');
	expect(person.out).toContain('Look through them before you give them to anyone.');
});

test('a person is erased only with --yes, and old backups can go at once', async () => {
	await runCommand(dataDir, ['backup']);
	const erase = ['erase', '--person', 'Zenobia Quillwort'];

	const looked = await runCommand(dataDir, erase);
	const stillThere = await runCommand(dataDir, ['link', '--person', 'Zenobia Quillwort']);
	const erased = await runCommand(dataDir, [...erase, '--yes', '--delete-backups']);
	const gone = await runCommand(dataDir, erase);

	expect(looked.out).toContain('Nothing is done yet.');
	expect(stillThere.code).toBe(0);
	expect(erased).toMatchObject({ code: 0, err: '' });
	expect(erased.out).toContain('1 backups from before are deleted');
	expect(gone.err).toContain('Nobody of that name');
	expect(readdirSync(path.join(dataDir, 'backups'))).toHaveLength(1);
});

test.each([
	[['erase'], 'Say whom or what'],
	[['erase', '--person', 'Mary Manager', '--yes'], 'This is the only practice manager.'],
	[['erase', '--record', 'post/none'], 'There is no record'],
	[['restore'], 'Say which backup'],
	[['import', '--from', '/nowhere/at/all'], 'There is no export of a practice'],
	[['export', '--to', '/dev/null/x', '--practice', 'Other'], 'There is no such practice'],
	[['backup', '--yes'], 'Commands:']
])('the command %j says what is wrong', async (typed, says) => {
	const { code, err } = await runCommand(
		typed[0] === 'restore' ? path.join(elsewhere, 'restored') : dataDir,
		typed
	);

	expect(code).toBe(1);
	expect(err).toContain(says);
	expect(err).not.toContain('    at ');
});

test('a command that only reads makes no new database', async () => {
	const empty = path.join(elsewhere, 'empty');

	const { code } = await runCommand(empty, ['backup']);

	expect(code).toBe(1);
	expect(existsSync(empty)).toBe(false);
});
