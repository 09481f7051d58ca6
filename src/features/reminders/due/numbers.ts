/**
 * Last month's numbers, on the day on which they are due. Source: S4-62.
 */
import { addDays, spokenMonth } from '#domain/calendar.ts';
import { momentOf } from '#domain/clock.ts';
import type { ReminderRule } from '#domain/reminder.ts';
import { accountRecord } from '#features/accounts/record.ts';
import { insightNoteRecord } from '#features/insights/record.ts';
import { accountsMissing, monthDue } from '#features/insights/rules.ts';
import { topicsFor } from '../rules.ts';

const time = '09:00';
const usefulDays = 7;

export const numbersReminder: ReminderRule = {
	topic: 'numbers',
	async due(records, { role, today }) {
		if (!topicsFor(role).includes('numbers')) return [];
		const { month, dueOn } = monthDue(today);
		const accounts = await records.by(accountRecord, 'status', 'active');
		const notes = await records.by(insightNoteRecord, 'month', month);
		if (accountsMissing(notes, accounts, month).length === 0) return [];
		return [
			{
				key: `numbers/${month}`,
				at: momentOf(dueOn, time),
				until: momentOf(addDays(dueOn, usefulDays), time),
				title: 'The month’s numbers are due',
				text: `Notes for ${spokenMonth(month)} are still missing.`,
				path: '/insights'
			}
		];
	}
};
