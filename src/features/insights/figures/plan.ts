/**
 * What the plan tells of a period: posts made beside planned, posts for each audience, questions
 * asked and what became of them.
 *
 * Sources: S0-34, S0-46, S1-62.
 */
import { monthOf } from '#domain/calendar.ts';
import { audiences, audienceNames, type Audience } from '#features/posts/record.ts';
import { isIn, type Months } from './period.ts';
import type { PlannedPost } from './monthly.ts';

export interface AskingPost extends PlannedPost {
	readonly type: string;
	readonly closesOn: string | null;
	readonly youSaidOf: string | null;
	readonly audiences: readonly Audience[];
}

export interface Kept {
	readonly planned: number;
	readonly out: number;
}

/** Posts of the plan with a day in the period, and those of them that went out. */
export function keptPlan(posts: readonly PlannedPost[], period: Months, today: string): Kept {
	const due = posts.filter(
		(post) => isOfPeriod(post, period) && (post.plannedOn ?? '') <= today && isMeant(post)
	);
	return { planned: due.length, out: due.filter(isOut).length };
}

export interface AudienceCount {
	readonly audience: Audience;
	readonly name: string;
	readonly posts: number;
}

/** How many posts that went out want to reach whom; those that nobody wrote for are shown too. */
export function audienceCounts(posts: readonly AskingPost[], period: Months): AudienceCount[] {
	const out = posts.filter((post) => isOut(post) && isOfPeriod(post, period));
	return audiences.map((audience) => ({
		audience,
		name: audienceNames[audience],
		posts: out.filter((post) => post.audiences.includes(audience)).length
	}));
}

export interface Asked {
	/** Questions that went out in the period. */
	readonly asked: number;
	/** Of those, how many have closed by today. */
	readonly closed: number;
	/** Of the closed ones, how many got a post that says what people said. */
	readonly answered: number;
}

export function askedAndAnswered(
	posts: readonly AskingPost[],
	period: Months,
	today: string
): Asked {
	const questions = posts.filter(
		(post) => post.type === 'question' && isOut(post) && isOfPeriod(post, period)
	);
	const closed = questions.filter(({ closesOn }) => closesOn !== null && closesOn < today);
	const told = new Set(posts.filter(isOut).map(({ youSaidOf }) => youSaidOf));
	return {
		asked: questions.length,
		closed: closed.length,
		answered: closed.filter(({ id }) => told.has(id)).length
	};
}

function isOfPeriod({ plannedOn }: PlannedPost, period: Months): boolean {
	return plannedOn !== null && isIn(period, monthOf(plannedOn));
}

function isMeant({ status }: PlannedPost): boolean {
	return status !== 'idea' && status !== 'dropped';
}

function isOut({ postings }: PlannedPost): boolean {
	return postings.length > 0;
}
