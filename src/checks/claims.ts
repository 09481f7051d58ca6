/**
 * PC-13: a claim of a fact or a number, and no source. Asked for by S0-9 and S0-10.
 *
 * A link in the text is a source, and so is one that the post keeps outside its text.
 */
import { findingOn, plainContext, type TextCheck } from './check.ts';
import { findPhrases } from './phrases.ts';
import { findIn, readingOf } from './reading.ts';
import { linksIn } from './text-words.ts';
import { claims as list } from './words/claims.ts';

const percent = /(?<![\p{L}\d.,])\d{1,3}(?:[.,]\d{1,3})? ?(?:%(?! ?off)|per ?cent(?!\p{L}))/giu;

export const claims: TextCheck = {
	id: 'PC-13',
	title: 'Missing source',
	gravest: 'warn',
	sources: ['S0-9', 'S0-10'],
	uses: ['post', 'reply', 'crisis'],
	patterns: [percent],
	run(text, settings, { hasSource } = plainContext) {
		const reading = readingOf(text);
		if (hasSource || linksIn(reading).length > 0) return [];
		const [first] = [
			...findPhrases(reading, list, settings.addedWords?.['PC-13']),
			...findIn(reading, percent)
		].sort((one, other) => one.start - other.start);
		// One source can be enough for all claims, so one finding is enough to ask for it.
		if (!first) return [];
		return [
			findingOn(first, {
				check: 'PC-13',
				level: 'warn',
				saw: 'It states a fact, and we see no link to where it comes from.',
				why: 'People trust us. A wrong number can travel far.',
				todo: 'Add a link, or fill in where the facts come from.'
			})
		];
	}
};
