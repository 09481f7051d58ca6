/** PC-30, with its examples. */
import { describe, expect, test } from 'vitest';
import { likenessFindings, type LikenessFacts } from './likeness.ts';

const words =
	'The flu clinic is on Saturday from nine to one at the surgery and you do not need to book a place.';
const alike = words.replace('surgery', 'hall');
const page = 'https://www.nhs.uk/flu';
type Other = LikenessFacts['others'][number];
const plain = { accounts: ['facebook'], pictures: [], repeatId: null };
const other = (goesOutOn: string, changes: Partial<Other> = {}): Other => ({
	...plain,
	text: words,
	goesOutOn,
	...changes
});
const run = (others: readonly Other[], changes: Partial<LikenessFacts> = {}) =>
	likenessFindings({
		post: { ...plain, text: words },
		goesOutOn: '2026-12-10',
		isCorrection: false,
		isCrisis: false,
		others,
		...changes
	});
const post = (changes: Partial<LikenessFacts['post']>) => ({
	post: { ...plain, text: 'Tea and cake in the garden.', ...changes }
});

describe('a post is too like another', () => {
	test.each([
		['with the same text three days ago', run([other('2026-12-07')])],
		['with nine words in ten within 14 days', run([other('2026-11-26', { text: alike })])],
		[
			'with the same picture within 14 days on the same account',
			run(
				[other('2026-12-01', { text: 'New chairs.', pictures: ['hash'] })],
				post({ pictures: ['hash'] })
			)
		],
		[
			'with the same link four times in a week',
			run(
				['2026-12-05', '2026-12-07', '2026-12-09'].map((day, place) =>
					other(day, { text: `${['One', 'Two', 'Three'][place] ?? ''} more: ${page}.` })
				),
				post({ text: `Book here: ${page}` })
			)
		],
		[
			'made by hand, on the day that a rule has planned it',
			run([
				other('2026-12-10', { repeatId: 'rule-1', text: `${words} See you there, bring a mask.` })
			])
		]
	])('%s', (_, findings) => {
		expect(findings).toMatchObject([{ check: 'PC-30', level: 'hint' }]);
	});
});

describe('a post is new enough', () => {
	test.each([
		['with the same text on another platform', run([other('2026-12-07', { accounts: ['x'] })])],
		['as a repeat after 30 days', run([other('2026-11-10')])],
		['with a new picture and new words', run([other('2026-12-07')], post({ pictures: ['new'] }))],
		['as a correction of an earlier post', run([other('2026-12-09')], { isCorrection: true })],
		['as news in a crisis', run([other('2026-12-10')], { isCrisis: true })],
		[
			'with the same link three times in a week',
			run(
				['2026-12-05', '2026-12-07'].map((day) => other(day, { text: `More: ${page}` })),
				post({ text: `Book: ${page}` })
			)
		],
		['without words', run([other('2026-12-07', { text: '' })], post({ text: '' }))]
	])('%s', (_, findings) => {
		expect(findings).toEqual([]);
	});
});
