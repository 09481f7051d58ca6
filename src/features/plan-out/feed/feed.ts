/**
 * The plan as the text of a calendar, from rows as the server hands them out.
 */
import { postRecord } from '#features/posts/record.ts';
import { eventOf } from '../ics/events.ts';
import { calendarText } from '../ics/ics.ts';

interface Row {
	readonly row: unknown;
	readonly version: number;
	readonly changedAt: number;
}

interface Pages {
	readonly groupName: string;
	readonly now: number;
	readonly rows: readonly Row[];
}

/** A row that is no post any more (an older app wrote it) is left out, not a reason to fail. */
export function planFeed({ groupName, now, rows }: Pages): string {
	const events = rows.flatMap(({ row, ...change }) => {
		const post = postRecord.schema.safeParse(row);
		return post.success ? (eventOf(post.data, change, null) ?? []) : [];
	});
	const name = groupName === '' ? 'Plan' : `${groupName}: plan`;
	return calendarText({ name, now, events });
}
