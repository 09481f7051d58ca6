/**
 * Do's and don'ts of reminders.
 *
 * Moments: 'choose'.
 */
import type { ScreenGuidance } from '#domain/guidance.ts';

export const remindersGuidance: ScreenGuidance = {
	screen: 'reminders',
	lines: [
		{
			id: 'reminders-look-each-day',
			kind: 'do',
			text: 'Look at the accounts every day of your turn. A reminder helps you to start.',
			sources: ['S0-19'],
			when: ['choose']
		},
		{
			id: 'reminders-say-when-away',
			kind: 'do',
			text: 'Away on a day of yours? Give it back, so that someone else takes it.',
			sources: ['S0-17'],
			when: ['choose']
		},
		{
			id: 'reminders-not-alone',
			kind: 'dont',
			text: 'Don’t count on reminders alone. A phone can be off. Today shows all there is to do.',
			sources: ['S0-17'],
			when: ['choose']
		}
	]
};
