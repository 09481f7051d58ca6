/**
 * What the server answers: JSON or trouble in words, and never anything that a browser keeps.
 */
import { troubleStatus, type Trouble } from '#domain/protocol.ts';

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
