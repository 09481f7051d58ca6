/**
 * What choices are called on the screen.
 */
import type { AnswerStatus } from '../fields/lines.ts';
import type { PhotoSource, PlaceKind } from '../photos/record.ts';
import type { AgeBand, Consent, Method, NameToShow, Purpose } from '../record.ts';
import type { ConsentState } from '../standing/standing.ts';

export const purposeNames: Readonly<Record<Purpose, string>> = {
	'ppg-posts': 'Posts by the patient group',
	'practice-posts': 'Posts by the practice',
	poster: 'A poster in the surgery',
	newsletter: 'The newsletter',
	website: 'The website',
	press: 'The local paper or radio',
	'nhs-partner': 'Another NHS body'
};

export const ageNames: Readonly<Record<AgeBand, string>> = {
	'under-13': 'Under 13',
	'13-15': '13 to 15',
	'16-17': '16 or 17',
	'18-plus': '18 or over'
};

export const nameChoices: Readonly<Record<NameToShow, string>> = {
	none: 'No name',
	first: 'First name only',
	full: 'Full name'
};

export const methodNames: Readonly<Record<Method, string>> = {
	signed: 'Signed on this phone',
	typed: 'Typed their name on this phone',
	paper: 'Signed on paper',
	email: 'Said yes in an email',
	said: 'Said yes out loud, with a witness',
	told: 'Staff: we told them and they did not mind',
	link: 'Answered on their own phone',
	notice: 'A notice was shown'
};

export const wishNames: Readonly<Record<NonNullable<Consent['childWish']>, string>> = {
	yes: 'The child says yes',
	no: 'The child says no',
	'too-young': 'The child is too young to ask'
};

/** As a person reads the state of a consent. */
export const consentStateNames: Readonly<Record<ConsentState, string>> = {
	'not-asked': 'Not asked yet',
	asked: 'Asked, no answer yet',
	given: 'Said yes, not confirmed yet',
	confirmed: 'Confirmed',
	expiring: 'Confirmed, ends soon',
	expired: 'Ended',
	refused: 'Said no',
	withdrawn: 'Taken back'
};

/** The colour only repeats what the words say. */
export const consentStateColours = {
	'not-asked': 'grey',
	asked: 'grey',
	given: 'yellow',
	confirmed: 'green',
	expiring: 'orange',
	expired: 'red',
	refused: 'red',
	withdrawn: 'red'
} as const satisfies Record<ConsentState, string>;

/** As a person reads the state of a place. */
export const venueStatusNames: Readonly<Record<AnswerStatus, string>> = {
	'not-asked': 'Not asked yet',
	asked: 'Asked, no answer yet',
	given: 'Said yes, not confirmed yet',
	confirmed: 'Confirmed',
	refused: 'Said no',
	withdrawn: 'Taken back'
};

export const placeKindNames: Readonly<Record<PlaceKind, string>> = {
	venue: 'A place on our list',
	public: 'A public place, like a park',
	'private-home': 'Someone’s home',
	none: 'No place: a poster or a drawing'
};

export const sourceNames: Readonly<Record<PhotoSource, string>> = {
	own: 'One of us took it',
	'someone-else': 'Someone else took it',
	nhs: 'An NHS campaign picture',
	drawing: 'A drawing or a poster',
	ai: 'Made with AI',
	unknown: 'We don’t know'
};
