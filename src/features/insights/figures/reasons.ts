/**
 * Why a post may have done well or not: what it has, where posts that have it did differently.
 *
 * It is never more than a maybe. Without enough posts on both sides nothing is said.
 */
import { answers, answersIn, firstFreeAnswer, parts, type Traits } from '../results/digest.ts';
import { aimNames, type Aim } from '#features/posts/record.ts';
import { middleOf } from './middle.ts';
import type { AccountScores, Score } from './scores.ts';

/** As much of a planned post as may tell why. */
export interface PostTraits {
	readonly id: string;
	readonly type: string;
	readonly aim: Aim | null;
	readonly text: string;
	readonly pictures: readonly unknown[];
}

/** A question of yes and no; a post answers it in its bits, beside those of its traits. */
interface Trait {
	/** The bit of those that have it. */
	readonly has: number;
	/** The bit of those of which it is known; 0 where it is known of all. */
	readonly known: number;
	/** 'It has a picture' */
	readonly yes: string;
	/** 'It has no picture'; empty where the lack of it says nothing. */
	readonly no: string;
	/** 'posts with a picture' */
	readonly those: string;
}

const longText = 400;
/** Posts that are needed with it and without it. */
const fewest = 4;
/** With fewer than these on one side it is said that it may be chance. */
const enough = 10;
const clearly = 1.25;

const { pictureKnown, videoKnown, questionKnown, timeKnown } = answers;
const ofPlan = firstFreeAnswer;
const [isLong, isShare, hasAim] = [ofPlan << 1, ofPlan << 2, ofPlan << 3];
const aims = Object.entries(aimNames).map(([aim, name], place) => {
	return { aim, name, bit: (ofPlan << 4) << place };
});

const traits: readonly Trait[] = [
	{
		...{ has: answers.picture, known: pictureKnown },
		...{ yes: 'It has a picture', no: 'It has no picture', those: 'posts with a picture' }
	},
	{
		...{ has: answers.video, known: videoKnown },
		...{ yes: 'It is a video', no: '', those: 'videos' }
	},
	{
		...{ has: answers.question, known: questionKnown },
		...{ yes: 'It asks a question', no: 'It asks no question', those: 'posts with a question' }
	},
	{
		...{ has: answers.morning, known: timeKnown },
		...{ yes: 'It went out in the morning', no: '', those: 'posts in the morning' }
	},
	{
		...{ has: answers.afternoon, known: timeKnown },
		...{ yes: 'It went out in the afternoon', no: '', those: 'posts in the afternoon' }
	},
	{
		...{ has: answers.evening, known: timeKnown },
		...{ yes: 'It went out in the evening', no: '', those: 'posts in the evening' }
	},
	{
		...{ has: answers.weekend, known: 0 },
		...{ yes: 'It went out at the weekend', no: '', those: 'posts at the weekend' }
	},
	{
		...{ has: isLong, known: ofPlan },
		...{ yes: 'It is long', no: '', those: `posts of more than ${longText} letters` }
	},
	{
		...{ has: isShare, known: ofPlan },
		...{ yes: 'It shares someone else’s post', no: '', those: 'shared posts' }
	},
	...aims.map(({ name, bit }): Trait => ({
		...{ has: bit, known: hasAim },
		...{ yes: `Its aim is “${name}”`, no: '', those: `posts with the aim “${name}”` }
	}))
];

/** What the plan knows stands before what the platform says. */
function answersOf(known: Traits, post: PostTraits | undefined): number {
	const own = answersIn(known);
	if (!post) return own;
	const aim = aims.find((each) => each.aim === post.aim);
	return (
		(own & ~(answers.picture | answers.question)) |
		(pictureKnown | questionKnown | ofPlan) |
		(post.pictures.length > 0 ? answers.picture : 0) |
		(isQuestion(post) ? answers.question : 0) |
		(post.text.length > longText ? isLong : 0) |
		(post.type === 'share' ? isShare : 0) |
		(aim ? hasAim | aim.bit : 0)
	);
}

