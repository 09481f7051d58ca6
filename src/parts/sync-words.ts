/**
 * How syncing stands, in a few words, for the line that is on every screen.
 *
 * What is safe and what to do stands on a page of its own: `sync-sentences.ts`.
 */
import type { SyncState } from '#store/tables.ts';

export interface Standing {
	readonly state: SyncState;
	readonly waitingCount: number;
	/** When the oldest of them was made (ms). */
	readonly waitingSince: number | undefined;
	/** Photos that the practice does not have yet. */
	readonly photoCount: number;
	readonly refusedCount: number;
	/** Of changes by two people between which this person may choose. */
	readonly overlapCount: number;
	readonly now: number;
}

/** The one thing to say: what needs the person most comes first. */
type Matter =
	| 'signed-out'
	| 'too-old'
	| 'storage-full'
	| 'refused'
	| 'arriving'
	| 'offline'
	| 'sending'
	| 'sending-photos'
	| 'getting-ready'
	| 'overlaps'
	| 'up-to-date';

export function matterOf(standing: Standing): Matter {
	const { state, waitingCount, photoCount, refusedCount, overlapCount } = standing;
	const { phase } = state;
	if (phase === 'signed-out' || phase === 'too-old' || phase === 'storage-full') return phase;
	if (refusedCount > 0) return 'refused';
	if (state.progress) return 'arriving';
	if (phase === 'offline' || phase === 'trouble') return 'offline';
	if (waitingCount > 0) return 'sending';
	if (photoCount > 0) return 'sending-photos';
	if (state.syncedAt === null) return 'getting-ready';
	return overlapCount > 0 ? 'overlaps' : 'up-to-date';
}

interface SyncWords {
	/** 'Up to date'; undefined until the device has been asked. */
	readonly words: string | undefined;
	readonly tone: 'calm' | 'waiting' | 'attention';
}

export function syncWords(standing: Standing | undefined): SyncWords {
	if (!standing) return { words: undefined, tone: 'calm' };
	const { state, overlapCount } = standing;
	const { done, of } = state.progress ?? { done: 0, of: 0 };
	const [changes, photos] = [changesIn(standing), photosIn(standing)];
	const left = standing.waitingCount > 0 ? changes : standing.photoCount > 0 ? photos : '';
	switch (matterOf(standing)) {
		case 'signed-out':
			return { words: 'Sign in again', tone: 'attention' };
		case 'too-old':
			return { words: 'Update needed', tone: 'attention' };
		case 'storage-full':
			return { words: 'Phone is full', tone: 'attention' };
		case 'refused':
			return { words: 'Needs your attention', tone: 'attention' };
		case 'arriving':
			return { words: `Getting records: ${done} of ${of}`, tone: 'waiting' };
		case 'offline':
			return { words: left ? `Offline, ${left} waiting` : 'Offline', tone: 'waiting' };
		case 'sending':
			return { words: `Saved here, sending ${changes}`, tone: 'waiting' };
		case 'sending-photos':
			return { words: `${photos} to send`, tone: 'waiting' };
		case 'getting-ready':
			return { words: 'Getting ready', tone: 'waiting' };
		case 'overlaps': {
			const words = overlapCount === 1 ? 'Two versions to choose from' : 'Versions to choose from';
			return { words, tone: 'attention' };
		}
		case 'up-to-date':
			return { words: 'Up to date', tone: 'calm' };
	}
}

/** '3 changes' */
export function changesIn({ waitingCount }: Standing): string {
	return waitingCount === 1 ? '1 change' : `${waitingCount} changes`;
}

/** '3 photos' */
export function photosIn({ photoCount }: Standing): string {
	return photoCount === 1 ? '1 photo' : `${photoCount} photos`;
}
