/**
 * What the group posts, in plain words for everybody: from the kinds of post that really went out.
 *
 * Source: S2-12. Corrections come last: they are nothing to look forward to, but people should know.
 */
import { addMonths, firstDayOf, monthOf } from '#domain/calendar.ts';
import type { Post, PostType } from '#features/posts/record.ts';

/** How far back a kind of post still counts as in use. */
const months = 12;

const words: Readonly<Record<PostType, string>> = {
	own: 'News of what our group does, and health tips from the NHS',
	'service-update': 'News from the practice, once the practice has confirmed it',
	event: 'Events and meetings, and how to join in',
	question: 'Questions to you, and later what you told us',
	share: 'Posts of others that we have checked, and who wrote them',
	news: 'Health topics in the news, with the facts behind them',
	quote: 'Facts, and what people have said, with their yes',
	correction: 'A correction, when we got something wrong'
};

interface PublicAccount {
	readonly name: string;
	readonly profileUrl: string | null;
	readonly status: string;
}

/** The kinds that went out in the year up to `today`, the most frequent first. */
export function kindsInUse(posts: readonly Post[], today: string): PostType[] {
	const from = firstDayOf(addMonths(monthOf(today), -months));
	const out = posts.filter(
		({ status, plannedOn }) =>
			status === 'posted' && plannedOn !== null && plannedOn >= from && plannedOn <= today
	);
	const counted = [...Map.groupBy(out, ({ type }) => type)].map(([type, some]) => ({
		type,
		isLast: type === 'correction',
		count: some.length
	}));
	return counted
		.sort((one, other) => Number(one.isLast) - Number(other.isLast) || other.count - one.count)
		.map(({ type }) => type);
}

/** Undefined while nothing has gone out: there is nothing to tell yet. */
export function publicList(
	group: string,
	kinds: readonly PostType[],
	accounts: readonly PublicAccount[]
): string | undefined {
	if (kinds.length === 0) return undefined;
	const open = accounts.filter(({ status }) => status === 'active');
	const places = open.map(({ name, profileUrl }) =>
		profileUrl === null ? `• ${name}` : `• ${name}: ${profileUrl}`
	);
	return [
		`What ${group} posts:`,
		...kinds.map((kind) => `• ${words[kind]}`),
		...(places.length > 0 ? ['', 'Where you find us:', ...places] : [])
	].join('\n');
}
