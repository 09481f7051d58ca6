/** Lists of things that are told apart by a name, changed by two people at once. */
import { describe, expect, test } from 'vitest';
import { mergeField } from './merge.ts';

const policy = { eachBy: 'accountId' } as const;
const words = (accountId: string, text: string) => ({ accountId, text });
const seen = [words('x', 'Old X'), words('fb', 'Old page')];
const merge = (mine: unknown, theirs: unknown, saw: unknown = seen) =>
	mergeField({ policy, mine, theirs, base: undefined, seen: saw });

describe('words for accounts that two people change', () => {
	test('do not meet when they are for different accounts', () => {
		expect(
			merge(
				[words('x', 'My X'), words('fb', 'Old page')],
				[words('x', 'Old X'), words('fb', 'Their page')]
			)
		).toEqual({ stands: [words('x', 'My X'), words('fb', 'Their page')] });
	});

	test('one added here and one added there are both kept', () => {
		const merged = merge([...seen, words('insta', 'Mine')], [...seen, words('bsky', 'Theirs')]);
		expect(merged.stands).toEqual([...seen, words('bsky', 'Theirs'), words('insta', 'Mine')]);
		expect(merged.other).toBeUndefined();
	});

	test('one taken out by one person stays out, whoever comes last', () => {
		const [x, page] = seen;
		expect(merge([x], seen)).toEqual({ stands: [x] });
		expect(merge([x, words('fb', 'Old page')], [x])).toEqual({ stands: [x] });
		expect(merge([page, words('bsky', 'New')], [x]).stands).toEqual([words('bsky', 'New')]);
	});

	test('for the same account are offered side by side, with all else merged in both', () => {
		expect(
			merge(
				[words('x', 'My X'), words('fb', 'My page')],
				[words('x', 'Their X'), words('fb', 'Old page')]
			)
		).toEqual({
			stands: [words('x', 'My X'), words('fb', 'My page')],
			other: { value: [words('x', 'Their X'), words('fb', 'My page')], isMine: false }
		});
	});

	test('a change of one that the other took out is offered too', () => {
		const [x] = seen;
		expect(merge([x, words('fb', 'My page')], [x])).toEqual({
			stands: [x, words('fb', 'My page')],
			other: { value: [x], isMine: false }
		});
	});

	test('are both kept whole where it is not known what was seen', () => {
		const mine = [words('x', 'My X')];
		expect(mergeField({ policy, mine, theirs: seen, base: undefined })).toEqual({
			stands: mine,
			other: { value: seen, isMine: false }
		});
	});
});
