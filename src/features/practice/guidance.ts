/**
 * Do's and don'ts of setting up and of the list of contacts.
 *
 * Moments: 'start', 'aims', 'hours', 'contacts', 'privacy', 'approval'.
 */
import type { ScreenGuidance } from '#domain/guidance.ts';

export const practiceGuidance: ScreenGuidance = {
	screen: 'practice',
	lines: [
		{
			id: 'setup-talk-to-the-practice',
			kind: 'do',
			text: 'Talk to the practice first.',
			sources: ['S0-11'],
			when: ['start', 'approval']
		},
		{
			id: 'setup-agree-aims',
			kind: 'do',
			text: 'Agree two or three aims.',
			sources: ['S0-13'],
			when: ['start', 'aims']
		},
		{
			id: 'setup-hours-you-can-keep',
			kind: 'do',
			text: 'Choose hours you can keep.',
			sources: ['S0-58'],
			when: ['hours']
		},
		{
			id: 'setup-help-before-you-need-it',
			kind: 'do',
			text: 'Fill in who to call for help before you need it.',
			sources: ['S0-59', 'S4-70', 'S2-43'],
			when: ['start', 'contacts']
		},
		{
			id: 'policy-keep-contacts-fresh',
			kind: 'do',
			text: 'Keep contacts fresh.',
			sources: ['S0-59'],
			when: ['contacts']
		},
		{
			id: 'setup-holding-posts',
			kind: 'do',
			text: 'Get holding posts ready for a bad day.',
			sources: ['S2-53'],
			when: ['contacts', 'approval']
		},
		{
			id: 'setup-who-looks-after-details',
			kind: 'do',
			text: 'Say who looks after people’s details: the practice, the PPG, or both.',
			sources: ['S4-68'],
			when: ['privacy']
		}
	]
};
