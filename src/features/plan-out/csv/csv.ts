/**
 * The plan as a table for spreadsheets. How its cells are made harmless: domain/csv.ts.
 */
import { csvOf } from '#domain/csv.ts';
import {
	audienceNames,
	aimNames,
	postTypeNames,
	statusNames,
	type Post
} from '#features/posts/record.ts';

const columns = [
	'Day',
	'Time',
	'Name',
	'State',
	'Accounts',
	'Text',
	'Aim',
	'Kind of post',
	'For whom',
	'Campaign',
	'Where the facts come from',
	'Where it went out'
] as const;

interface Names {
	/** By id; what is not known is left out. */
	readonly accounts: ReadonlyMap<string, string>;
	readonly campaigns: ReadonlyMap<string, string>;
}

export function planCsv(posts: readonly Post[], names: Names): string {
	return csvOf([columns, ...posts.map((post) => cellsOf(post, names))]);
}

function cellsOf(post: Post, { accounts, campaigns }: Names): string[] {
	const known = (ids: readonly string[]) => ids.flatMap((id) => accounts.get(id) ?? []).join('; ');
	return [
		ukDay(post.plannedOn),
		post.plannedTime ?? '',
		post.title,
		statusNames[post.status],
		known(post.accounts),
		post.text,
		post.aim === null ? '' : aimNames[post.aim],
		postTypeNames[post.type],
		post.audiences.map((audience) => audienceNames[audience]).join('; '),
		post.campaignId === null ? '' : (campaigns.get(post.campaignId) ?? ''),
		post.sourceUrl,
		post.postings.map(({ url }) => url).join(' ')
	];
}

/** '03/12/2026' */
function ukDay(day: string | null): string {
	return day === null ? '' : day.split('-').reverse().join('/');
}
