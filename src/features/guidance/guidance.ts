/**
 * Do's and don'ts of the rules themselves.
 *
 * Moments: 'review', 'slip'.
 */
import type { ScreenGuidance } from '#domain/guidance.ts';

export const rulesGuidance: ScreenGuidance = {
	screen: 'guidance',
	lines: [
		{
			id: 'policy-review-on-time',
			kind: 'do',
			text: 'Review the rules on time, or when the law changes.',
			sources: ['S1-68', 'S4-73'],
			when: ['review']
		},
		{
			id: 'policy-check-up-twice-a-year',
			kind: 'do',
			text: 'Fill in the check-up form twice a year.',
			sources: ['S1-66', 'S4-72'],
			when: ['review']
		},
		{
			id: 'policy-report-slips',
			kind: 'do',
			text: 'Report slips at once. No blame.',
			sources: ['S1-40', 'S1-67'],
			when: ['slip']
		},
		{
			id: 'policy-follow-legal-advice',
			kind: 'do',
			text: 'Follow legal advice when you have it.',
			sources: ['S0-56'],
			when: ['slip']
		},
		{
			id: 'policy-hide-no-mistake',
			kind: 'dont',
			text: 'Don’t hide a mistake.',
			sources: ['S0-50'],
			when: ['slip']
		}
	]
};
