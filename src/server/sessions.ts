/**
 * Whose request it is. A device of a person is a session; its token is kept only as a hash.
 *
 * Passkeys will join here: a credential proves who asks for a device, beside an invite.
 */
import type { Kysely, Selectable } from 'kysely';
import type { Me } from '#domain/me.ts';
import type { Trouble } from '#domain/protocol.ts';
import { trouble } from './replies.ts';
import type { Engine, Who } from './engine.ts';
import { onceBuilt } from './once-built.ts';
import { readMember, readNames, type GroupWords, type Place } from './members.ts';
import { makeToken, newSecret, hashOf, readToken } from './secrets.ts';
import type { DeviceTable, Tables } from './tables.ts';

const dayMs = 86_400_000;
const idleMs = 60 * dayMs;
const longestMs = 365 * dayMs;
/** 'Last seen' is no more exact than this, so that reading costs no write. */
const seenEveryMs = 10 * 60_000;

const signInAgain = trouble(
	'signed-out',
	'You are signed out. Your changes are kept on this phone. Ask for a new invite to go on.'
);
const removed: Trouble = {
	error: 'signed-out',
	message: 'This device has been removed from the group. What it held is deleted.',
	wipe: true
};

export type Device = Selectable<DeviceTable>;

export interface Joined {
	readonly me: Me;
	/** For the cookie, and for nothing else. */
	readonly token: string;
}

export async function whoHolds(engine: Engine, token: string | undefined): Promise<Who | Trouble> {
	const read = token === undefined ? undefined : readToken(token);
	if (!read) return signInAgain;
	const now = engine.now();
	const found = await engine.database.withPractice(
		read.practiceId,
		async (trx) => {
			const values = [read.practiceId, read.secretHash];
			const [device] = await onceBuilt(trx, 'the device of a token', values, () =>
				trx
					.selectFrom('device')
					.selectAll()
					.where('practice_id', '=', read.practiceId)
					.where('token_hash', '=', read.secretHash)
			);
			if (!device) return signInAgain;
			if (device.removed_at !== null) return removed;
			const place = { practiceId: read.practiceId, personId: device.person_id };
			if (!(await readMember(trx, engine, place))) return removed;
			return isLive(device, now) ? device : signInAgain;
		},
		'reading'
	);
	if ('error' in found) return found;
	const who = whoOf(found);
	if (now - found.seen_at >= seenEveryMs) await noteSeen(engine, who, now);
	return who;
}

/** Neither removed, nor unused for 60 days, nor older than a year. */
export function isLive(
	device: Pick<Device, 'removed_at' | 'expires_at' | 'seen_at'>,
	now: number
): boolean {
	return device.removed_at === null && now < device.expires_at && now - device.seen_at < idleMs;
}

/** A new device of a person, with a token that has never been seen before. */
export async function addDevice(
	trx: Kysely<Tables>,
	engine: Engine,
	{ practiceId, personId, name }: Place & { name: string }
): Promise<string> {
	const secret = newSecret();
	const now = engine.now();
	await trx
		.insertInto('device')
		.values({
			practice_id: practiceId,
			id: engine.newId(),
			person_id: personId,
			token_hash: hashOf(secret),
			name,
			created_at: now,
			seen_at: now,
			removed_at: null,
			expires_at: now + longestMs
		})
		.execute();
	return makeToken(practiceId, secret);
}

/** Who the device belongs to, as the device is told at each start. */
export function meOf(engine: Engine, words: GroupWords, place: Place): Promise<Me | Trouble> {
	return engine.database.withPractice(
		place.practiceId,
		async (trx) => (await readMe(trx, engine, { words, place })) ?? removed,
		'reading'
	);
}

/** Undefined for someone who has left, and where there is no practice. */
export async function readMe(
	trx: Kysely<Tables>,
	engine: Engine,
	{ words, place }: { words: GroupWords; place: Place }
): Promise<Me | undefined> {
	const names = await readNames(trx, words, place.practiceId);
	const member = await readMember(trx, engine, place);
	if (!names || !member) return undefined;
	const { personId, practiceId } = place;
	const { name, role } = member;
	return { personId, practiceId, name, role, practiceName: names.practiceName };
}

async function noteSeen(engine: Engine, who: Who, now: number): Promise<void> {
	await engine.database.withPractice(who.practiceId, (trx) =>
		onceBuilt(trx, 'when a device was seen', [now, who.practiceId, who.deviceId], () =>
			trx
				.updateTable('device')
				.set({ seen_at: now })
				.where('practice_id', '=', who.practiceId)
				.where('id', '=', who.deviceId)
		)
	);
}

function whoOf({ practice_id, person_id, id }: Device): Who {
	return { practiceId: practice_id, personId: person_id, deviceId: id };
}
