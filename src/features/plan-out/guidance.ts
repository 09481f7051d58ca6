/**
 * Do's and don'ts of taking the plan out of the app: calendar, table, paper.
 *
 * Moments: 'calendar', 'paper'.
 */
import type { ScreenGuidance } from '#domain/guidance.ts';

export const planOutGuidance: ScreenGuidance = {
	screen: 'plan-out',
	lines: [
		{
			id: 'plan-out-show-the-plan',
			kind: 'do',
			text: 'Bring the plan to the meeting. Agree what goes out and when.',
			sources: ['S0-14'],
			when: ['paper']
		},
		{
			id: 'plan-out-keep-link-private',
			kind: 'dont',
			text: 'Don’t pass your calendar link on. It is for you alone.',
			sources: ['S0-29'],
			when: ['calendar']
		},
		{
			id: 'plan-out-not-for-all',
			kind: 'dont',
			text: 'Don’t share plans that are not ready with people outside.',
			sources: ['S1-39'],
			when: ['calendar', 'paper']
		}
	]
};
