/**
 * The daily look (K2), and an account that nobody has looked at for too long (S0-53): who hears of
 * it, in which order.
 *
 * Told at a fixed hour of a day on which the group works, first to who is on duty, then to the
 * backup, then to the coordinators. Who looks in between stops it. No account is named.
 */
import { addDays, weekdayOf } from '#domain/calendar.ts';
import { momentOf } from '#domain/clock.ts';
import type { Listener, Records, ReminderRule } from '#domain/reminder.ts';
import { leaders } from '#domain/roles.ts';
import { accountRecord, type Account } from '#features/accounts/record.ts';
import { practiceRecord } from '#features/practice/record.ts';
import { accountCheckRecord } from '#features/rota/checks/record.ts';
import { daysOfChecks, lastCheck, unattended } from '#features/rota/checks/rules.ts';
import type { RotaSlot } from '#features/rota/record.ts';
import { dutyFor } from '#features/rota/rules.ts';
import { isDutyDay } from '#features/rota/settings/rules.ts';
import { topicsFor } from '../rules.ts';
import { readRota, turnIn } from './rota.ts';

/** Between the person on duty, the backup and the coordinators. */
const stepHours = 2;
const hourMs = 60 * 60_000;

export const lookReminder: ReminderRule = {
	topic: 'look',
	async due(records, listener) {
		if (!topicsFor(listener.role).includes('look')) return [];
		const day = await readDay(records, listener);
		return day ? [...aloneFor(day, listener), ...missedFor(day, listener)] : [];
	}
};

type Day = NonNullable<Awaited<ReturnType<typeof readDay>>>;

/** Undefined on a day on which nobody is asked to look. */
async function readDay(records: Records, { practiceId, today }: Listener) {
	const rota = await readRota(records, { practiceId, today, days: 0 });
	if (!isDutyDay(today, rota.workDays)) return undefined;
	const practice = await records.get(practiceRecord, practiceId);
	const accounts = await records.by(accountRecord, 'status', 'active');
	const checks = await records.between(accountCheckRecord, addDays(today, -daysOfChecks), today);
	const hours = practice?.staffedHours[String(weekdayOf(today))] ?? { from: '00:00', to: '23:59' };
	return { ...rota, accounts, checks, hours };
}

/** Accounts left alone for days: one message for all of them, once for amber and once for red. */
function aloneFor(day: Day, listener: Listener) {
	const { today, personId, role } = listener;
	const { accounts, checks, workDays, settings, hours } = day;
	const mine = unattended(accounts, checks, today, { workDays, settings }).flatMap((alone) => {
		const turn = turnIn(dutyOf(day, alone.account, today), personId, leaders.includes(role));
		return turn === undefined ? [] : [{ ...alone, turn }];
	});
	const [worst] = mine;
	if (!worst) return [];
	const { level, account, days, last } = worst;
	const first = within(settings.alarmAt, hours);
	const turn = Math.min(...mine.map((each) => each.turn));
	const which = mine.length === 1 ? 'one account' : `${mine.length} accounts`;
	return [
		{
			key: `look/${level}/${account.id}/${last?.checkedOn ?? 'never'}`,
			at: Math.min(momentOf(today, first) + turn * stepHours * hourMs, momentOf(today, hours.to)),
			until: momentOf(addDays(today, 1), '00:00'),
			title: level === 'red' ? 'Nobody looks at our accounts' : 'An account needs a look',
			text: `Nobody has looked at ${which} for ${days} days when we work. Look now, or ask someone.`,
			path: '/rota'
		}
	];
}

/** Not looked at today: told to the backup, or to who is on duty where there is none. */
function missedFor(day: Day, { today, personId }: Listener) {
	const isMine = day.accounts.some((account) => {
		if (lastCheck(day.checks, account.id)?.checkedOn === today) return false;
		const slot = dutyOf(day, account, today);
		return slot !== undefined && (slot.backupId ?? slot.personId) === personId;
	});
	if (!isMine) return [];
	return [
		{
			key: `look/today/${today}`,
			at: momentOf(today, day.settings.lookBy),
			until: momentOf(addDays(today, 1), '00:00'),
			title: 'Nobody has looked at our accounts today',
			text: 'Can you have a look, or ask who is on duty?',
			path: '/rota'
		}
	];
}

function dutyOf({ slots }: Day, { group }: Account, today: string): RotaSlot | undefined {
	return dutyFor(slots, group, today);
}

function within(time: string, { from, to }: { from: string; to: string }): string {
	if (time < from) return from;
	return time > to ? to : time;
}
