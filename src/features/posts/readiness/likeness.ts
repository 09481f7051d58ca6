/**
 * PC-30: a post that is too like a recent one. Asked for by S0-37.
 *
 * A correction and news in a crisis may repeat themselves.
 */
import type { Finding } from '#checks/check.ts';
import { readingOf } from '#checks/reading.ts';
import { linksIn, wordsOf } from '#checks/text-words.ts';
import { addDays, daysBetween, spokenDay } from '#domain/calendar.ts';

export interface LikenessFacts {
	readonly post: SomePost;
	/** The day on which it goes out. */
	readonly goesOutOn: string;
	readonly isCorrection: boolean;
	readonly isCrisis: boolean;
	/** Other posts, gone out or planned. */
	readonly others: readonly (SomePost & { readonly goesOutOn: string })[];
}

interface SomePost {
	readonly text: string;
	readonly accounts: readonly string[];
	/** Hashes of the bytes. */
	readonly pictures: readonly string[];
	/** The rule that made it, where one did. */
	readonly repeatId: string | null;
}

type Other = LikenessFacts['others'][number];

const days = 14;
const linkDays = 7;
const mostTimesALink = 3;
const likeness = 0.9;

export function likenessFindings(facts: LikenessFacts): Finding[] {
	const { post, goesOutOn, others, isCorrection, isCrisis } = facts;
	if (isCorrection || isCrisis) return [];
	const near = others.filter(
		(other) =>
			other.accounts.some((account) => post.accounts.includes(account)) &&
			Math.abs(daysBetween(other.goesOutOn, goesOutOn)) <= days
	);
	const like =
		near.find((other) => isSameRepeat(facts, other)) ??
		near.find(({ text }) => isAlike(post.text, text));
	const samePicture = near.find(({ pictures }) =>
		pictures.some((one) => post.pictures.includes(one))
	);
	const findings: Finding[] = [];
	if (like)
		findings.push(finding(`The post of ${spokenDay(like.goesOutOn)} says nearly the same.`));
	else if (samePicture) {
		findings.push(finding(`The post of ${spokenDay(samePicture.goesOutOn)} has the same picture.`));
	}
	const link = wornLink(facts, near);
	if (link !== undefined) findings.push(finding('This link is in four posts within a week.'));
	return findings;
}

function finding(saw: string): Finding {
	return {
		check: 'PC-30',
		level: 'hint',
		saw,
		why: 'People stop reading when they see the same again.',
		todo: 'Try other words or another picture, or wait a while.',
		field: 'text'
	};
}

/** What a rule has planned, and a copy by hand on the same day. */
function isSameRepeat({ post, goesOutOn }: LikenessFacts, other: Other): boolean {
	if (other.goesOutOn !== goesOutOn || post.repeatId === other.repeatId) return false;
	return shared(post.text, other.text) > likeness / 2;
}

function isAlike(one: string, other: string): boolean {
	return one.trim() !== '' && shared(one, other) >= likeness;
}

/** The part of the words of both texts that both have. */
function shared(one: string, other: string): number {
	const [here, there] = [countsOf(one), countsOf(other)];
	let same = 0;
	let all = 0;
	for (const [word, count] of here) same += Math.min(count, there.get(word) ?? 0);
	for (const counts of [here, there]) for (const count of counts.values()) all += count;
	return all === 0 ? 0 : (2 * same) / all;
}

function countsOf(text: string): Map<string, number> {
	const counts = new Map<string, number>();
	for (const { key } of wordsOf(readingOf(text))) counts.set(key, (counts.get(key) ?? 0) + 1);
	return counts;
}

function wornLink({ post, goesOutOn }: LikenessFacts, near: readonly Other[]): string | undefined {
	const firstOn = addDays(goesOutOn, 1 - linkDays);
	const thisWeek = near.filter(
		(other) => other.goesOutOn >= firstOn && other.goesOutOn <= goesOutOn
	);
	return linksOf(post.text).find(
		(link) => thisWeek.filter(({ text }) => linksOf(text).includes(link)).length >= mostTimesALink
	);
}

function linksOf(text: string): string[] {
	return linksIn(readingOf(text)).map(({ words }) => words.replace(/[.,;:!?)\]]{1,6}$/, ''));
}
