/**
 * What the plan tells of a month: posts made and planned, questions and what people said, comments
 * answered, and posts for people who are hard to reach.
 */
import type { Asked, AudienceCount, Kept } from '../figures/plan.ts';
import { counted, type Sentence } from './sentence.ts';

/** `name` is the time: 'October 2026'. */
export function keptSentence({ planned, out }: Kept, name: string): Sentence | undefined {
	if (planned === 0) return undefined;
	const base = { id: 'kept', weight: 3 };
	if (out === planned) {
		const words =
			planned === 1
				? `The one post that was planned for ${name} went out.`
				: `All ${planned} posts that were planned for ${name} went out.`;
		return { ...base, tone: 'good', words };
	}
	const words = `${out} of ${counted(planned, 'post', 'posts')} that we planned for ${name} went out.`;
	return { ...base, weight: 4.5, tone: out * 2 < planned ? 'bad' : 'plain', words };
}

/** Sources: S0-34, S0-46. */
export function askedSentence({ asked, closed, answered }: Asked): Sentence | undefined {
	const base = { id: 'asked', weight: 4 };
	if (asked === 0) {
		const words = 'We asked people no question. Listening is half of it.';
		return { ...base, tone: 'bad', words };
	}
	const questions = `We asked ${counted(asked, 'question', 'questions')}.`;
	if (closed === 0) return { ...base, tone: 'plain', words: `${questions} None has closed yet.` };
	const words = `${questions} For ${answered} of ${closed} that closed we told people what they said.`;
	return { ...base, tone: answered === closed ? 'good' : 'bad', words };
}

export interface Answered {
	readonly answered: number | null;
	/** Of those, how many on the day on which they came. */
	readonly sameDay: number | null;
}

/**
 * Comments and messages that were answered, as they were typed into the notes. The rate of the same
 * day is told of those accounts that know both. Source: S0-20.
 */
export function answeredSentence(counts: readonly Answered[]): Sentence | undefined {
	const known = counts.filter(({ answered }) => answered !== null);
	if (known.length === 0) return undefined;
	const sum = addedUp(known, 'answered');
	const where =
		known.length === counts.length
			? ''
			: ` (${counts.length - known.length} of the accounts did not say)`;
	const base = { id: 'answered', tone: 'plain' as const, weight: 2 };
	const words = `We answered ${counted(sum, 'comment or message', 'comments and messages')}${where}.`;
	const both = known.filter(({ sameDay }) => sameDay !== null);
	const [all, prompt] = [addedUp(both, 'answered'), addedUp(both, 'sameDay')];
	if (all === 0 || prompt > all) return { ...base, words };
	const rest = all === sum ? '' : ` of the ${all} of which we know the day`;
	if (prompt === all) {
		return { ...base, words: `${words} All${rest} on the same day.`, tone: 'good', weight: 4 };
	}
	const half = prompt * 2 < all;
	return {
		...base,
		words: `${words} On the same day: ${prompt}${rest}.`,
		...(half && { tone: 'bad' as const, weight: 4 })
	};
}

function addedUp(counts: readonly Answered[], field: keyof Answered): number {
	return counts.reduce((total, count) => total + (count[field] ?? 0), 0);
}

/** Source: S1-62. Says whom nobody wrote for, only where there were posts at all. */
export function audienceSentence(counts: readonly AudienceCount[]): Sentence | undefined {
	const special = counts.filter(({ audience }) => audience !== 'everyone');
	const posts = counts.reduce((sum, count) => sum + count.posts, 0);
	if (posts === 0) return undefined;
	const missed = special.filter((count) => count.posts === 0).map(({ name }) => name.toLowerCase());
	if (missed.length === 0) {
		const words = 'There was a post for each group of people that we try to reach.';
		return { id: 'audiences', tone: 'good', words, weight: 1 };
	}
	if (missed.length === special.length) {
		const words = 'No post was for one group of people more than for others.';
		return { id: 'audiences', tone: 'plain', words, weight: 0.5 };
	}
	const words = `No post was written for ${listWords(missed)}.`;
	return { id: 'audiences', tone: 'plain', words, weight: 1 };
}

/** 'carers, parents and new patients' */
export function listWords(items: readonly string[]): string {
	const last = items.at(-1) ?? '';
	return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
}
