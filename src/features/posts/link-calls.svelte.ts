/**
 * What a page with a link for an answer asks the server. It needs a signal, and no account.
 *
 * Answers are parsed. The secret goes in the body, never in an address.
 */
import { troubleSchema } from '#domain/protocol.ts';
import * as z from 'zod/mini';

export interface Problem {
	readonly problem: string;
	/** True when the link itself is of no use any more. */
	readonly isOver: boolean;
	readonly field?: string | undefined;
}

const lookSchema = z.object({
	practiceName: z.string(),
	groupName: z.string(),
	until: z.int(),
	shown: z.object({
		plannedOn: z.nullable(z.string()),
		plannedTime: z.nullable(z.string()),
		texts: z.array(z.object({ account: z.string(), text: z.string() })),
		pictures: z.array(z.object({ hash: z.string(), alt: z.string(), credit: z.string() })),
		credit: z.string(),
		sourceUrl: z.string()
	})
});
export type LinkLook = z.infer<typeof lookSchema>;

const noSignal: Problem = {
	problem: 'No answer from the practice. Check your signal and try again. The link is still good.',
	isOver: false
};

export function isProblem(answer: object): answer is Problem {
	return 'problem' in answer;
}

export async function lookAtLink(token: string): Promise<LinkLook | Problem> {
	const answer = await ask('/api/answer/look', { token });
	if (isProblem(answer)) return answer;
	const read = lookSchema.safeParse(await answer.json());
	return read.success ? read.data : noSignal;
}

/** An address for an `img`; undefined when it cannot be had now. */
export async function photoOfLink(token: string, hash: string): Promise<string | undefined> {
	const answer = await ask('/api/answer/photo', { token, hash });
	return isProblem(answer) ? undefined : URL.createObjectURL(await answer.blob());
}

export async function sendAnswer(
	token: string,
	answer: { name: string; isYes: boolean; reason: string }
): Promise<Problem | undefined> {
	const done = await ask('/api/answer', { token, ...answer });
	return isProblem(done) ? done : undefined;
}

async function ask(path: string, body: object): Promise<Response | Problem> {
	try {
		const answer = await fetch(path, {
			method: 'POST',
			cache: 'no-store',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(body)
		});
		if (answer.ok) return answer;
		const trouble = troubleSchema.safeParse(await answer.json());
		if (!trouble.success) return noSignal;
		const { error, message, field } = trouble.data;
		return { problem: message, isOver: error === 'not-found', field };
	} catch {
		return noSignal;
	}
}
