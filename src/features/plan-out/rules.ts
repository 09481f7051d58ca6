/**
 * The file of one post or of one turn for a calendar, as any screen can hand it out.
 *
 * What a whole calendar is made of is in ics/ics.ts.
 */
import type { Post } from '#features/posts/record.ts';
import { dutyEvent } from '#features/rota/calendar/rules.ts';
import type { RotaSlot } from '#features/rota/record.ts';
import { eventOf } from './ics/events.ts';
import { calendarText } from './ics/ics.ts';

/** Undefined for a post without a day, and for one that will not go out. */
export function eventFile(
	post: Post,
	{ now, url }: { now: number; url: string | null }
): string | undefined {
	// A phone does not know how often the practice changed it; a file is brought in once anyway.
	const event = eventOf(post, { version: 0, changedAt: now }, url);
	return event && calendarText({ name: null, now, events: [event] });
}

/** One's own turn, or the day on which one is the backup. */
export function dutyFile(
	slot: Pick<RotaSlot, 'dutyOn' | 'group' | 'backupId'>,
	personId: string,
	now: number
): string {
	const event = dutyEvent(slot, personId, { version: 0, changedAt: now });
	return calendarText({ name: null, now, events: [event] });
}
