/**
 * The calls about one's own calendar address, which only the practice's server can answer.
 *
 * The whole address is told once, when it is made, and never kept on this device.
 */
import { troubleSchema } from '#domain/protocol.ts';
import * as z from 'zod/mini';

/** Why there is no answer, in words for the person. */
export interface Problem {
	readonly problem: string;
}

const feedSchema = z.object({
	feed: z.nullable(z.object({ createdAt: z.int(), usedAt: z.nullable(z.int()) }))
});
const madeSchema = z.object({ link: z.string().check(z.regex(/^https?:\/\//)) });

export type Feed = z.infer<typeof feedSchema>['feed'];

const noSignal: Problem = {
	problem: 'No answer from the practice. Check your signal and try again.'
};

export function isProblem(answer: unknown): answer is Problem {
	return typeof answer === 'object' && answer !== null && 'problem' in answer;
}

/** Null: there is none. */
export async function showFeed(): Promise<Feed | Problem> {
	const found = await ask('GET');
	if (isProblem(found)) return found;
	const read = feedSchema.safeParse(found);
	return read.success ? read.data.feed : noSignal;
}

/** A new address; the one before no longer works. */
export async function makeFeed(): Promise<{ link: string } | Problem> {
	const found = await ask('POST');
	if (isProblem(found)) return found;
	const read = madeSchema.safeParse(found);
	return read.success ? read.data : noSignal;
}

export async function endFeed(): Promise<Problem | undefined> {
	const found = await ask('DELETE');
	return isProblem(found) ? found : undefined;
}

async function ask(method: 'GET' | 'POST' | 'DELETE'): Promise<unknown> {
	try {
		const answer = await fetch('/api/feed', {
			method,
			cache: 'no-store',
			...(method === 'POST' && { headers: { 'content-type': 'application/json' }, body: '{}' })
		});
		const found: unknown = await answer.json();
		if (answer.ok) return found;
		const trouble = troubleSchema.safeParse(found);
		return trouble.success ? { problem: trouble.data.message } : noSignal;
	} catch {
		return noSignal;
	}
}
