/**
 * Whose posts a file holds: which account of ours, and which page where it holds several.
 */
import type { Account } from '#features/accounts/record.ts';
import type { PostsFound, ReadPost, Reading } from '../reading/reading.ts';
import { linkKey } from '../results/links.ts';

/** Accounts in use that it may be of; all of them where the file does not say. */
export function accountsFor(accounts: readonly Account[], platforms: readonly string[]): Account[] {
	const inUse = accounts.filter(({ status }) => status === 'active');
	const fitting = inUse.filter(({ platform }) => platforms.includes(platform));
	return fitting.length > 0 ? fitting : inUse;
}

/** The one account that fits, or whose address or name the posts carry; '' where a person decides. */
export function accountIn(accounts: readonly Account[], found: Reading, page: string): string {
	const platforms = 'platforms' in found ? found.platforms : [];
	const fitting = accountsFor(accounts, platforms).filter(({ platform }) =>
		platforms.includes(platform)
	);
	if (fitting.length === 1) return fitting[0]?.id ?? '';
	const link = found.is === 'posts' ? linkKey(found.posts[0]?.link ?? '') : '';
	const own = fitting.find(({ name, profileUrl }) => {
		const address = linkKey(profileUrl ?? '');
		return (address !== '' && link.startsWith(`${address}/`)) || (page !== '' && name === page);
	});
	return own?.id ?? '';
}

/** The pages of a file, those with most posts first. */
export function pagesIn({ posts }: PostsFound): string[] {
	const counts = new Map<string, number>();
	for (const { page } of posts) counts.set(page, (counts.get(page) ?? 0) + 1);
	return [...counts].sort(([, one], [, other]) => other - one).map(([page]) => page);
}

export function postsOf({ posts }: PostsFound, page: string): readonly ReadPost[] {
	return posts.some((post) => post.page !== page)
		? posts.filter((post) => post.page === page)
		: posts;
}

/** The day of the numbers: when the file was made, which is not before its last post. */
export function takenOnFrom(madeOn: string, posts: readonly ReadPost[], today: string): string {
	const last = posts.reduce((day, { postedOn }) => (postedOn > day ? postedOn : day), '');
	const on = madeOn > last ? madeOn : last;
	return on > today || on === '' ? today : on;
}
