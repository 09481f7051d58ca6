/**
 * What the pages for people without an account ask the server. They need a signal.
 *
 * Answers are parsed. Secrets go in the body, never in an address.
 */
import { troubleSchema } from '#domain/protocol.ts';
import * as z from 'zod/mini';
import { consentKinds } from '../fields/kinds.ts';
import { ageBands } from '../record.ts';

export interface Problem {
	readonly problem: string;
	/** True when the link itself is of no use any more. */
	readonly isOver: boolean;
	readonly field?: string | undefined;
}

const names = { practiceName: z.string(), groupName: z.string() };
const accounts = z.array(z.object({ id: z.uuid(), name: z.string() }));
const askSchema = z.object({
	...names,
	until: z.int(),
	shown: z.object({
		kind: z.enum(consentKinds),
		ageBand: z.enum(ageBands),
		firstName: z.string(),
		code: z.string(),
		isStaff: z.boolean(),
		quote: z.string(),
		occasion: z.string(),
		today: z.string(),
		usualEnd: z.string(),
		contact: z.string(),
		picture: z.string(),
		accounts
	})
});
export type AskLook = z.infer<typeof askSchema>;

const copySchema = z.object({
	...names,
	shown: z.object({
		code: z.string(),
		firstName: z.string(),
		expiresOn: z.nullable(z.string()),
		isOver: z.boolean(),
		contact: z.string(),
		accounts,
		photos: z.array(z.object({ id: z.uuid(), thumb: z.string() }))
	})
});
export type CopyLook = z.infer<typeof copySchema>;

const noSignal: Problem = {
	problem: 'No answer from the practice. Check your signal and try again. Nothing is lost.',
	isOver: false
};

const notWhole: Problem = {
	problem: 'This link is not whole. Open it again from the message, or ask for a new one.',
	isOver: true
};

export function isProblem(answer: object): answer is Problem {
	return 'problem' in answer;
}

export async function lookAtAsk(token: string): Promise<AskLook | Problem> {
	return token === '' ? notWhole : look('/api/consent/look', token, askSchema);
}

export function lookAtCopy(token: string): Promise<CopyLook | Problem> {
	return look('/api/consent/copy/look', token, copySchema);
}

/** `yes` is null for a no. */
export function sendAnswer(token: string, yes: object | null): Promise<Problem | undefined> {
	return send('/api/consent', { token, yes });
}

export function takeBack(
	token: string,
	wish: { accounts: string[] | null; photos: string[] | null; takesDown: boolean }
): Promise<Problem | undefined> {
	return send('/api/consent/copy', { token, ...wish });
}

async function look<Found extends object>(
	path: string,
	token: string,
	schema: z.ZodMiniType<Found>
): Promise<Found | Problem> {
	const answer = await ask(path, { token });
	if (isProblem(answer)) return answer;
	const read = schema.safeParse(await answer.json());
	return read.success ? read.data : noSignal;
}

async function send(path: string, body: object): Promise<Problem | undefined> {
	const answer = await ask(path, body);
	return isProblem(answer) ? answer : undefined;
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
