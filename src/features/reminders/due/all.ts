/** Everything that people can be reminded of, for the server. */
import type { Reminders } from '#domain/reminder.ts';
import { wishesOf } from '../rules.ts';
import { consentReminder } from './consents.ts';
import { dutyReminder, gapReminder, swapReminder } from './duty.ts';
import { numbersReminder } from './numbers.ts';
import { approvalReminder, postReminder } from './posts.ts';

export const reminders: Reminders = {
	wishes: wishesOf,
	rules: [
		dutyReminder,
		gapReminder,
		swapReminder,
		postReminder,
		approvalReminder,
		consentReminder,
		numbersReminder
	]
};
