/**
 * A photo consent that waits for the practice manager. It names nobody.
 */
import { addDays } from '#domain/calendar.ts';
import { momentOf } from '#domain/clock.ts';
import type { ReminderRule } from '#domain/reminder.ts';
import { consentRecord } from '#features/consent/record.ts';
import { mayConfirm, waitsForAnswer } from '#features/consent/rules.ts';
import { topicsFor } from '../rules.ts';

const givenTime = '08:00';
const usefulDays = 7;

export const consentReminder: ReminderRule = {
	topic: 'consent',
	async due(records, { personId, role, today }) {
		if (!topicsFor(role).includes('consent')) return [];
		const consents = await records.by(consentRecord, 'status', 'given');
		return consents
			.filter((consent) => mayConfirm({ personId, role }, consent, today))
			.filter((consent) => !waitsForAnswer(consent))
			.map(({ id, givenOn }) => ({
				key: `consent/${id}/${givenOn ?? ''}`,
				at: momentOf(givenOn ?? today, givenTime),
				until: momentOf(addDays(givenOn ?? today, usefulDays), givenTime),
				title: 'A photo consent waits for you',
				text: 'Look at it, then confirm it or ask about it.',
				path: `/consents/${id}`
			}));
	}
};
