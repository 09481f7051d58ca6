/**
 * Do's and don'ts of local places and of requests to share.
 *
 * Moments: 'places', 'requests'.
 */
import type { ScreenGuidance } from '#domain/guidance.ts';

export const aroundGuidance: ScreenGuidance = {
	screen: 'around',
	lines: [
		{
			id: 'around-go-there',
			kind: 'do',
			text: 'Go where local people already talk. Ask before you post there.',
			sources: ['S0-51'],
			when: ['places']
		},
		{
			id: 'around-who-is-it',
			kind: 'do',
			text: 'Check who asks and who is behind it. Then decide.',
			sources: ['S0-33'],
			when: ['requests']
		},
		{
			id: 'around-no-selling',
			kind: 'dont',
			text: 'Don’t share what only helps a firm to sell.',
			sources: ['S0-6', 'S1-5'],
			when: ['requests']
		}
	]
};
