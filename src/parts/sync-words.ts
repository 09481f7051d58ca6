/**
 * How syncing stands, in words, for the line that is on every screen.
 */
import { spokenMoment } from '#domain/calendar.ts';
import type { OutboxEntry, SyncState } from '#store/tables.ts';

export interface SyncWords {
	/** 'Up to date' */
	readonly short: string;
	/** What is safe and what to do, in a sentence. */
	readonly long: string;
	readonly tone: 'calm' | 'waiting' | 'attention';
}

interface Standing {
	readonly state: SyncState;
	readonly waiting: readonly Pick<OutboxEntry, 'at'>[];
	readonly refusedCount: number;
	/** Of changes by two people between which this person may choose. */
	readonly overlapCount: number;
	readonly now: number;
}

export function syncWords({
	state,
	waiting,
	refusedCount,
	overlapCount,
	now
}: Standing): SyncWords {
	const count = waiting.length;
	const changes = `${count} ${count === 1 ? 'change' : 'changes'}`;
	const oldest = waiting.reduce((least, { at }) => Math.min(least, at), now);
	const since = count > 0 ? `, the oldest from ${spokenMoment(oldest, now)}` : '';
	if (state.phase === 'signed-out') {
		const long = `Sign in again to send ${count > 0 ? changes : 'and get changes'}. What you wrote is safe on this phone.`;
		return { short: 'Sign in again', long, tone: 'attention' };
	}
	if (state.phase === 'too-old') {
		const long =
			'This app is too old to send changes. Reload it to update. What you wrote is safe.';
		return { short: 'Update needed', long, tone: 'attention' };
	}
	if (state.phase === 'storage-full') {
		const long =
			'This phone is full, so nothing new can be kept here. What was saved before is safe. ' +
			'Delete pictures or apps that you do not need, then choose “Sync now”.';
		return { short: 'Phone is full', long, tone: 'attention' };
	}
	if (refusedCount > 0) {
		const long = `The practice could not take ${refusedCount} of your changes. See why, and choose what to do.`;
		return { short: 'Needs your attention', long, tone: 'attention' };
	}
	if (state.progress) {
		const { done, of } = state.progress;
		const long = `${done} of ${of} records are here. Older ones are still arriving. You can start now.`;
		return { short: `Getting records: ${done} of ${of}`, long, tone: 'waiting' };
	}
	if (state.phase === 'offline' || state.phase === 'trouble') {
		const what = count > 0 ? `${changes} wait${count === 1 ? 's' : ''} here${since}. ` : '';
		const long = `No connection to the practice. ${what}You can go on working; everything is saved on this phone.`;
		return { short: count > 0 ? `Offline, ${changes} waiting` : 'Offline', long, tone: 'waiting' };
	}
	if (count > 0) {
		const long = `Saved on this phone${since}. On the way to the practice.`;
		return { short: `Saved here, sending ${changes}`, long, tone: 'waiting' };
	}
	if (state.syncedAt === null) {
		return { short: 'Getting ready', long: 'Getting your group’s records.', tone: 'waiting' };
	}
	if (overlapCount > 0) {
		const short = overlapCount === 1 ? 'Two versions to choose from' : 'Versions to choose from';
		const long =
			'Two people changed the same thing. Both versions are safe. Choose the one to keep.';
		return { short, long, tone: 'attention' };
	}
	const long = `Everything is with the practice. Last checked ${spokenMoment(state.syncedAt, now)}.`;
	return { short: 'Up to date', long, tone: 'calm' };
}
