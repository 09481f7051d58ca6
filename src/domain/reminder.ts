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
	readonly now: number;
	/** The calendar day of `now` in Europe/London. */
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

/** A pure question to the records: what is this person to be told about now or soon? */
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

/** What the person is to be told now. What quiet hours held back comes when they end. */
export async function remindersFor(
	{ rules }: Reminders,
	records: Records,
	{ listener, wishes }: { listener: Listener; wishes: Wishes }
): Promise<Reminder[]> {
	const { now } = listener;
	if (isQuiet(now, wishes)) return [];
	const wanted = rules.filter(({ topic }) => !wishes.topicsOff.includes(topic));
	const due: Reminder[] = [];
	for (const rule of wanted) due.push(...(await rule.due(records, listener)));
	return due.filter(({ at, until }) => afterQuiet(at, wishes) <= now && now < until);
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
