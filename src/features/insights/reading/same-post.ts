/**
 * Several lines of a file that are about one post.
 */
import { measures, type Measure, type PostResult } from '../results/record.ts';
import type { ReadPost } from './reading.ts';

/** Someone who sees a post on two days is one person: these cannot be added up. */
const people: readonly Measure[] = ['reach', 'viewers'];

/** A line for each post and day becomes one post. */
export function addUp(lines: readonly ReadPost[]): ReadPost[] {
	const posts = new Map<string, ReadPost>();
	for (const line of lines) {
		const numbers: PostResult['numbers'] = {};
		const before = posts.get(line.key);
		for (const measure of measures) {
			const count = line.numbers[measure];
			const sum = before?.numbers[measure];
			if (people.includes(measure) || (count === undefined && sum === undefined)) continue;
			numbers[measure] = (sum ?? 0) + (count ?? 0);
		}
		posts.set(line.key, { ...(before ?? line), numbers });
	}
	return [...posts.values()].filter(({ numbers }) => Object.keys(numbers).length > 0);
}

export function lastOfEach(lines: readonly ReadPost[]): ReadPost[] {
	return [...new Map(lines.map((line) => [line.key, line])).values()];
}
