/**
 * The calls about where one's own reminders go, which only the practice's server can answer.
 */
import { troubleSchema } from '#domain/protocol.ts';
import * as z from 'zod/mini';

/** Why there is no answer, in words for the person. */
export interface Problem {
	readonly problem: string;
}

const reachSchema = z.nullable(z.object({ since: z.int(), what: z.string() }));
const waysSchema = z.object({
	publicKey: z.string(),
	endpoint: z.nullable(z.string()),
	pushTrouble: reachSchema,
	sendsMail: z.boolean(),
	address: z.nullable(z.string()),
	isConfirmed: z.boolean(),
	mailTrouble: reachSchema
});
export type Ways = z.infer<typeof waysSchema>;

const noSignal: Problem = {
	problem: 'No answer from the practice. Check your signal and try again.'
};

export function isProblem(answer: unknown): answer is Problem {
	return typeof answer === 'object' && answer !== null && 'problem' in answer;
}

export async function showWays(): Promise<Ways | Problem> {
	const found = await ask('GET', '');
	if (isProblem(found)) return found;
	const read = waysSchema.safeParse(found);
	return read.success ? read.data : noSignal;
}

export function subscribe(subscription: object) {
	return done('PUT', '/push', subscription);
}

export function unsubscribe() {
	return done('DELETE', '/push');
}

/** True when the push service took it. */
export async function sendTry(): Promise<boolean | Problem> {
	const found = await ask('POST', '/try', {});
	if (isProblem(found)) return found;
	const read = z.object({ isSent: z.boolean() }).safeParse(found);
	return read.success ? read.data.isSent : noSignal;
}

export function sendCode(address: string) {
	return done('POST', '/mail', { address });
}

export function confirmCode(code: string) {
	return done('POST', '/mail/code', { code });
}

export function removeAddress() {
	return done('DELETE', '/mail');
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** Undefined: it is done. */
async function done(method: Method, path: string, body?: object): Promise<Problem | undefined> {
	const found = await ask(method, path, body);
	return isProblem(found) ? found : undefined;
}

async function ask(method: Method, path: string, body?: object): Promise<unknown> {
	try {
		const answer = await fetch(`/api/reminders${path}`, {
			method,
			cache: 'no-store',
			...(body && {
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify(body)
			})
		});
		const found: unknown = await answer.json();
		if (answer.ok) return found;
		const trouble = troubleSchema.safeParse(found);
		return trouble.success ? { problem: trouble.data.message } : noSignal;
	} catch {
		return noSignal;
	}
}
