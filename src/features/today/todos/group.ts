/** What comes round: the yearly pledge and the month's numbers; and a new group's first steps. */
import { daysBetween, monthOf, spokenDay } from '#domain/calendar.ts';
import { leaders, writers } from '#domain/roles.ts';
import { accountsMissing, monthName } from '#features/insights/rules.ts';
import { dueFor } from '#features/insights/settings/rules.ts';
import { belongs, hasPledged, mayPledge, pledgeDueOn } from '#features/people/rules.ts';
import { isShort, type Todo, type TodayFacts } from './todo.ts';

/** How long last month's sheet is brought to the practice manager, in days of the new month. */
const sheetDays = 14;

/** Everybody signs, whatever their role. Sources: S0-29, S1-12. */
export function ofPledge({ actor, people, today }: TodayFacts): Todo[] {
	const me = people.find(({ id }) => id === actor.personId);
	if (!me || !mayPledge(me, today)) return [];
	const base = { id: 'pledge', href: `/people/${me.id}` };
	const endsOn = pledgeDueOn(me);
	if (endsOn === undefined) {
		const title = 'Read and sign the yearly pledge';
		return [{ ...base, title, dueOn: today, status: 'To do', colour: 'blue' }];
	}
	if (hasPledged(me, today)) {
		const hint = `Yours holds until ${spokenDay(endsOn, today)}`;
		const title = 'Sign the yearly pledge again';
		return [{ ...base, title, hint, dueOn: endsOn, status: 'To do', colour: 'blue' }];
	}
	const stops = writers.includes(actor.role) ? ' Until you sign, you cannot plan a new post.' : '';
	const hint = `It ran out on ${spokenDay(endsOn, today)}.${stops}`;
	const title = 'Sign the yearly pledge again';
	return [{ ...base, title, hint, dueOn: endsOn, status: 'Run out', colour: 'red' }];
}

export function ofInsights(facts: TodayFacts): Todo[] {
	const { actor, accounts, notes, today } = facts;
	if (!writers.includes(actor.role)) return [];
	const due = dueFor(today, facts.insightSettings, facts.meetings ?? []);
	const name = monthName(due.month, monthOf(today));
	if (isShort(facts)) return ofSheet(facts, due.month, name);
	const missing = accountsMissing(notes, accounts, due.month);
	if (missing.length === 0) return [];
	const { dueOn } = due;
	return [
		{
			id: `insights-${due.month}`,
			title: `Enter the numbers of ${name}`,
			hint: missing.map((account) => account.name).join(', '),
			dueOn,
			href: '/insights',
			...(dueOn < today
				? { status: 'Late', colour: 'red' as const }
				: { status: 'To do', colour: 'blue' as const })
		}
	];
}

/** The practice manager reads last month's sheet; others enter what stands on it. */
function ofSheet({ notes, today }: TodayFacts, month: string, name: string): Todo[] {
	const isThere = notes.some((note) => note.month === month);
	const firstOn = `${monthOf(today)}-01`;
	if (!isThere || daysBetween(firstOn, today) >= sheetDays) return [];
	return [
		{
			id: `sheet-${month}`,
			title: `Look at the sheet of ${name}`,
			dueOn: today,
			href: `/insights/sheet/${month}`,
			status: 'To read',
			colour: 'blue'
		}
	];
}

/** The first steps of a new group. Sources: S0-17, S4-23. */
export function ofBeginnings({ actor, accounts, people, today }: TodayFacts): Todo[] {
	if (!leaders.includes(actor.role)) return [];
	const base = { dueOn: today, status: 'New', colour: 'blue' } as const;
	const todos: Todo[] = [];
	if (people.filter(belongs).length < 2) {
		const hint = 'Two people should be able to run it';
		const title = 'Invite the first volunteer';
		todos.push({ ...base, id: 'invite', title, hint, href: '/people' });
	}
	if (accounts.length === 0) {
		const hint = 'Facebook, Instagram and so on';
		const title = 'List your social media accounts';
		todos.push({ ...base, id: 'accounts', title, hint, href: '/accounts' });
	}
	return todos;
}
