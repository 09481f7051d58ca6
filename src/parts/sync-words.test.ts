/** What the sync line says: what is safe comes first, and what needs a person beats the rest. */
import { describe, expect, test } from 'vitest';
import type { SyncState } from '#store/tables.ts';
import { aMoment } from '#tests/support/actors.ts';
import { syncSentences } from './sync-sentences.ts';
import { syncWords, type Standing } from './sync-words.ts';

function words(
	state: Partial<SyncState>,
	waiting = 0,
	refusedCount = 0,
	overlapCount = 0,
	photoCount = 0
) {
	const standing: Standing = {
		state: { phase: 'idle', syncedAt: aMoment, progress: null, ...state },
		waitingCount: waiting,
		waitingSince: waiting > 0 ? aMoment - 3_600_000 : undefined,
		photoCount,
		refusedCount,
		overlapCount,
		now: aMoment
	};
	const { words: short, tone } = syncWords(standing);
	return { short, tone, long: syncSentences(standing) };
}

describe('the sync line', () => {
	test('is calm when everything is with the practice', () => {
		expect(words({})).toMatchObject({ short: 'Up to date', tone: 'calm' });
	});

	test('counts what waits and says since when, with no signal', () => {
		const { short, long } = words({ phase: 'offline' }, 3);

		expect(short).toBe('Offline, 3 changes waiting');
		expect(long).toContain('the oldest from today at 9am');
		expect(long).toContain('saved on this phone');
	});

	test('says one change in the singular', () => {
		expect(words({ phase: 'offline' }, 1).long).toContain('1 change waits here');
	});

	test('counts photos that the practice does not have yet, once the changes are there', () => {
		expect(words({}, 0, 0, 0, 3)).toMatchObject({ short: '3 photos to send', tone: 'waiting' });
		expect(words({}, 0, 0, 0, 1).long).toMatch(/with the practice\. 1 photo waits here, safe/);
		expect(words({}, 2, 0, 0, 3).short).toBe('Saved here, sending 2 changes');
		expect(words({ phase: 'offline' }, 0, 0, 0, 3).short).toBe('Offline, 3 photos waiting');
		const both = words({ phase: 'offline' }, 2, 0, 0, 3);
		expect(both.short).toBe('Offline, 2 changes waiting');
		expect(both.long).toContain('3 photos wait here');
	});

	test('asks for attention when the practice refused something, even offline', () => {
		expect(words({ phase: 'offline' }, 2, 1)).toMatchObject({ tone: 'attention' });
	});

	test('tells of two versions once all is sent, and not before', () => {
		expect(words({}, 0, 0, 1)).toMatchObject({
			short: 'Two versions to choose from',
			tone: 'attention'
		});
		expect(words({ phase: 'offline' }, 2, 0, 1).short).toBe('Offline, 2 changes waiting');
	});

	test('tells that a full phone keeps nothing new, what is safe and what to do', () => {
		const { short, long } = words({ phase: 'storage-full' }, 2);

		expect(short).toBe('Phone is full');
		expect(long).toMatch(/nothing new can be kept.*saved before is safe.*Delete pictures/);
	});

	test('asks to sign in again and says that nothing is lost', () => {
		expect(words({ phase: 'signed-out' }, 2).long).toMatch(/send 2 changes.*safe on this phone/);
	});

	test('shows numbers during a long first sync', () => {
		const { short } = words({ progress: { done: 500, of: 5000 }, syncedAt: null });

		expect(short).toBe('Getting records: 500 of 5000');
	});
});
