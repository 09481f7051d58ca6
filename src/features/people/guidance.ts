/**
 * Do's and don'ts of the people screens, and the words of the yearly pledge.
 *
 * Moments: 'add', 'leave', 'pledge', 'role'.
 */
import type { ScreenGuidance } from '#domain/guidance.ts';

export const peopleGuidance: ScreenGuidance = {
	screen: 'people',
	lines: [
		{
			id: 'setup-cover-when-away',
			kind: 'do',
			text: 'Decide who covers when you are away.',
			sources: ['S0-17'],
			when: ['add', 'leave', 'role']
		},
		{
			id: 'policy-read-the-rules-yearly',
			kind: 'do',
			text: 'Read the rules once a year and say you have.',
			sources: ['S0-29', 'S1-95'],
			when: ['pledge']
		},
		{
			id: 'setup-two-people-first',
			kind: 'dont',
			text: 'Don’t start until two people can run it.',
			sources: ['S0-17', 'S2-52'],
			when: ['add', 'leave']
		},
		{
			id: 'setup-rules-before-posting',
			kind: 'dont',
			text: 'Don’t let anyone post before they have read the rules.',
			sources: ['S4-35'],
			when: ['add', 'role', 'pledge']
		},
		{
			id: 'policy-not-for-the-group',
			kind: 'dont',
			text: 'Don’t speak for the PPG on your own page unless asked.',
			sources: ['S1-9'],
			when: ['pledge']
		}
	]
};

export interface PledgeLine {
	readonly id: string;
	readonly text: string;
	readonly sources: readonly string[];
}

/** What each person says they will do, once a year. Signing it is never done for someone else. */
export const pledge: readonly PledgeLine[] = [
	{
		id: 'pledge-private',
		text: 'I keep what I hear about patients to myself.',
		sources: ['S0-29']
	},
	{
		id: 'pledge-no-patient-photos',
		text: 'I never put pictures of patients on my own pages.',
		sources: ['S0-28']
	},
	{
		id: 'pledge-my-words',
		text: 'I stand by what I write. It is mine to answer for.',
		sources: ['S1-8', 'S2-30']
	},
	{
		id: 'pledge-no-bullying',
		text: 'I am kind online. I do not bully, and I speak up when others do.',
		sources: ['S2-31']
	},
	{
		id: 'pledge-find-no-one',
		text: 'I never use what I learn here to find or meet a child or an adult at risk.',
		sources: ['S3-39']
	},
	{
		id: 'pledge-for-everyone',
		text: 'These rules are for all of us, new or old, for a day or for years.',
		sources: ['S1-12']
	}
];
