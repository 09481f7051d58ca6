/**
 * Boxes of the monthly note that a file can fill. What a person typed is only offered, never taken.
 */
import { monthOf } from '#domain/calendar.ts';
import type { NoteChanges } from '../mutations.ts';
import type { InsightNote } from '../record.ts';
import { noteOf } from '../rules.ts';
import { numbersOfMonth } from '../results/numbers.ts';
import type { PostResult } from '../results/record.ts';
import type { MonthTotal } from '../reading/reading.ts';

const boxes = ['postsMade', 'views', 'interactions', 'linkClicks'] as const;
type Box = (typeof boxes)[number];

export interface Proposal {
	readonly month: string;
	readonly box: Box;
	/** What stands in it; null where it is empty. */
	readonly now: number | null;
	readonly then: number;
}

type Totals = Partial<Record<Box, number | null>> & { readonly month: string };

/** One for each box that would change, latest month first. Never for a month to come. */
export function proposalsFor(
	totals: readonly Totals[],
	notes: readonly InsightNote[],
	{ accountId, today }: { accountId: string; today: string }
): Proposal[] {
	return totals
		.filter(({ month }) => month <= monthOf(today))
		.toSorted((one, other) => (one.month < other.month ? 1 : -1))
		.flatMap((total) => {
			const note = noteOf(notes, total.month, accountId);
			return boxes.flatMap((box) => {
				const [now, then] = [note?.[box] ?? null, total[box] ?? null];
				return then === null || then === now ? [] : [{ month: total.month, box, now, then }];
			});
		});
}

export function totalsOf(results: readonly PostResult[], months: readonly string[]): Totals[] {
	return months.map((month) => ({ month, ...numbersOfMonth(results, month) }));
}

export function totalsOfDays(months: readonly MonthTotal[]): Totals[] {
	return months.map(({ month, views, interactions, postsMade }) => ({
		...{ month, views, interactions, postsMade }
	}));
}

/** What is written to each month's note. */
export function changesIn(proposals: readonly Proposal[]): Map<string, NoteChanges> {
	const changes = new Map<string, NoteChanges>();
	for (const { month, box, then } of proposals) {
		changes.set(month, { ...changes.get(month), [box]: then });
	}
	return changes;
}
