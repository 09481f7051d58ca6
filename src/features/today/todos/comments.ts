/**
 * What waits for an answer, by when (K1): for who is on duty, and for those who lead once it is late.
 *
 * Where nobody is on duty, those who lead see it at once. Sources: S0-20, S1-59.
 */
import { dayOf, nearDay, spokenTime } from '#domain/calendar.ts';
import { timeOf } from '#domain/clock.ts';
import { leaders } from '#domain/roles.ts';
import { dueAt, staffedOf, thingWords } from '#features/comments/rules.ts';
import { dutyFor } from '#features/rota/rules.ts';
import { settingsOf } from '#features/rota/settings/rules.ts';
import { isShort, urgency, type Todo, type TodayFacts } from './todo.ts';

export function ofComments(facts: TodayFacts): Todo[] {
	const { actor, accounts, practice, slots, today } = facts;
	const staffed = staffedOf(practice, settingsOf(facts.rotaSettings));
	return (facts.comments ?? []).flatMap((comment): Todo[] => {
		const account = accounts.find(({ id }) => id === comment.accountId);
		const due = dueAt(comment, staffed);
		const dueOn = dayOf(due);
		const onDuty = account && dutyFor(slots, account.group, today);
		const isMine = [onDuty?.personId, onDuty?.backupId].includes(actor.personId);
		const leads = leaders.includes(actor.role) && !isShort(facts);
		if (!isMine && !(leads && (dueOn < today || !onDuty?.personId))) return [];
		return [
			{
				id: `answer-${comment.id}`,
				title: `Answer ${thingWords[comment.thing]} on ${account?.name ?? 'an account of ours'}`,
				hint: `By ${nearDay(dueOn, today)} at ${spokenTime(timeOf(due))}`,
				dueOn,
				href: '/rota',
				...urgency(dueOn, today)
			}
		];
	});
}
