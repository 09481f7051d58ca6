/**
 * Do's and don'ts of campaigns, objectives and hashtags.
 *
 * Moments: 'objectives', 'list', 'campaign', 'hashtags'.
 */
import type { ScreenGuidance } from '#domain/guidance.ts';

export const campaignsGuidance: ScreenGuidance = {
	screen: 'campaigns',
	lines: [
		{
			id: 'campaigns-few-aims',
			kind: 'do',
			text: 'Agree up to three aims. Watch one number for each.',
			sources: ['S0-13'],
			when: ['objectives']
		},
		{
			id: 'campaigns-say-what-for',
			kind: 'do',
			text: 'Say what you hope will come of it.',
			sources: ['S0-13', 'S0-14'],
			when: ['list', 'campaign']
		},
		{
			id: 'campaigns-tell-how-it-went',
			kind: 'do',
			text: 'Look back at the end. Tell the group how it went.',
			sources: ['S0-47'],
			when: ['campaign']
		},
		{
			id: 'campaigns-tag-has-a-job',
			kind: 'do',
			text: 'Give each hashtag a job: a call to act, an aim or an event.',
			sources: ['S0-40', 'S0-41'],
			when: ['hashtags']
		},
		{
			id: 'campaigns-look-before-tag',
			kind: 'do',
			text: 'Look at what others post with a hashtag before you use it.',
			sources: ['S0-42'],
			when: ['hashtags', 'campaign']
		},
		{
			id: 'campaigns-only-what-you-can-do',
			kind: 'dont',
			text: 'Don’t start more than your group can look after.',
			sources: ['S0-52'],
			when: ['list']
		},
		{
			id: 'campaigns-not-just-numbers',
			kind: 'dont',
			text: 'Don’t chase likes. Ask if it helped people.',
			sources: ['S0-47', 'S4-13'],
			when: ['objectives']
		}
	]
};
