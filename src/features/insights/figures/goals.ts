/**
 * The group's objectives beside the month: where the number stands, and where it stood before.
 *
 * Only months in which the same accounts have the number are compared. Source: sources.md S0-13.
 */
import { addMonths, monthOf, spokenMonth } from '#domain/calendar.ts';
import type { Objective } from '#features/campaigns/record.ts';
import { overAccounts, watchOf } from '#features/campaigns/rules.ts';
import type { InsightNote } from '../record.ts';

/** How far back it is compared. */
const monthsBack = 3;

export interface Goal {
	readonly id: string;
	readonly title: string;
	/** What is counted, in words. */
	readonly watch: string;
	/** The measure that is counted, or 'own'. */
	readonly measure: string;
	readonly count: number | null;
	/** There may be more: people are not added up over accounts. */
	readonly isLeast: boolean;
	/** When it was counted: 'October 2026'. */
	readonly when: string;
	readonly goal: number | null;
	/** The number three months earlier; null where it cannot be compared. */
	readonly before: number | null;
	readonly beforeWhen: string;
}

export function goalsOf(
	objectives: readonly Objective[],
	notes: readonly InsightNote[],
	month: string
): Goal[] {
	return [...objectives]
		.sort((one, other) => one.createdAt - other.createdAt)
		.map((objective) => goalOf(objective, notes, month));
}

function goalOf(objective: Objective, notes: readonly InsightNote[], month: string): Goal {
	const { id, title, goal, watch, ownCount, ownCountOn } = objective;
	const base = {
		id,
		title,
		watch: watchOf(objective),
		measure: watch,
		goal,
		before: null,
		beforeWhen: '',
		isLeast: false
	};
	if (watch === 'own') {
		const isKnown =
			ownCount !== null && ownCountOn !== null && monthOf(ownCountOn) >= addMonths(month, -11);
		return isKnown
			? { ...base, count: ownCount, when: spokenMonth(monthOf(ownCountOn)) }
			: { ...base, count: null, when: '' };
	}
	const having = (ofMonth: string) =>
		notes.filter((note) => note.month === ofMonth && note[watch] !== null);
	const now = having(month);
	const total = overAccounts(watch, now);
	if (!total) return { ...base, count: null, when: '' };
	const earlier = having(addMonths(month, -monthsBack));
	const same = accountsOf(earlier) === accountsOf(now);
	return {
		...base,
		...total,
		when: spokenMonth(month),
		before: same ? (overAccounts(watch, earlier)?.count ?? null) : null,
		beforeWhen: spokenMonth(addMonths(month, -monthsBack))
	};
}

function accountsOf(notes: readonly InsightNote[]): string {
	return notes
		.map(({ accountId }) => accountId)
		.sort()
		.join(' ');
}
