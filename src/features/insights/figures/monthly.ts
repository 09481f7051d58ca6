/**
 * Every number of every account and month, from all that is known: notes, results of posts, plan.
 *
 * What a person typed stands before what is counted. Nothing known is nothing, never 0.
 */
import { monthOf } from '#domain/calendar.ts';
import { numberFields, type InsightNote } from '../record.ts';
import type { MonthDigest } from '../results/digest.ts';
import type { Measure } from '../rules.ts';
import { addSums, countedFrom, type Known, type Sums } from './counted.ts';

/** As much of a post of the plan as is looked at here. */
export interface PlannedPost {
	readonly id: string;
	readonly status: string;
	readonly plannedOn: string | null;
	readonly accounts: readonly string[];
	readonly postings: readonly { readonly accountId: string }[];
}

export interface Facts {
	readonly notes: readonly InsightNote[];
	readonly results: readonly MonthDigest[];
	readonly posts: readonly PlannedPost[];
}

interface AccountMonth {
	readonly month: string;
	readonly accountId: string;
	readonly figures: Readonly<Partial<Record<Measure, Known>>>;
	/** Numbers whose name changed in the middle of this month: they have no value here. */
	readonly changed: readonly Measure[];
	/** Posts that were planned for the account in this month, and those that went out. */
	readonly planned: number;
	readonly out: number;
	readonly results: readonly MonthDigest[];
	/** Of all of them; undefined where there are none. */
	readonly sums: Sums | undefined;
}

export interface Figures {
	readonly at: (accountId: string, month: string) => AccountMonth;
	/** The first month of which anything is known. */
	readonly first: string | undefined;
}

interface Gathered {
	note?: InsightNote;
	results: MonthDigest[];
	planned: number;
	out: number;
}

/** Goes through everything once; a month is worked out when it is asked for. */
export function figuresOf({ notes, results, posts }: Facts): Figures {
	const gathered = new Map<string, Gathered>();
	const known = new Map<string, AccountMonth>();
	let first: string | undefined;
	const place = (accountId: string, month: string): Gathered => {
		const key = `${accountId}/${month}`;
		const found = gathered.get(key) ?? { results: [], planned: 0, out: 0 };
		gathered.set(key, found);
		return found;
	};
	const begins = (month: string) => {
		if (first === undefined || month < first) first = month;
	};
	for (const note of notes) {
		place(note.accountId, note.month).note = note;
		begins(note.month);
	}
	for (const row of results) {
		place(row.accountId, row.month).results.push(row);
		begins(row.month);
	}
	for (const { plannedOn, status, accounts, postings } of posts) {
		if (plannedOn === null || status === 'idea' || status === 'dropped') continue;
		for (const accountId of accounts) {
			const found = place(accountId, monthOf(plannedOn));
			found.planned += 1;
			if (postings.some((posting) => posting.accountId === accountId)) found.out += 1;
		}
	}
	return {
		first,
		at(accountId, month) {
			const key = `${accountId}/${month}`;
			const found = known.get(key) ?? workedOut(accountId, month, gathered.get(key));
			known.set(key, found);
			return found;
		}
	};
}

function workedOut(accountId: string, month: string, found: Gathered | undefined): AccountMonth {
	const { note, results = [], planned = 0, out = 0 } = found ?? {};
	const all = results.map((digest) => digest.sums);
	const sums = all.length > 0 ? all.reduce(addSums) : undefined;
	const figures: Partial<Record<Measure, Known>> = {};
	const changed: Measure[] = [];
	for (const measure of numberFields) {
		const typed = note?.[measure] ?? null;
		const counted = sums && countedFrom(sums, measure);
		if (typed !== null) figures[measure] = { value: typed, name: typedName, from: 'typed' };
		else if (counted === 'changed') changed.push(measure);
		else if (counted) figures[measure] = counted;
	}
	if (!figures.postsMade && out > 0) {
		figures.postsMade = { value: out, name: 'posted from our plan', from: 'plan' };
	} else if (!figures.postsMade && sums && sums.posts > 0) {
		figures.postsMade = { value: sums.posts, name: 'posts in the file', from: 'posts' };
	}
	return { month, accountId, figures, changed, planned, out, results, sums };
}

/** The name of a number that a person copied from the account's own page. */
const typedName = 'typed in';
