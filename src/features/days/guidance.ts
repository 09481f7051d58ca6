/**
 * Do's and don'ts of awareness days.
 *
 * Moments: 'list', 'dates'.
 */
import type { ScreenGuidance } from '#domain/guidance.ts';

export const daysGuidance: ScreenGuidance = {
	screen: 'days',
	lines: [
		{
			id: 'days-that-fit',
			kind: 'do',
			text: 'Pick days that fit your patients. A few are enough.',
			sources: ['S1-22', 'S3-17'],
			when: ['list']
		},
		{
			id: 'days-look-up',
			kind: 'do',
			text: 'Look up the dates. Many move each year.',
			sources: ['S0-9'],
			when: ['dates', 'list']
		},
		{
			id: 'days-their-links',
			kind: 'do',
			text: 'Link to the people who run the day. Say whose it is.',
			sources: ['S0-43'],
			when: ['list']
		},
		{
			id: 'days-no-advice',
			kind: 'dont',
			text: 'Don’t give health advice. Point to the NHS website.',
			sources: ['S1-43']
		},
		{
			id: 'days-no-firms',
			kind: 'dont',
			text: 'Don’t help a firm to sell on the day.',
			sources: ['S0-6']
		}
	]
};
