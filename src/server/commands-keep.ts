/**
 * The commands that keep, hand out and erase: backup, restore, export, import, erase.
 */
import { rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { backupFile, backupsIn, folderOf } from './backup-folder.ts';
import { writeBackup } from './backup.ts';
import { practiceMeant, Refused, say } from './command-line.ts';
import { personMeant, type Wanted } from './commands.ts';
import type { Config } from './config.ts';
import type { Engine } from './engine.ts';
import { erasePerson, eraseRecord, type Done } from './erase.ts';
import { writePersonFiles } from './export-person.ts';
import { writePracticeFiles } from './export-practice.ts';
import { importPractice } from './import-practice.ts';
import { restoreBackup } from './restore.ts';

const mostListed = 20;

export async function backup(engine: Engine, { dataDir }: Config, { to }: Wanted): Promise<number> {
	const target = to ?? backupFile(dataDir, 'by-hand', engine.now());
	if (existsSync(target)) throw new Refused(`There is a file ${target} already. Choose another.`);
	const { file, rows, bytes } = await writeBackup(engine, target);
	say(`The backup is in ${file}: ${rows} rows, ${Math.ceil(bytes / 1024)} kB.`);
	say('It holds everything, also names and photos. Keep it where only you can read it.');
	return 0;
}

export async function restore(engine: Engine, _: Config, { from }: Wanted): Promise<number> {
	if (from === undefined) throw new Refused('Say which backup: restore --from FILE');
	const { madeAt, rows, practices } = await restoreBackup(engine, from);
	say(`Put back ${rows} rows, as they were at ${new Date(madeAt).toISOString()}.`);
	for (const { name, isWhole } of practices) {
		say(isWhole ? `  ${name}` : `  ${name}: its history was broken in the backup already.`);
	}
	say('Phones notice by themselves, and send again what they were told since then.');
	return 0;
}

export async function handOut(engine: Engine, _: Config, wanted: Wanted): Promise<number> {
	const { to } = wanted;
	if (to === undefined) throw new Refused('Say where to put the files: export --to FOLDER');
	const isOfPerson = wanted.person !== undefined;
	const { records, changes, photos } = isOfPerson
		? await writePersonFiles(engine, await personMeant(engine, wanted, 'ever'), to)
		: await writePracticeFiles(engine, (await practiceMeant(engine, wanted.practice)).id, to);
	say(`In ${to}: ${records} records, ${changes} changes, ${photos} photos.`);
	if (isOfPerson) {
		say('These files can hold details of other people too.');
		say('Look through them before you give them to anyone.');
	}
	return 0;
}

export async function importFiles(engine: Engine, _: Config, { from }: Wanted): Promise<number> {
	if (from === undefined) throw new Refused('Say which export: import --from FOLDER');
	const { name, records, changes, photos } = await importPractice(engine, from);
	say(`${name} is here now: ${records} records, ${changes} changes, ${photos} photos.`);
	say('Everyone needs a new link to sign in: npm run cli -- link --person NAME');
	return 0;
}

export async function erase(engine: Engine, config: Config, wanted: Wanted): Promise<number> {
	const { person, record, also = [], yes: isMeant = false } = wanted;
	if ((person === undefined) === (record === undefined)) {
		throw new Refused('Say whom or what: erase --person NAME, or erase --record KIND/ID');
	}
	const erased =
		record === undefined
			? await erasePerson(engine, { ...(await personMeant(engine, wanted, 'ever')), also }, isMeant)
			: await eraseRecord(
					engine,
					{ practiceId: (await practiceMeant(engine, wanted.practice)).id, key: record },
					isMeant
				);
	tell(erased, isMeant);
	if (!isMeant) {
		say('Nothing is done yet. To erase for good, type the same again with --yes.');
		return 0;
	}
	await tellOfBackups(engine, config, wanted['delete-backups'] ?? false);
	if (erased.isCompact) return 0;
	say('Free pages of the database may still hold it. Stop the server, then run:');
	say('npm run cli -- compact');
	return 1;
}

/** Leaves nothing of what was deleted. `erase` does it too, where nothing is in its way. */
export async function compact({ database }: Engine): Promise<number> {
	await database.compact();
	say('Done.');
	return 0;
}

function tell({ title, records, changes, shared, alone, aboutThem }: Done, isMeant: boolean): void {
	say(`${isMeant ? 'Erased' : 'Would erase'}: ${title}`);
	say(`  records: ${listed(records)}`);
	say(`  changes in history that lose their words: ${changes}`);
	for (const word of shared) {
		say(`  Someone else in the group has this too, so texts keep it: ${word}`);
	}
	for (const { part, records: found } of alone) {
		say(`  ${part} alone still stands in: ${listed(found)}`);
		say(`  If that is the same person: --also ${part}`);
	}
	if (aboutThem.length > 0) {
		say(`  Also about this person: ${listed(aboutThem)}`);
		say('  Look at each. To erase one: erase --record KIND/ID');
	}
}

/** What a backup holds comes back when it is put back. */
async function tellOfBackups(
	engine: Engine,
	{ dataDir }: Config,
	isDeleting: boolean
): Promise<void> {
	const older = await backupsIn(dataDir);
	if (older.length === 0) return;
	if (!isDeleting) {
		say(`${older.length} backups from before still hold it, in ${folderOf(dataDir)}.`);
		say('Nightly ones go within 14 nights. Delete the others, and copies elsewhere, by hand.');
		return;
	}
	await writeBackup(engine, backupFile(dataDir, 'by-hand', engine.now()));
	for (const file of older) await rm(file, { force: true });
	say(`${older.length} backups from before are deleted, and a new one is made.`);
	say('Copies elsewhere are for you to delete.');
}

function listed(names: readonly string[]): string {
	const more = names.length - mostListed;
	return [...names.slice(0, mostListed), ...(more > 0 ? [`and ${more} more`] : [])].join(', ');
}
