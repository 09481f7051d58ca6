/**
 * Why a post may have done well or not: what it has, where posts that have it did differently.
 *
 * It is never more than a maybe. Without enough posts on both sides nothing is said.
 */
import {
	isPictureIn,
	isQuestionIn,
	isVideoIn,
	isYoungIn,
	minuteIn,
	weekdayIn,
	type Traits
} from '../results/digest.ts';
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

interface Trait {
	readonly has: (traits: Traits, post: PostTraits | undefined) => boolean | undefined;
	/** Only the plan knows it. */
	readonly isOfPlan?: boolean;
	/** 'It has a picture' */
	readonly yes: string;
	/** 'It has no picture'; empty where the lack of it says nothing. */
	readonly no: string;
	/** 'posts with a picture' */
	readonly those: string;
}

const midday = 12 * 60;
const evening = 17 * 60;
const longText = 400;
/** Posts that are needed with it and without it. */
const fewest = 4;
/** With fewer than these on one side it is said that it may be chance. */
const enough = 10;
const clearly = 1.25;

const time = (inside: (minute: number) => boolean) => (traits: Traits) => {
	const minute = minuteIn(traits);
	return minute === null ? undefined : inside(minute);
};

const traits: readonly Trait[] = [
	{
		has: (known, post) => (post ? post.pictures.length > 0 : isPictureIn(known)),
		yes: 'It has a picture',
		no: 'It has no picture',
		those: 'posts with a picture'
	},
	{
		has: isVideoIn,
		yes: 'It is a video',
		no: '',
		those: 'videos'
	},
	{
		has: (known, post) => (post ? isQuestion(post) : isQuestionIn(known) || undefined),
		yes: 'It asks a question',
		no: 'It asks no question',
		those: 'posts with a question'
	},
	{
		has: time((minute) => minute < midday),
		yes: 'It went out in the morning',
		no: '',
		those: 'posts in the morning'
	},
	{
		has: time((minute) => minute >= midday && minute < evening),
		yes: 'It went out in the afternoon',
		no: '',
		those: 'posts in the afternoon'
	},
	{
		has: time((minute) => minute >= evening),
		yes: 'It went out in the evening',
		no: '',
		those: 'posts in the evening'
	},
	{
		has: (known) => weekdayIn(known) > 5,
		yes: 'It went out at the weekend',
		no: '',
		those: 'posts at the weekend'
	},
	{
		isOfPlan: true,
		has: (_, post) => post && post.text.length > longText,
		yes: 'It is long',
		no: '',
		those: `posts of more than ${longText} letters`
	},
	{
		isOfPlan: true,
		has: (_, post) => post && post.type === 'share',
		yes: 'It shares someone else’s post',
		no: '',
		those: 'shared posts'
	},
	...Object.entries(aimNames).map(([aim, name]): Trait => ({
		isOfPlan: true,
		has: (_, post) => (post && post.aim !== null ? post.aim === aim : undefined),
		yes: `Its aim is “${name}”`,
		no: '',
		those: `posts with the aim “${name}”`
	}))
];

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
				const has = trait.has(score.traits, post);
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

function comparedTraits(
	{ size, times, traits: known, planned }: AccountScores,
	posts: ReadonlyMap<string, PostTraits>
) {
	const withIt = new Float64Array(size);
	const without = new Float64Array(size);
	return traits.flatMap((trait) => {
		if (trait.isOfPlan === true && planned.size === 0) return [];
		let [has, lacks] = [0, 0];
		for (let index = 0; index < size; index += 1) {
			const own = known[index] ?? 0;
			if (isYoungIn(own)) continue;
			const id = planned.size === 0 ? undefined : planned.get(index);
			const answer = trait.has(own, id === undefined ? undefined : posts.get(id));
			if (answer === true) withIt[has++] = times[index] ?? 1;
			else if (answer === false) without[lacks++] = times[index] ?? 1;
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
