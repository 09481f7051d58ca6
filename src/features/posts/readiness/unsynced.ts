/**
 * A phone that has heard nothing for 7 days may not know that somebody took a yes back.
 *
 * Only a phone asks this: the server always knows. The coordinator can go on, with a reason.
 */
import { isTooLongUnsynced } from '#features/consent/rules.ts';
import type { Stop } from './findings.ts';
import type { PostFacts } from './facts.ts';

export const unsyncedCheck = 'unsynced';

export function unsyncedStop(
	{ post }: Pick<PostFacts, 'post'>,
	{ lastSyncedAt, now }: { readonly lastSyncedAt: number | null; readonly now: number }
): Stop | undefined {
	if (post.pictures.length === 0 || !isTooLongUnsynced(lastSyncedAt, now)) return undefined;
	if (post.passes.some(({ check }) => check === unsyncedCheck)) return undefined;
	return {
		saw: 'This phone has not heard from the practice for more than 7 days.',
		why: 'Someone in a picture may have taken their yes back since.',
		todo: 'Find a signal and wait until it says “Up to date”.'
	};
}
