/**
 * Do's and don'ts of the idea bank and of ready-made plans.
 *
 * Moments: 'ideas', 'plans'.
 */
import type { ScreenGuidance } from '#domain/guidance.ts';

export const ideasGuidance: ScreenGuidance = {
	screen: 'ideas',
	lines: [
		{
			id: 'ideas-own-words',
			kind: 'do',
			text: 'Put it in your own words. Sound like a person.',
			sources: ['S0-38'],
			when: ['ideas']
		},
		{
			id: 'ideas-fill-gaps',
			kind: 'do',
			text: 'Fill in what stands in [brackets]. Check each fact.',
			sources: ['S0-9'],
			when: ['ideas', 'plans']
		},
		{
			id: 'ideas-try-kinds',
			kind: 'do',
			text: 'Try a kind of post you have not used for a while.',
			sources: ['S0-37', 'S1-20'],
			when: ['ideas']
		},
		{
			id: 'ideas-ready-plan',
			kind: 'do',
			text: 'Start from a ready plan when time is short.',
			sources: ['S0-16'],
			when: ['plans']
		},
		{
			id: 'ideas-ask-then-tell',
			kind: 'do',
			text: 'When you ask a question, plan the post that says what you heard.',
			sources: ['S0-46'],
			when: ['plans']
		},
		{
			id: 'ideas-not-too-much',
			kind: 'dont',
			text: 'Don’t plan more than you can look after.',
			sources: ['S0-52'],
			when: ['plans']
		}
	]
};
