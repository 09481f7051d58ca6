/**
 * Questions about campaigns, objectives and hashtags. Post screens and checks ask them too.
 *
 * A hashtag is good for 90 days after someone looked at it. Source: sources.md S0-42.
 */
import { addMonths, daysBetween, monthOf, spokenDay, spokenMonth } from '#domain/calendar.ts';
import type { InsightNote } from '#features/insights/record.ts';
import type { Campaign, Hashtag, Objective, Watch } from './record.ts';

export const mostObjectives = 3;
const freshDays = 90;

export const watchNames: Readonly<Record<Watch, string>> = {
	followers: 'Followers',
	reach: 'People reached in a month',
	views: 'Views in a month',
	interactions: 'Likes, comments and shares in a month',
	linkClicks: 'Taps on links in a month',
	postsMade: 'Posts in a month',
	answered: 'Comments and messages answered in a month',
	own: 'Something else that we count'
};

/** What an objective counts, in words. */
export function watchOf({ watch, ownWatch }: Objective): string {
	return watch === 'own' ? ownWatch : watchNames[watch];
}

/** A number as it was typed: '1,500'. Null where the field is empty; undefined for what is none. */
export function typedCount(typed: string): number | null | undefined {
	const plain = typed.replace(/[\s,]/g, '');
	if (plain === '') return null;
	return /^\d{1,9}$/.test(plain) ? Number(plain) : undefined;
}

export interface Count {
	readonly count: number;
	/** 'October 2026', or the day it was counted by hand. */
	readonly when: string;
	/** There may be more: see `overAccounts`. */
	readonly isLeast: boolean;
}

type Watched = Exclude<Watch, 'own'>;
type Total = Pick<Count, 'count' | 'isLeast'>;
const watchesOfPeople: readonly Watched[] = ['followers', 'reach'];

/**
 * A month's number over all accounts that have it. People are not added up, because the same ones
 * may follow several accounts: at least as many as follow the largest.
 */
export function overAccounts(watch: Watched, notes: readonly InsightNote[]): Total | undefined {
	const counts = notes.flatMap((note) => note[watch] ?? []);
	if (counts.length === 0) return undefined;
	if (!watchesOfPeople.includes(watch)) {
		return { count: counts.reduce((sum, count) => sum + count, 0), isLeast: false };
	}
	return { count: Math.max(...counts), isLeast: counts.length > 1 };
}

/** The latest known number of an objective: all accounts, of the newest month that has one. */
export function countOf(
	objective: Objective,
	notes: readonly InsightNote[],
	today: string
): Count | undefined {
	const { watch, ownCount, ownCountOn } = objective;
	if (watch === 'own') {
		if (ownCount === null || ownCountOn === null) return undefined;
		return { count: ownCount, when: spokenDay(ownCountOn, today), isLeast: false };
	}
	const known = notes.filter((note) => note[watch] !== null);
	const month = known
		.map((note) => note.month)
		.sort()
		.at(-1);
	if (month === undefined) return undefined;
	const total = overAccounts(
		watch,
		known.filter((note) => note.month === month)
	);
	return total && { ...total, when: spokenMonth(month) };
}

/** The first month whose notes an objective needs. */
export function firstMonthWatched(today: string): string {
	return addMonths(monthOf(today), -6);
}

export type CampaignTime = 'running' | 'to-come' | 'over';

export function timeOf({ firstOn, lastOn, endedOn }: Campaign, today: string): CampaignTime {
	if (endedOn !== null || (lastOn !== null && lastOn < today)) return 'over';
	return firstOn !== null && firstOn > today ? 'to-come' : 'running';
}

/** Those that a post can be put into: all that are not over, the running ones first. */
export function openCampaigns(campaigns: readonly Campaign[], today: string): Campaign[] {
	const rank = (campaign: Campaign) => (timeOf(campaign, today) === 'running' ? 0 : 1);
	return campaigns
		.filter((campaign) => timeOf(campaign, today) !== 'over')
		.sort(
			(one, other) =>
				rank(one) - rank(other) ||
				(one.firstOn ?? '').localeCompare(other.firstOn ?? '') ||
				one.title.localeCompare(other.title, 'en-GB')
		);
}

/** 'Thursday 3 December to Friday 1 January', 'from …', 'until …' or 'No dates yet'. */
export function datesInWords(
	{ firstOn, lastOn }: Pick<Campaign, 'firstOn' | 'lastOn'>,
	today: string
): string {
	if (firstOn !== null && lastOn !== null) {
		if (firstOn === lastOn) return spokenDay(firstOn, today);
		return `${spokenDay(firstOn, today)} to ${spokenDay(lastOn, today)}`;
	}
	if (firstOn !== null) return `From ${spokenDay(firstOn, today)}`;
	return lastOn === null ? 'No dates yet' : `Until ${spokenDay(lastOn, today)}`;
}

/** One hashtag whatever its capitals. */
export function hashtagKey(tag: string): string {
	return tag.normalize('NFC').toLowerCase();
}

export function isChecked({ checkedCleanOn }: Hashtag, today: string): boolean {
	return checkedCleanOn !== null && daysBetween(checkedCleanOn, today) <= freshDays;
}

const tagPattern = /(?<![\p{L}\p{N}_&/#])#(?=[\p{L}\p{M}\p{N}_]*\p{L})[\p{L}\p{M}\p{N}_]+/gu;

/** The hashtags in a text, each once, as written first. */
export function tagsIn(text: string): string[] {
	const found = new Map<string, string>();
	for (const [tag] of text.matchAll(tagPattern)) {
		if (!found.has(hashtagKey(tag))) found.set(hashtagKey(tag), tag);
	}
	return [...found.values()];
}

/** By name, as people look for one. */
export function byTag(one: Hashtag, other: Hashtag): number {
	return one.tag.localeCompare(other.tag, 'en-GB', { sensitivity: 'base' });
}
