/**
 * Why a post may have done well or not: what it has, where posts that have it did differently.
 *
 * It is never more than a maybe. Without enough posts on both sides nothing is said.
 */
import {
	answers,
	partOfDay,
	seenIn,
	traitsIn,
	traitSpace,
	type Traits
} from '../results/traits.ts';
import { middles } from './middle.ts';
import { aims, longText, plannedIn, type Planned } from './plan-traits.ts';
import { timesOfUsual, type AccountScores, type Compared, type Score } from './scores.ts';

/** A question of yes and no. */
interface Question {
	/** Undefined where it is not known. */
	readonly of: (traits: Traits, planned: Planned | undefined) => boolean | undefined;
	/** 'It has a picture' */
	readonly yes: string;
	/** 'It has no picture'; empty where the lack of it says nothing. */
	readonly no: string;
	/** 'posts with a picture' */
	readonly those: string;
}

/** Posts that are needed with it and without it. */
const fewest = 4;
/** With fewer than these on one side it is said that it may be chance. */
const enough = 10;
const clearly = 1.25;

const has = (bit: number) => (traits: Traits) => (traits & bit) !== 0;
const isPartOfDay = (part: number) => (traits: Traits) =>
	(traits & partOfDay) === 0 ? undefined : (traits & partOfDay) === part;
const hasType = has(answers.typeKnown);
const hasPicture = has(answers.picture);
const isVideo = has(answers.video);
const isQuestion = has(answers.question);

const questions: readonly Question[] = [
	{
		of: (traits, planned) => (planned || hasType(traits) ? hasPicture(traits) : undefined),
		...{ yes: 'It has a picture', no: 'It has no picture', those: 'posts with a picture' }
	},
	{
		of: (traits) => (hasType(traits) ? isVideo(traits) : undefined),
		...{ yes: 'It is a video', no: '', those: 'videos' }
	},
	{
		// The platform’s text is often cut short: no question in it says nothing.
		of: (traits, planned) => isQuestion(traits) || (planned && false),
		...{ yes: 'It asks a question', no: 'It asks no question', those: 'posts with a question' }
	},
	{
		of: isPartOfDay(answers.morning),
		...{ yes: 'It went out in the morning', no: '', those: 'posts in the morning' }
	},
	{
		of: isPartOfDay(answers.afternoon),
		...{ yes: 'It went out in the afternoon', no: '', those: 'posts in the afternoon' }
	},
	{
		of: isPartOfDay(answers.evening),
		...{ yes: 'It went out in the evening', no: '', those: 'posts in the evening' }
	},
	{
		of: has(answers.weekend),
		...{ yes: 'It went out at the weekend', no: '', those: 'posts at the weekend' }
	},
	{
		of: (_, planned) => planned?.isLong,
		...{ yes: 'It is long', no: '', those: `posts of more than ${longText} letters` }
	},
	{
		of: (_, planned) => planned?.isShare,
		...{ yes: 'It shares someone else’s post', no: '', those: 'shared posts' }
	},
	...aims.map(({ name }, place): Question => ({
		of: (_, planned) => (planned?.aim === undefined ? undefined : planned.aim === place),
		...{ yes: `Its aim is “${name}”`, no: '', those: `posts with the aim “${name}”` }
	}))
];

export interface Reason {
	readonly words: string;
	/** How far posts with it differ from posts without it. */
	readonly strength: number;
}

export type Reasons = (score: Score) => readonly Reason[];

/** Looks once at all posts of each account; then tells the reasons of any of them, strongest first. */
export function reasonsFrom(accounts: readonly AccountScores[]): Reasons {
	const differences = new Map(
		accounts.map((account) => [account.accountId, differencesIn(account)])
	);
	return ({ accountId, times, traits }) => {
		const isGood = times >= 1;
		return (differences.get(accountId) ?? [])
			.flatMap(({ question, ratio, few }): Reason[] => {
				const answer = question.of(traits, plannedIn(traits));
				const helps = ratio > 1;
				if (answer === undefined) return [];
				const begin = answer ? question.yes : question.no;
				if (begin === '' || (answer ? helps : !helps) !== isGood) return [];
				const words = `${begin}. Here ${question.those} were seen ${timesWords(ratio)}.`;
				const care = few < enough ? ' That is few posts, so it may be chance.' : '';
				return [{ words: words + care, strength: Math.max(ratio, 1 / ratio) }];
			})
			.sort((one, other) => other.strength - one.strength);
	};
}

