/**
 * PC-36: 'today', 'tomorrow', 'next Tuesday'. Asked for by S0-15.
 *
 * A planned post, or one that someone shares, may be read on another day.
 */
import { findingOn, type TextCheck } from './check.ts';
import { findPhrases } from './phrases.ts';
import { readingOf } from './reading.ts';
import { vagueDays as list } from './words/small-lists.ts';

export const vagueDays: TextCheck = {
	id: 'PC-36',
	title: 'Vague days',
	gravest: 'hint',
	sources: ['S0-15'],
	uses: ['post', 'crisis'],
	patterns: [],
	run(text) {
		return findPhrases(readingOf(text), list).map((found) =>
			findingOn(found, {
				check: 'PC-36',
				level: 'hint',
				saw: 'Which day is meant?',
				why: 'People may read this post on another day.',
				todo: 'Say the day and the date.'
			})
		);
	}
};
