/**
 * A post as an event of a calendar: its name, day and time, and whether it is sure. Nothing else.
 *
 * What is not approved is marked as planned, in words and as tentative.
 */
import { statusNames, type Post } from '#features/posts/record.ts';
import type { CalendarEvent } from './ics.ts';

interface Change {
	readonly version: number;
	readonly changedAt: number;
}

/** Undefined for a post without a day, and for one that was dropped or taken down. */
export function eventOf(
	post: Post,
	{ version, changedAt }: Change,
	url: string | null
): CalendarEvent | undefined {
	const { id, title, plannedOn, plannedTime, status } = post;
	if (plannedOn === null || status === 'dropped' || status === 'taken-down') return undefined;
	const isSure = status === 'approved' || status === 'posted';
	return {
		uid: `${id}@noticeboard`,
		title: isSure ? title : `Planned: ${title}`,
		on: plannedOn,
		time: plannedTime,
		isSure,
		about: statusNames[status],
		url,
		sequence: version,
		changedAt
	};
}
