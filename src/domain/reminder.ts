/**
 * What a reminder is, and when it may be told. Features hand in what is due; the engine names none.
 *
 * A reminder goes through machines of others: never a person's name or a patient's in its words.
 */
import { addDays, dayOf } from './calendar.ts';
import { momentOf, timeOf } from './clock.ts';
import type { Role } from './roles.ts';
import type { Transaction } from './transaction.ts';

/** The records of one practice, to be read only. */
export type Records = Pick<Transaction, 'get' | 'by' | 'between'>;

/** The person who may be told something. */
export interface Listener {
	readonly personId: string;
	readonly role: Role;
	readonly practiceId: string;
	/** The calendar day in Europe/London. */
	readonly today: string;
}

export interface Reminder {
	/** Tells one from another: a person is told once for each key, whatever happens in between. */
	readonly key: string;
	/** Not before. */
	readonly at: number;
	/** Of no use from then on. */
	readonly until: number;
	readonly title: string;
	readonly text: string;
	/** The screen to open: '/rota'. */
	readonly path: string;
}

/**
 * A pure question to the records: what is this person to be told about now or soon? While neither
 * the records nor the day change, the answer is the same.
 */
export interface ReminderRule {
	/** What a person may want to hear of or not. */
	readonly topic: string;
	due(records: Records, listener: Listener): Promise<Reminder[]>;
}

export interface Wishes {
	/** Topics of which the person does not want to hear. */
	readonly topicsOff: readonly string[];
	/** Quiet hours on the UK clock; none when both are the same. */
	readonly quietFrom: string;
	readonly quietUntil: string;
	readonly byPush: boolean;
	readonly byMail: boolean;
}

export interface Reminders {
	readonly rules: readonly ReminderRule[];
	/** What the person chose, or what holds before they choose. */
	wishes(records: Records, personId: string): Promise<Wishes>;
}

interface Due {
	readonly due: readonly Reminder[];
	/** While neither the records nor the day change, no more is due before (ms). */
	readonly nextAt: number;
}

/** What the person is to be told now. What quiet hours held back comes when they end. */
export async function remindersFor(
	{ rules }: Reminders,
	records: Records,
	{ listener, wishes, now }: { listener: Listener; wishes: Wishes; now: number }
): Promise<Due> {
	if (isQuiet(now, wishes)) return { due: [], nextAt: afterQuiet(now, wishes) };
	const wanted = rules.filter(({ topic }) => !wishes.topicsOff.includes(topic));
	const all: Reminder[] = [];
	for (const rule of wanted) all.push(...(await rule.due(records, listener)));
	const begins = all.map(({ at }) => afterQuiet(at, wishes));
	return {
		due: all.filter(({ until }, index) => (begins[index] ?? 0) <= now && now < until),
		nextAt: Math.min(...begins.filter((at) => at > now))
	};
}

type Quiet = Pick<Wishes, 'quietFrom' | 'quietUntil'>;

export function isQuiet(at: number, { quietFrom, quietUntil }: Quiet): boolean {
	const time = timeOf(at);
	const isLate = time >= quietFrom;
	const isEarly = time < quietUntil;
	return quietFrom <= quietUntil ? isLate && isEarly : isLate || isEarly;
}

/** The moment itself, or the end of the quiet hours in which it lies. */
export function afterQuiet(at: number, quiet: Quiet): number {
	if (!isQuiet(at, quiet)) return at;
	const day = dayOf(at);
	const endOn = timeOf(at) < quiet.quietUntil ? day : addDays(day, 1);
	return momentOf(endOn, quiet.quietUntil);
}
