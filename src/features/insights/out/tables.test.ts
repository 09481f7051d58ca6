/** What leaves the app as tables: everything, with blanks kept blank and few people kept out. */
import { expect, test } from 'vitest';
import { csvOf } from '#domain/csv.ts';
import { idFor } from '#tests/support/actors.ts';
import { aNote, aResult, facebook, resultsOf } from '#tests/support/insights.ts';
import { figuresOf } from '../figures/monthly.ts';
import { digestOf } from '../results/digest.ts';
import { objectiveRecord } from '#features/campaigns/record.ts';
import { firstSettings } from '../settings/record.ts';
import type { Theme } from '../themes/record.ts';
import { jsonOf, tablesOf } from './tables.ts';

const postId = idFor(9);
const made = { createdAt: 0, createdBy: idFor(0x77) };
const notes = [aNote('2026-10', { followers: 3, views: 0, learned1: '=1+1' })];
const results = [
	resultsOf('2026-10', [
		aResult('2026-10-02', { postId, numbers: { views: 120, reach: 2 }, text: 'Flu, and "more"' })
	])
];
const theme: Theme = {
	...{ id: idFor(3), ...made, month: '2026-10', monthOn: '2026-10-01', theme: 'The queue' },
	...{ sort: 'concern', count: 4, passedTo: 'the manager', passedOn: null, cameOfIt: '' }
};
const tables = tablesOf({
	...{ accounts: [facebook], notes, results, themes: [theme], months: ['2026-10'] },
	figures: figuresOf({ notes, results: results.map(digestOf), posts: [] }),
	reviews: [
		{
			...{ id: idFor(4), ...made, accountId: facebook.id, quarter: '2026-Q3', verdict: 'fix' },
			...{ why: 'Few see it', decidedOn: '2026-10-20' }
		}
	],
	imports: [
		{
			...{ id: idFor(8), ...made, accountId: facebook.id, source: 'meta-facebook', rows: 9 },
			...{
				fileName: 'oct.csv',
				posts: 9,
				replaced: 0,
				firstOn: '2026-10-01',
				lastOn: '2026-10-30'
			},
			...{ broughtOn: '2026-11-02', status: 'done', undoneBy: null }
		}
	],
	objectives: [
		objectiveRecord.schema.parse({
			...{ id: idFor(10), ...made, title: 'More come', watch: 'own', ownWatch: 'Members' },
			...{ goal: 12, ownCount: 0, ownCountOn: '2026-11-03' }
		})
	],
	settings: { ...firstSettings, dueDay: 9 },
	meetings: [{ id: idFor(5), ...made, heldOn: '2026-11-10', decisions: 'We go on.' }],
	actions: [
		{
			...{ id: idFor(6), ...made, meetingId: idFor(5), what: 'Poster', whoId: idFor(7) },
			...{ dueOn: '2026-11-20', doneOn: null, isDone: 'no' }
		}
	],
	postTitle: (id) => (id === postId ? 'Flu clinic' : ''),
	nameOf: () => 'Cerys'
});

function rowsOf(name: string): readonly (readonly string[])[] {
	return tables.find((table) => table.name === name)?.rows.slice(1) ?? [];
}

test('A table for each kind, with what was written', () => {
	expect(tables.map(({ name, rows }) => [name, rows.length - 1])).toEqual([
		...[
			['figures', 3],
			['monthly-notes', 1],
			['post-results', 1]
		],
		...[
			['themes', 1],
			['account-reviews', 1],
			['meetings', 2]
		],
		...[
			['objectives', 1],
			['files-brought-in', 1],
			['how-we-look-back', 8]
		]
	]);
	expect(rowsOf('account-reviews')).toEqual([
		['2026-Q3', 'Facebook', 'Fix it', 'Few see it', '2026-10-20']
	]);
	expect(rowsOf('meetings')[1]).toEqual([
		'2026-11-10',
		'To do',
		'Poster',
		'Cerys',
		'2026-11-20',
		''
	]);
});

test('What we want to reach, files that came in and settings leave with it', () => {
	expect(rowsOf('objectives')).toEqual([['More come', 'Members', '12', '0', '2026-11-03']]);
	expect(rowsOf('files-brought-in')).toEqual([
		[
			...['Facebook', 'oct.csv', 'meta-facebook', '9', '2026-10-01', '2026-10-30'],
			...['2026-11-02', 'In']
		]
	]);
	expect(rowsOf('how-we-look-back')[0]).toEqual(['Notes due by this day of the next month', '9']);
});

test('A number that nobody knows is empty, 0 is 0, and fewer than 5 people are no number', () => {
	expect(rowsOf('figures')).toEqual([
		['2026-10', 'Facebook', 'Followers', 'fewer than 5', 'typed in', 'typed'],
		['2026-10', 'Facebook', 'Views', '0', 'typed in', 'typed'],
		['2026-10', 'Facebook', 'Posts made', '1', 'posts in the file', 'posts']
	]);
	expect(rowsOf('themes')[0]?.[3]).toBe('fewer than 5');
	expect(rowsOf('monthly-notes')[0]?.slice(0, 5)).toEqual([
		...['2026-10', 'Facebook', 'fewer than 5', '', '0']
	]);
	expect(rowsOf('post-results')[0]).toContain('fewer than 5');
});

test('A post has its time and its name in the plan; its numbers have the platform’s names', () => {
	const [heads = []] = tables.find(({ name }) => name === 'post-results')?.rows ?? [];
	const [row = []] = rowsOf('post-results');

	expect(row.slice(0, 5)).toEqual([
		...['Facebook', '2026-10-02', '09:00', 'Flu clinic', 'Flu, and "more"']
	]);
	expect(row[heads.indexOf('views')]).toBe('120');
	expect(row[heads.indexOf('impressions')]).toBe('');
});

test('Words that a spreadsheet would run are harmless, and commas and quotes come back whole', () => {
	expect(csvOf(rowsOf('monthly-notes'))).toContain('"\'=1+1"');
	expect(csvOf(rowsOf('post-results'))).toContain('"Flu, and ""more"""');
});

test('One file for programs holds every table by name', () => {
	const read: unknown = JSON.parse(jsonOf(tables));

	expect(read).toMatchObject({
		themes: [{ Theme: 'The queue', 'How many people': 'fewer than 5' }],
		meetings: [{ Words: 'We go on.' }, { Words: 'Poster' }]
	});
});
