/** PC-18. */
import { describe, expect, test } from 'vitest';
import { altText } from './alt-text.ts';
import { plainSettings, type TargetAccount } from './check.ts';

const run = (alt: string, caption?: string, accounts: TargetAccount[] = []) =>
	altText.run({
		text: '',
		pictures: [{ id: 'picture-1', alt, ...(caption === undefined ? {} : { caption }) }],
		accounts,
		settings: plainSettings
	});
const onTikTok: TargetAccount = { id: 'account-1', name: 'Our videos', platform: 'tiktok' };
const onBluesky: TargetAccount = { id: 'account-2', name: 'Our sky', platform: 'bluesky' };
const long = 'A volunteer hands a leaflet to a man. '.repeat(10);

describe('looking at the description of a picture', () => {
	test.each([
		'',
		'IMG_2041.jpg',
		'Image of a sign',
		'Photo of our team outside the surgery in the sun',
		'Poster',
		'Screenshot 2026-11-21'
	])('warns about “%s”', (alt) => {
		expect(run(alt)).toMatchObject([{ check: 'PC-18', level: 'warn', picture: 'picture-1' }]);
	});

	test.each([
		'Four volunteers in blue T-shirts hold leaflets by the surgery door',
		'Poster. Text says: Flu clinic, Saturday 3 October, 9am to 1pm, no need to book',
		'A nurse in a navy uniform shows a blood pressure machine to two visitors',
		'Bar chart: 40 people asked for help in June, 62 in July',
		'The new ramp at the front door of the surgery'
	])('lets “%s” through', (alt) => {
		expect(run(alt)).toEqual([]);
	});

	test.each([
		['only spaces and hidden signs', ' \u00a0\u200b\n'],
		['the name that a messenger gives', 'WhatsApp Image 2026-11-21 at 10.14.55.jpeg'],
		['the name that a camera gives', 'DSC_0042'],
		['a long name of a file', 'our stall at the summer fair in the park final version.PNG'],
		['an opening in capitals', 'AN IMAGE OF two people by the door of the surgery'],
		['enough words but few letters', 'A dog on a mat'],
		['enough letters but few words', 'Vaccination appointments']
	])('warns about %s', (_, alt) => {
		expect(run(alt)).toHaveLength(1);
	});

	test('warns when the caption says the same', () => {
		const words = 'Our stall at the summer fair';
		expect(run(words, `${words} `)).toHaveLength(1);
		expect(run(words, 'Come and see us')).toEqual([]);
	});

	test('offers to take the empty opening out, and the fix passes', () => {
		const [finding] = run('Photo of our team outside the surgery in the sun');

		expect(finding?.fix?.text).toBe('Our team outside the surgery in the sun');
		expect(run(finding?.fix?.text ?? '')).toEqual([]);
	});

	test('warns for the account whose limit is passed, and for no other', () => {
		expect(run(long, undefined, [onTikTok, onBluesky])).toMatchObject([{ account: 'account-1' }]);
	});

	test('the practice can make it a block', () => {
		const settings = { ...plainSettings, altTextLevel: 'block' as const };
		const pictures = [{ id: 'picture-1', alt: '' }];
		const findings = altText.run({ text: '', pictures, accounts: [onTikTok], settings });
		expect(findings).toMatchObject([{ level: 'block' }]);
	});

	test('says which of two pictures it means', () => {
		const pictures = [
			{ id: 'good', alt: 'The new ramp at the front door of the surgery' },
			{ id: 'bare', alt: '' }
		];
		const findings = altText.run({ text: '', pictures, accounts: [], settings: plainSettings });
		expect(findings.map(({ picture }) => picture)).toEqual(['bare']);
	});
});
