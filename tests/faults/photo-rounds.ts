/**
 * Many photos of 12 million dots are chosen at once on a phone, and the app is killed while it
 * works on them with no signal, and again while it sends them. Every one that was copied is with
 * the practice in the end, once.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright';
import { cameraFiles } from '#tests/support/camera-pictures.ts';
import { recordsAtThePractice, setUpOnPhone, upToDate } from '#tests/support/phone-steps.ts';
import { RealPhone } from '#tests/support/real-phone.ts';
import { pause, RealServer } from '#tests/support/real-server.ts';
import type { Tally } from './tally.ts';

const waitMs = 30 * 60_000;

interface Rounds {
	/** How often the phone dies while it makes photos small. */
	readonly kills?: number;
	/** The same while it sends them. */
	readonly killsInSending?: number;
	/** Hears how it goes, in words. */
	readonly say?: (line: string) => void;
}

export async function killPhotoRounds(
	photos: number,
	{ kills = 2, killsInSending = 1, say = () => undefined }: Rounds = {}
): Promise<Tally> {
	const begunAt = Date.now();
	const minutes = () => ((Date.now() - begunAt) / 60_000).toFixed(1);
	let server = await RealServer.start();
	const { dataDir, port } = server;
	const address = `http://localhost:${port}`;
	let phone = await RealPhone.start(RealPhone.newFolder());
	let highest = 0;
	const lookAtMemory = () => (highest = Math.max(highest, phone.highestMemory ?? 0));
	const killPhone = async () => {
		lookAtMemory();
		await phone.kill();
		phone = await RealPhone.start(phone.folder);
	};
	const folder = mkdtempSync(path.join(tmpdir(), 'noticeboard-pictures-'));
	try {
		const files = await cameraFiles(folder, photos);
		await setUpOnPhone(phone.page, address, await server.setUpSecret());
		// Chromium writes cookies down late: one who dies before that has to sign in again.
		await phone.close();
		phone = await RealPhone.start(phone.folder);
		await server.kill();
		await phone.page.goto(`${address}/photos`);
		await phone.page.setViewportSize({ width: 360, height: 740 });
		await phone.page.getByLabel('Choose photos').setInputFiles(files, { timeout: waitMs });
		await until(phone.page, 'copied', photos);
		say(`${photos} copied after ${minutes()} minutes`);
		for (let kill = 1; kill <= kills; kill++) {
			const done = Math.floor((photos * kill) / (kills + 2));
			await until(phone.page, 'made', done);
			await killPhone();
			await phone.page.goto(`${address}/photos`);
		}
		await until(phone.page, 'made', photos);
		say(`${photos} made small after ${minutes()} minutes`);

		server = await RealServer.start({ dataDir, env: { PORT: String(port) } });
		for (let kill = 1; kill <= killsInSending; kill++) {
			await phone.page.goto(`${address}/sync`);
			await until(phone.page, 'sent', Math.floor((photos * kill) / (killsInSending + 2)));
			await killPhone();
		}
		await phone.page.goto(`${address}/sync`);
		await phone.page.getByText('Every photo that you added').waitFor({ timeout: waitMs });
		await upToDate(phone.page);
		const rows = await recordsAtThePractice(phone.page, 'photo');
		const hashes = rows.map((row) => String(row['hash']));
		const kept = await countOf(phone.page, hashes);
		const different = new Set(hashes).size;
		lookAtMemory();
		say(`${photos} at the practice after ${minutes()} minutes; a page held ${highest} MB at most`);
		return {
			rounds: kills + killsInSending,
			lost: photos - kept,
			doubled: hashes.length - different
		};
	} finally {
		await phone.remove();
		await server.remove();
		rmSync(folder, { recursive: true, force: true });
	}
}

const tablesOf = {
	copied: ['row-photo', 'staged'],
	made: ['row-photo'],
	sent: ['photo-state']
} as const;

/** Until the phone's own database holds so many: copied, made into photos, or sent too. */
async function until(page: Page, how: keyof typeof tablesOf, count: number): Promise<void> {
	const end = Date.now() + waitMs;
	while ((await rowsIn(page, tablesOf[how])) < count) {
		if (Date.now() > end) throw new Error(`The phone never had ${count} photos ${how}.`);
		await pause(250);
	}
}

function rowsIn(page: Page, tables: readonly string[]): Promise<number> {
	return page.evaluate(
		async (names) => {
			const known = await indexedDB.databases();
			const { name } =
				known.find((one) => /^noticeboard-[0-9a-f-]{73}$/.test(one.name ?? '')) ?? {};
			if (name === undefined) return 0;
			return new Promise<number>((resolve) => {
				const opening = indexedDB.open(name);
				opening.onerror = () => resolve(0);
				opening.onsuccess = () => {
					const db = opening.result;
					const reading = db.transaction(names);
					const countOf = (table: string) => reading.objectStore(table).count();
					const sizes = names.filter((table) => table !== 'photo-state').map(countOf);
					const states = names.filter((table) => table === 'photo-state');
					const isSent = (row: unknown) =>
						row instanceof Object && 'isSent' in row && row.isSent === true;
					const lists: IDBRequest<unknown[]>[] = states.map((table) =>
						reading.objectStore(table).getAll()
					);
					reading.oncomplete = () => {
						db.close();
						const sent = lists.flatMap(({ result }) => result).filter(isSent);
						resolve(sizes.reduce((sum, { result }) => sum + result, sent.length));
					};
				};
			});
		},
		[...tables]
	);
}

/** Of these, how many pictures the practice gives back. */
function countOf(page: Page, hashes: readonly string[]): Promise<number> {
	return page.evaluate(async (all) => {
		let count = 0;
		for (const hash of all) {
			const answer = await fetch(`/api/photos/${hash}`, { cache: 'no-store' });
			if (answer.ok && (await answer.blob()).size > 1000) count += 1;
		}
		return count;
	}, hashes);
}
