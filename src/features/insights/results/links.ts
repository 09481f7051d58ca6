/**
 * Links to posts, so that two ways to write one are known as the same.
 *
 * Kept as a post's key where a file's ids are spoiled: what it makes of a link must not change.
 */

const sameHosts: Readonly<Record<string, string>> = {
	'twitter.com': 'x.com',
	'fb.com': 'facebook.com',
	'instagr.am': 'instagram.com'
};
/** Parts of an address that say which post it is; all others say who shared it. */
const telling = ['fbid', 'id', 'story_fbid', 'v'];

/** 'x.com/ppg/status/1'; '' for what is no web address. */
export function linkKey(link: string): string {
	if (!/^https?:\/\//i.test(link) || !URL.canParse(link)) return '';
	const { hostname, pathname, searchParams } = new URL(link);
	const host = hostname.toLowerCase().replace(/^(www|m|mobile|web|l)\./, '');
	const kept = telling.flatMap((name) => {
		const value = searchParams.get(name);
		return value === null ? [] : [`${name}=${value}`];
	});
	const path = pathname.replace(/\/+$/, '');
	const query = kept.length > 0 ? `?${kept.join('&')}` : '';
	return `${sameHosts[host] ?? host}${path}${query}`.slice(0, 300);
}
