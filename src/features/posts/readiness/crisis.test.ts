/** PC-35, with its examples. */
import { describe, expect, test } from 'vitest';
import { crisisFindings, type CrisisFacts } from './crisis.ts';

const at = Date.UTC(2026, 10, 21, 12);
const hour = 3_600_000;
const line: CrisisFacts = {
	isOn: true,
	at,
	kind: 'line',
	signedOffBy: 'person-1',
	nextUpdateAt: at + hour,
	expiresAt: null,
	sharedUrl: '',
	officialUrls: ['https://social.example/ExampleAmbulance', 'https://www.police.example'],
	isPaused: false,
	letThroughBy: null
};
const run = (changes: Partial<CrisisFacts>) => crisisFindings({ ...line, ...changes });
const share = (sharedUrl: string) => run({ kind: 'share', sharedUrl });

describe('while a crisis is on', () => {
	test.each([
		['a line that nobody signed off', run({ signedOffBy: null })],
		['a share from a page not on the list', share('https://social.example/SomeNeighbour')],
		[
			'a page that only looks like one on the list',
			share('https://social.example/ExampleAmbulanceFans')
		],
		['a page over an open connection', share('http://www.police.example/news')],
		['a planned post that is not paused', run({ kind: 'planned', nextUpdateAt: null })],
		['a line without a time for the next update', run({ nextUpdateAt: null })],
		['a line whose next update is overdue', run({ nextUpdateAt: at - hour })],
		['a holding line past its date', run({ kind: 'holding-line', expiresAt: at - hour })]
	])('%s is held back', (_, findings) => {
		expect(findings).toMatchObject([
			{ check: 'PC-35', level: 'block', override: { roles: ['practice-manager'] } }
		]);
	});

	test.each([
		['a signed line with a time', run({})],
		[
			'a share of the listed ambulance page',
			share('https://www.social.example/exampleambulance/posts/1')
		],
		['a share of a listed site', share('https://police.example/news')],
		['a paused post', run({ kind: 'planned', isPaused: true })],
		['a signed holding line in its time', run({ kind: 'holding-line', expiresAt: at + hour })],
		[
			'a safety post that the practice manager let through',
			run({ kind: 'planned', letThroughBy: 'person-1' })
		]
	])('%s may go out', (_, findings) => {
		expect(findings).toEqual([]);
	});
});

test('without a crisis nothing is held back', () => {
	expect(run({ isOn: false, signedOffBy: null })).toEqual([]);
});
