/**
 * PC-26: names that have changed, with the name of today. Facts that change: see `checkedOn`.
 *
 * A name with a capital needs it. `now: null`: there is no one name to put in its place.
 */
export interface OldName {
	readonly old: string;
	readonly now: string | null;
	readonly says: string;
}

export const oldNames: {
	readonly version: number;
	readonly language: 'en-GB';
	readonly checkedOn: string;
	readonly source: string;
	readonly names: readonly OldName[];
	readonly fine: readonly string[];
} = {
	version: 1,
	language: 'en-GB',
	checkedOn: '2026-11-21',
	source: 'Public pages of the bodies named. Look again in April 2027: more bodies will merge.',
	names: [
		{ old: 'CCG', now: 'ICB', says: 'It is the Integrated Care Board (ICB) since July 2022.' },
		{ old: 'CCGs', now: 'ICBs', says: 'They are Integrated Care Boards (ICBs) since July 2022.' },
		{
			old: 'clinical commissioning group|groups',
			now: 'Integrated Care Board',
			says: 'It is the Integrated Care Board since July 2022.'
		},
		{
			old: 'primary care trust|trusts',
			now: 'Integrated Care Board',
			says: 'They were closed in 2013.'
		},
		{ old: 'twitter', now: 'X', says: 'It is called X since July 2023.' },
		{ old: 'tweet', now: 'post', says: 'On X it is a post.' },
		{ old: 'tweets', now: 'posts', says: 'On X they are posts.' },
		{ old: 'tweeted', now: 'posted', says: 'On X people post.' },
		{ old: 'tweeting', now: 'posting', says: 'On X people post.' },
		{ old: 'retweet', now: 'repost', says: 'On X it is a repost.' },
		{ old: 'retweets', now: 'reposts', says: 'On X they are reposts.' },
		{ old: 'retweeted', now: 'reposted', says: 'On X people repost.' },
		{ old: 'purdah', now: 'pre-election period', says: 'The word is pre-election period.' },
		{ old: 'PHE', now: 'UKHSA', says: 'It is the UK Health Security Agency since 2021.' },
		{
			old: 'public health england',
			now: 'UK Health Security Agency',
			says: 'It is the UK Health Security Agency since 2021.'
		},
		{ old: 'NHS Choices', now: 'NHS website', says: 'It is the NHS website since 2018.' },
		{ old: 'NHS Digital', now: 'NHS England', says: 'It is part of NHS England since 2023.' },
		{ old: 'NHS Improvement', now: 'NHS England', says: 'It is part of NHS England since 2022.' },
		{ old: 'NHSX', now: 'NHS England', says: 'It is part of NHS England since 2022.' },
		{ old: 'NHS Direct', now: 'NHS 111', says: 'It is NHS 111 since 2014.' },
		{ old: 'monitor regulator', now: null, says: 'It is part of NHS England.' },
		{ old: 'apps library', now: null, says: 'It closed in 2021. Link to the NHS website.' }
	],
	fine: [
		'formerly|once|was|were|used|called|known ~3 twitter|ccg|CCG|CCGs',
		'X twitter',
		'birds|birdsong ~2 tweet*',
		'the|a tweet of'
	]
};
