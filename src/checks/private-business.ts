/**
 * PC-33: business of the practice or the group that is not for the public. Asked for by S1-7,
 * S1-39, S4-16 and S4-46.
 *
 * News that the practice has announced itself is fine.
 */
import { findingOn, type TextCheck } from './check.ts';
import { findPhrases } from './phrases.ts';
import { readingOf } from './reading.ts';
import { privateBusiness as list } from './words/private-business.ts';

export const privateBusiness: TextCheck = {
	id: 'PC-33',
	title: 'Private business',
	gravest: 'warn',
	sources: ['S1-7', 'S1-39', 'S4-16', 'S4-46'],
	patterns: [],
	run(text, settings) {
		return findPhrases(readingOf(text), list, settings.addedWords?.['PC-33']).map((found) =>
			findingOn(found, {
				check: 'PC-33',
				level: 'warn',
				saw: 'It sounds like news that is not for the public.',
				why: 'Plans, contracts and news of staff belong to the practice until it tells people.',
				todo: 'Ask the practice. Wait until it has told people itself.'
			})
		);
	}
};
