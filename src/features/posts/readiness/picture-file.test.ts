/** PC-22, with its examples. */
import { describe, expect, test } from 'vitest';
import { pictureFileFindings, type PictureFileFacts } from './picture-file.ts';

type PictureFile = PictureFileFacts['pictures'][number];
const fine: PictureFile = {
	id: 'picture-1',
	width: 1080,
	height: 1350,
	bytes: 400_000,
	hasHiddenDetails: false
};
const on = (platform: string) => [{ id: 'account-1', name: 'Our page', platform }];
const run = (changes: Partial<PictureFile>, rest: Partial<PictureFileFacts> = {}) =>
	pictureFileFindings({
		pictures: [{ ...fine, ...changes }],
		accounts: on('facebook'),
		isStory: false,
		...rest
	});
const times = (count: number) =>
	Array.from({ length: count }, (_, place) => ({ ...fine, id: `picture-${place}` }));

describe('a picture file', () => {
	test.each([
		['that says where it was taken', run({ hasHiddenDetails: true })],
		['over 2 MB for Bluesky', run({ bytes: 2_000_001 }, { accounts: on('bluesky') })],
		['with its longer side under 600 dots', run({ width: 599, height: 400 })],
		['for a story that is not 9 by 16', run({}, { isStory: true })],
		['too many for the platform', run({}, { pictures: times(5), accounts: on('x') })]
	])('%s gets a hint', (_, findings) => {
		expect(findings).toMatchObject([{ check: 'PC-22', level: 'hint' }]);
	});

	test('never reads as large as the limit when it is larger', () => {
		const [finding] = run({ bytes: 2_000_001 }, { accounts: on('bluesky') });
		expect(`${finding?.saw ?? ''} ${finding?.why ?? ''}`).toContain(
			'has 2.01 MB. Bluesky takes 2 MB.'
		);
	});

	test.each([
		['of 1080 by 1350 dots, 400 kB, without a place', run({})],
		['of a poster, 1200 by 630 dots', run({ width: 1200, height: 630 })],
		['alone on X', run({}, { accounts: on('x') })],
		['changed to JPEG', run({ bytes: 1_999_999 }, { accounts: on('bluesky') })],
		['for a story of 1080 by 1920 dots', run({ height: 1920 }, { isStory: true })],
		['that is not there: words only', run({}, { pictures: [] })]
	])('%s is fine', (_, findings) => {
		expect(findings).toEqual([]);
	});
});
