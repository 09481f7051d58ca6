/** Everything that people can be reminded of, for the server. */
import type { Reminders } from '#domain/reminder.ts';
import { wishesOf } from '../rules.ts';
import { answerReminder } from './answers.ts';
import { consentReminder, endingReminder } from './consents.ts';
import { dutyReminder, gapReminder, swapReminder } from './duty.ts';
import { lookReminder } from './looks.ts';
import { numbersReminder } from './numbers.ts';
import { takeDownReminder } from './take-downs.ts';
import { approvalReminder, postReminder } from './posts.ts';

export const reminders: Reminders = {
	wishes: wishesOf,
	rules: [
		dutyReminder,
		gapReminder,
		swapReminder,
		lookReminder,
		answerReminder,
		postReminder,
		approvalReminder,
		consentReminder,
		takeDownReminder,
		endingReminder,
		numbersReminder
	]
};
