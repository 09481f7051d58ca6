/**
 * Pictures that must come down, for whoever covers today and those who lead; and, once all is
 * down, for the practice that tells the person. It names nobody. Source: clock K7.
 */
import { addDays } from '#domain/calendar.ts';
import { momentOf } from '#domain/clock.ts';
import type { ReminderRule } from '#domain/reminder.ts';
import { leaders } from '#domain/roles.ts';
import { takeDownRecord } from '#features/consent/takedown/record.ts';
import { dutiesOf } from '#features/rota/rules.ts';
import { topicsFor } from '../rules.ts';
import { readRota } from './rota.ts';

const time = '08:00';
const usefulDays = 7;

export const takeDownReminder: ReminderRule = {
	topic: 'takedown',
	async due(records, { personId, role, practiceId, today }) {
		if (!topicsFor(role).includes('takedown')) return [];
		const open = await records.by(takeDownRecord, 'state', 'open');
		const settled =
			role === 'practice-manager' ? await records.by(takeDownRecord, 'state', 'settled') : [];
		if (open.length + settled.length === 0) return [];
		const { slots } = await readRota(records, { practiceId, today, days: 0 });
		const isMine = leaders.includes(role) || dutiesOf(slots, personId, today, today).length > 0;
		const down = isMine ? open : [];
		return [...down, ...settled].map((list) => ({
			key: `take-down/${list.id}/${list.askedOn}/${list.state}`,
			at: list.settledAt ?? momentOf(list.askedOn, '00:00'),
			until: momentOf(addDays(list.askedOn, usefulDays), time),
			title:
				list.state === 'open' ? 'Pictures must come down today' : 'Tell someone that it is down',
			text:
				list.state === 'open'
					? 'Somebody took their yes back. The list says where to look.'
					: 'Everything on the list is settled.',
			path: `/consents/down/${list.id}`
		}));
	}
};
