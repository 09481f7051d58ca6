/** The platform facts. */
import { describe, expect, test } from 'vitest';
import { limitsOverrides, platformLimits } from './limits.ts';
import { limitsFor, platforms } from './platforms.ts';

describe('the platform facts', () => {
	test.each(platforms.map((platform) => [platform.name, platform]))(
		'%s is well formed',
		(_, own) => {
			expect(platformLimits.parse(own)).toEqual(own);
		}
	);

	test('no platform is there twice', () => {
		expect(new Set(platforms.map(({ id }) => id)).size).toBe(platforms.length);
	});

	test('the limits are those that were checked', () => {
		const limits = platforms.map(({ id, text }) => [id, ...text.map(({ max }) => max)]);
		expect(limits).toEqual([
			['x', 280],
			['x-premium', 25_000],
			['facebook', 63_206],
			['instagram', 2200],
			['threads', 500],
			['linkedin', 3000],
			['bluesky', 300, 3000],
			['mastodon', 500],
			['nextdoor'],
			['whatsapp-channel'],
			['google-business', 1500],
			['tiktok', 2200],
			['youtube', 5000],
			['text-message']
		]);
	});

	test('a platform that we do not know takes plain text without a limit', () => {
		expect(limitsFor('parish-magazine')).toMatchObject({
			id: 'parish-magazine',
			text: [],
			source: 'Plain text. No limit is known.'
		});
	});

	test('a name that every object has is no platform and no override', () => {
		expect(limitsFor('constructor').text).toEqual([]);
		expect(limitsFor('x', {}, 'toString')).toEqual(limitsFor('x'));
	});

	test('a practice can set its own values, and the rest stays', () => {
		const own = limitsFor('instagram', {
			instagram: { maxAltText: 100, maxHashtags: 30, checkedOn: '2027-01-05' }
		});
		expect(own).toMatchObject({
			text: limitsFor('instagram').text,
			altText: { max: 100 },
			hashtags: { max: 30, advised: 5 },
			mark: 'OWN',
			checkedOn: '2027-01-05'
		});
	});

	test('a practice can take a limit away or give one where none is known', () => {
		expect(limitsFor('threads', { threads: { maxText: null } }).text).toEqual([]);
		expect(limitsFor('nextdoor', { nextdoor: { maxText: 800, cutOffAfter: 90 } })).toMatchObject({
			text: [{ max: 800, countedAs: 'characters' }],
			cutOff: { after: 90, opening: 90 }
		});
		expect(limitsFor('facebook', { facebook: { cutOffAfter: null } }).cutOff).toBeNull();
	});

	test('the value of an account goes before the value of its platform', () => {
		const limits = { mastodon: { maxText: 1000 }, 'account-1': { maxText: 5000 } };
		expect(limitsFor('mastodon', limits, 'account-1').text[0]?.max).toBe(5000);
		expect(limitsFor('mastodon', limits, 'account-2').text[0]?.max).toBe(1000);
	});

	test('a limit of nothing is not a limit', () => {
		expect(limitsOverrides.safeParse({ x: { maxText: 0 } }).success).toBe(false);
		expect(limitsOverrides.safeParse({ x: { maxTxt: 10 } }).success).toBe(false);
		expect(limitsOverrides.safeParse({ x: { maxText: 10 } }).success).toBe(true);
	});
});
