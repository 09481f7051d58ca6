/**
 * What the kinds of consent and their choices are called on the screen.
 */
import type {
	Ability,
	ConsentKind,
	CopyWay,
	Help,
	LawfulRoute,
	Medium,
	OptOut,
	Relation,
	VenueLook
} from '../fields/kinds.ts';

export const kindNames: Readonly<Record<ConsentKind, string>> = {
	adult: 'An adult',
	child: 'A child or young person under 18',
	capacity: 'An adult who may not be able to decide this',
	group: 'A group of adults who are asked together',
	crowd: 'A crowd, where a notice was shown',
	staff: 'Someone who works or helps here',
	words: 'Words or a story, no picture',
	photographer: 'The photographer: may we use the picture?'
};

export const mediumNames: Readonly<Record<Medium, string>> = {
	photo: 'A photo',
	video: 'A video',
	audio: 'A sound recording',
	words: 'Words',
	name: 'A name'
};

export const relationNames: Readonly<Record<Relation, string>> = {
	patient: 'Patient',
	carer: 'Carer',
	staff: 'Staff',
	volunteer: 'Volunteer',
	visitor: 'Visitor',
	'not-said': 'Prefers not to say'
};

export const helpNames: Readonly<Record<Help, string>> = {
	interpreter: 'An interpreter',
	'read-aloud': 'Someone read it aloud',
	'easy-read': 'Easy words',
	'large-print': 'Large print'
};

export const abilityNames: Readonly<Record<Ability, string>> = {
	understand: 'Understand what we ask',
	remember: 'Keep it in mind long enough',
	weigh: 'Weigh it up',
	say: 'Tell us what they want'
};

export const routeNames: Readonly<Record<LawfulRoute, string>> = {
	attorney: 'An attorney who may decide this',
	deputy: 'A deputy who may decide this',
	'best-interests': 'A best interests decision'
};

export const optOutNames: Readonly<Record<OptOut, string>> = {
	sticker: 'A sticker to wear',
	'tell-us': 'They tell the photographer',
	'quiet-side': 'A part of the room with no pictures'
};

export const venueLookNames: Readonly<Record<VenueLook, string>> = {
	patients: 'No patients in view',
	screens: 'Screens turned off or away',
	notes: 'Notes and papers put away',
	badges: 'No name badges',
	plates: 'No number plates'
};

export const copyNames: Readonly<Record<CopyWay, string>> = {
	share: 'shared from this phone',
	mail: 'by email',
	print: 'on paper',
	'own-phone': 'on their own phone'
};
