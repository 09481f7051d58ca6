/**
 * A practice on the real server with people of every role, each in a browser of their own.
 */
import { v4, v7 } from 'uuid';
import * as z from 'zod/mini';
import { meSchema } from '#domain/me.ts';
import { protocolVersion, type Outcome } from '#domain/protocol.ts';
import type { Role } from '#domain/roles.ts';
import { Browser, read, readPatch, type Answer, type RealServer } from './real-server.ts';

export const inviteSchema = z.object({
	link: z.string(),
	code: z.string(),
	personName: z.string()
});

/** Names that stand nowhere else, so that a search for them in a log means something. */
export const names = {
	practiceName: 'Quillwort Surgery',
	groupName: 'Quillwort Patients',
	managerName: 'Zenobia Quillwort'
};

export interface RealPerson {
	readonly browser: Browser;
	readonly personId: string;
	readonly practiceId: string;
	/** Sends one mutation as a device does. */
	does(name: string, args: unknown): Promise<Outcome>;
}

export async function setUpPractice(
	server: RealServer,
	{ token, headers = {} }: { token: string; headers?: Readonly<Record<string, string>> }
): Promise<RealPerson> {
	const browser = new Browser(server.address, headers);
	const asked = { token, ...names, deviceName: 'Office computer' };
	return personOf(browser, await browser.post('/api/setup', asked));
}

/** Adds a person, invites them and lets them join. */
export async function joinAs(
	server: RealServer,
	manager: RealPerson,
	{ role, name = `Zoe ${role}` }: { role: Role; name?: string }
): Promise<RealPerson> {
	const token = await inviteOf(manager, { role, name });
	const browser = new Browser(server.address);
	return personOf(browser, await browser.post('/api/join', { token, deviceName: 'Phone' }));
}

/** Adds a person and invites them; returns the secret of the link. */
export async function inviteOf(
	manager: RealPerson,
	{ role, name }: { role: Role; name: string }
): Promise<string> {
	const id = v7();
	await manager.does('person.add', { id, name, role });
	const { link } = read(await manager.browser.post('/api/invites', { personId: id }), inviteSchema);
	return secretOf(link);
}

export function secretOf(link: string): string {
	return link.slice(link.indexOf('#') + 1);
}

/** A push of one mutation, to be changed by tests of what must not work. */
export function pushOf(name: string, args: unknown, seq = 1, outboxId: string = v4()) {
	const now = Date.now();
	return {
		protocol: protocolVersion,
		outboxId,
		ack: 0,
		cookie: null,
		sentAt: now,
		mutations: [{ seq, uuid: v7(), name, args, was: {}, at: now }]
	};
}

function personOf(browser: Browser, answer: Answer): RealPerson {
	const { personId, practiceId } = read(answer, meSchema);
	const does = async (name: string, args: unknown) => {
		const pushed = await browser.post('/api/sync/push', pushOf(name, args));
		const [outcome] = readPatch(pushed).outcomes;
		if (!outcome) throw new Error('The push has no outcome.');
		return outcome;
	};
	return { browser, personId, practiceId, does };
}
