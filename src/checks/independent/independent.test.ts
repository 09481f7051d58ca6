/**
 * How the checks do on posts that were not written beside the patterns. docs/checks.md has the same
 * figures; when they change here, they change there.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { textChecks } from '../all.ts';
import { firstNames } from '../words/first-names.ts';
import { firedOn, independentPosts, measure, type Part, parts } from './measure.ts';

/** How many posts there are, how many of them clean, and how many of those fire. */
const sizes: Readonly<Record<Part, [posts: number, clean: number, cleanButFired: number]>> = {
	odd: [162, 79, 1],
	even: [161, 78, 0],
	late: [126, 40, 0],
	last: [72, 30, 1]
};

describe('the independent posts', () => {
	test.each(parts)('are clean or marked, and few clean ones fire: %s', (part) => {
		const posts = independentPosts.filter((post) => post.part === part);
		const clean = posts.filter(({ expected }) => expected.length === 0);
		const fired = clean.filter((post) => firedOn(post, firstNames).length > 0);
		expect([posts.length, clean.length, fired.length]).toEqual(sizes[part]);
	});

	test('are different from each other', () => {
		expect(new Set(independentPosts.map(({ text }) => text)).size).toBe(independentPosts.length);
	});

	test('give the figures that docs/checks.md has', () => {
		const table = readFileSync('docs/checks.md', 'utf8').split('\n');
		const byPart = parts.map((part) => measure(part, firstNames));
		for (const { id, title } of textChecks) {
			const cells = byPart.map((figures) => {
				const { expected = 0, found = 0, falseAlarms = 0 } = figures.get(id) ?? {};
				return `${found}/${expected}${falseAlarms > 0 ? ` +${falseAlarms}` : ''}`;
			});
			const row = table.find((line) => line.startsWith(`| ${id} `) && line.includes('/'));
			expect((row ?? '').split('|').map((cell) => cell.trim())).toEqual([
				'',
				id,
				title,
				...cells,
				''
			]);
		}
	});
});
