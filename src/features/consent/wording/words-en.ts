/**
 * The words of the forms in English, oldest first. Source: consent record, 'Words on the form'.
 *
 * Never change a version once it has been out: add the next one.
 */
import type { ConsentKind } from '../fields/kinds.ts';

export interface Wording {
	readonly id: string;
	readonly kind: ConsentKind | 'venue';
	readonly language: string;
	/** Shorter sentences, for people who find reading hard. */
	readonly isEasy: boolean;
	/** '{until}' and '{contact}' are filled in for each person. */
	readonly paragraphs: readonly string[];
}

const language = 'en-GB';
const ending = [
	'We will stop using it on {until}. You can change your mind at any time. Tell {contact}. We will stop using it and take it down where we can.',
	'The practice looks after this form. Ask for our privacy notice to read more or to complain about how we use your details.'
];
const tickWhere =
	'If you say yes, tick where we may use it. People can copy things from the internet, so we may not be able to get every copy back.';
const easyEnding = [
	'We stop on {until}.',
	'You can change your mind. Tell {contact}. Then we take it down where we can.',
	'The practice keeps this form. You can ask how we look after it.'
];
const easyWhere = [
	'If you say yes, you choose where we show it.',
	'People can copy it from the internet. We may not get every copy back.'
];

export const englishWords: readonly Wording[] = [
	{
		...{ id: 'adult-1', kind: 'adult', language, isEasy: false },
		paragraphs: [
			'We would like to use this picture of you. You can say no. It will not change your care.',
			tickWhere,
			...ending
		]
	},
	{
		...{ id: 'child-1', kind: 'child', language, isEasy: false },
		paragraphs: [
			'We would like to use this picture of your child. You can say no, and so can your child. It will not change your care.',
			'If you both say yes, tick where we may use it. People can copy things from the internet, so we may not be able to get every copy back.',
			...ending
		]
	},
	{
		...{ id: 'capacity-1', kind: 'capacity', language, isEasy: false },
		paragraphs: [
			'We would like to use this picture of you. You can say no. It will not change your care. Someone you trust can help you decide, but nobody can say yes for you here.',
			tickWhere,
			...ending
		]
	},
	{
		...{ id: 'group-1', kind: 'group', language, isEasy: false },
		paragraphs: [
			'We would like to use this picture of all of you. Each of you can say no. It will not change your care. If one of you says no, we do not use the picture.',
			tickWhere,
			...ending
		]
	},
	{
		...{ id: 'crowd-1', kind: 'crowd', language, isEasy: false },
		paragraphs: [
			'We take pictures here today. If you do not want to be in one, tell us, or take a sticker. It will not change your care. We ask everyone who can be picked out, and every child and their parent.',
			...ending
		]
	},
	{
		...{ id: 'staff-1', kind: 'staff', language, isEasy: false },
		paragraphs: [
			'We would like to use this picture of you at work. You can say no, and you need not say why. It will not change your job or your place in the group.',
			tickWhere,
			'We ask you again when you leave.',
			...ending
		]
	},
	{
		...{ id: 'words-1', kind: 'words', language, isEasy: false },
		paragraphs: [
			'We would like to use your words, as they stand here. You can change them, and you can say no. It will not change your care.',
			tickWhere,
			...ending
		]
	},
	{
		...{ id: 'photographer-1', kind: 'photographer', language, isEasy: false },
		paragraphs: [
			'You took this picture, so it is yours. We would like to use it. You can say no.',
			tickWhere,
			...ending
		]
	},
	{
		...{ id: 'venue-1', kind: 'venue', language, isEasy: false },
		paragraphs: [
			'We would like to take pictures here, and use them as you choose below. You can say no. Nothing else changes between us.',
			'Tell us where pictures are welcome, where they are not, and when. Before we use one, we look for people, screens, notes, name badges and number plates in it. We ask everyone who can be picked out.',
			'People can copy things from the internet, so we may not be able to get every copy back. You can change your mind at any time. Tell {contact}. We will stop using pictures from here and take them down where we can.',
			'The practice looks after this form. Ask for our privacy notice to read more or to complain about how we use your details.'
		]
	},
	{
		...{ id: 'adult-easy-1', kind: 'adult', language, isEasy: true },
		paragraphs: [
			'We want to use this picture of you.',
			'You can say no. You get the same care if you say no.',
			...easyWhere,
			...easyEnding
		]
	},
	{
		...{ id: 'child-easy-1', kind: 'child', language, isEasy: true },
		paragraphs: [
			'We want to use this picture of your child.',
			'You can say no. Your child can say no. You get the same care if you say no.',
			...easyWhere,
			...easyEnding
		]
	},
	{
		...{ id: 'capacity-easy-1', kind: 'capacity', language, isEasy: true },
		paragraphs: [
			'We want to use this picture of you.',
			'You can say no. You get the same care if you say no.',
			'Someone you trust can help you choose.',
			...easyWhere,
			...easyEnding
		]
	},
	{
		...{ id: 'staff-easy-1', kind: 'staff', language, isEasy: true },
		paragraphs: [
			'We want to use this picture of you at work.',
			'You can say no. Nothing changes for you if you say no.',
			'We ask you again when you leave.',
			...easyWhere,
			...easyEnding
		]
	},
	{
		...{ id: 'words-easy-1', kind: 'words', language, isEasy: true },
		paragraphs: [
			'We want to use your words.',
			'You can change them. You can say no. You get the same care if you say no.',
			...easyWhere,
			...easyEnding
		]
	}
];
