/**
 * What the server answers: JSON or trouble in words, and never anything that a browser keeps.
 */
import { randomBytes } from 'node:crypto';
import { troubleStatus, type Trouble } from '#domain/protocol.ts';
import { isDiskFull } from './disk.ts';
import type { Log } from './engine.ts';

export function trouble(error: Trouble['error'], message: string, field?: string): Trouble {
	return field === undefined ? { error, message } : { error, message, field };
}

export function isTrouble(answer: unknown): answer is Trouble {
	return typeof answer === 'object' && answer !== null && 'error' in answer;
}

export function jsonAnswer(
	body: unknown,
	headers: Readonly<Record<string, string>> = {}
): Response {
	return Response.json(body, { headers: { ...headers, 'cache-control': 'no-store' } });
}

export function troubleAnswer(found: Trouble, status = troubleStatus[found.error]): Response {
	const headers = new Headers({ 'cache-control': 'no-store' });
	if (found.error === 'too-many' || found.error === 'try-again') headers.set('retry-after', '30');
	// What is left of a body that is too large must not be taken for the next request.
	if (found.error === 'too-much') headers.set('connection', 'close');
	return Response.json(found, { status, headers });
}

export const notFound = trouble('not-found', 'This is not here. Check the address.');

interface Failed {
	readonly request: Request;
	readonly route: { readonly id: string | null };
}

/** Logs a defect under a reference, and makes words of it that hold the reference. */
export function defect(log: Log, error: unknown, { request, route }: Failed): Trouble {
	const reference = newReference();
	const { method } = request;
	log.error({ error, reference, route: route.id, method }, 'A request failed.');
	const what = isDiskFull(error)
		? "The practice's server is full. Your changes are kept on this phone."
		: 'Something went wrong on the server. What you saved on this phone is safe.';
	return trouble('try-again', `${what} Tell your practice manager: ${reference}.`);
}

/** Short enough to read out over the phone. */
export function newReference(): string {
	return randomBytes(4).toString('hex');
}

export function readyAnswer(problems: readonly string[]): Response {
	const headers = { 'cache-control': 'no-store' };
	const isReady = problems.length === 0;
	return Response.json({ isReady, problems }, { status: isReady ? 200 : 503, headers });
}
