/**
 * Invites: a link and a short code that let one person in on one device, once.
 *
 * A newer invite ends the older ones of the same person. Looking at an invite does not use it up.
 */
import type { Kysely, Selectable } from 'kysely';
import type { Trouble } from '#domain/protocol.ts';
import type { Role } from '#domain/roles.ts';
import { notFound, trouble } from './replies.ts';
import type { Engine, Who } from './engine.ts';
import { mayHelp, readMember, readNames, type GroupWords, type Place } from './members.ts';
import { signedOut } from './practice.ts';
import * as secrets from './secrets.ts';
import { addDevice, readMe, type Joined } from './sessions.ts';
import type { InviteTable, Tables } from './tables.ts';

const linkLastsMs = 7 * 86_400_000;
const codeLastsMs = 10 * 60_000;
const mostCodeTries = 5;
const fromServer = 'server';

type Invite = Selectable<InviteTable>;

export interface NewInvite {
	/** '<practice>.<secret>', for the part of an address after '#'. */
	readonly token: string;
	readonly code: string;
	readonly expiresAt: number;
	readonly codeExpiresAt: number;
	readonly personName: string;
}

export type Ticket = { readonly token: string } | { readonly code: string };

export interface InviteLook {
	readonly practiceName: string;
	readonly groupName: string;
	readonly personName: string;
}

const usedUp = trouble('not-found', 'This invite has been used. Ask for a new one.');
const tooLate = trouble('not-found', 'This invite is too old. Ask for a new one.');
const replaced = trouble('not-found', 'There is a newer invite for you. Use that one.');
const unknownLink = trouble('not-found', 'This invite is not known. Ask for a new one.', 'token');
const unknownCode = trouble(
	'not-found',
	'This code is wrong or too old. Check it, or ask for a new one.',
	'code'
);
const mayNotInvite = trouble(
	'may-not',
	'Only a practice manager or a coordinator can invite, and only a practice manager can invite a practice manager.'
);

export function invite(engine: Engine, who: Who, personId: string): Promise<NewInvite | Trouble> {
	return engine.database.withPractice(who.practiceId, async (trx) => {
		const leader = await readMember(trx, engine, who);
		if (!leader) return signedOut;
		const place = { practiceId: who.practiceId, personId };
		const person = await readMember(trx, engine, place);
		if (!person) return mayHelp(leader.role, 'reader') ? notFound : mayNotInvite;
		if (!mayHelp(leader.role, person.role)) return mayNotInvite;
		return addInvite(trx, engine, { place, personName: person.name, createdBy: who.personId });
	});
}

/** From the command line: lets a person back in when nobody is left who could invite them. */
export function inviteFromServer(engine: Engine, place: Place): Promise<NewInvite | Trouble> {
	return engine.database.withPractice(place.practiceId, async (trx) => {
		const person = await readMember(trx, engine, place);
		if (!person) return notFound;
		return addInvite(trx, engine, { place, personName: person.name, createdBy: fromServer });
	});
}

export async function look(
	engine: Engine,
	words: GroupWords,
	ticket: Ticket
): Promise<InviteLook | Trouble> {
	const found = await findInvite(engine, ticket);
	if ('error' in found) return found;
	const place = { practiceId: found.practice_id, personId: found.person_id };
	return engine.database.withPractice(
		place.practiceId,
		async (trx) => {
			const names = await readNames(trx, words, place.practiceId);
			const person = await readMember(trx, engine, place);
			if (!names || !person || !(await isStillMeant(trx, engine, found, person))) return tooLate;
			return { ...names, personName: person.name };
		},
		'reading'
	);
}

/** Uses the invite up: of two that come at the same moment, one is told so. */
export async function join(
	engine: Engine,
	words: GroupWords,
	{ ticket, deviceName }: { ticket: Ticket; deviceName: string }
): Promise<Joined | Trouble> {
	const found = await findInvite(engine, ticket);
	if ('error' in found) return found;
	const place = { practiceId: found.practice_id, personId: found.person_id };
	return engine.database.withPractice(place.practiceId, async (trx) => {
		const me = await readMe(trx, engine, { words, place });
		if (!me || !(await isStillMeant(trx, engine, found, me))) return tooLate;
		const used = await trx
			.updateTable('invite')
			.set({ used_at: engine.now(), code_hash: null })
			.where('practice_id', '=', place.practiceId)
			.where('id', '=', found.id)
			.where('used_at', 'is', null)
			.where('cancelled_at', 'is', null)
			.executeTakeFirst();
		if (used.numUpdatedRows !== 1n) return usedUp;
		return { me, token: await addDevice(trx, engine, { ...place, name: deviceName }) };
	});
}

