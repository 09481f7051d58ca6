/**
 * Do's and don'ts of photos, consents and places.
 *
 * Moments: 'photo' (adding one), 'people' (naming them), 'place', 'ask' (the form), 'child',
 * 'given' (signed, not confirmed), 'confirm' (the practice manager), 'withdraw', 'use' (in a post).
 */
import type { ScreenGuidance } from '#domain/guidance.ts';

export const consentGuidance: ScreenGuidance = {
	screen: 'consents',
	lines: [
		{
			id: 'consents-ask-first',
			kind: 'do',
			text: 'Ask before you take the picture.',
			sources: ['S0-25', 'S0-26'],
			when: ['photo', 'ask']
		},
		{
			id: 'consents-ask-the-place',
			kind: 'do',
			text: 'Ask the place too, like the surgery or hall.',
			sources: ['S0-27'],
			when: ['place']
		},
		{
			id: 'consents-say-where',
			kind: 'do',
			text: 'Say where the picture will be used.',
			sources: ['S0-26'],
			when: ['ask']
		},
		{
			id: 'consents-parent-and-child',
			kind: 'do',
			text: 'Ask the parent and the child. If the child says no, it is no.',
			sources: ['S3-40'],
			when: ['child']
		},
		{
			id: 'consents-look-behind',
			kind: 'do',
			text: 'Look behind people: screens, notes, faces, name badges.',
			sources: ['S0-25'],
			when: ['photo', 'people', 'confirm']
		},
		{
			id: 'consents-give-a-copy',
			kind: 'do',
			text: 'Give people a copy of what they signed.',
			sources: ['S0-26'],
			when: ['given']
		},
		{
			id: 'consents-practice-checks',
			kind: 'do',
			text: 'Ask the practice to check the form.',
			sources: ['S0-60'],
			when: ['given']
		},
		{
			id: 'consents-take-down-fast',
			kind: 'do',
			text: 'Take it down fast if someone changes their mind.',
			sources: ['S0-26'],
			when: ['withdraw']
		},
		{
			id: 'consents-names-and-words',
			kind: 'do',
			text: 'Ask before you use someone’s name or words.',
			sources: ['S4-58'],
			when: ['people', 'use']
		},
		{
			id: 'consents-not-on-your-own-account',
			kind: 'dont',
			text: 'Don’t put pictures of patients on your own account.',
			sources: ['S0-28'],
			when: ['use']
		},
		{
			id: 'consents-no-form-no-picture',
			kind: 'dont',
			text: 'Don’t use a picture with no form. Take another one.',
			sources: ['S0-26'],
			when: ['people', 'confirm']
		},
		{
			id: 'consents-do-not-push',
			kind: 'dont',
			text: 'Don’t push. A shy yes is a no.',
			sources: ['S0-26', 'S3-40'],
			when: ['ask', 'child']
		},
		{
			id: 'consents-no-full-name-of-a-child',
			kind: 'dont',
			text: 'Don’t put a child’s full name with a picture.',
			sources: ['S3-38', 'S0-31'],
			when: ['child']
		},
		{
			id: 'consents-not-on-your-phone',
			kind: 'dont',
			text: 'Don’t keep pictures on your phone after you have added them here.',
			sources: ['S0-28'],
			when: ['photo']
		},
		{
			id: 'consents-no-old-yes-for-a-new-use',
			kind: 'dont',
			text: 'Don’t use an old yes for a new use.',
			sources: ['S0-26'],
			when: ['confirm', 'use']
		}
	]
};
