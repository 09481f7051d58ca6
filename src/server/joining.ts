/**
 * Getting in over the network: set-up links, invites and codes, with their limits and the cookie.
 */
import * as z from 'zod/mini';
import type { Trouble } from '#domain/protocol.ts';
import { endedCookie, sessionCookie, tokenIn } from './cookie.ts';
import { removeDevice, signOut, signOutEverywhere } from './devices.ts';
import { invite, join, look, type Ticket } from './invites.ts';
import type { Door } from './limits.ts';
import { isTrouble, jsonAnswer } from './replies.ts';
import type { Call, OwnCall } from './route.ts';
import { hashOf } from './secrets.ts';
import { whoHolds, type Joined } from './sessions.ts';
import { setUp, type SetUp } from './setup.ts';

const text = (most: number, message: string) =>
	z.string(message).check(z.trim(), z.minLength(1, message), z.maxLength(most, message));
const deviceName = text(60, 'Name this device in 60 letters or fewer.');
const token = z
	.string('This link cannot be read.')
	.check(z.maxLength(200, 'This link is too long.'));
const code = z.string('This code cannot be read.').check(z.maxLength(40, 'This code is too long.'));
const ticket = { token: z.optional(token), code: z.optional(code) };
const isOneTicket = <Given extends { token?: string | undefined; code?: string | undefined }>() =>
	z.refine<Given>(
		(given) => (given.token === undefined) !== (given.code === undefined),
		'Use the link or the code.'
	);

export const lookSchema = z.strictObject(ticket).check(isOneTicket());
export const joinSchema = z.strictObject({ ...ticket, deviceName }).check(isOneTicket());
export const setUpSchema = z.strictObject({
	token,
	practiceName: text(80, 'Enter the name of the practice, in 80 letters or fewer.'),
	groupName: text(80, 'Enter the name of the group, in 80 letters or fewer.'),
	managerName: text(80, 'Enter your name, in 80 letters or fewer.'),
	deviceName
});
export const inviteSchema = z.strictObject({ personId: z.uuid('Choose a person.') });
/** For what needs no words: still JSON, so that no form of another site can send it. */
export const nothingSchema = z.strictObject({});

type Given = z.infer<typeof lookSchema>;

export function lookAround({ app, address, body }: Call & { body: Given }) {
	const shown = ticketOf(body);
	return knocked(app.doors.join, { address, shown }, () => look(app.engine, app.words, shown));
}

export async function letIn(
	call: Call & { body: z.infer<typeof joinSchema> }
): Promise<Response | Trouble> {
	const { app, address, body } = call;
	const shown = ticketOf(body);
	const joined = await knocked(app.doors.join, { address, shown }, () =>
		join(app.engine, app.words, { ticket: shown, deviceName: body.deviceName })
	);
	return isTrouble(joined) ? joined : inside(call, joined);
}

export async function setUpHere(call: Call & { body: SetUp }): Promise<Response | Trouble> {
	const { app, address, body } = call;
	const joined = await knocked(app.doors.setUp, { address, shown: body }, () =>
		setUp(app.engine, app.words, body)
	);
	return isTrouble(joined) ? joined : inside(call, joined);
}

/** The link is made here, so that the screen never has to know how an address is written. */
export async function inviteHere({ app, who, body }: OwnCall & { body: { personId: string } }) {
	const made = await invite(app.engine, who, body.personId);
	if (isTrouble(made)) return made;
	const { token: secret, ...shown } = made;
	return { ...shown, link: joinLink(app.origin, secret) };
}

export function joinLink(origin: string, secret: string): string {
	return `${origin}/join#${secret}`;
}

export function setUpLink(origin: string, secret: string): string {
	return `${origin}/setup#${secret}`;
}

export async function signOutHere({ app, who }: OwnCall): Promise<Response> {
	await signOut(app.engine, who);
	app.streams.closeFor(who.deviceId);
	return jsonAnswer({ removed: [who.deviceId] }, { 'set-cookie': endedCookie(app.cookies) });
}

export async function removeHere({ app, who, part }: OwnCall): Promise<Response | Trouble> {
	return gone({ app, who }, await removeDevice(app.engine, who, part('id')));
}

export async function removeAllHere({ app, who, part }: OwnCall): Promise<Response | Trouble> {
	return gone({ app, who }, await signOutEverywhere(app.engine, who, part('id')));
}

/** Ends what the devices had open, and this browser's own session if it was one of them. */
function gone(
	{ app, who }: Pick<OwnCall, 'app' | 'who'>,
	done: { removed: string[] } | Trouble
): Response | Trouble {
	if (isTrouble(done)) return done;
	for (const id of done.removed) app.streams.closeFor(id);
	const isOwn = done.removed.includes(who.deviceId);
	return jsonAnswer(done, isOwn ? { 'set-cookie': endedCookie(app.cookies) } : {});
}

/** A try is wrong unless it finds something; what it finds can still say no. */
async function knocked<Found extends object>(
	door: Door,
	{ address, shown }: { address: string; shown: Ticket },
	open: () => Promise<Found | Trouble>
): Promise<Found | Trouble> {
	const key = hashOf('token' in shown ? shown.token : shown.code);
	const refusal = await door.knock(address, key);
	if (refusal) return refusal;
	const found = await open();
	const isWrong = isTrouble(found) && found.error === 'not-found';
	if (!isWrong) await door.right(address);
	return found;
}

/** A new token at every joining. Whoever was signed in on this browser before is signed out. */
async function inside({ app, event }: Call, joined: Joined): Promise<Response> {
	const before = await whoHolds(
		app.engine,
		tokenIn(app.cookies, event.request.headers.get('cookie'))
	);
	if (!isTrouble(before)) {
		await signOut(app.engine, before);
		app.streams.closeFor(before.deviceId);
	}
	return jsonAnswer(joined.me, { 'set-cookie': sessionCookie(app.cookies, joined.token) });
}

/** The schema has seen to it that there is exactly one. */
function ticketOf({ token: link, code: typed }: Given): Ticket {
	return link === undefined ? { code: typed ?? '' } : { token: link };
}
