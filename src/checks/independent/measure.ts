/**
 * Runs the checks over the independent posts and counts, for each check: expected, found, missed,
 * and fired where nobody expected it.
 *
 * Posts with an odd number were looked at while the patterns were made; even ones and the late set
 * were held back.
 */
import { runTextChecks, textChecks } from '../all.ts';
import { type CheckId, checkIds, plainSettings } from '../check.ts';
import { cleanPosts } from './clean.ts';
import { lastPosts } from './last.ts';
import { latePosts } from './late.ts';
import { markedPosts } from './marked.ts';

export const parts = ['odd', 'even', 'late', 'last'] as const;
export type Part = (typeof parts)[number];

export interface IndependentPost {
	readonly part: Part;
	readonly use: 'post' | 'reply';
	readonly expected: readonly CheckId[];
	readonly text: string;
}

export interface Figures {
	readonly expected: number;
	readonly found: number;
	readonly falseAlarms: number;
}

const settings = { ...plainSettings, phones: ['0113 496 0100'], staffNames: ['Dr Okafor'] };
const accounts = [{ id: 'account-1', name: 'Our page', platform: 'facebook' }];

export const independentPosts: readonly IndependentPost[] = [
	...linesOf(cleanPosts).map((text, place) => postOf(place, '', text)),
	...linesOf(markedPosts).map(markedOf),
	...linesOf(latePosts).map((line) => ({ ...markedOf(line, 0), part: 'late' as const })),
	...linesOf(lastPosts).map((line) => ({ ...markedOf(line, 0), part: 'last' as const }))
];

export function firedOn(
	{ text, use }: IndependentPost,
	firstNames: ReadonlySet<string>
): CheckId[] {
	const context = { use, accounts, firstNames, today: '2026-11-21' };
	return [...new Set(runTextChecks(text, settings, context).map(({ check }) => check))];
}

export function measure(part: Part, firstNames: ReadonlySet<string>): Map<CheckId, Figures> {
	const posts = independentPosts
		.filter((post) => post.part === part)
		.map((post) => ({ expected: post.expected, fired: firedOn(post, firstNames) }));
	return new Map(
		[...textChecks]
			.sort((one, other) => (one.id < other.id ? -1 : 1))
			.map(({ id }) => {
				const wanted = posts.filter(({ expected }) => expected.includes(id));
				const alarms = posts.filter(({ expected }) => !expected.includes(id));
				const figures = {
					expected: wanted.length,
					found: wanted.filter(({ fired }) => fired.includes(id)).length,
					falseAlarms: alarms.filter(({ fired }) => fired.includes(id)).length
				};
				return [id, figures];
			})
	);
}

function markedOf(line: string, place: number): IndependentPost {
	const at = line.indexOf(' | ');
	return postOf(place, line.slice(0, at), line.slice(at + 3));
}

function postOf(place: number, marks: string, text: string): IndependentPost {
	return {
		part: place % 2 === 0 ? 'odd' : 'even',
		use: marks.startsWith('reply') ? 'reply' : 'post',
		expected: checkIds.filter((id) => marks.split(' ').includes(id)),
		text
	};
}

function linesOf(posts: string): string[] {
	return posts.split('\n').filter((line) => line !== '');
}
