/**
 * The plan as a table for spreadsheets: commas, quotes, CR LF, and a mark that says UTF-8.
 *
 * A cell that a spreadsheet would take for a formula gets a ' in front: its text is harmless then.
 */
import {
	audienceNames,
	aimNames,
	postTypeNames,
	statusNames,
	type Post
} from '#features/posts/record.ts';

const utf8Mark = '\uFEFF';

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
	const rows = [columns, ...posts.map((post) => cellsOf(post, names))];
	return utf8Mark + rows.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
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

/** Also behind spaces, which some programs skip. */
const formula = /^\s*[=+\-@\t\r]/;

function cell(text: string): string {
	const safe = formula.test(text) ? `'${text}` : text;
	return /[",\r\n;']/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
