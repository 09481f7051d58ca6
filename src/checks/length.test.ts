/** PC-19. */
import { describe, expect, test } from 'vitest';
import { type CheckSettings, plainSettings, type TargetAccount } from './check.ts';
import { countersFor, length } from './length.ts';

const on = (platform: string): TargetAccount => ({
	id: `our-${platform}`,
	name: platform,
	platform
});
const run = (platform: string, text: string, settings: CheckSettings = plainSettings) =>
	length.run({ text, pictures: [], accounts: [on(platform)], settings });
const letters = (count: number) => 'a'.repeat(count);
const family = '👨‍👩‍👧‍👦';

describe('the length of a text', () => {
	test.each([
		['257 letters, a space and nhs.uk', 'x', `${letters(257)} nhs.uk`, 281],
		['141 hearts', 'x', '💙'.repeat(141), 282],
		['301 signs', 'bluesky', 'é'.repeat(301), 301],
		['130 family emoji', 'bluesky', family.repeat(130), 3250],
		['2,201 characters', 'instagram', letters(2201), 2201],
		['477 letters, a space and a short link', 'mastodon', `${letters(477)} https://a.uk`, 501]
	])('%s are too long for %s', (_, platform, text, count) => {
		const findings = run(platform, text);
		expect(findings).toMatchObject([
			{ check: 'PC-19', level: 'block', account: `our-${platform}` }
		]);
		expect(findings[0]?.saw).toContain(String(count));
	});

	test.each([
		['256 letters, a space and nhs.uk', 'x', `${letters(256)} nhs.uk`],
		['140 hearts', 'x', '💙'.repeat(140)],
		['a sentence and a link of 80 characters', 'x', bookNow()],
		['300 letters with an accent', 'bluesky', 'é'.repeat(300)],
		['476 letters, a space and a short link', 'mastodon', `${letters(476)} https://a.uk`],
		['120 family emoji', 'bluesky', family.repeat(120)]
	])('%s fit on %s', (_, platform, text) => {
		expect(run(platform, text)).toEqual([]);
	});

	test('a sentence and a link of 80 characters count 54 on X', () => {
		const [counter] = countersFor({ text: bookNow() }, on('x'), plainSettings);
		expect(counter).toEqual({ countedAs: 'x-weighted', count: 54, max: 280 });
	});

	test('900 characters fit on Facebook, with a hint that the feed cuts them', () => {
		expect(run('facebook', letters(900))).toMatchObject([{ level: 'hint' }]);
		expect(run('facebook', letters(480))).toEqual([]);
	});

	test('2,200 characters fit on Instagram, with a hint', () => {
		expect(run('instagram', letters(2200))).toMatchObject([{ level: 'hint' }]);
	});

	test('only the account that is over gets the block', () => {
		const accounts = [on('x'), on('mastodon'), on('linkedin')];
		const findings = length.run({
			text: letters(400),
			pictures: [],
			accounts,
			settings: plainSettings
		});
		expect(findings.map(({ account, level }) => [account, level])).toEqual([
			['our-x', 'block'],
			['our-linkedin', 'hint']
		]);
	});

	test('the words in front of a hidden Mastodon text count too', () => {
		const input = { text: letters(490), pictures: [], settings: plainSettings };
		const findings = (contentWarning: string) =>
			length.run({ ...input, contentWarning, accounts: [on('mastodon')] });
		expect(findings(letters(10))).toEqual([]);
		expect(findings(letters(11))).toMatchObject([{ level: 'block' }]);
	});

	test('the own limit of a practice or of one account goes first', () => {
		const wide = { ...plainSettings, limits: { 'our-mastodon': { maxText: 5000 } } };
		const narrow = { ...plainSettings, limits: { mastodon: { maxText: 100 } } };
		expect(run('mastodon', letters(600), wide)).toEqual([]);
		expect(run('mastodon', letters(101), narrow)).toMatchObject([{ level: 'block' }]);
	});

	test('a text message that fills two parts gets a hint', () => {
		expect(run('text-message', letters(161))).toMatchObject([{ level: 'hint' }]);
		expect(run('text-message', letters(160))).toEqual([]);
	});

	test('a platform that we do not know has no limit', () => {
		expect(run('parish-magazine', letters(100_000))).toEqual([]);
	});
});

function bookNow(): string {
	const link = 'https://www.example-practice.nhs.uk/clinics/';
	return `Flu clinic Saturday. Book now: ${link.padEnd(80, 'a')}`;
}
