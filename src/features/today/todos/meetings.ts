/** What was agreed at a meeting and is not done: mine, and for leaders what nobody has taken. */
import { addDays, nearDay } from '#domain/calendar.ts';
import { isForMe } from '#features/meetings/rules.ts';
import type { Todo, TodayFacts } from './todo.ts';

/** How many days ahead it is told. */
const soonDays = 14;

export function ofMeetings({ actor, actions = [], today }: TodayFacts): Todo[] {
	return actions
		.filter((action) => isForMe(action, actor) && action.dueOn <= addDays(today, soonDays))
		.map(({ id, what, whoId, dueOn, meetingId }): Todo => {
			const isLate = dueOn < today;
			const who = whoId === null ? '. Nobody has taken it yet' : '';
			return {
				id: `action-${id}`,
				title: what,
				hint: `From the meeting, by ${nearDay(dueOn, today)}${who}`,
				dueOn,
				href: `/meetings/${meetingId}`,
				...(isLate
					? { status: 'Late', colour: 'red' as const }
					: { status: 'To do', colour: 'blue' as const })
			};
		});
}
