/**
 * What only the plan knows of a post, beside what the platform says of it (`results/traits.ts`).
 *
 * What the plan knows stands before what the platform says.
 */
import { aimNames, type Aim } from '#features/posts/record.ts';
import { answers, planPlace, type Traits } from '../results/traits.ts';

/** As much of a planned post as may tell why. */
export interface PostTraits {
	readonly id: string;
	readonly type: string;
	readonly aim: Aim | null;
	readonly text: string;
	readonly pictures: readonly unknown[];
}

export const longText = 400;
export const aims = Object.entries(aimNames).map(([aim, name]) => ({ aim, name }));

/** Above its bits: 0 where there is no plan, else 1 and what is known. */
const [isLong, isShare, aimSteps] = [1, 2, 4];

export function traitsWithPlan(own: Traits, post: PostTraits | undefined): Traits {
	if (!post) return own;
	const aim = aims.findIndex((each) => each.aim === post.aim) + 1;
	const known =
		1 +
		(post.text.length > longText ? isLong : 0) +
		(post.type === 'share' ? isShare : 0) +
		aim * aimSteps;
	return (
		(own & ~(answers.picture | answers.question)) |
		(post.pictures.length > 0 ? answers.picture : 0) |
		(post.type === 'question' || post.text.includes('?') ? answers.question : 0) |
		(known << planPlace)
	);
}

export interface Planned {
	readonly isLong: boolean;
	readonly isShare: boolean;
	/** The place of its aim in `aims`; undefined where it has none. */
	readonly aim: number | undefined;
}

/** Undefined of a post that the plan does not know. */
export function plannedIn(traits: Traits): Planned | undefined {
	const known = (traits >> planPlace) - 1;
	if (known < 0) return undefined;
	const aim = Math.floor(known / aimSteps) - 1;
	return {
		isLong: (known & isLong) !== 0,
		isShare: (known & isShare) !== 0,
		aim: aim < 0 ? undefined : aim
	};
}
