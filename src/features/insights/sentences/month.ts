/**
 * The month in a few sentences, good and bad both: what is told first at the meeting.
 *
 * Where there is something bad it is always told. Source: sources.md S2-46.
 */
import { spokenMonth } from '#domain/calendar.ts';
import { goalsOf } from '../figures/goals.ts';
import type { Figures } from '../figures/monthly.ts';
import { askedAndAnswered, audienceCounts, keptPlan, type AskingPost } from '../figures/plan.ts';
import type { Objective } from '#features/campaigns/record.ts';
import type { InsightNote } from '../record.ts';
import { noteOf } from '../rules.ts';
import { goalSentence } from './goals.ts';
import { numberSentences } from './numbers.ts';
import { answeredSentence, askedSentence, audienceSentence, keptSentence } from './plan.ts';
import { byWeight, type Sentence } from './sentence.ts';

export interface MonthFacts {
	readonly month: string;
	readonly today: string;
	readonly figures: Figures;
	readonly accounts: readonly { readonly id: string; readonly name: string }[];
	readonly notes: readonly InsightNote[];
	readonly posts: readonly AskingPost[];
	readonly objectives: readonly Objective[];
}

/** Everything that can be said of the month, heaviest first. */
export function monthSentences(facts: MonthFacts): Sentence[] {
	const { month, figures, accounts, notes, objectives } = facts;
	const answers = accounts.flatMap(({ id }) => {
		const note = noteOf(notes, month, id);
		return note ? [note] : [];
	});
	return [
		...accounts.flatMap((account) => numberSentences(figures, account, month)),
		...goalsOf(objectives, notes, month).map(goalSentence),
		...planSentences(facts),
		answeredSentence(answers)
	]
		.filter((sentence) => sentence !== undefined)
		.sort(byWeight);
}

/** Nothing is said of a plan in which there is nothing yet. */
function planSentences({ posts, month, today }: MonthFacts): (Sentence | undefined)[] {
	if (posts.length === 0) return [];
	const period = { from: month, to: month };
	return [
		keptSentence(keptPlan(posts, period, today), spokenMonth(month)),
		askedSentence(askedAndAnswered(posts, period, today)),
		audienceSentence(audienceCounts(posts, period))
	];
}

/** A few of them: at most two thirds good, and something bad where there is any. */
export function inShort(sentences: readonly Sentence[], most: number): Sentence[] {
	const ofTone = (tone: Sentence['tone']) => sentences.filter((each) => each.tone === tone);
	const [good, bad, plain] = [ofTone('good'), ofTone('bad'), ofTone('plain')];
	const goods = good.slice(0, Math.ceil((most * 2) / 3));
	const bads = bad.slice(0, Math.max(1, most - goods.length));
	const chosen = [...goods.slice(0, most - Math.min(1, bads.length)), ...bads].slice(0, most);
	return [...chosen, ...plain.slice(0, most - chosen.length)];
}
