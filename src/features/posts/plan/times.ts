/**
 * When to post: from how many people past posts reached, once there are enough. Source: S0-15.
 *
 * Before that there is only a plain start, and it is called one.
 */
import { spokenTime, weekdayOf } from '#domain/calendar.ts';

/** The numbers of an export that tell how many people a post came to; the nearest first. */
export const reachMeasures = ['reach', 'viewers', 'views', 'impressions'] as const;
export type ReachMeasure = (typeof reachMeasures)[number];

/** A post that went out, and how many people it reached. */
export interface PostReach {
	readonly postedOn: string;
	/** UK clock. */
	readonly time: string;
	readonly reach: number;
}

export interface TimeSlot {
	/** 1 is Monday. */
	readonly weekday: number;
	readonly hour: number;
	readonly medianReach: number;
	readonly posts: number;
}

/** Fewer posts than this say nothing. */
export const enoughPosts = 15;
/** One post at a time of day may have been luck. */
const enoughInSlot = 2;
const mostSlots = 3;
/** Neutral: in the day, when most people are awake and none has to hurry. */
const plainTimes = ['10:00', '18:00'] as const;

/** The best hours of the week, best first; none while there are too few posts to tell. */
export function suggestTimes(reached: readonly PostReach[]): TimeSlot[] {
	if (reached.length < enoughPosts) return [];
	const slotOf = ({ postedOn, time }: PostReach) => `${weekdayOf(postedOn)}/${time.slice(0, 2)}`;
	return [...Map.groupBy(reached, slotOf)]
		.filter(([, posts]) => posts.length >= enoughInSlot)
		.map(([slot, posts]) => {
			const [weekday = 1, hour = 0] = slot.split('/').map(Number);
			const medianReach = median(posts.map(({ reach }) => reach));
			return { weekday, hour, medianReach, posts: posts.length };
		})
		.sort(
			(one, other) =>
				other.medianReach - one.medianReach ||
				other.posts - one.posts ||
				one.weekday - other.weekday ||
				one.hour - other.hour
		)
		.slice(0, mostSlots);
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

export function timesWords(slots: readonly TimeSlot[], measure: ReachMeasure = 'reach'): string {
	if (slots.length === 0) {
		const times = plainTimes.map((time) => spokenTime(time)).join(' or ');
		return `Try a weekday at ${times}. This is a plain start and not from your numbers: it takes ${enoughPosts} posts with known reach before we can tell.`;
	}
	const words = slots.map(
		({ weekday, hour }) =>
			`${weekdays[weekday - 1] ?? ''} at ${spokenTime(`${String(hour).padStart(2, '0')}:00`)}`
	);
	const isPeople = measure === 'reach' || measure === 'viewers';
	return `Your posts ${isPeople ? 'reached most people' : 'were seen most often'} on ${inWords(words)}.`;
}

function inWords(words: readonly string[]): string {
	const last = words.at(-1) ?? '';
	return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

function median(numbers: readonly number[]): number {
	const sorted = [...numbers].sort((one, other) => one - other);
	const middle = Math.floor(sorted.length / 2);
	const upper = sorted[middle] ?? 0;
	return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
