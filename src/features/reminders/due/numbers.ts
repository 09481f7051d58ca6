/**
 * Last month's notes, on the day on which they are due: the 7th, or some days before the meeting, as
 * the group has it. Source: S4-62.
 */
import { addDays, firstDayOf, lastDayOf, monthOf, spokenMonth } from '#domain/calendar.ts';
import { momentOf } from '#domain/clock.ts';
import type { ReminderRule } from '#domain/reminder.ts';
import { accountRecord } from '#features/accounts/record.ts';
import { insightNoteRecord } from '#features/insights/record.ts';
import { accountsMissing } from '#features/insights/rules.ts';
import { insightSettingsRecord } from '#features/insights/settings/record.ts';
import { dueFor } from '#features/insights/settings/rules.ts';
import { meetingRecord } from '#features/meetings/record.ts';
import { topicsFor } from '../rules.ts';

const time = '09:00';
const usefulDays = 7;

export const numbersReminder: ReminderRule = {
	topic: 'numbers',
	async due(records, { role, practiceId, today }) {
		if (!topicsFor(role).includes('numbers')) return [];
		const thisMonth = monthOf(today);
		const meetings = await records.between(
			meetingRecord,
			firstDayOf(thisMonth),
			lastDayOf(thisMonth)
		);
		const settings = await records.get(insightSettingsRecord, practiceId);
		const { month, dueOn } = dueFor(today, settings, meetings);
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
