/**
 * Do's and don'ts of the insight screens.
 *
 * Moments: 'import', 'numbers', 'learned', 'change', 'told', 'chart', 'sheet'.
 */
import type { ScreenGuidance } from '#domain/guidance.ts';

export const insightsGuidance: ScreenGuidance = {
	screen: 'insights',
	lines: [
		{
			id: 'insights-look-back-monthly',
			kind: 'do',
			text: 'Look back each month. What worked?',
			sources: ['S0-47', 'S4-62'],
			when: ['learned', 'chart']
		},
		{
			id: 'insights-bring-the-sheet',
			kind: 'do',
			text: 'Bring the one-page sheet to the meeting.',
			sources: ['S0-47'],
			when: ['sheet']
		},
		{
			id: 'insights-say-what-will-change',
			kind: 'do',
			text: 'Say what you will change.',
			sources: ['S0-47'],
			when: ['change']
		},
		{
			id: 'insights-good-and-bad',
			kind: 'do',
			text: 'Share the good and the bad.',
			sources: ['S2-46', 'S2-44'],
			when: ['learned', 'told', 'sheet']
		},
		{
			id: 'insights-asked-and-done',
			kind: 'do',
			text: 'Show what people asked for, and what was done.',
			sources: ['S0-46', 'S2-17'],
			when: ['told', 'sheet']
		},
		{
			id: 'insights-still-worth-it',
			kind: 'do',
			text: 'Ask if each account is still worth it.',
			sources: ['S0-54'],
			when: ['change', 'chart']
		},
		{
			id: 'insights-no-names',
			kind: 'dont',
			text: 'Don’t copy names of people who commented.',
			sources: ['S0-31'],
			when: ['told', 'learned', 'import']
		},
		{
			id: 'insights-not-one-post',
			kind: 'dont',
			text: 'Don’t judge on one post.',
			sources: ['S0-47'],
			when: ['numbers', 'chart', 'change']
		},
		{
			id: 'insights-not-likes',
			kind: 'dont',
			text: 'Don’t chase likes. Ask if it helped patients.',
			sources: ['S0-1'],
			when: ['numbers', 'chart']
		},
		{
			id: 'insights-leave-the-download-alone',
			kind: 'dont',
			text: 'Don’t open the download in a spreadsheet and save it. It can spoil the numbers.',
			sources: ['exports'],
			when: ['numbers', 'import']
		}
	]
};
