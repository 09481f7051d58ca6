/**
 * Which planned post each post of a file is: by its link, else by its words and its day.
 *
 * A guess may be wrong, so a person can say otherwise, and that stays.
 */
import { addDays, dayOf, daysBetween } from '#domain/calendar.ts';
import { timeOf } from '#domain/clock.ts';
import type { Post } from '#features/posts/record.ts';
import type { ReadPost } from '../reading/reading.ts';
import { linkKey } from '../results/links.ts';

export interface Match {
	readonly postId: string;
	readonly match: 'link' | 'text';
}

/** A planned post, as it went out on one account. */
interface Gone {
	readonly post: Post;
	readonly on: string;
	/** Minutes since midnight; null where nobody knows. */
	readonly minute: number | null;
	readonly link: string;
	readonly words: ReadonlySet<string>;
	readonly opening: string;
}

const nearDays = 3;
const leastLikeness = 0.6;
const openingLetters = 60;
/** As many words as tell two posts apart. */
const mostWords = 60;

/** By the key of the post in the file. Each planned post is found once at most. */
export function matchPosts(
	read: readonly ReadPost[],
	posts: readonly Post[],
	accountId: string
): Map<string, Match> {
	const gone = posts.flatMap((post) => goneOut(post, accountId) ?? []);
	const found = new Map<string, Match>();
	const taken = new Set<string>();
	const take = (key: string, postId: string, match: Match['match']) => {
		found.set(key, { postId, match });
		taken.add(postId);
	};
	const byLink = new Map(gone.filter(({ link }) => link !== '').map((each) => [each.link, each]));
	for (const { key, link } of read) {
		const linked = byLink.get(linkKey(link));
		if (linked && !taken.has(linked.post.id)) take(key, linked.post.id, 'link');
	}
	const byDay = Map.groupBy(gone, ({ on }) => on);
	const pairs = read
		.filter(({ key, text }) => !found.has(key) && text !== '')
		.flatMap((each) => {
			const [words, opening] = [wordsIn(each.text), openingOf(each.text)];
			return nearby(each.postedOn)
				.flatMap((day) => byDay.get(day) ?? [])
				.filter(({ post }) => !taken.has(post.id))
				.map(({ post, on, ...other }) => ({
					key: each.key,
					postId: post.id,
					likeness: opening !== '' && opening === other.opening ? 1 : shared(words, other.words),
					away: Math.abs(daysBetween(on, each.postedOn))
				}));
		})
		.filter(({ likeness }) => likeness >= leastLikeness)
		.sort((one, other) => other.likeness - one.likeness || one.away - other.away);
	for (const { key, postId } of pairs) {
		if (!found.has(key) && !taken.has(postId)) take(key, postId, 'text');
	}
	return found;
}

const leastForShift = 3;
const shiftPart = 0.7;

/**
 * By how many hours the file's clock is behind the UK's; undefined where nothing points to it.
 *
 * Some say that Meta writes the time of its own office. We only go by posts that we know.
 */
export function hoursBehind(
	read: readonly ReadPost[],
	found: ReadonlyMap<string, Match>,
	{ posts, accountId }: { posts: readonly Post[]; accountId: string }
): number | undefined {
	const goneById = new Map(
		posts.flatMap((post) => {
			const gone = goneOut(post, accountId);
			return gone ? [[post.id, gone] as const] : [];
		})
	);
	const minutes = read.flatMap(({ key, postedOn, postedAtMinute }) => {
		const gone = goneById.get(found.get(key)?.postId ?? '');
		if (!gone || gone.minute === null || postedAtMinute === null) return [];
		return [daysBetween(postedOn, gone.on) * 24 * 60 + gone.minute - postedAtMinute];
	});
	const off = minutes.filter((each) => each >= 6.25 * 60 && each <= 8.75 * 60);
	if (off.length < leastForShift || off.length < minutes.length * shiftPart) return undefined;
	const middle = off.toSorted((one, other) => one - other)[Math.floor(off.length / 2)] ?? 0;
	return Math.round(middle / 60);
}

/** The same posts, by a clock that is some hours on. */
export function shifted(read: readonly ReadPost[], hours: number): ReadPost[] {
	return read.map((post) => {
		if (post.postedAtMinute === null) return post;
		const minutes = post.postedAtMinute + hours * 60;
		const days = Math.floor(minutes / (24 * 60));
		return {
			...post,
			postedOn: addDays(post.postedOn, days),
			postedAtMinute: minutes - days * 24 * 60
		};
	});
}

/** Undefined for a post that never went out there. */
function goneOut(post: Post, accountId: string): Gone | undefined {
	const posting = post.postings.find((each) => each.accountId === accountId);
	const on = posting ? dayOf(posting.at) : post.plannedOn;
	if (on === null || !(posting ?? post.accounts.includes(accountId))) return undefined;
	if (post.status === 'idea' || post.status === 'dropped') return undefined;
	const text = post.variants.find((each) => each.accountId === accountId)?.text ?? post.text;
	const time = posting ? timeOf(posting.at) : post.plannedTime;
	const [hour, minute] = (time ?? '').split(':').map(Number);
	return {
		...{ post, on, link: linkKey(posting?.url ?? '') },
		minute: hour === undefined || minute === undefined ? null : hour * 60 + minute,
		words: wordsIn(text),
		opening: openingOf(text)
	};
}

function nearby(day: string): string[] {
	return Array.from({ length: 2 * nearDays + 1 }, (_, index) => addDays(day, index - nearDays));
}

function wordsIn(text: string): Set<string> {
	const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
	return new Set(words.slice(0, mostWords));
}

/** '' where it is too short to tell one post from another. */
function openingOf(text: string): string {
	const plain = text
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
	return plain.length < openingLetters / 2 ? '' : plain.slice(0, openingLetters);
}

/** The part of the words of both that both have. */
function shared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
	const all = one.size + other.size;
	return all === 0 ? 0 : (2 * one.intersection(other).size) / all;
}
