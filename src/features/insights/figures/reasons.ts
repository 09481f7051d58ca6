/**
 * Why a post may have done well or not: what it has, where posts that have it did differently.
 *
 * It is never more than a maybe. Without enough posts on both sides nothing is said.
 */
import { weekdayOf } from '#domain/calendar.ts';
import { aimNames, type Aim } from '#features/posts/record.ts';
import { middle, type Score } from './scores.ts';

/** As much of a planned post as may tell why. */
export interface PostTraits {
	readonly id: string;
	readonly type: string;
	readonly aim: Aim | null;
	readonly text: string;
	readonly pictures: readonly unknown[];
}

interface Trait {
	readonly has: (score: Score, post: PostTraits | undefined) => boolean | undefined;
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

const time = (inside: (minute: number) => boolean) => (score: Score) => {
	const { postedAtMinute } = score.result;
	return postedAtMinute === null ? undefined : inside(postedAtMinute);
};

const traits: readonly Trait[] = [
	{
		has: ({ result }, post) =>
			post
				? post.pictures.length > 0
				: isOfType(result.type, /photo|image|picture|carousel|album/i),
		yes: 'It has a picture',
		no: 'It has no picture',
		those: 'posts with a picture'
	},
	{
		has: ({ result }) => isOfType(result.type, /video|reel/i),
		yes: 'It is a video',
		no: '',
		those: 'videos'
	},
	{
		has: ({ result }, post) => (post ? isQuestion(post) : result.text.includes('?') || undefined),
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
		has: ({ result }) => weekdayOf(result.postedOn) > 5,
		yes: 'It went out at the weekend',
		no: '',
		those: 'posts at the weekend'
	},
	{
		has: (_, post) => post && post.text.length > longText,
		yes: 'It is long',
		no: '',
		those: `posts of more than ${longText} letters`
	},
	{
		has: (_, post) => post && post.type === 'share',
		yes: 'It shares someone else’s post',
		no: '',
		those: 'shared posts'
	},
	...Object.entries(aimNames).map(([aim, name]): Trait => ({
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
	scores: readonly Score[],
	posts: ReadonlyMap<string, PostTraits>
): Reasons {
	const lean = new Map<string, ReturnType<typeof comparedTraits>>();
	for (const accountId of new Set(scores.map((score) => score.accountId))) {
		const own = scores.filter((score) => score.accountId === accountId);
		lean.set(accountId, comparedTraits(own, posts));
	}
	return (score) => {
		const isGood = score.times >= 1;
		const post = postOf(score, posts);
		return (lean.get(score.accountId) ?? [])
			.flatMap(({ trait, ratio, few }): Reason[] => {
				const has = trait.has(score, post);
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

function comparedTraits(scores: readonly Score[], posts: ReadonlyMap<string, PostTraits>) {
	return traits.flatMap((trait) => {
		const withIt: number[] = [];
		const without: number[] = [];
		for (const score of scores) {
			if (score.isYoung) continue;
			const has = trait.has(score, postOf(score, posts));
			if (has !== undefined) (has ? withIt : without).push(score.times);
		}
		const few = Math.min(withIt.length, without.length);
		const [one = 0, other = 0] = [middle(withIt), middle(without)];
		if (few < fewest || one === 0 || other === 0) return [];
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

function postOf({ result }: Score, posts: ReadonlyMap<string, PostTraits>): PostTraits | undefined {
	return result.postId === null ? undefined : posts.get(result.postId);
}

function isOfType(type: string, wanted: RegExp): boolean | undefined {
	return type === '' ? undefined : wanted.test(type);
}

function isQuestion({ type, text }: PostTraits): boolean {
	return type === 'question' || text.includes('?');
}
