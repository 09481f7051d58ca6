/** PC-14, with its examples. */
import { describe, expect, test } from 'vitest';
import { creditFindings, type CreditFacts } from './credit.ts';

type Picture = CreditFacts['pictures'][number];
const facts: CreditFacts = {
	text: 'Our garden is open.',
	credit: '',
	isShare: false,
	originalAuthor: '',
	pictures: []
};
const own: Picture = { id: 'picture-1', source: 'own', credit: '', licence: '' };
const run = (changes: Partial<CreditFacts>) => creditFindings({ ...facts, ...changes });
const withPicture = (changes: Partial<Picture>, rest: Partial<CreditFacts> = {}) =>
	run({ ...rest, pictures: [{ ...own, ...changes }] });
const quotation = '“I never knew that so many kind people worked here”';

describe('a missing name', () => {
	test.each([
		['of a picture from someone else', withPicture({ source: 'someone-else' })],
		['after a quotation of eight words or more', run({ text: `${quotation} Come and see.` })],
		['of the author of what is shared', run({ isShare: true })],
		['with a CC BY picture', withPicture({ source: 'someone-else', licence: 'CC BY' })],
		['of AI as the maker', withPicture({ source: 'ai' })]
	])('%s is warned about', (_, findings) => {
		expect(findings).toMatchObject([{ check: 'PC-14', level: 'warn' }]);
	});

	test('when nobody knows where a picture comes from, it blocks', () => {
		expect(withPicture({ source: 'unknown' })).toMatchObject([
			{ check: 'PC-14', level: 'block', override: null, picture: 'picture-1' }
		]);
	});
});

describe('nothing is missing', () => {
	test.each([
		['with an own photo', withPicture({})],
		[
			'with “Photo: Jo, PPG volunteer”',
			withPicture({ source: 'someone-else', credit: 'Photo: Jo, PPG volunteer' })
		],
		[
			'with an NHS campaign picture and “Picture: NHS”',
			withPicture({ source: 'nhs' }, { credit: 'Picture: NHS' })
		],
		['with the licence CC0 noted', withPicture({ source: 'someone-else', licence: 'CC0' })],
		['with a share that says “From @ExampleICB”', run({ isShare: true, text: 'From @ExampleICB' })],
		['with a share whose author is filled in', run({ isShare: true, originalAuthor: 'Our ICB' })],
		['with a drawing and its licence', withPicture({ source: 'drawing', licence: 'Bought 2026' })],
		['with “Made with AI”', withPicture({ source: 'ai' }, { text: 'Picture: made with AI.' })],
		['with a short quotation', run({ text: 'The talk is called “Sleep well”.' })],
		['with a quotation and who said it', run({ text: `${quotation}, said one visitor.` })],
		['with who said it in front', run({ text: `A visitor told us: ${quotation}` })],
		['with words only', run({})]
	])('%s', (_, findings) => {
		expect(findings).toEqual([]);
	});
});
