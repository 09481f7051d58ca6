/**
 * The list to go through before a picture goes out. Source: S0-25.
 */
export const photoQuestions = [
	{ id: 'people', label: 'Everyone in it is happy to be seen like this' },
	{ id: 'place', label: 'The place is right for a picture, also behind the people' },
	{ id: 'papers', label: 'No screens, papers, letters or number plates can be read' },
	{ id: 'badges', label: 'No name badges or school badges can be read' },
	{ id: 'mood', label: 'It is kind: nobody looks ill, upset or silly' },
	{ id: 'later', label: 'They would still be happy with it in a year' }
] as const;
