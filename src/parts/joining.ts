/**
 * The calls by which a person gets in: setting up a practice, looking at an invite, joining.
 *
 * They need a signal. Answers are parsed; trouble comes back in words.
 */
import * as z from 'zod/mini';
import { meSchema, type Me } from '#domain/me.ts';
import { troubleSchema, type Trouble } from '#domain/protocol.ts';

const lookSchema = z.object({
	practiceName: z.string(),
	groupName: z.string(),
	personName: z.string()
});
export type Look = z.infer<typeof lookSchema>;

export type Invite = { readonly token: string } | { readonly code: string };

const noSignal: Trouble = {
	error: 'try-again',
	message: 'No answer from the practice. Check your signal and try again. Nothing was changed.'
};

export function setUpPractice(asked: {
	token: string;
	practiceName: string;
	groupName: string;
	managerName: string;
	deviceName: string;
}): Promise<Me | Trouble> {
	return ask('/api/setup', asked, meSchema);
}

export function lookAtInvite(invite: Invite): Promise<Look | Trouble> {
	return ask('/api/join/look', invite, lookSchema);
}

export function join(invite: Invite, deviceName: string): Promise<Me | Trouble> {
	return ask('/api/join', { ...invite, deviceName }, meSchema);
}

export function isTrouble(answer: object): answer is Trouble {
	return 'error' in answer;
}

async function ask<Answer extends object>(
	path: string,
	body: object,
	schema: z.ZodMiniType<Answer>
): Promise<Answer | Trouble> {
	try {
		const answer = await fetch(path, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(body)
		});
		const found: unknown = await answer.json();
		if (!answer.ok) return troubleSchema.safeParse(found).data ?? noSignal;
		return schema.safeParse(found).data ?? noSignal;
	} catch {
		return noSignal;
	}
}

/** What the manager sees in the list of devices: 'Android phone', 'iPhone', 'Computer'. */
export function deviceName(agent: string): string {
	if (/iPhone/.test(agent)) return 'iPhone';
	if (/iPad/.test(agent)) return 'iPad';
	if (/Android/.test(agent)) return /Mobile/.test(agent) ? 'Android phone' : 'Android tablet';
	if (/Windows/.test(agent)) return 'Windows computer';
	return /Mac/.test(agent) ? 'Mac' : 'Computer';
}

/** Codes are read aloud and typed: case, spaces and dashes do not matter. */
export function plainCode(typed: string): string {
	return typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
}