interface Difference {
	readonly question: Question;
	/** Seen beside posts without it: 2 is twice as much. */
	readonly ratio: number;
	/** How many posts there are on the side that has fewer. */
	readonly few: number;
}

function differencesIn({ compared }: AccountScores): Difference[] {
	const posts = compared.map(settledOf).reduce(merged);
	const kinds = kindsOf(posts.traits);
	return questions.flatMap((question) => {
		const { without, withIt } = sidesOf(question, kinds);
		const few = Math.min(without.size, withIt.size);
		if (few < fewest) return [];
		const [other, one] = [middleOfSide(without, posts), middleOfSide(withIt, posts)];
		if (one === 0 || other === 0) return [];
		const ratio = one / other;
		return ratio >= clearly || ratio <= 1 / clearly ? [{ question, ratio, few }] : [];
	});
}

/** Posts in two columns, the one that was seen least first. */
interface Settled {
	readonly times: Float64Array;
	readonly traits: Int16Array;
}

/** Those whose numbers no longer rise. */
function settledOf({ usual, posts }: Compared): Settled {
	const times = new Float64Array(posts.length);
	const traits = new Int16Array(posts.length);
	let size = 0;
	for (let place = 0; place < posts.length; place += 1) {
		const post = posts[place] ?? 0;
		const own = traitsIn(post);
		if ((own & answers.young) !== 0) continue;
		times[size] = timesOfUsual(seenIn(post), usual);
		traits[size] = own;
		size += 1;
	}
	return { times: times.subarray(0, size), traits: traits.subarray(0, size) };
}

/** Both in their order: posts that are counted by two names, as where a platform renamed them. */
function merged(one: Settled, other: Settled): Settled {
	const size = one.times.length + other.times.length;
	const [times, traits] = [new Float64Array(size), new Int16Array(size)];
	let ofOne = 0;
	for (let place = 0; place < size; place += 1) {
		const ofOther = place - ofOne;
		const isOne =
			(one.times[ofOne] ?? Infinity) <= (other.times[ofOther] ?? Infinity) &&
			ofOne < one.times.length;
		const [from, at] = isOne ? [one, ofOne++] : [other, ofOther];
		times[place] = from.times[at] ?? 0;
		traits[place] = from.traits[at] ?? 0;
	}
	return { times, traits };
}

/** Posts with just the same traits: there are few kinds of them. */
interface PostKind {
	readonly traits: Traits;
	readonly posts: number;
}

function kindsOf(traits: Int16Array): PostKind[] {
	const counts = new Int32Array(traitSpace);
	const found: Traits[] = [];
	for (let place = 0; place < traits.length; place += 1) {
		const own = traits[place] ?? 0;
		const before = counts[own] ?? 0;
		if (before === 0) found.push(own);
		counts[own] = before + 1;
	}
	return found.map((own) => ({ traits: own, posts: counts[own] ?? 0 }));
}

interface Side {
	readonly size: number;
	/** By their traits: 1 for those of this side. */
	readonly isOfIt: Uint8Array;
}

function sidesOf({ of }: Question, kinds: readonly PostKind[]): { without: Side; withIt: Side } {
	const side = (answer: boolean): Side => {
		const own = kinds.filter(({ traits }) => of(traits, plannedIn(traits)) === answer);
		const isOfIt = new Uint8Array(traitSpace);
		for (const { traits } of own) isOfIt[traits] = 1;
		return { size: own.reduce((sum, { posts }) => sum + posts, 0), isOfIt };
	};
	return { without: side(false), withIt: side(true) };
}

/** As the posts are in order, it is enough to count up to the middle. */
function middleOfSide({ size, isOfIt }: Side, { times, traits }: Settled): number {
	const [lower, upper] = middles(size);
	let before = 0;
	let found = 0;
	for (let place = 0; place < times.length && before <= upper; place += 1) {
		if (isOfIt[traits[place] ?? 0] !== 1) continue;
		// Twice the same, where there is one in the middle.
		if (before === lower) found += (times[place] ?? 0) / 2;
		if (before === upper) found += (times[place] ?? 0) / 2;
		before += 1;
	}
	return found;
}

/** 'about twice as much as others', 'about 1.5 times as much', 'about a third less'. */
function timesWords(ratio: number): string {
	if (ratio >= 1) {
		const times = Math.round(ratio * 10) / 10;
		return times === 2 ? 'about twice as much as others' : `about ${times} times as much as others`;
	}
	return `about ${Math.round((1 - ratio) * 20) * 5}% less than others`;
}
