/**
 * Do's and don'ts of the meetings.
 *
 * Moments: 'list', 'meeting', 'actions'.
 */
import type { ScreenGuidance } from '#domain/guidance.ts';

export const meetingsGuidance: ScreenGuidance = {
	screen: 'meetings',
	lines: [
		{
			id: 'meetings-share-the-month',
			kind: 'do',
			text: 'Look at the month’s sheet at each meeting.',
			sources: ['S0-47'],
			when: ['list', 'meeting']
		},
		{
			id: 'meetings-name-and-day',
			kind: 'do',
			text: 'Give each thing to do a name and a day.',
			sources: ['S0-47'],
			when: ['actions', 'meeting']
		},
		{
			id: 'meetings-begin-with-last-time',
			kind: 'do',
			text: 'Begin with what you said last time.',
			sources: ['S0-47', 'S4-62'],
			when: ['meeting', 'list']
		},
		{
			id: 'meetings-no-patients',
			kind: 'dont',
			text: 'Don’t write down who a patient is, or what they told you.',
			sources: ['S0-31'],
			when: ['meeting', 'actions']
		}
	]
};
