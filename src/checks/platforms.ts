/**
 * What each platform takes: text, hashtags, picture descriptions. See docs/sources.md.
 *
 * These facts change often and some are only likely, so a practice can set its own values.
 */
import type { LimitsOverride, LimitsOverrides, PlatformLimits } from './limits.ts';

const unknown: PlatformLimits = {
	id: 'other',
	name: 'This platform',
	text: [],
	maxTitle: null,
	cutOff: null,
	hashtags: { max: null, advised: 3 },
	altText: { max: null },
	source: 'Plain text. No limit is known.',
	mark: 'CONFIG',
	checkedOn: '2026-11-21'
};

type Facts = Pick<PlatformLimits, 'id' | 'name' | 'source' | 'mark'> & Partial<PlatformLimits>;

const facts: readonly Facts[] = [
	{
		id: 'x',
		name: 'X',
		text: [{ max: 280, countedAs: 'x-weighted' }],
		hashtags: { max: null, advised: 2 },
		altText: { max: 1000 },
		source: 'The rule file that X publishes, version 3.',
		mark: 'SURE'
	},
	{
		id: 'x-premium',
		name: 'X Premium',
		text: [{ max: 25_000, countedAs: 'x-weighted' }],
		hashtags: { max: null, advised: 2 },
		altText: { max: 1000 },
		source: 'Some tools use 4,000.',
		mark: 'CONFIG'
	},
	{
		id: 'facebook',
		name: 'Facebook',
		text: [{ max: 63_206, countedAs: 'characters' }],
		cutOff: { after: 480, opening: 125, countedAs: 'characters' },
		source: 'Other posting tools. Some stop at 5,000 or 10,000.',
		mark: 'LIKELY'
	},
	{
		id: 'instagram',
		name: 'Instagram',
		text: [{ max: 2200, countedAs: 'characters' }],
		cutOff: { after: 125, opening: 125, countedAs: 'characters' },
		hashtags: { max: 5, advised: 5 },
		altText: { max: 1000 },
		source: 'Other posting tools. For picture descriptions some say 100, some 1,000.',
		mark: 'LIKELY'
	},
	{
		id: 'threads',
		name: 'Threads',
		text: [{ max: 500, countedAs: 'characters' }],
		hashtags: { max: 1, advised: 1 },
		altText: { max: 1000 },
		source: 'Other posting tools and the platform’s own posts.',
		mark: 'LIKELY'
	},
	{
		id: 'linkedin',
		name: 'LinkedIn',
		text: [{ max: 3000, countedAs: 'characters' }],
		cutOff: { after: 210, opening: 140, countedAs: 'characters' },
		altText: { max: 1000 },
		source: 'Other posting tools. For picture descriptions they say 120, 300, 1,000 or 4,086.',
		mark: 'LIKELY'
	},
	{
		id: 'bluesky',
		name: 'Bluesky',
		text: [
			{ max: 300, countedAs: 'graphemes' },
			{ max: 3000, countedAs: 'utf8-bytes' }
		],
		altText: { max: 2000 },
		source: 'The rules that Bluesky publishes with its code.',
		mark: 'SURE'
	},
	{
		id: 'mastodon',
		name: 'Mastodon',
		text: [{ max: 500, countedAs: 'mastodon' }],
		altText: { max: 1500 },
		source: 'The usual value. Each server can set its own.',
		mark: 'SURE'
	},
	{
		id: 'nextdoor',
		name: 'Nextdoor',
		hashtags: { max: null, advised: 0 },
		source: 'Not confirmed.',
		mark: 'CONFIG'
	},
	{
		id: 'whatsapp-channel',
		name: 'WhatsApp Channel',
		hashtags: { max: null, advised: 0 },
		source: 'Not confirmed. Words under a picture may stop at 1,024.',
		mark: 'CONFIG'
	},
	{
		id: 'google-business',
		name: 'Google Business Profile',
		text: [{ max: 1500, countedAs: 'characters' }],
		hashtags: { max: null, advised: 0 },
		source: 'Other posting tools.',
		mark: 'LIKELY'
	},
	{
		id: 'tiktok',
		name: 'TikTok',
		text: [{ max: 2200, countedAs: 'characters' }],
		hashtags: { max: null, advised: 5 },
		altText: { max: 300 },
		source: 'Other posting tools. Some stop at 2,000.',
		mark: 'CONFIG'
	},
	{
		id: 'youtube',
		name: 'YouTube',
		text: [{ max: 5000, countedAs: 'characters' }],
		maxTitle: 100,
		hashtags: { max: 15, advised: 15 },
		source: 'Other posting tools.',
		mark: 'LIKELY'
	},
	{
		id: 'text-message',
		name: 'Text message',
		cutOff: { after: 1, opening: 1, countedAs: 'text-messages' },
		hashtags: { max: null, advised: 0 },
		source: '160 signs of the plain alphabet in one message, 70 with other signs.',
		mark: 'SURE'
	}
];

export const platforms: readonly PlatformLimits[] = facts.map((own) => ({ ...unknown, ...own }));

/** The limits in force. What is set for the account goes before what is set for the platform. */
export function limitsFor(
	platformId: string,
	overrides: LimitsOverrides = {},
	accountId = ''
): PlatformLimits {
	const known = platforms.find(({ id }) => id === platformId) ?? { ...unknown, id: platformId };
	const own = Object.hasOwn(overrides, platformId) ? overrides[platformId] : undefined;
	const ofAccount = Object.hasOwn(overrides, accountId) ? overrides[accountId] : undefined;
	return withOverride(withOverride(known, own), ofAccount);
}

function withOverride(known: PlatformLimits, own: LimitsOverride | undefined): PlatformLimits {
	if (!own) return known;
	const { maxText, cutOffAfter, maxHashtags, maxAltText, checkedOn } = own;
	const [first, ...rest] = known.text;
	const rule = first?.countedAs ?? 'characters';
	return {
		...known,
		text:
			maxText === undefined
				? known.text
				: maxText === null
					? []
					: [{ max: maxText, countedAs: rule }, ...rest],
		cutOff:
			cutOffAfter === undefined
				? known.cutOff
				: cutOffAfter === null
					? null
					: {
							after: cutOffAfter,
							opening: Math.min(cutOffAfter, known.cutOff?.opening ?? cutOffAfter),
							countedAs: known.cutOff?.countedAs ?? rule
						},
		hashtags: {
			...known.hashtags,
			...(maxHashtags === undefined ? {} : { max: maxHashtags })
		},
		altText: maxAltText === undefined ? known.altText : { max: maxAltText },
		mark: 'OWN',
		checkedOn: checkedOn ?? known.checkedOn
	};
}
