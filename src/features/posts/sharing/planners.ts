/**
 * Where a post is put out by hand: the page on which each platform takes a new post.
 *
 * These addresses move and are only likely; where none is known, the account's own page opens.
 */
import type { Account } from '#features/accounts/record.ts';

const planners: Readonly<Record<string, { readonly name: string; readonly url: string }>> = {
	facebook: {
		name: 'the planner of Facebook and Instagram',
		url: 'https://business.facebook.com/latest/planner'
	},
	instagram: {
		name: 'the planner of Facebook and Instagram',
		url: 'https://business.facebook.com/latest/planner'
	},
	x: { name: 'X', url: 'https://x.com/compose/post' },
	'x-premium': { name: 'X', url: 'https://x.com/compose/post' },
	bluesky: { name: 'Bluesky', url: 'https://bsky.app/' },
	threads: { name: 'Threads', url: 'https://www.threads.com/' },
	linkedin: { name: 'LinkedIn', url: 'https://www.linkedin.com/feed/' },
	nextdoor: { name: 'Nextdoor', url: 'https://nextdoor.co.uk/news_feed/' },
	'google-business': { name: 'Google Business Profile', url: 'https://business.google.com/' },
	tiktok: { name: 'TikTok', url: 'https://www.tiktok.com/tiktokstudio/upload' },
	youtube: { name: 'YouTube Studio', url: 'https://studio.youtube.com/' }
};

/** A Mastodon server is the group's own choice, so its own page opens. */
export function plannerFor({
	platform,
	name,
	profileUrl
}: Pick<Account, 'platform' | 'name' | 'profileUrl'>) {
	return planners[platform] ?? (profileUrl === null ? undefined : { name, url: profileUrl });
}