/**
 * True while whoever made the invite may invite this person: a coordinator's old link must not
 * open the door of someone who has become a practice manager since.
 */
async function isStillMeant(
	trx: Kysely<Tables>,
	engine: Engine,
	{ practice_id: practiceId, created_by: personId }: Invite,
	{ role }: { readonly role: Role }
): Promise<boolean> {
	if (personId === fromServer) return true;
	const leader = await readMember(trx, engine, { practiceId, personId });
	return leader !== undefined && mayHelp(leader.role, role);
}

async function addInvite(
	trx: Kysely<Tables>,
	engine: Engine,
	{ place, personName, createdBy }: { place: Place; personName: string; createdBy: string }
): Promise<NewInvite> {
	const { practiceId, personId } = place;
	const now = engine.now();
	const secret = secrets.newSecret();
	const code = secrets.newCode();
	const [expiresAt, codeExpiresAt] = [now + linkLastsMs, now + codeLastsMs];
	await trx
		.updateTable('invite')
		.set({ cancelled_at: now, code_hash: null })
		.where('practice_id', '=', practiceId)
		.where('person_id', '=', personId)
		.where('used_at', 'is', null)
		.where('cancelled_at', 'is', null)
		.execute();
	await trx
		.insertInto('invite')
		.values({
			practice_id: practiceId,
			id: engine.newId(),
			person_id: personId,
			token_hash: secrets.hashOf(secret),
			code_hash: secrets.keptCode(code),
			code_tries: 0,
			code_expires_at: codeExpiresAt,
			expires_at: expiresAt,
			used_at: null,
			cancelled_at: null,
			created_by: createdBy,
			created_at: now
		})
		.execute();
	const token = secrets.makeToken(practiceId, secret);
	return { token, code: secrets.spokenCode(code), expiresAt, codeExpiresAt, personName };
}

function findInvite(engine: Engine, ticket: Ticket): Promise<Invite | Trouble> {
	return 'token' in ticket ? findByLink(engine, ticket.token) : findByCode(engine, ticket.code);
}

async function findByLink(engine: Engine, token: string): Promise<Invite | Trouble> {
	const read = secrets.readToken(token);
	if (!read) return unknownLink;
	const found = await engine.database.withPractice(
		read.practiceId,
		(trx) =>
			trx
				.selectFrom('invite')
				.selectAll()
				.where('practice_id', '=', read.practiceId)
				.where('token_hash', '=', read.secretHash)
				.executeTakeFirst(),
		'reading'
	);
	if (!found) return unknownLink;
	if (found.used_at !== null) return usedUp;
	if (found.cancelled_at !== null) return replaced;
	return found.expires_at <= engine.now() ? tooLate : found;
}

/** A code names no practice, so this looks across them all; a wrong one wears down its like. */
function findByCode(engine: Engine, typed: string): Promise<Invite | Trouble> {
	const code = secrets.readCode(typed);
	if (code === undefined) return Promise.resolve(unknownCode);
	return engine.database.asOwner(async (trx) => {
		const like = await trx
			.selectFrom('invite')
			.selectAll()
			.where('code_hash', '>=', `${secrets.finderOf(code)}.`)
			.where('code_hash', '<', `${secrets.finderOf(code)}/`)
			.where('code_expires_at', '>', engine.now())
			.where('code_tries', '<', mostCodeTries)
			.execute();
		const found = like.find(({ code_hash }) => code_hash === secrets.keptCode(code));
		if (found) return found;
		for (const { practice_id, id } of like) {
			await trx
				.updateTable('invite')
				.set((row) => ({ code_tries: row('code_tries', '+', 1) }))
				.where('practice_id', '=', practice_id)
				.where('id', '=', id)
				.execute();
		}
		return unknownCode;
	});
}
