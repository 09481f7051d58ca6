/**
 * The devices of a person: listed, signed out and removed. Removal holds from the next call on.
 */
import type { Kysely } from 'kysely';
import { leaders } from '#domain/roles.ts';
import type { Trouble } from '#domain/protocol.ts';
import { notFound, trouble } from './replies.ts';
import type { Engine, Who } from './engine.ts';
import { mayHelp, readMember, readPerson } from './members.ts';
import { signedOut } from './practice.ts';
import { endPush, mailWay } from './reminder-ways.ts';
import { isLive } from './sessions.ts';
import type { Tables } from './tables.ts';

export interface DeviceLine {
	readonly id: string;
	readonly personId: string;
	readonly name: string;
	readonly createdAt: number;
	readonly seenAt: number;
	readonly isThisOne: boolean;
	/** No reminder has reached it since; null where all is well. */
	readonly unreachedSince: number | null;
}

/** Someone whom no mail of ours reaches. */
interface MailTrouble {
	readonly personId: string;
	readonly since: number;
}

const mayNot = trouble('may-not', 'Only this person, or a leader of the group, can do this.');

/** One's own devices; a leader's answer holds everyone's. The last seen come first. */
export function listDevices(
	engine: Engine,
	who: Who
): Promise<{ devices: DeviceLine[]; mailTroubles: MailTrouble[] } | Trouble> {
	return engine.database.withPractice(
		who.practiceId,
		async (trx) => {
			const member = await readMember(trx, engine, who);
			if (!member) return signedOut;
			const rows = await trx
				.selectFrom('device')
				.selectAll()
				.where('practice_id', '=', who.practiceId)
				.where('removed_at', 'is', null)
				.orderBy('seen_at', 'desc')
				.execute();
			const isSeen = (personId: string) =>
				personId === who.personId || leaders.includes(member.role);
			const troubles = await trx
				.selectFrom('reminder_trouble')
				.select(['person_id as personId', 'way', 'since'])
				.where('practice_id', '=', who.practiceId)
				.execute();
			const devices = rows
				.filter((row) => isSeen(row.person_id) && isLive(row, engine.now()))
				.map((row) => ({
					id: row.id,
					personId: row.person_id,
					name: row.name,
					createdAt: row.created_at,
					seenAt: row.seen_at,
					isThisOne: row.id === who.deviceId,
					unreachedSince: troubles.find(({ way }) => way === row.id)?.since ?? null
				}));
			const mailTroubles = troubles
				.filter(({ way, personId }) => way === mailWay && isSeen(personId))
				.map(({ personId, since }) => ({ personId, since }));
			return { devices, mailTroubles };
		},
		'reading'
	);
}

/** @returns the ids of the devices that were removed. */
export function removeDevice(
	engine: Engine,
	who: Who,
	deviceId: string
): Promise<{ removed: string[] } | Trouble> {
	return engine.database.withPractice(who.practiceId, async (trx) => {
		const device = await trx
			.selectFrom('device')
			.select(['id', 'person_id'])
			.where('practice_id', '=', who.practiceId)
			.where('id', '=', deviceId)
			.where('removed_at', 'is', null)
			.executeTakeFirst();
		const refusal = await refusalFor(trx, engine, { who, personId: device?.person_id });
		if (refusal) return refusal;
		return { removed: await remove(trx, engine, { who, ids: [deviceId] }) };
	});
}

/** All devices of a person. Also for someone who has left, whose record stays. */
export function signOutEverywhere(
	engine: Engine,
	who: Who,
	personId: string
): Promise<{ removed: string[] } | Trouble> {
	return engine.database.withPractice(who.practiceId, async (trx) => {
		const refusal = await refusalFor(trx, engine, { who, personId });
		if (refusal) return refusal;
		const rows = await trx
			.selectFrom('device')
			.select('id')
			.where('practice_id', '=', who.practiceId)
			.where('person_id', '=', personId)
			.where('removed_at', 'is', null)
			.execute();
		return { removed: await remove(trx, engine, { who, ids: rows.map(({ id }) => id) }) };
	});
}

/** This device only. */
export async function signOut(engine: Engine, who: Who): Promise<void> {
	await engine.database.withPractice(who.practiceId, (trx) =>
		remove(trx, engine, { who, ids: [who.deviceId] })
	);
}

async function remove(
	trx: Kysely<Tables>,
	engine: Engine,
	{ who, ids }: { who: Who; ids: readonly string[] }
): Promise<string[]> {
	if (ids.length === 0) return [];
	await trx
		.updateTable('device')
		.set({ removed_at: engine.now() })
		.where('practice_id', '=', who.practiceId)
		.where('id', 'in', ids)
		.execute();
	await endPush(trx, who.practiceId, ids);
	return [...ids];
}

/** Only a leader hears whether the other one exists at all. */
async function refusalFor(
	trx: Kysely<Tables>,
	engine: Engine,
	{ who, personId }: { who: Who; personId: string | undefined }
): Promise<Trouble | undefined> {
	const member = await readMember(trx, engine, who);
	if (!member) return signedOut;
	if (personId === who.personId) return undefined;
	if (!leaders.includes(member.role)) return mayNot;
	if (personId === undefined) return notFound;
	const person = await readPerson(trx, engine, { practiceId: who.practiceId, personId });
	if (!person) return notFound;
	return mayHelp(member.role, person.role) ? undefined : mayNot;
}
