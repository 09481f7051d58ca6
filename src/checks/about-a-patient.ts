/**
 * PC-31: a reply that shows that someone is a patient. Asked for by S1-74.
 *
 * Only in replies, and nobody may pass it: not even a kind word may confirm it.
 */
import { findingOn, type TextCheck } from './check.ts';
import { findPhrases } from './phrases.ts';
import { readingOf } from './reading.ts';
import { aboutAPatient as list } from './words/small-lists.ts';

export const aboutAPatient: TextCheck = {
	id: 'PC-31',
	title: 'Shows that someone is a patient',
	gravest: 'block',
	sources: ['S1-74'],
	uses: ['reply'],
	patterns: [],
	run(text, settings) {
		return findPhrases(readingOf(text), list, settings.addedWords?.['PC-31']).map((found) =>
			findingOn(found, {
				check: 'PC-31',
				level: 'block',
				saw: 'It shows that this person is a patient.',
				why: 'Who is a patient is private. Everyone can read a reply.',
				todo: 'Say thank you, and ask them to contact the practice.',
				override: null
			})
		);
	}
};
