/**
 * Do's and don'ts of the rota screen.
 *
 * Moments: 'today' (you cover today), 'sign-up', 'give-back', 'away', 'note', 'gap'.
 */
import type { ScreenGuidance } from '#domain/guidance.ts';

export const rotaGuidance: ScreenGuidance = {
	screen: 'rota',
	lines: [
		{
			id: 'rota-look-every-day',
			kind: 'do',
			text: 'Look at every account each day you are on.',
			sources: ['S0-19', 'S1-2'],
			when: ['today']
		},
		{
			id: 'rota-tick-what-you-saw',
			kind: 'do',
			text: 'Tick comments, messages, mentions and reviews.',
			sources: ['S1-53'],
			when: ['today']
		},
		{
			id: 'rota-away-dates-early',
			kind: 'do',
			text: 'Put in your away dates as soon as you know.',
			sources: ['S0-17'],
			when: ['away']
		},
		{
			id: 'rota-swap-early',
			kind: 'do',
			text: 'Swap early. Ask, do not just hope.',
			sources: ['S0-17'],
			when: ['give-back', 'away']
		},
		{
			id: 'rota-share-the-work',
			kind: 'do',
			text: 'Share the work. Take a turn, then take a rest.',
			sources: ['S0-18'],
			when: ['sign-up', 'gap']
		},
		{
			id: 'rota-hand-over',
			kind: 'do',
			text: 'Hand over: say what is still open.',
			sources: ['S0-17'],
			when: ['note', 'give-back']
		},
		{
			id: 'rota-say-when-you-need-a-break',
			kind: 'do',
			text: 'Say when you need a break or help.',
			sources: ['S1-51'],
			when: ['give-back', 'away']
		},
		{
			id: 'rota-no-gaps',
			kind: 'dont',
			text: 'Don’t leave accounts with no one watching.',
			sources: ['S0-53'],
			when: ['gap', 'give-back']
		},
		{
			id: 'rota-no-late-nights',
			kind: 'dont',
			text: 'Don’t feel you must answer late at night. Our hours are on the page.',
			sources: ['S0-58', 'S1-57'],
			when: ['today', 'sign-up']
		},
		{
			id: 'rota-no-shared-passwords',
			kind: 'dont',
			text: 'Don’t share your password so someone can cover.',
			sources: ['S4-17', 'S4-30'],
			when: ['give-back', 'away']
		},
		{
			id: 'rota-not-alone',
			kind: 'dont',
			text: 'Don’t carry on alone if people are being nasty to you.',
			sources: ['S1-51'],
			when: ['today', 'note']
		}
	]
};
