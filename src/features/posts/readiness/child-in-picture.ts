/**
 * PC-09: a child in a picture. Asked for by S3-38, S3-40 and S0-32.
 *
 * Any no wins: of the child, of the parent, or of whoever said that the child must not be shown.
 */
import type { Finding } from '#checks/check.ts';
import { readingOf } from '#checks/reading.ts';
import { wordsOf } from '#checks/text-words.ts';

export interface ChildFacts {
	readonly picture: string;
	/** All words that go with it: the post, the description. */
	readonly words: readonly string[];
	/** False: covered, or seen so that nobody knows them, and a named person has checked it. */
	readonly isRecognisable: boolean;
	/** A school badge or a name on clothes can be read and is not covered. */
	readonly showsBadge: boolean;
	readonly children: readonly PicturedChild[];
}

interface PicturedChild {
	readonly firstName: string;
	readonly lastName: string | null;
	readonly ageBand: 'under-13' | '13-15' | '16-17';
	readonly hasParentYes: boolean;
	readonly childWish: 'yes' | 'no' | 'too-young' | null;
	readonly mustNotShow: boolean;
	readonly isConfirmed: boolean;
}

type Trouble = Pick<Finding, 'saw' | 'todo'>;

export function childFindings(facts: ChildFacts): Finding[] {
	const { picture, children, words, isRecognisable, showsBadge } = facts;
	const troubles = children.flatMap((child) => [
		...(isRecognisable ? answerTrouble(child) : []),
		...(isNamed(child, words) ? [named] : [])
	]);
	if (isRecognisable && showsBadge && children.length > 0) troubles.push(badge);
	return troubles.map((trouble) => ({
		check: 'PC-09',
		level: 'block',
		picture,
		why: 'A picture of a child can be copied, and used to find the child.',
		override: null,
		...trouble
	}));
}

const named: Trouble = {
	saw: 'The full name of a child is in the words.',
	todo: 'Take the last name out.'
};
const badge: Trouble = {
	saw: 'A school badge or a name can be read in the picture.',
	todo: 'Cover it with the cover tool.'
};

/** The gravest one only: it decides what to do. */
function answerTrouble(child: PicturedChild): Trouble[] {
	const useAnother = 'Use another picture, or cover the child.';
	if (child.mustNotShow) return [{ saw: 'A child in it must not be shown.', todo: useAnother }];
	if (child.childWish === 'no') return [{ saw: 'A child in it said no.', todo: useAnother }];
	const needsParent = child.ageBand !== '16-17';
	if (needsParent && !child.hasParentYes) {
		return [{ saw: 'The parent or carer has not said yes.', todo: 'Ask them, and ask the child.' }];
	}
	if (child.childWish === null) {
		return [{ saw: 'Nobody has noted what the child wants.', todo: 'Ask the child.' }];
	}
	if (!child.isConfirmed) {
		return [
			{
				saw: 'The practice has not confirmed the yes for a child yet.',
				todo: 'Ask the practice manager to confirm it.'
			}
		];
	}
	return [];
}

/** First and last name next to each other, in any case. */
function isNamed({ firstName, lastName }: PicturedChild, texts: readonly string[]): boolean {
	if (lastName === null || lastName.trim() === '') return false;
	const name = ` ${plain(`${firstName} ${lastName}`)} `;
	return texts.some((text) => ` ${plain(text)} `.includes(name));
}

function plain(text: string): string {
	return wordsOf(readingOf(text))
		.map(({ base }) => base)
		.join(' ');
}
