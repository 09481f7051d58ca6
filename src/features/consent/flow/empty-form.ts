/**
 * The form as it lies there before anybody has said anything: nothing is ticked.
 */
import type { ConsentKind, Medium } from '../fields/kinds.ts';
import type { Consent, Method } from '../record.ts';

export type YesNo = 'yes' | 'no' | '';

interface Point {
	x: number;
	y: number;
	pressure: number;
	ms: number;
}

/** How they answer: here on this phone, by a link on their own, or in a way that we note. */
export type How = 'here' | 'link' | Extract<Method, 'paper' | 'email' | 'said' | 'told'>;

/** As typed and tapped; '' stands for 'not answered'. */
export const emptyForm = {
	kind: '' as ConsentKind | '',
	ageBand: '' as Consent['ageBand'] | '',
	firstName: '',
	lastName: '',
	contact: '',
	howToRecognise: '',
	isStaff: '' as YesNo,
	picturedPersonId: '',
	relation: '',
	media: ['photo'] as Medium[],
	occasion: '',
	takenOn: '',
	place: '',
	photoBy: '',
	leavesOn: '',
	mustNotShow: '' as YesNo,
	wasUnhappy: '' as YesNo,
	understands: '' as YesNo,
	judgedBy: '',
	isParentTold: '' as YesNo,
	abilities: [] as string[],
	people: [] as { firstName: string; howToRecognise: string; isYes: boolean }[],
	noticeText: '',
	noticeWhere: '',
	optOut: '',
	quote: '',
	helps: [] as string[],
	helpedBy: '',
	witness: '',
	witnessRole: '',
	how: '' as How | '',
	isEasy: false,
	isLarge: false,
	purposes: {} as Record<string, YesNo>,
	mayPromote: '' as YesNo,
	accounts: {} as Record<string, YesNo>,
	nameToShow: '' as Consent['nameToShow'] | '',
	limits: '',
	showsHealth: '' as YesNo,
	healthDetail: '',
	isHealthAgreed: '' as YesNo,
	licence: '',
	credit: '',
	mayCrop: '' as YesNo,
	startsOn: '',
	expiresOn: '',
	expiresWhy: '',
	childWish: '' as NonNullable<Consent['childWish']> | '',
	childWords: '',
	parentName: '',
	parentIs: '',
	mayDecide: '' as YesNo,
	/** Here: with a finger, or typed. */
	hand: '' as 'signed' | 'typed' | '',
	strokes: [] as Point[][],
	signedName: '',
	paperHash: '',
	givenOn: ''
};
export type ConsentForm = typeof emptyForm;