/** Undefined where it is not known. */
function answerTo({ has, known }: Trait, own: number): boolean | undefined {
	if ((own & known) !== known) return undefined;
	return (own & has) !== 0;
}

export interface Reason {
	readonly words: string;
	/** How far posts with it differ from posts without it. */
	readonly strength: number;
}

export type Reasons = (score: Score) => readonly Reason[];

/** Looks once at all posts of each account; then tells the reasons of any of them, strongest first. */
export function reasonsFrom(
	accounts: readonly AccountScores[],
	posts: ReadonlyMap<string, PostTraits>
): Reasons {
	const lean = new Map(
		accounts.map((account) => [account.accountId, comparedTraits(account, posts)])
	);
	return (score) => {
		const isGood = score.times >= 1;
		const post = score.postId === undefined ? undefined : posts.get(score.postId);
		return (lean.get(score.accountId) ?? [])
			.flatMap(({ trait, ratio, few }): Reason[] => {
				const has = answerTo(trait, answersOf(score.traits, post));
				const helps = ratio > 1;
				if (has === undefined) return [];
				const begin = has ? trait.yes : trait.no;
				if (begin === '' || (has ? helps : !helps) !== isGood) return [];
				const words = `${begin}. Here ${trait.those} were seen ${timesWords(ratio)}.`;
				const care = few < enough ? ' That is few posts, so it may be chance.' : '';
				return [{ words: words + care, strength: Math.max(ratio, 1 / ratio) }];
			})
			.sort((one, other) => other.strength - one.strength);
	};
}

function comparedTraits(account: AccountScores, posts: ReadonlyMap<string, PostTraits>) {
	const { times, own, all } = answered(account, posts);
	const withIt = new Float64Array(own.length);
	const without = new Float64Array(own.length);
	return traits.flatMap((trait) => {
		if ((all & trait.has) === 0) return [];
		const { has: bit, known } = trait;
		let [has, lacks] = [0, 0];
		for (let index = 0; index < own.length; index += 1) {
			const answer = own[index] ?? 0;
			if ((answer & known) !== known) continue;
			if ((answer & bit) !== 0) withIt[has++] = times[index] ?? 1;
			else without[lacks++] = times[index] ?? 1;
		}
		const few = Math.min(has, lacks);
		if (few < fewest) return [];
		const one = middleOf(withIt.subarray(0, has)) ?? 0;
		const other = middleOf(without.subarray(0, lacks)) ?? 0;
		if (one === 0 || other === 0) return [];
		const ratio = one / other;
		return ratio >= clearly || ratio <= 1 / clearly ? [{ trait, ratio, few }] : [];
	});
}

/** The posts whose numbers no longer rise, and every answer that any of them gives. */
function answered(
	{ size, times, traits: known, planned }: AccountScores,
	posts: ReadonlyMap<string, PostTraits>
) {
	const settled = new Float64Array(size);
	const own = new Int32Array(size);
	const hasPlanned = planned.size > 0;
	let [count, all] = [0, 0];
	for (let index = 0; index < size; index += 1) {
		const trait = known[index] ?? 0;
		if ((trait & parts.young) !== 0) continue;
		const id = hasPlanned ? planned.get(index) : undefined;
		const answer = id === undefined ? trait >> parts.answersPlace : answersOf(trait, posts.get(id));
		own[count] = answer;
		settled[count] = times[index] ?? 1;
		all |= answer;
		count += 1;
	}
	return { times: settled.subarray(0, count), own: own.subarray(0, count), all };
}

/** 'about twice as much as others', 'about 1.5 times as much', 'about a third less'. */
function timesWords(ratio: number): string {
	if (ratio >= 1) {
		const times = Math.round(ratio * 10) / 10;
		return times === 2 ? 'about twice as much as others' : `about ${times} times as much as others`;
	}
	return `about ${Math.round((1 - ratio) * 20) * 5}% less than others`;
}

function isQuestion({ type, text }: PostTraits): boolean {
	return type === 'question' || text.includes('?');
}
