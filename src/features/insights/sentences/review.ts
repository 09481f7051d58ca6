/**
 * What a quarter of one account says, beside the quarter before it and what was meant. Source: S0-54.
 */
import { addMonths } from '#domain/calendar.ts';
import type { Known } from '../figures/counted.ts';
import type { Figures } from '../figures/monthly.ts';
import { isFew, shownChange } from '../figures/people.ts';
import { lastMonthOf } from '../reviews/rules.ts';
import { inGroups, type Measure } from '../rules.ts';
import { counted } from './sentence.ts';

interface Reviewed {
	readonly id: string;
	readonly name: string;
	/** Posts a week that the account should have. */
	readonly postsPerWeek: number;
}

const nouns = { reach: 'people reached', interactions: 'likes, comments and shares' } as const;
const weeksInQuarter = 13;
const smallNumber = 20;

export function reviewSentences(
	figures: Figures,
	{ id, postsPerWeek }: Reviewed,
	quarter: string
): string[] {
	const last = lastMonthOf(quarter);
	const months = [addMonths(last, -2), addMonths(last, -1), last];
	const before = months.map((month) => addMonths(month, -3));
	const read = (list: readonly string[], measure: Measure) =>
		list.flatMap((month) => figures.at(id, month).figures[measure] ?? []);
	const posts = read(months, 'postsMade').reduce((sum, { value }) => sum + value, 0);
	const meant = postsPerWeek * weeksInQuarter;
	const made =
		read(months, 'postsMade').length === 0
			? 'Nobody knows how many posts were made.'
			: `${counted(posts, 'post', 'posts')} in the quarter. About ${meant} were meant.`;
	return [
		made,
		followersWords(read(months, 'followers'), read(before, 'followers')),
		monthlyWords('reach', read(months, 'reach'), read(before, 'reach')),
		monthlyWords('interactions', read(months, 'interactions'), read(before, 'interactions'))
	].filter((words) => words !== '');
}

function followersWords(now: readonly Known[], before: readonly Known[]): string {
	const last = now.at(-1);
	if (!last || isFew(last.value))
		return 'Nobody knows how many followers it has, or too few to say.';
	const earlier = before.at(-1);
	const count = `${inGroups(last.value)} followers`;
	if (!earlier || isFew(earlier.value)) return `${count}. There is no number from before.`;
	return `${count}, ${changeWords('followers', last.value, earlier.value)} than a quarter before.`;
}

/** A usual month of this quarter and of the one before, where the number is the same one. */
function monthlyWords(
	measure: keyof typeof nouns,
	now: readonly Known[],
	before: readonly Known[]
): string {
	const [first] = now;
	if (!first || now.some(({ name }) => name !== first.name)) return '';
	const usual = average(now);
	if (isFew(usual)) return '';
	const count = `${inGroups(usual)} ${nouns[measure]} in a usual month`;
	const same = before.filter(({ name }) => name === first.name);
	if (same.length === 0) return `${count}. There is no number from before.`;
	const earlier = average(same);
	const care = Math.max(usual, earlier) < smallNumber ? ' These numbers are small.' : '';
	return `${count}, ${changeWords(measure, usual, earlier)} than in the quarter before.${care}`;
}

function average(known: readonly Known[]): number {
	return Math.round(known.reduce((sum, { value }) => sum + value, 0) / known.length);
}

function changeWords(measure: Measure, value: number, before: number): string {
	return value === before ? 'no more and no fewer' : shownChange(measure, value, before);
}
