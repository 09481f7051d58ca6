/**
 * PC-34: what may wait until a vote is over. Asked for by S3-31 and S3-32.
 *
 * It blocks only in the weeks before a vote; a leader may let it pass with a reason.
 */
import { findingOn, type Finding } from '#checks/check.ts';
import { findPhrases } from '#checks/phrases.ts';
import { foundAt, readingOf } from '#checks/reading.ts';
import { campaigning, newDebate, visits } from '#checks/words/vote-weeks.ts';
import { leaders } from '#domain/roles.ts';

export interface VoteFacts {
	readonly isBeforeVote: boolean;
	readonly text: string;
	readonly use: 'post' | 'reply';
	/** Asks people what they think. */
	readonly isQuestion: boolean;
	/** Whose post it shares: 'Cllr Reed'. Empty when it shares nothing. */
	readonly originalAuthor: string;
}

export function voteFindings(facts: VoteFacts): Finding[] {
	const { isBeforeVote, text, use, isQuestion, originalAuthor } = facts;
	if (!isBeforeVote || use === 'reply') return [];
	const reading = readingOf(text);
	const found = [newDebate, visits, campaigning].flatMap((list) => findPhrases(reading, list))[0];
	const isOfPolitician = findPhrases(readingOf(originalAuthor), visits).length > 0;
	if (!found && !isQuestion && !isOfPolitician) return [];
	const saw = isOfPolitician
		? 'It shares words of someone who stands for a party or an office.'
		: 'It opens a debate, or has politics in it.';
	return [
		findingOn(found ?? foundAt(reading, 0, reading.plain.length), {
			check: 'PC-34',
			level: 'block',
			saw,
			why: 'A vote is near. We must not seem to take a side.',
			todo: 'Wait until the vote is over. News of the service is fine.',
			override: { roles: leaders }
		})
	];
}
