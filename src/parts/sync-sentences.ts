/**
 * How syncing stands, in whole sentences: what is safe, and what to do.
 */
import { spokenMoment } from '#domain/calendar.ts';
import { changesIn, matterOf, photosIn, type Standing } from './sync-words.ts';

export function syncSentences(standing: Standing): string {
	const { state, waitingCount, waitingSince, photoCount, refusedCount, now } = standing;
	const [changes, photos] = [changesIn(standing), photosIn(standing)];
	const photosWait = `${photos} ${photoCount === 1 ? 'waits' : 'wait'} here`;
	const oldest = Math.min(waitingSince ?? now, now);
	const since = waitingCount > 0 ? `, the oldest from ${spokenMoment(oldest, now)}` : '';
	switch (matterOf(standing)) {
		case 'signed-out':
			return `Sign in again to send ${waitingCount > 0 ? changes : 'and get changes'}. What you wrote is safe on this phone.`;
		case 'too-old':
			return 'This app is too old to send changes. Reload it to update. What you wrote is safe.';
		case 'storage-full':
			return (
				'This phone is full, so nothing new can be kept here. What was saved before is safe. ' +
				'Delete pictures or apps that you do not need, then choose “Sync now”.'
			);
		case 'refused':
			return `The practice could not take ${refusedCount} of your changes. See why, and choose what to do.`;
		case 'arriving':
			return `${state.progress?.done ?? 0} of ${state.progress?.of ?? 0} records are here. Older ones are still arriving. You can start now.`;
		case 'offline': {
			const wait = waitingCount === 1 ? 'waits' : 'wait';
			const what = waitingCount > 0 ? `${changes} ${wait} here${since}. ` : '';
			const pictures = photoCount > 0 ? `${photosWait}. ` : '';
			return `No connection to the practice. ${what}${pictures}You can go on working; everything is saved on this phone.`;
		}
		case 'sending':
			return `Saved on this phone${since}. On the way to the practice.`;
		case 'sending-photos':
			return `What you wrote is with the practice. ${photosWait}, safe on this phone, to be sent.`;
		case 'getting-ready':
			return 'Getting your group’s records.';
		case 'overlaps':
			return 'Two people changed the same thing. Both versions are safe. Choose the one to keep.';
		case 'up-to-date':
			return `Everything is with the practice. Last checked ${spokenMoment(state.syncedAt ?? now, now)}.`;
	}
}
