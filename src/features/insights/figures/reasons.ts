/**
 * Why a post may have done well or not: what it has, where posts that have it did differently.
 *
 * It is never more than a maybe. Without enough posts on both sides nothing is said.
 */
import { answers, partOfDay, type Traits } from '../results/traits.ts';
import { aims, longText, plannedIn, type Planned } from './plan-traits.ts';
import type { AccountScores, Score } from './scores.ts';
import { middleOfSide, settled, sideOf } from './sides.ts';

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
	const all = settled(compared);
	return questions.flatMap((question) => {
		const side = (answer: boolean) =>
			sideOf(all, (traits) => question.of(traits, plannedIn(traits)) === answer);
		const [without, withIt] = [side(false), side(true)];
		const few = Math.min(without.size, withIt.size);
		if (few < fewest) return [];
		const [other, one] = [middleOfSide(without, all), middleOfSide(withIt, all)];
		if (one === 0 || other === 0) return [];
		const ratio = one / other;
		return ratio >= clearly || ratio <= 1 / clearly ? [{ question, ratio, few }] : [];
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
