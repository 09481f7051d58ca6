/**
 * Where backups lie, what they are called, and how many of the nightly ones are kept.
 *
 * Only files that the nightly round has made are ever deleted.
 */
import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';

const keptNights = 14;
const nightly = /^nightly-\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}Z\.jsonl\.gz(\.part)?$/;
const any = /^(nightly|by-hand)-\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}Z\.jsonl\.gz$/;

export function backupFile(dataDir: string, kind: 'nightly' | 'by-hand', now: number): string {
	const moment = new Date(now).toISOString().slice(0, 19).replaceAll(':', '-');
	return path.join(folderOf(dataDir), `${kind}-${moment}Z.jsonl.gz`);
}

/** Deletes all but the newest, and what a killed server left half written. */
export async function forgetOldBackups(dataDir: string): Promise<void> {
	const names = (await namesIn(dataDir)).filter((name) => nightly.test(name));
	const whole = names.filter((name) => !name.endsWith('.part'));
	const old = whole.slice(0, Math.max(0, whole.length - keptNights));
	for (const name of [...old, ...names.filter((each) => each.endsWith('.part'))]) {
		await rm(path.join(folderOf(dataDir), name), { force: true });
	}
}

/** Oldest first. */
export async function backupsIn(dataDir: string): Promise<string[]> {
	const names = (await namesIn(dataDir)).filter((name) => any.test(name));
	return names.map((name) => path.join(folderOf(dataDir), name));
}

/** In the order of their names, which is the order of their moments. */
async function namesIn(dataDir: string): Promise<string[]> {
	const folder = folderOf(dataDir);
	return existsSync(folder) ? (await readdir(folder)).sort() : [];
}

export function folderOf(dataDir: string): string {
	return path.join(dataDir, 'backups');
}
