/**
 * What one account's number of a month tells: against the months before it, by the same name only.
 *
 * Two months are no trend, small numbers are said to be small, fewer than 5 people are not told.
 */
import { addMonths, spokenMonth } from '#domain/calendar.ts';
import type { Known } from '../figures/counted.ts';
import type { Figures } from '../figures/monthly.ts';
import { isFew, isOfPeople, shownChange, shownCount } from '../figures/people.ts';
import { middle } from '../figures/middle.ts';
import { inGroups, monthName } from '../rules.ts';
import type { Sentence } from './sentence.ts';

interface Named {
	readonly id: string;
	readonly name: string;
}

/** How far back a usual month is looked for. */
const monthsBack = 6;
/** Months that are needed to know what is usual, and for a trend. */
const fewestMonths = 3;
const smallNumber = 20;
const clearly = 1.2;
/** A smaller change over three months is about the same. */
const smallStep = 0.1;

const told = ['followers', 'reach', 'views', 'interactions', 'linkClicks'] as const;
type Told = (typeof told)[number];

const weights: Readonly<Record<Told, number>> = {
	reach: 5,
	interactions: 4.5,
	followers: 4,
	views: 3.5,
	linkClicks: 3
};

function nounOf(measure: Told, { from, name }: Known): string {
	if (measure === 'views') return from === 'posts' ? `${name} of our posts` : 'views';
	const nouns = {
		...{ followers: 'followers', reach: 'people reached' },
		...{ interactions: 'likes, comments and shares', linkClicks: 'taps on our links' }
	};
	return nouns[measure];
}

export function numberSentences(figures: Figures, account: Named, month: string): Sentence[] {
	return told.flatMap((measure) => {
		const found = figures.at(account.id, month);
		const now = found.figures[measure];
		if (!now || (isOfPeople(measure) && isFew(now.value))) return [];
		const sentence = compared(now, beforeOf(figures, account.id, { measure, month, now }), {
			measure,
			month
		});
		const canRise = now.from === 'posts' && (found.sums?.young ?? 0) > 0;
		const rise = canRise ? ' Some posts were under a week old: this can still rise.' : '';
		return [
			{
				id: `${account.id}/${measure}`,
				tone: canRise && sentence.tone === 'bad' ? ('plain' as const) : sentence.tone,
				words: `${account.name}: ${sentence.words}${rise}`,
				weight: weights[measure] + sentence.weight
			}
		];
	});
}

interface Before {
	readonly month: string;
	readonly value: number;
}

/** The months before it that have the same number, newest first; none from before a new name. */
function beforeOf(
	figures: Figures,
	accountId: string,
	{ measure, month, now }: { measure: Told; month: string; now: Known }
): Before[] {
	const before: Before[] = [];
	for (let back = 1; back <= monthsBack; back += 1) {
		const earlier = addMonths(month, -back);
		const known = figures.at(accountId, earlier).figures[measure];
		if (!known) continue;
		if (known.name !== now.name) break;
		before.push({ month: earlier, value: known.value });
	}
	return before;
}

function compared(
	now: Known,
	before: readonly Before[],
	{ measure, month }: { measure: Told; month: string }
): Omit<Sentence, 'id'> {
	const count = `${inGroups(now.value)} ${nounOf(measure, now)}`;
	const [last] = before;
	if (!last) {
		const words = `${count}. It is the first number, so there is nothing to compare it with.`;
		return { tone: 'plain', words, weight: -2 };
	}
	const isSmall = Math.max(now.value, ...before.map(({ value }) => value)) < smallNumber;
	const care = isSmall ? ' These numbers are small, so it may be chance.' : '';
	if (before.length < fewestMonths - 1) {
		const from = `${differenceWords(measure, now.value, last.value)} ${monthName(last.month, month)}`;
		return { tone: 'plain', words: `${count}, ${from}. Two months are no trend.`, weight: -1 };
	}
	const run = runOf(now.value, before, month);
	const usual = middle(before.map(({ value }) => value)) ?? 0;
	const ratio = usual === 0 ? 1 : now.value / usual;
	const weight = Math.min(2, Math.abs(Math.log2(Math.max(ratio, 0.01))) * 2);
	if (run && measure === 'followers') {
		const words = `${count}. They went ${run.up ? 'up' : 'down'} three months in a row, from ${shownCount(measure, run.from)}.${care}`;
		return { tone: toneOf(run.up, isSmall), words, weight: weight + 0.5 };
	}
	if (before.length >= fewestMonths && usual > 0 && (ratio >= clearly || ratio <= 1 / clearly)) {
		const words = `${count}. A usual month has ${shownCount(measure, Math.round(usual))}.${care}`;
		return { tone: toneOf(ratio > 1, isSmall), words, weight };
	}
	if (run && Math.abs(now.value - run.from) >= run.from * smallStep) {
		const words = `${count}. That is ${run.up ? 'more' : 'fewer'} each month since ${spokenMonth(run.since)}.${care}`;
		return { tone: toneOf(run.up, isSmall), words, weight: weight + 0.5 };
	}
	return { tone: 'plain', words: `${count}, about as in other months.${care}`, weight: -1 };
}

/** The month and the two before it, each larger than the one before it, or each smaller. */
function runOf(
	value: number,
	before: readonly Before[],
	month: string
): { up: boolean; from: number; since: string } | undefined {
	const [one, two] = before;
	if (!one || !two) return undefined;
	if (one.month !== addMonths(month, -1) || two.month !== addMonths(month, -2)) return undefined;
	const up = value > one.value && one.value > two.value;
	const down = value < one.value && one.value < two.value;
	return up || down ? { up, from: two.value, since: two.month } : undefined;
}

function toneOf(isMore: boolean, isSmall: boolean): Sentence['tone'] {
	if (isSmall) return 'plain';
	return isMore ? 'good' : 'bad';
}

function differenceWords(measure: Told, value: number, before: number): string {
	return value === before ? 'the same as in' : `${shownChange(measure, value, before)} than in`;
}
