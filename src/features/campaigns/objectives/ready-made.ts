/**
 * Objectives to choose from, each with a number that shows whether it goes well. Source: S4-13.
 */
import type { Watch } from '../record.ts';

interface ReadyMade {
	readonly title: string;
	readonly watch: Watch;
	readonly ownWatch: string;
}

export const readyMadeObjectives: readonly ReadyMade[] = [
	{ title: 'More people ask us and tell us what they think', watch: 'answered', ownWatch: '' },
	{ title: 'More people hear practice news directly', watch: 'reach', ownWatch: '' },
	{ title: 'More people use the practice’s website', watch: 'linkClicks', ownWatch: '' },
	{ title: 'More people follow us', watch: 'followers', ownWatch: '' },
	{ title: 'More people talk back', watch: 'interactions', ownWatch: '' },
	{ title: 'We post steadily', watch: 'postsMade', ownWatch: '' },
	{
		title: 'More people come to our meetings',
		watch: 'own',
		ownWatch: 'People at the last meeting'
	},
	{ title: 'New members join the group', watch: 'own', ownWatch: 'Members of the group' },
	{
		title: 'We share good work with partners',
		watch: 'own',
		ownWatch: 'Partners who shared a post'
	}
];
