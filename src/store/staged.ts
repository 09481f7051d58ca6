/**
 * Files that someone chose, copied here as they came before anything is made of them: what is
 * copied survives a killed tab, and is worked off when the app is open again.
 */
import { isStorageFull } from './full-phone.ts';
import type { StoreParts } from './parts.ts';
import { deviceValue, setDeviceValue, type StagedFile, type TableSession } from './tables.ts';

/** A file that brings the app down each time is given up after so many tries. */
const mostTries = 3;

interface Chosen {
	readonly name: string;
	readonly modifiedAt: number;
	readonly file: Blob;
}

/**
 * Copies them one by one. 'full': there was no room for this one and those after it; their names
 * are kept as missed, so that the person hears of them.
 */
export async function stage(
	{ tables, newId, now }: StoreParts,
	files: readonly Chosen[]
): Promise<'staged' | 'full'> {
	await tables.write(async (session) => {
		const { copying, missed } = await deviceValue(session, 'chosen');
		const names = files.map(({ name }) => name);
		await setDeviceValue(session, 'chosen', { copying: [...copying, ...names], missed });
	});
	for (const [index, { name, modifiedAt, file }] of files.entries()) {
		const staged: StagedFile = { id: newId(), at: now(), name, modifiedAt, file };
		try {
			await tables.write(async (session) => {
				await session.small('staged').put(staged);
				await noLongerCopying(session, [name], []);
			});
		} catch (error) {
			if (!isFullOrGone(error)) throw error;
			const left = files.slice(index).map((one) => one.name);
			await tables.write((session) => noLongerCopying(session, left, left));
			return 'full';
		}
	}
	return 'staged';
}

/** A file that vanished between choosing and copying cannot be read either. */
function isFullOrGone(error: unknown): boolean {
	return (
		isStorageFull(error) || (error instanceof Error && /Data|NotFound|NotReadable/.test(error.name))
	);
}

async function noLongerCopying(
	session: TableSession,
	names: readonly string[],
	alsoMissed: readonly string[]
): Promise<void> {
	const { copying, missed } = await deviceValue(session, 'chosen');
	const left = [...copying];
	for (const name of names) {
		const place = left.indexOf(name);
		if (place !== -1) left.splice(place, 1);
	}
	await setDeviceValue(session, 'chosen', { copying: left, missed: [...missed, ...alsoMissed] });
}

/** Whatever was being copied when the app was killed has not been copied. */
export function noteMissed({ tables }: StoreParts): Promise<void> {
	return tables.write(async (session) => {
		const { copying, missed } = await deviceValue(session, 'chosen');
		if (copying.length === 0) return;
		await setDeviceValue(session, 'chosen', { copying: [], missed: [...missed, ...copying] });
	});
}

/** The person has read about those that were not added. */
export function forgetMissed({ tables }: StoreParts): Promise<void> {
	return tables.write(async (session) => {
		const { copying } = await deviceValue(session, 'chosen');
		await setDeviceValue(session, 'chosen', { copying, missed: [] });
		for (const { id, file } of await session.small('staged').all()) {
			if (file === null) await session.small('staged').delete(id);
		}
	});
}

export interface Staged {
	/** Those still to be worked on, oldest first. */
	readonly open: readonly StagedFile[];
	/** Those of which nothing could be made. */
	readonly failed: readonly StagedFile[];
	/** How many are still being copied. */
	readonly copying: number;
	/** Names of those that were not copied in time. */
	readonly missed: readonly string[];
}

export async function stagedFiles({ tables }: StoreParts): Promise<Staged> {
	const all = await tables.session.small('staged').all();
	const { copying, missed } = await deviceValue(tables.session, 'chosen');
	const inOrder = [...all].sort((one, other) => (one.id < other.id ? -1 : 1));
	return {
		open: inOrder.filter(({ file }) => file !== null),
		failed: inOrder.filter(({ file }) => file === null),
		copying: copying.length,
		missed
	};
}

/** Undefined when there is none left. */
export function beginNext({ tables }: StoreParts) {
	return tables.write(async (session) => {
		for (const id of await session.small('staged').keys()) {
			const staged = await session.small('staged').get(id);
			if (!staged?.file) continue;
			const before = await deviceValue(session, 'trying');
			const tries = before.id === staged.id ? before.tries + 1 : 1;
			await setDeviceValue(session, 'trying', { id: staged.id, tries });
			return { ...staged, file: staged.file, isTooOften: tries > mostTries };
		}
		return undefined;
	});
}

/** The photo is kept, or is here already. */
export function endStaged({ tables }: StoreParts, id: string): Promise<void> {
	return tables.write((session) => session.small('staged').delete(id));
}

/** Nothing can be made of it; the file goes, and the person hears why. */
export function failStaged({ tables }: StoreParts, id: string, refusal: string): Promise<void> {
	return tables.write(async (session) => {
		const staged = await session.small('staged').get(id);
		if (staged) await session.small('staged').put({ ...staged, file: null, refusal });
	});
}
