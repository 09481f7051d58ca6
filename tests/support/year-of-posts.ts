/**
 * A year of made-up posts as the files of three platforms, with the headings that they have.
 */
import { addDays, daysFrom } from '#domain/calendar.ts';

interface YearFile {
	readonly name: string;
	readonly text: string;
	readonly posts: number;
}

const facebookHeading =
	'Post ID,Page ID,Page name,Title,Description,Duration (sec),Publish time,Permalink,Post type,Date,Views,Reach,"Reactions, comments and shares",Reactions,Comments,Shares,Total clicks,Link clicks';
const instagramHeading =
	'Post ID,Account ID,Account username,Account name,Description,Duration (sec),Publish time,Permalink,Post type,Data comment,Date,Views,Likes,Shares,Comments,Saves,Reach,Follows';
const xHeading =
	'Post id,Date,Post text,Post Link,Impressions,Likes,Engagements,Bookmarks,Shares,New follows,Replies,Reposts,Profile visits,Detail Expands,URL Clicks,Hashtag Clicks,Permalink Clicks';

/** Three files up to yesterday: a post every third day, fourth day and second day. */
export function yearOfPosts(today: string): Record<'facebook' | 'instagram' | 'x', YearFile> {
	const days = daysFrom(addDays(today, -365), addDays(today, -1));
	const every = (step: number) => days.filter((_, index) => index % step === 0);
	return {
		facebook: file('facebook.csv', facebookHeading, every(3), (day, number) => {
			const id = `1221580000000${10_000 + number}`;
			const link = `https://www.facebook.com/example/posts/${id}`;
			const text = `"Post ${number}, with a comma\nand a second line"`;
			return `${id},6155,Example,,${text},0,${american(day)} 10:${two(number % 60)},${link},Photos,Lifetime,"1,${300 + number}",${200 + number},${number},${number},0,,9,`;
		}),
		instagram: file('instagram.csv', instagramHeading, every(4), (day, number) => {
			const link = `https://www.instagram.com/p/EX${number}/`;
			return `180000000000${10_000 + number},1784,example,Example,Picture ${number},0,${american(day)} 18:30,${link},IG image,,Lifetime,${number},5,--,1,0,${number},`;
		}),
		x: file('x.csv', xHeading, every(2), (day, number) => {
			const id = `206000000000${10_000 + number}`;
			return `${id},"${inWords(day)}",Words ${number},https://x.com/example/status/${id},"1,${100 + number}",2,9,0,0,0,1,1,3,2,1,0,0`;
		})
	};
}

function file(
	name: string,
	heading: string,
	days: readonly string[],
	line: (day: string, number: number) => string
): YearFile {
	const lines = days.map((day, index) => line(day, index));
	return { name, text: `${[heading, ...lines].join('\n')}\n`, posts: days.length };
}

function american(day: string): string {
	const [year, month, ofMonth] = day.split('-');
	return `${month}/${ofMonth}/${year}`;
}

function inWords(day: string): string {
	const options = { weekday: 'short', month: 'short', day: 'numeric', year: 'numeric' } as const;
	return new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' }).format(
		new Date(`${day}T00:00:00Z`)
	);
}

function two(number: number): string {
	return String(number).padStart(2, '0');
}
