/**
 * PC-25: dares, crash diets, asking for private details, pictures of children. Asked for by S0-32,
 * S3-38.
 *
 * It blocks until the coordinator or the practice manager agrees.
 */
import { leaders } from '#domain/roles.ts';
import { findingOn, type TextCheck } from './check.ts';
import { findPhrases } from './phrases.ts';
import { readingOf } from './reading.ts';
import { safeguarding as list } from './words/safeguarding.ts';

export const safeguarding: TextCheck = {
	id: 'PC-25',
	title: 'Keeping people safe',
	gravest: 'block',
	sources: ['S0-32', 'S3-38'],
	patterns: [],
	run(text, settings) {
		return findPhrases(readingOf(text), list, settings.addedWords?.['PC-25']).map((found) =>
			findingOn(found, {
				check: 'PC-25',
				level: 'block',
				saw: 'It could put someone at risk.',
				why: 'Dares and diets can harm. Details of people, and of children most, can be misused.',
				todo: 'Take it out. Ask people to come to the practice or to the desk.',
				override: { roles: leaders }
			})
		);
	}
};
