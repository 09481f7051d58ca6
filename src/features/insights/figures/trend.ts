/**
 * How one number moves over time, for each account, with the places where the line must break.
 *
 * Where a number gets another name or another source it is another number: no line joins them.
 */
import { spokenMonth } from '#domain/calendar.ts';
import type { Measure } from '../rules.ts';
import type { Known } from './counted.ts';
import type { Figures } from './monthly.ts';
import { isFew } from './people.ts';
import { monthsIn, type Period } from './period.ts';
import { quarterOf } from '../reviews/rules.ts';

interface Trend {
	readonly accountId: string;
	readonly name: string;
	/** One value for each label; null where nothing is known. */
	readonly values: readonly (number | null)[];
	/** Indexes at which another number begins. */
	readonly breaks: readonly number[];
}

export interface Trends {
	readonly labels: readonly string[];
	readonly labelsAre: 'Month' | 'Quarter';
	readonly lines: readonly Trend[];
	/** Each break in words, and what is not drawn. */
	readonly notes: readonly string[];
}

interface Named {
	readonly id: string;
	readonly name: string;
}

/** More months than these are drawn by quarter, so that a chart of ten years can be read. */
const mostMonths = 36;
/** Numbers of people: small ones are never shown. */
const ofPeople: readonly Measure[] = ['followers', 'reach'];

export function trendsOf(
	figures: Figures,
	accounts: readonly Named[],
	measure: Measure,
	period: Period
): Trends {
	const months = monthsIn(period);
	const isLong = months.length > mostMonths;
	const steps = isLong ? quartersOf(months) : months.map((month) => [month]);
	const notes: string[] = [];
	let few = 0;
	const lines = accounts.map(({ id, name }) => {
		const values: (number | null)[] = [];
		const breaks: number[] = [];
		let before: Known | undefined;
		for (const [index, step] of steps.entries()) {
			const found = step.map((month) => figures.at(id, month));
			if (found.some(({ changed }) => changed.includes(measure))) {
				notes.push(`${name}: the number got another name in ${spokenMonth(step[0] ?? '')}.`);
			}
			const known = found.flatMap((each) => each.figures[measure] ?? []);
			const last = known.at(-1);
			const ofLast = known.filter((each) => isSame(each, last));
			const value = last ? valueOf(measure, ofLast) : null;
			const isHidden = value !== null && ofPeople.includes(measure) && isFew(value);
			if (isHidden) few += 1;
			values.push(isHidden ? null : value);
			if (!last) continue;
			if (before && !isSame(before, last)) {
				breaks.push(index);
				notes.push(breakWords(name, before, last, step[0] ?? ''));
			}
			before = last;
		}
		return { accountId: id, name, values, breaks };
	});
	if (few > 0) notes.push('Fewer than 5 people are not drawn.');
	if (isLong) notes.push(longWords(measure));
	return {
		labels: steps.map((step) => labelOf(step)),
		labelsAre: isLong ? 'Quarter' : 'Month',
		lines: lines.filter(({ values }) => values.some((value) => value !== null)),
		notes: [...new Set(notes)]
	};
}

/** Followers as they stand at the end; of all others a usual month of the quarter. */
function valueOf(measure: Measure, known: readonly Known[]): number {
	const last = known.at(-1)?.value ?? 0;
	if (measure === 'followers') return last;
	return Math.round(known.reduce((sum, { value }) => sum + value, 0) / known.length);
}

function isSame(one: Known, other: Known | undefined): boolean {
	return one.name === other?.name;
}

function breakWords(account: string, before: Known, now: Known, month: string): string {
	const place = `${account}: from ${spokenMonth(month)}`;
	if (before.from === 'posts' && now.from === 'posts') {
		return `${place} the platform counts ${now.name}, not ${before.name}. The two cannot be compared.`;
	}
	return `${place} the numbers are ${sourceWords(now)}, before they were ${sourceWords(before)}.`;
}

function sourceWords({ from, name }: Known): string {
	if (from === 'typed') return 'typed in from the account’s page';
	return from === 'plan' ? 'counted in our plan' : `added up from single posts (${name})`;
}

function longWords(measure: Measure): string {
	return measure === 'followers'
		? 'Each point is the end of a quarter.'
		: 'Each point is a usual month of its quarter.';
}

function quartersOf(months: readonly string[]): string[][] {
	const quarters = new Map<string, string[]>();
	for (const month of months) {
		const quarter = quarterOf(month);
		quarters.set(quarter, [...(quarters.get(quarter) ?? []), month]);
	}
	return [...quarters.values()];
}

/** 'Oct ’26', for a quarter 'Oct–Dec ’26'; a quarter may have only begun. */
function labelOf(step: readonly string[]): string {
	const last = shortMonth(step.at(-1) ?? '');
	return step.length > 1 ? `${shortMonth(step[0] ?? '').slice(0, 3)}–${last}` : last;
}

/** 'Oct ’26', for places with little room. */
function shortMonth(month: string): string {
	const ofYear = month.slice(5);
	const name = shortNames.get(ofYear) ?? spokenMonth(month).slice(0, 3);
	shortNames.set(ofYear, name);
	return `${name} ’${month.slice(2, 4)}`;
}

/** By number: to ask for the name of a month takes long, and ten years have many. */
const shortNames = new Map<string, string>();
