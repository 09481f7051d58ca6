/** PC-34, with its examples. */
import { describe, expect, test } from 'vitest';
import { voteFindings, type VoteFacts } from './vote-weeks.ts';

const run = (text: string, changes: Partial<VoteFacts> = {}) =>
	voteFindings({
		isBeforeVote: true,
		text,
		use: 'post',
		isQuestion: false,
		originalAuthor: '',
		...changes
	});

describe('in the weeks before a vote', () => {
	test.each([
		['a new survey', run('Our new survey is out. Tell us what matters to you.')],
		['a question to all', run('What should change at the surgery?', { isQuestion: true })],
		['a consultation', run('The council’s consultation on bus routes is open.')],
		['the visit of a candidate', run('The candidate Ann Reed will visit our stall.')],
		['a campaign', run('Join our campaign to save the surgery')],
		['sharing a councillor’s post', run('Great news!', { originalAuthor: 'Cllr Reed' })]
	])('%s blocks, and a leader may let it pass', (_, findings) => {
		expect(findings).toMatchObject([
			{ check: 'PC-34', level: 'block', override: { roles: ['practice-manager', 'coordinator'] } }
		]);
	});

	test.each([
		['a flu clinic', run('Flu clinic on Saturday 24 April')],
		['opening times on a bank holiday', run('We are closed on Monday 3 May')],
		['a signpost to 111', run('Not sure where to go? Call 111.')],
		['an outage', run('The phones are down. Please use the online form.')],
		[
			'a reply that thanks someone',
			run('Thank you for your views on the campaign, councillor', { use: 'reply' })
		],
		['a phone consultation', run('You can ask for a phone consultation.')]
	])('%s is fine', (_, findings) => {
		expect(findings).toEqual([]);
	});
});

test('in other weeks nothing is held back', () => {
	expect(run('Join our campaign to save the surgery', { isBeforeVote: false })).toEqual([]);
});
