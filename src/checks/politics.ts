/**
 * PC-12: parties, politicians and votes. Asked for by S3-29, S3-31 and S2-19.
 *
 * A hint in most weeks. In the weeks before a vote it blocks, and a leader gives a reason to pass.
 */
import { leaders } from '#domain/roles.ts';
import { findingOn, plainContext, type TextCheck } from './check.ts';
import { findPhrases } from './phrases.ts';
import { readingOf } from './reading.ts';
import { politics as list } from './words/politics.ts';

export const politics: TextCheck = {
	id: 'PC-12',
	title: 'Politics',
	gravest: 'block',
	sources: ['S3-29', 'S3-31', 'S2-19'],
	patterns: [],
	run(text, settings, { isBeforeVote } = plainContext) {
		return findPhrases(readingOf(text), list, settings.addedWords?.['PC-12']).map((found) =>
			findingOn(found, {
				check: 'PC-12',
				level: isBeforeVote ? 'block' : 'hint',
				saw: isBeforeVote ? 'A vote is near, and this is about politics.' : 'It is about politics.',
				why: 'The group is for all patients, whatever they vote.',
				todo: isBeforeVote
					? 'Leave it out until the vote is over, and keep to news of the service.'
					: 'Check that it takes no side.',
				...(isBeforeVote && { override: { roles: leaders } })
			})
		);
	}
};
