/**
 * Who can be reached, and what they are still to be told at this moment.
 */
import type { Kysely, Selectable } from 'kysely';
import { addDays, dayOf } from '#domain/calendar.ts';
import { momentOf } from '#domain/clock.ts';
import { remindersFor, type Reminder, type Wishes } from '#domain/reminder.ts';
import type { Engine } from './engine.ts';
import { readMember } from './members.ts';
import { readPractice } from './practice.ts';
import { endPush, type Senders } from './reminder-ways.ts';
import { startWork } from './run.ts';
import { isLive } from './sessions.ts';
import type { PushSubscriptionTable, Tables } from './tables.ts';
import { SqlTransaction } from './transaction.ts';

const minuteMs = 60_000;
/** Waits before the second try, the third and so on; after the last one it is left. */
const waitsMs = [5, 15, 60].map((minutes) => minutes * minuteMs);

export interface Telling {
	readonly engine: Engine;
	readonly senders: Senders;
	/** 'https://noticeboard.example', for links in mail. */
	readonly origin: string;
	readonly practiceId: string;
}

interface Reached {
	readonly personId: string;
	readonly subscriptions: readonly Selectable<PushSubscriptionTable>[];
	readonly address: string | undefined;
}

export interface Planned extends Reached {
	readonly reminder: Reminder;
}

export interface Plan {
	readonly planned: readonly Planned[];
	/** While the practice does not change, and reaches nobody else, no more is due before (ms). */
	readonly nextAt: number;
}

/** Also forgets subscriptions that ended with their device. */
export async function planFor(trx: Kysely<Tables>, telling: Telling): Promise<Plan> {
	await endPushOfLost(trx, telling);
	return plan(trx, telling, await reached(trx, telling));
}

/** Of devices that nobody is signed in on any more, and of people who have left. */
async function endPushOfLost(trx: Kysely<Tables>, { engine, practiceId }: Telling): Promise<void> {
	const rows = await trx
		.selectFrom('push_subscription as push')
		.leftJoin('device', (join) =>
			join
				.onRef('device.practice_id', '=', 'push.practice_id')
				.onRef('device.id', '=', 'push.device_id')
				.onRef('device.person_id', '=', 'push.person_id')
		)
		.selectAll('device')
		.select(['push.device_id as pushed_id', 'push.person_id as pushed_person'])
		.where('push.practice_id', '=', practiceId)
		.execute();
	const lost: string[] = [];
	for (const { pushed_id: deviceId, pushed_person: personId, ...device } of rows) {
		const { expires_at, seen_at, removed_at } = device;
		const isHere =
			expires_at !== null &&
			seen_at !== null &&
			isLive({ expires_at, seen_at, removed_at }, engine.now()) &&
			(await readMember(trx, engine, { practiceId, personId }));
		if (!isHere) lost.push(deviceId);
	}
	if (lost.length > 0) await endPush(trx, practiceId, lost);
}

async function reached(trx: Kysely<Tables>, { senders, practiceId }: Telling): Promise<Reached[]> {
	const subscriptions = await trx
		.selectFrom('push_subscription')
		.selectAll()
		.where('practice_id', '=', practiceId)
		.execute();
	const mails = senders.mail
		? await trx
				.selectFrom('mail_address')
				.select(['person_id', 'address'])
				.where('practice_id', '=', practiceId)
				.where('confirmed_at', 'is not', null)
				.execute()
		: [];
	const ids = new Set([...subscriptions, ...mails].map(({ person_id: id }) => id));
	return [...ids].map((personId) => ({
		personId,
		subscriptions: subscriptions.filter(({ person_id: id }) => id === personId),
		address: mails.find(({ person_id: id }) => id === personId)?.address
	}));
}

async function plan(
	trx: Kysely<Tables>,
	{ engine, practiceId }: Telling,
	people: readonly Reached[]
): Promise<Plan> {
	const { reminders } = engine.registry;
	const now = engine.now();
	const today = dayOf(now);
	let nextAt = momentOf(addDays(today, 1), '00:00');
	const practice = people.length > 0 ? await readPractice(trx, practiceId) : undefined;
	if (!reminders || !practice) return { planned: [], nextAt };
	const work = startWork(engine, trx, practice);
	const records = new SqlTransaction(work.records, work.history);
	const planned: Planned[] = [];
	for (const person of people) {
		const { personId } = person;
		const member = await readMember(trx, engine, { practiceId, personId });
		if (!member) continue;
		const wishes = await reminders.wishes(records, personId);
		const ways = chosen(person, wishes);
		if (ways.subscriptions.length === 0 && ways.address === undefined) continue;
		const listener = { personId, role: member.role, practiceId, today };
		const found = await remindersFor(reminders, records, { listener, wishes, now });
		nextAt = Math.min(nextAt, found.nextAt);
		const openAt = await stillToTell(trx, { practiceId, personId });
		for (const reminder of found.due) {
			const at = openAt(reminder);
			if (at <= now) planned.push({ ...ways, reminder });
			else nextAt = Math.min(nextAt, at);
		}
	}
	return { planned, nextAt };
}

function chosen(person: Reached, { byPush, byMail }: Wishes): Reached {
	const { personId, subscriptions, address } = person;
	return {
		personId,
		subscriptions: byPush ? subscriptions : [],
		address: byMail ? address : undefined
	};
}

/** From when on a reminder may be told (ms): at once, at its next try, or never again. */
async function stillToTell(
	trx: Kysely<Tables>,
	{ practiceId, personId }: { practiceId: string; personId: string }
): Promise<(reminder: Reminder) => number> {
	const rows = await trx
		.selectFrom('reminder')
		.select(['name', 'state', 'tries', 'tried_at'])
		.where('practice_id', '=', practiceId)
		.where('person_id', '=', personId)
		.execute();
	const known = new Map(rows.map((row) => [row.name, row]));
	return ({ key }) => {
		const row = known.get(key);
		if (!row) return 0;
		const wait = row.state === 'failed' ? waitsMs[row.tries - 1] : undefined;
		return wait === undefined ? Infinity : row.tried_at + wait;
	};
}
