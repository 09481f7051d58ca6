/**
 * Tells each person what is due, once: across restarts, and with several servers on one database.
 *
 * Whoever adds the row of a reminder sends it. It is added before it is sent: a server that is
 * killed in between has told at most once, never twice.
 */
import type { Kysely } from 'kysely';
import type { Trouble } from '#domain/protocol.ts';
import type { Who } from './engine.ts';
import type { Outcome, PushKeys } from './push.ts';
import { planFor, type Planned, type Telling } from './reminder-plan.ts';
import { endPush, mailWay } from './reminder-ways.ts';
import { trouble } from './replies.ts';
import type { Tables } from './tables.ts';

const minuteMs = 60_000;
const notOn = trouble('not-found', 'Reminders are not on for this phone.');

type Outcomes = ReadonlyMap<string, Outcome>;

export interface Told {
	/** How many reminders were told. */
	readonly told: number;
	/** While the practice does not change, and reaches nobody else, no more is due before (ms). */
	readonly nextAt: number;
}

export async function tellDue(telling: Telling): Promise<Told> {
	const { engine, senders, practiceId } = telling;
	const found = await engine.database.withPractice(practiceId, async (trx) => {
		const { planned, nextAt } = await planFor(trx, telling);
		if (planned.length === 0) return { keys: undefined, planned, nextAt };
		// What comes of these is seen at the next look.
		return { keys: await senders.push.keysOf(trx, engine, practiceId), planned, nextAt: 0 };
	});
	const { keys, planned, nextAt } = found;
	let told = 0;
	for (const each of planned) if (keys && (await tell(telling, keys, each))) told++;
	return { told, nextAt };
}

async function tell(telling: Telling, keys: PushKeys, planned: Planned): Promise<boolean> {
	if (!(await claim(telling, planned))) return false;
	const outcomes = await send(telling, keys, planned);
	await note(telling, planned, outcomes);
	return [...outcomes.values()].includes('sent');
}

/** True for the one server that is to send it now. */
function claim({ engine, practiceId }: Telling, { personId, reminder }: Planned): Promise<boolean> {
	const now = engine.now();
	return engine.database.withPractice(practiceId, async (trx) => {
		const first = await trx
			.insertInto('reminder')
			.values({
				...{ practice_id: practiceId, person_id: personId, name: reminder.key },
				...{ state: 'sending', tries: 1, tried_at: now }
			})
			.onConflict((conflict) => conflict.doNothing())
			.executeTakeFirst();
		if (first.numInsertedOrUpdatedRows === 1n) return true;
		const again = await trx
			.updateTable('reminder')
			.set((row) => ({ state: 'sending', tries: row('tries', '+', 1), tried_at: now }))
			.where('practice_id', '=', practiceId)
			.where('person_id', '=', personId)
			.where('name', '=', reminder.key)
			.where('state', '=', 'failed')
			.executeTakeFirst();
		return again.numUpdatedRows === 1n;
	});
}

async function send(
	{ engine, senders, origin }: Telling,
	keys: PushKeys,
	{ subscriptions, address, reminder }: Planned
): Promise<Outcomes> {
	const { key: tag, title, text, path, until } = reminder;
	const outcomes = new Map<string, Outcome>();
	for (const { device_id: way, endpoint, p256dh, auth } of subscriptions) {
		const subscription = { endpoint, keys: { p256dh, auth } };
		const message = { title, text, path, tag, until };
		outcomes.set(way, await senders.push.send(engine, { subscription, keys, message }));
	}
	if (address !== undefined && senders.mail) {
		const words = `${text}\n\nOpen it: ${origin}${path}\n\nChoose your reminders: ${origin}/reminders`;
		const isSent = await senders.mail.send(engine, { to: address, subject: title, text: words });
		outcomes.set(mailWay, isSent ? 'sent' : 'failed');
	}
	return outcomes;
}

async function note(
	{ engine, practiceId }: Telling,
	{ personId, reminder }: Planned,
	outcomes: Outcomes
): Promise<void> {
	const isTold = [...outcomes.values()].includes('sent');
	await engine.database.withPractice(practiceId, async (trx) => {
		await trx
			.updateTable('reminder')
			.set({ state: isTold ? 'told' : 'failed' })
			.where('practice_id', '=', practiceId)
			.where('person_id', '=', personId)
			.where('name', '=', reminder.key)
			.execute();
		for (const [way, outcome] of outcomes) {
			await noteWay(trx, { practiceId, personId, way, outcome, now: engine.now() });
		}
	});
}

interface OnWay {
	readonly practiceId: string;
	readonly personId: string;
	readonly way: string;
	readonly outcome: Outcome;
	readonly now: number;
}

/** 'Could not be reached since' begins with the first failure and ends with the next success. */
async function noteWay(
	trx: Kysely<Tables>,
	{ practiceId, personId, way, outcome, now }: OnWay
): Promise<void> {
	if (outcome === 'gone') await endPush(trx, practiceId, [way]);
	if (outcome === 'sent') {
		await trx
			.deleteFrom('reminder_trouble')
			.where('practice_id', '=', practiceId)
			.where('person_id', '=', personId)
			.where('way', '=', way)
			.execute();
		return;
	}
	const what = outcome === 'gone' ? 'ended' : 'failed';
	await trx
		.insertInto('reminder_trouble')
		.values({ practice_id: practiceId, person_id: personId, way, since: now, what })
		.onConflict((conflict) =>
			conflict.columns(['practice_id', 'person_id', 'way']).doUpdateSet({ what })
		)
		.execute();
}

/** One message to the device that asks for it, told apart from every other. */
export async function tellOne({
	engine,
	senders,
	who
}: Pick<Telling, 'engine' | 'senders'> & { who: Who }): Promise<boolean | Trouble> {
	const { practiceId, personId, deviceId } = who;
	const found = await engine.database.withPractice(practiceId, async (trx) => {
		const row = await trx
			.selectFrom('push_subscription')
			.selectAll()
			.where('practice_id', '=', practiceId)
			.where('device_id', '=', deviceId)
			.executeTakeFirst();
		return row && { row, keys: await senders.push.keysOf(trx, engine, practiceId) };
	});
	if (!found) return notOn;
	const { endpoint, p256dh, auth } = found.row;
	const outcome = await senders.push.send(engine, {
		subscription: { endpoint, keys: { p256dh, auth } },
		keys: found.keys,
		message: {
			title: 'Reminders work',
			text: 'This is how a reminder looks on this phone.',
			path: '/reminders',
			tag: 'try',
			until: engine.now() + 10 * minuteMs
		}
	});
	const way = { practiceId, personId, way: deviceId, outcome, now: engine.now() };
	await engine.database.withPractice(practiceId, (trx) => noteWay(trx, way));
	return outcome === 'sent';
}
