/**
 * Do's and don'ts of the register of accounts.
 *
 * Moments: 'list', 'add', 'access', 'page', 'check', 'close'.
 */
import type { ScreenGuidance } from '#domain/guidance.ts';

export const accountsGuidance: ScreenGuidance = {
	screen: 'accounts',
	lines: [
		{
			id: 'accounts-use-what-you-have',
			kind: 'do',
			text: 'Try an account you already have before you start a new one.',
			sources: ['S4-28'],
			when: ['add']
		},
		{
			id: 'accounts-get-a-yes',
			kind: 'do',
			text: 'Get a yes from the chair and the practice.',
			sources: ['S4-26'],
			when: ['add']
		},
		{
			id: 'accounts-keep-the-list',
			kind: 'do',
			text: 'Keep the list of accounts and people up to date.',
			sources: ['S4-23'],
			when: ['list', 'check']
		},
		{
			id: 'accounts-hours-on-the-page',
			kind: 'do',
			text: 'Put your hours on each page.',
			sources: ['S0-58', 'S4-33'],
			when: ['page']
		},
		{
			id: 'accounts-no-health-advice',
			kind: 'do',
			text: 'Say you cannot give health advice, and what to do if ill.',
			sources: ['S2-2'],
			when: ['page']
		},
		{
			id: 'accounts-two-people-two-steps',
			kind: 'do',
			text: 'Have two people who can get in. Use two-step sign-in.',
			sources: ['S4-17'],
			when: ['access', 'check']
		},
		{
			id: 'accounts-take-leavers-off',
			kind: 'do',
			text: 'Take people off the day they leave.',
			sources: ['S4-34'],
			when: ['access']
		},
		{
			id: 'accounts-check-each-quarter',
			kind: 'do',
			text: 'Check every account each three months.',
			sources: ['S4-24'],
			when: ['check', 'list']
		},
		{
			id: 'accounts-close-with-a-goodbye',
			kind: 'do',
			text: 'Close accounts that do not work. Say goodbye first.',
			sources: ['S0-54', 'S4-25'],
			when: ['close']
		},
		{
			id: 'accounts-no-passwords-here',
			kind: 'dont',
			text: 'Don’t store passwords here.',
			sources: ['S4-30'],
			when: ['access', 'add']
		},
		{
			id: 'accounts-no-nhs-logo',
			kind: 'dont',
			text: 'Don’t use the NHS logo unless the practice says you may.',
			sources: ['S4-31'],
			when: ['page']
		},
		{
			id: 'accounts-bio-is-no-shield',
			kind: 'dont',
			text: 'Don’t think a line in the bio keeps you safe.',
			sources: ['S0-57'],
			when: ['page']
		},
		{
			id: 'accounts-no-child-friends',
			kind: 'dont',
			text: 'Don’t accept friend requests from children.',
			sources: ['S3-37'],
			when: ['page']
		}
	]
};
