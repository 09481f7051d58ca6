/**
 * What comes round for those who lead: the look at each account after a quarter, the check of the
 * group's own rules, and the yearly question to the practice. Sources: S0-54, S2-47, S4-24, S4-72.
 */
import { addDays, addMonths, dayOf, lastDayOf, monthOf, nearDay } from '#domain/calendar.ts';
import { leaders } from '#domain/roles.ts';
import { lastMonthOf, quarterBefore, quarterWords } from '#features/insights/reviews/rules.ts';
import { checkDueOn, questionDueOn, settingsOf } from '#features/insights/settings/rules.ts';
import { isShort, type Todo, type TodayFacts } from './todo.ts';

/** How many days ahead the check and the question are told. */
const soonDays = 14;

export function ofLookingBack(facts: TodayFacts): Todo[] {
	const { actor } = facts;
	if (!leaders.includes(actor.role)) return [];
	return [
		...(isShort(facts) ? [] : [...ofReviews(facts), ...ofCheck(facts)]),
		...(actor.role === 'practice-manager' ? ofQuestion(facts) : [])
	];
}

/** From the first day after the quarter, until the end of that month. */
function ofReviews({ accounts, reviews = [], today }: TodayFacts): Todo[] {
	const quarter = quarterBefore(monthOf(today));
	const last = lastMonthOf(quarter);
	const missing = accounts.filter(
		({ id, status, createdAt }) =>
			status === 'active' &&
			monthOf(dayOf(createdAt)) <= last &&
			!reviews.some((review) => review.accountId === id && review.quarter === quarter)
	);
	if (missing.length === 0) return [];
	const dueOn = lastDayOf(addMonths(last, 1));
	return [
		{
			id: `review-${quarter}`,
			title: 'Look at each account: keep, fix or close it',
			hint: `After ${quarterWords(quarter)}: ${missing.map(({ name }) => name).join(', ')}`,
			dueOn,
			href: '/insights/review',
			...urgency(dueOn, today)
		}
	];
}

function ofCheck({ insightSettings, practice, today }: TodayFacts): Todo[] {
	const dueOn = practice && checkDueOn(settingsOf(insightSettings), dayOf(practice.createdAt));
	if (dueOn === undefined || addDays(today, soonDays) < dueOn) return [];
	return [
		{
			id: `check-${dueOn}`,
			title: 'Check how we keep our own rules',
			hint: `By ${nearDay(dueOn, today)}. What it finds stands on the meeting sheet`,
			dueOn,
			href: '/insights/settings',
			...urgency(dueOn, today)
		}
	];
}

function ofQuestion({ insightSettings, practice, today }: TodayFacts): Todo[] {
	const dueOn = practice && questionDueOn(settingsOf(insightSettings), dayOf(practice.createdAt));
	if (dueOn === undefined || addDays(today, soonDays) < dueOn) return [];
	return [
		{
			id: `complaints-${dueOn}`,
			title: 'Once a year: does the website show how many complaints there were?',
			dueOn,
			href: '/insights/settings',
			...urgency(dueOn, today)
		}
	];
}

function urgency(dueOn: string, today: string): Pick<Todo, 'status' | 'colour'> {
	return dueOn < today ? { status: 'Late', colour: 'red' } : { status: 'To do', colour: 'blue' };
}
