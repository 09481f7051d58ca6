/**
 * Do's and don'ts of repeating posts. Moments: 'list', 'one', 'new'.
 */
import type { ScreenGuidance } from '#domain/guidance.ts';

export const repeatsGuidance: ScreenGuidance = {
	screen: 'repeats',
	lines: [
		{
			id: 'repeats-quiet-times',
			kind: 'do',
			text: 'Use these for times when no one is free to write.',
			sources: ['S2-7', 'S0-52'],
			when: ['list', 'new']
		},
		{
			id: 'repeats-read-again',
			kind: 'do',
			text: 'Read it again each time. Is it all still true?',
			sources: ['S0-9'],
			when: ['one', 'list']
		},
		{
			id: 'repeats-fresh-words',
			kind: 'do',
			text: 'Try new words or a new picture now and then.',
			sources: ['S0-37'],
			when: ['one', 'new']
		},
		{
			id: 'repeats-not-too-many',
			kind: 'dont',
			text: 'Don’t plan more than your team can look after.',
			sources: ['S0-52', 'S2-8'],
			when: ['new', 'list']
		}
	]
};
