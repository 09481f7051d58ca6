/**
 * The calls that only the practice's server can answer: invites and devices. They need a signal.
 *
 * Answers are parsed; trouble comes back in words that say what is safe. An invite is never kept.
 */
import { troubleSchema } from '#domain/protocol.ts';
import * as z from 'zod/mini';

/** Why there is no answer, in words for the person. */
export interface Problem {
	readonly problem: string;
}

export interface Invite {
	/** The secret stands after its '#', so that no log ever sees it. */
	readonly link: string;
	readonly code: string;
	/** On this device's clock (ms since 1970). */
	readonly expiresAt: number;
	readonly codeExpiresAt: number;
}

const inviteSchema = z.object({
	link: z.string().check(z.regex(/^https?:\/\//)),
	code: z.string().check(z.minLength(1)),
	expiresAt: z.int(),
	codeExpiresAt: z.int()
});

const deviceSchema = z.object({
	id: z.string(),
	personId: z.string(),
	name: z.string(),
	createdAt: z.int(),
	seenAt: z.int(),
	isThisOne: z.boolean(),
	/** No reminder has reached it since. */
	unreachedSince: z._default(z.nullable(z.int()), null)
});
const devicesSchema = z.object({
	devices: z.array(deviceSchema),
	/** People whom no mail reaches, and since when. */
	mailTroubles: z._default(z.array(z.object({ personId: z.string(), since: z.int() })), [])
});
export type Devices = z.infer<typeof devicesSchema>;
export type Device = z.infer<typeof deviceSchema>;

const noSignal: Problem = {
	problem: 'No answer from the practice. What you typed is safe. Check your signal and try again.'
};

export function isProblem(answer: object): answer is Problem {
	return 'problem' in answer;
}

/** Makes a new invite; an older one of the same person no longer works. */
export async function makeInvite(personId: string): Promise<Invite | Problem> {
	const answer = await ask('POST', '/api/invites', { personId });
	if (isProblem(answer)) return answer;
	const read = inviteSchema.safeParse(answer.found);
	if (!read.success) return noSignal;
	const { link, code, expiresAt, codeExpiresAt } = read.data;
	// The practice's clock and this phone's may differ: count from the moment of the answer.
	const aheadMs = Date.now() - answer.serverAt;
	return {
		link,
		code,
		expiresAt: expiresAt + aheadMs,
		codeExpiresAt: codeExpiresAt + aheadMs
	};
}

/** One's own devices; for leaders everyone's. */
export async function listDevices(): Promise<Devices | Problem> {
	const answer = await ask('GET', '/api/devices');
	if (isProblem(answer)) return answer;
	const read = devicesSchema.safeParse(answer.found);
	return read.success ? read.data : noSignal;
}

/** Since when a phone or mail of this person could not be reached; undefined when all is well. */
export function unreachedSince(
	{ devices, mailTroubles }: Devices,
	personId: string
): number | undefined {
	const since = [
		...devices.map((device) => ({ personId: device.personId, since: device.unreachedSince })),
		...mailTroubles
	].flatMap((each) => (each.personId === personId && each.since !== null ? [each.since] : []));
	return since.length === 0 ? undefined : Math.min(...since);
}

export async function removeDevice(id: string): Promise<Problem | undefined> {
	const answer = await ask('DELETE', `/api/devices/${encodeURIComponent(id)}`, {});
	return isProblem(answer) ? answer : undefined;
}

export async function signOutEverywhere(personId: string): Promise<Problem | undefined> {
	const path = `/api/people/${encodeURIComponent(personId)}/sign-out-everywhere`;
	const answer = await ask('POST', path, {});
	return isProblem(answer) ? answer : undefined;
}

async function ask(
	method: 'GET' | 'POST' | 'DELETE',
	path: string,
	body?: object
): Promise<{ found: unknown; serverAt: number } | Problem> {
	try {
		const answer = await fetch(path, {
			method,
			cache: 'no-store',
			...(body && {
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify(body)
			})
		});
		const text = await answer.text();
		const found: unknown = text === '' ? {} : JSON.parse(text);
		if (!answer.ok) return problemOf(found);
		const serverAt = Date.parse(answer.headers.get('date') ?? '');
		return { found, serverAt: Number.isNaN(serverAt) ? Date.now() : serverAt };
	} catch {
		return noSignal;
	}
}

function problemOf(found: unknown): Problem {
	const trouble = troubleSchema.safeParse(found);
	if (!trouble.success) return noSignal;
	if (trouble.data.error !== 'signed-out') return { problem: trouble.data.message };
	return {
		problem: 'You are signed out on this phone. What you typed is safe. Sign in, then try again.'
	};
}
