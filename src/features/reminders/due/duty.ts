/**
 * One's own turn on the rota, or as the backup; a day that someone offers; and for leaders a day
 * without anybody.
 *
 * The handover's own words stay in the app. A key names day and duty: a day that repeats gets a
 * record of its own only when something happens to it, and is still the same day.
 */
import { addDays, nearDay } from '#domain/calendar.ts';
import { momentOf } from '#domain/clock.ts';
import type { ReminderRule } from '#domain/reminder.ts';
import type { RotaSlot } from '#features/rota/record.ts';
import { dutiesOf, gapsAhead, lastHandover } from '#features/rota/rules.ts';
import { rotaSwapRecord } from '#features/rota/swaps/record.ts';
import { isForMe } from '#features/rota/swaps/rules.ts';
import type { DutyLead } from '../record.ts';
import { choiceOf, topicsFor } from '../rules.ts';
import { readRota } from './rota.ts';

const leads: Readonly<Record<DutyLead, { days: number; time: string }>> = {
	morning: { days: 0, time: '08:00' },
	evening: { days: 1, time: '18:00' },
	'two-days': { days: 2, time: '18:00' },
	week: { days: 7, time: '18:00' }
};
/** A turn that begins soon is still worth a word; one that is nearly over is not. */
const lastTime = '18:00';
const gapTime = '08:00';
const swapDays = 60;

export const dutyReminder: ReminderRule = {
	topic: 'duty',
	async due(records, { personId, role, practiceId, today }) {
		if (!topicsFor(role).includes('duty')) return [];
		const { dutyLead } = await choiceOf(records, personId);
		const { days, time } = leads[dutyLead];
		const { slots } = await readRota(records, { practiceId, today, days });
		return dutiesOf(slots, personId, today, addDays(today, days)).map((slot) => {
			const { dutyOn, group } = slot;
			const isBackup = slot.backupId === personId;
			const day = onDay(nearDay(dutyOn, today));
			return {
				key: `duty/${dutyOn}/${group}/${isBackup ? 'backup' : 'duty'}`,
				at: momentOf(addDays(dutyOn, -days), time),
				until: momentOf(dutyOn, lastTime),
				title: isBackup ? `You are the backup ${day}` : `Your turn is ${day}`,
				text: `${group}.${handoverWords(slots, slot, today)}`,
				path: '/rota'
			};
		});
	}
};

function onDay(day: string): string {
	return day.includes(' ') ? `on ${day}` : day;
}

function handoverWords(slots: readonly RotaSlot[], { group }: RotaSlot, today: string): string {
	const note = lastHandover(slots, group, addDays(today, 1));
	return note ? ' There is a handover note to read.' : '';
}

export const gapReminder: ReminderRule = {
	topic: 'gap',
	async due(records, { role, practiceId, today }) {
		if (!topicsFor(role).includes('gap')) return [];
		const rota = await readRota(records, { practiceId, today, days: 0 });
		const { slots, groups, workDays, settings } = rota;
		return gapsAhead(slots, groups, { today, days: 0, workDays, settings })
			.filter(({ personId }) => personId === null)
			.map(({ group }) => ({
				key: `gap/${today}/${group}`,
				at: momentOf(today, gapTime),
				until: momentOf(today, lastTime),
				title: 'Nobody is on the rota today',
				text: `${group}. Take the day, or ask someone.`,
				path: '/rota'
			}));
	}
};

export const swapReminder: ReminderRule = {
	topic: 'swap',
	async due(records, { personId, role, today }) {
		if (!topicsFor(role).includes('swap')) return [];
		const swaps = await records.between(rotaSwapRecord, today, addDays(today, swapDays));
		return swaps
			.filter((swap) => isForMe(swap, personId))
			.map(({ id, createdAt, dutyOn, group }) => ({
				key: `swap/${id}`,
				at: createdAt,
				until: momentOf(dutyOn, '00:00'),
				title: 'Can you take a day on the rota?',
				text: `${group}, ${nearDay(dutyOn, today)}.`,
				path: '/rota'
			}));
	}
};
