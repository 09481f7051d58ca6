/**
 * Makes photos of the files that someone chose, one after the other, whatever screen is open.
 *
 * First every file is copied as it came; then each becomes a small photo, and its copy goes. What a
 * killed tab leaves behind is worked off when the app is open again. Two tabs take turns.
 */
import { dayOf } from '#domain/calendar.ts';
import { writers } from '#domain/roles.ts';
import { isStorageFull } from '#store/full-phone.ts';
import { beginNext, endStaged, failStaged, noteMissed, stage } from '#store/staged.ts';
import { Store } from '#store/store.ts';
import { addPhoto } from '../photos/mutations.ts';
import { photoRecord } from '../record.ts';
import { shrink, type SmallPhoto } from '../shrink.svelte.ts';
import { takeShared } from './shared.svelte.ts';

/** A file this young comes straight from the camera. */
const justTakenMs = 5 * 60_000;

class Adding {
	/** How many this tab has finished since there was last nothing to do. */
	done = $state(0);
	/** There is no room; the files wait. */
	isFull = $state(false);
}

export const adding = new Adding();
let queue: Promise<unknown> = Promise.resolve();

/** Copies the files, then works them off. Settles when all of it is over. */
export async function addFiles(store: Store, files: readonly File[]): Promise<void> {
	const chosen = files.map((file) => ({
		name: file.name,
		modifiedAt: file.lastModified,
		file
	}));
	await navigator.locks.request(lockName(store, 'copying'), () => stage(store.parts, chosen));
	await workOff(store);
}

/** Goes on with what an earlier visit has left, and takes what other apps have shared. */
export async function resumeAdding(store: Store): Promise<void> {
	if (!writers.includes(store.me.role)) return;
	await navigator.locks.request(lockName(store, 'copying'), { ifAvailable: true }, async (lock) => {
		// Another tab is copying right now: nothing of it is missed.
		if (!lock) return;
		await noteMissed(store.parts);
		await takeShared((shared) => stage(store.parts, shared));
	});
	await workOff(store);
}

function workOff(store: Store): Promise<void> {
	const turn = () => navigator.locks.request(lockName(store, 'adding'), () => drain(store));
	const over = queue.then(turn);
	queue = over.catch(() => undefined);
	return over;
}

async function drain(store: Store): Promise<void> {
	// Its changes need no message of their own: the screen counts them.
	const quiet = new Store(store.parts);
	adding.isFull = false;
	try {
		for (let next = await beginNext(store.parts); next; next = await beginNext(store.parts)) {
			if ((await addOne(quiet, next)) === 'full') {
				adding.isFull = true;
				return;
			}
			adding.done += 1;
		}
		adding.done = 0;
	} catch (error) {
		if (isStorageFull(error)) adding.isFull = true;
		// Signed out meanwhile: the database is closed or gone.
		else if (!(error instanceof Error && error.name === 'DatabaseClosedError')) throw error;
	}
}

type Next = NonNullable<Awaited<ReturnType<typeof beginNext>>>;

async function addOne(store: Store, next: Next): Promise<'full' | undefined> {
	const { id, name, file, isTooOften } = next;
	const { parts } = store;
	if (await store.get(photoRecord, id)) await endStaged(parts, id);
	else if (isTooOften) await failStaged(parts, id, tooHeavy(name));
	else {
		const shrunk = await shrink(new File([file], name, { type: file.type }));
		if (shrunk.photo) return keep(store, next, shrunk.photo);
		await failStaged(parts, id, shrunk.refusal.message);
	}
	return undefined;
}

async function keep(store: Store, next: Next, photo: SmallPhoto): Promise<'full' | undefined> {
	const { id, name, at, modifiedAt } = next;
	const { parts } = store;
	const { bytes, mime, ...picture } = photo;
	const added = await store.addPhoto(bytes, mime);
	if ('refusal' in added) return 'full';
	const isJustTaken = Math.abs(at - modifiedAt) < justTakenMs;
	const refusal = await store.mutate(addPhoto, {
		id,
		hash: added.hash,
		...picture,
		bytes: bytes.byteLength,
		takenOn: isJustTaken ? dayOf(modifiedAt) : null,
		source: isJustTaken ? 'own' : 'unknown'
	});
	if (refusal?.code === 'storage-full') return 'full';
	if (refusal?.code === 'same-photo') await failStaged(parts, id, alreadyHere(name));
	else if (refusal) await failStaged(parts, id, refusal.message);
	else await endStaged(parts, id);
	return undefined;
}

function lockName({ me }: Store, work: string): string {
	return `${work}-${me.practiceId}-${me.personId}`;
}

const tooHeavy = (name: string) =>
	`This phone could not make “${name}” small. Choose a smaller version of it.`;
const alreadyHere = (name: string) => `“${name}” is already among the photos.`;
