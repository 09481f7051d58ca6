/**
 * The files that platforms give of an account's posts: which headings stand for which field.
 *
 * Headings are in lower case and plain (see headers.ts), in any order. A column that nobody names
 * here is left out, so that no name of a person comes in by chance.
 */
import { measures, type Measure } from '../results/record.ts';

const aboutPost = ['id', 'link', 'postedAt', 'text', 'title', 'type', 'page', 'day'] as const;
/** What a column can mean. 'none': it is left out. */
export const fields = [...aboutPost, ...measures, 'postsMade', 'none'] as const;
export type Field = (typeof fields)[number];

export interface Source {
	readonly id: string;
	/** As a person calls it: 'Facebook page'. */
	readonly name: string;
	/** Ids of the accounts' platforms that it may be of. */
	readonly platforms: readonly string[];
	/** Headings that hardly any other file has. */
	readonly marks: readonly string[];
	readonly headings: Readonly<Record<string, Field>>;
	/** Totals of days instead of posts. */
	readonly isOverview?: true;
}

const metaPosts: Readonly<Record<string, Field>> = {
	'post id': 'id',
	permalink: 'link',
	'publish time': 'postedAt',
	description: 'text',
	title: 'title',
	'post type': 'type',
	date: 'day',
	views: 'views',
	impressions: 'impressions',
	plays: 'plays',
	reach: 'reach',
	viewers: 'viewers',
	interactions: 'interactions',
	comments: 'comments',
	shares: 'shares'
};

export const sources: readonly Source[] = [
	{
		id: 'meta-facebook',
		name: 'Facebook page',
		platforms: ['facebook'],
		marks: ['page id', 'page name', 'reactions, comments and shares', 'total clicks'],
		headings: {
			...metaPosts,
			'page name': 'page',
			'reactions, comments and shares': 'interactions',
			reactions: 'reactions',
			'total clicks': 'clicks',
			'link clicks': 'linkClicks'
		}
	},
	{
		id: 'meta-instagram',
		name: 'Instagram account',
		platforms: ['instagram'],
		marks: ['account id', 'account username', 'account name'],
		headings: {
			...metaPosts,
			'account username': 'page',
			likes: 'likes',
			saves: 'saves',
			follows: 'follows'
		}
	},
	{
		id: 'facebook-old',
		name: 'Facebook page, old kind of file',
		platforms: ['facebook'],
		marks: ['post message', 'posted', 'lifetime post total reach'],
		headings: {
			'post id': 'id',
			permalink: 'link',
			posted: 'postedAt',
			'post message': 'text',
			type: 'type',
			'lifetime post total reach': 'reach',
			'lifetime post total impressions': 'impressions',
			like: 'likes',
			comment: 'comments',
			share: 'shares',
			'lifetime post audience targeting unique consumptions by type - link clicks': 'linkClicks'
		}
	},
	{
		id: 'x-posts',
		name: 'X account',
		platforms: ['x', 'x-premium'],
		marks: ['post link', 'post text', 'profile visits', 'detail expands'],
		headings: {
			'post id': 'id',
			'post link': 'link',
			date: 'postedAt',
			'post text': 'text',
			impressions: 'impressions',
			likes: 'likes',
			engagements: 'engagements',
			bookmarks: 'saves',
			shares: 'shares',
			'new follows': 'follows',
			replies: 'comments',
			reposts: 'reposts',
			'url clicks': 'linkClicks'
		}
	},
	{
		id: 'x-overview',
		name: 'X account, day by day',
		platforms: ['x', 'x-premium'],
		marks: ['create post', 'unfollows', 'media views'],
		isOverview: true,
		headings: {
			date: 'day',
			impressions: 'impressions',
			likes: 'likes',
			replies: 'comments',
			shares: 'shares',
			reposts: 'reposts',
			bookmarks: 'saves',
			'create post': 'postsMade'
		}
	},
	{
		id: 'twitter',
		name: 'X account, from when it was Twitter',
		platforms: ['x', 'x-premium'],
		marks: ['tweet id', 'tweet permalink', 'tweet text'],
		headings: {
			'tweet id': 'id',
			'tweet permalink': 'link',
			time: 'postedAt',
			'tweet text': 'text',
			impressions: 'impressions',
			engagements: 'engagements',
			retweets: 'reposts',
			replies: 'comments',
			favorites: 'likes',
			likes: 'likes',
			'url clicks': 'linkClicks',
			follows: 'follows'
		}
	},
	{
		id: 'linkedin',
		name: 'LinkedIn page',
		platforms: ['linkedin'],
		marks: ['post title', 'created date', 'click through rate (ctr)', 'reposts'],
		headings: {
			'post link': 'link',
			'created date': 'postedAt',
			'post title': 'text',
			'post type': 'type',
			impressions: 'impressions',
			'views (excluding offsite video views)': 'views',
			clicks: 'clicks',
			likes: 'likes',
			comments: 'comments',
			reposts: 'reposts',
			follows: 'follows'
		}
	},
	{
		id: 'tiktok',
		name: 'TikTok account',
		platforms: ['tiktok'],
		marks: ['video link', 'post time', 'total views'],
		headings: {
			'video link': 'link',
			'post time': 'postedAt',
			'video title': 'text',
			'total likes': 'likes',
			'total comments': 'comments',
			'total shares': 'shares',
			'total views': 'views'
		}
	},
	{
		id: 'youtube',
		name: 'YouTube channel',
		platforms: ['youtube'],
		marks: ['video publish time', 'watch time (hours)', 'subscribers'],
		headings: {
			content: 'id',
			'video publish time': 'postedAt',
			'video title': 'text',
			views: 'views',
			impressions: 'impressions',
			likes: 'likes',
			'comments added': 'comments',
			shares: 'shares',
			subscribers: 'follows'
		}
	}
];

/** A file whose columns a person has named. */
export const matchedSource: Source = {
	id: 'matched',
	name: 'A list of posts',
	platforms: [],
	marks: [],
	headings: {}
};

/** Files that people pick by mistake: all of these headings, and what to say. */
export const otherFiles: readonly { readonly marks: readonly string[]; readonly words: string }[] =
	[
		{
			marks: ['amount spent (gbp)', 'campaign name'],
			words: 'This is a list of paid adverts. Choose the download of your posts instead.'
		},
		{
			marks: ['comment text'],
			words:
				'This is a list of comments. It holds names of people, so we do not bring it in. Choose the download of your posts instead.'
		},
		{
			marks: ['date', 'primary'],
			words:
				'This is the download of one chart. It has no posts. In Meta Business Suite choose Content, then Export.'
		},
		{
			marks: ['date', 'sponsored followers', 'organic followers'],
			words:
				'This is a list of new followers, day by day. Choose the download of your posts instead.'
		},
		{
			marks: ['day', 'time', 'name', 'state', 'accounts'],
			words:
				'This is the plan that was taken out of this app. Choose a file that comes from a platform.'
		}
	];

export function isMeasure(field: Field): field is Measure {
	return measures.some((measure) => measure === field);
}
