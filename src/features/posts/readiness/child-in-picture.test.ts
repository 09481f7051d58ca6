/** PC-09, with its examples. */
import { describe, expect, test } from 'vitest';
import { childFindings, type ChildFacts } from './child-in-picture.ts';

const ella: ChildFacts['children'][number] = {
	firstName: 'Ella',
	lastName: 'Penfold',
	ageBand: 'under-13',
	hasParentYes: true,
	childWish: 'yes',
	mustNotShow: false,
	isConfirmed: true
};
const facts: ChildFacts = {
	picture: 'picture-1',
	words: ['Ella shows her painting', 'A girl holds up a painting of the surgery'],
	isRecognisable: true,
	showsBadge: false,
	children: [ella]
};
const run = (changes: Partial<ChildFacts>) => childFindings({ ...facts, ...changes });
const withChild = (changes: Partial<typeof ella>) => run({ children: [{ ...ella, ...changes }] });

describe('a child holds a picture back', () => {
	test.each([
		['with a parent’s yes and the child’s no', withChild({ childWish: 'no' })],
		['with the full name in the text', run({ words: ['Well done ELLA  Penfold!'] })],
		['with the full name in the description', run({ words: ['', 'Ella Penfold’s painting'] })],
		['with a school badge in view', run({ showsBadge: true })],
		['who must not be shown', withChild({ mustNotShow: true })],
		['under 13 with their own yes only', withChild({ hasParentYes: false })],
		['whom nobody asked', withChild({ childWish: null })],
		['whose yes is not confirmed', withChild({ isConfirmed: false })]
	])('%s', (_, findings) => {
		expect(findings).toMatchObject([
			{ check: 'PC-09', level: 'block', picture: 'picture-1', override: null }
		]);
	});

	test('for each reason', () => {
		expect(run({ showsBadge: true, words: ['Ella Penfold'] })).toHaveLength(2);
	});
});

describe('a picture may go out', () => {
	test.each([
		['with both yeses and the first name only', run({})],
		['without a child', run({ children: [], showsBadge: true })],
		['of hands that paint, checked', run({ isRecognisable: false, children: [] })],
		[
			'of a 17-year-old who agreed, confirmed',
			withChild({ ageBand: '16-17', hasParentYes: false })
		],
		[
			'with the face covered and checked',
			run({ isRecognisable: false, children: [{ ...ella, hasParentYes: false }] })
		]
	])('%s', (_, findings) => {
		expect(findings).toEqual([]);
	});

	test('with a covered face the full name still is too much', () => {
		expect(run({ isRecognisable: false, words: ['Ella Penfold'] })).toHaveLength(1);
	});
});
