/**
 * Made-up consents, photos and places for tests, each valid until a test changes a part of it.
 */
import { nothingAnswered } from '#features/consent/answers/answered.ts';
import type { Consent, Photo, Venue } from '#features/consent/record.ts';
import { temporaryCode } from '#features/consent/rules.ts';
import { nothingAnsweredThere } from '#features/consent/venues/answer-fields.ts';
import { emptyContent, postRecord, type Post } from '#features/posts/record.ts';
import { aMoment, idFor, volunteer } from './actors.ts';

export const facebook = { id: idFor(0xfa), name: 'our Facebook page' };
export const instagram = { id: idFor(0xfb), name: 'our Instagram account' };
export const aThumb = 'data:image/jpeg;base64,/9j/4AAQSkZJRg==';

/** What `consent.record` takes. */
export const ada = {
	kind: 'adult',
	ageBand: '18-plus',
	isStaff: false,
	firstName: 'Ada',
	lastName: 'Example',
	contact: null,
	howToRecognise: 'woman in green, left',
	picturedPersonId: null,
	mustNotShow: false,
	earlierId: null,
	isInsteadOfEarlier: false
} as const;
export const ben = { ...ada, kind: 'child', ageBand: 'under-13', firstName: 'Ben' } as const;

/** What `consent.give` takes, on 21 November 2026. */
export const adasYes = {
	purposes: ['ppg-posts'],
	accounts: [facebook.id],
	limits: '',
	nameToShow: 'first',
	healthDetail: null,
	isHealthAgreed: false,
	method: 'signed',
	signature: [[100, 200, 0, 900, 300, 40]],
	signedName: 'Ada Example',
	witness: null,
	wordingVersion: 'adult-1',
	givenOn: '2026-11-21',
	expiresOn: '2028-11-21',
	parent: null,
	childWish: null,
	childWords: null
} as const;
export const bensYes = {
	...adasYes,
	wordingVersion: 'child-1',
	expiresOn: '2027-11-21',
	parent: { name: 'Cleo Example', is: 'mother', mayDecide: true },
	childWish: 'yes'
} as const;

/** What `venue.add` takes. */
export const hall = {
	id: idFor(0x70),
	name: 'Village hall',
	address: '1 The Green',
	whoMayAgree: 'warden',
	contact: null
};

/** What `venue.give` takes of every place, on 21 November 2026. */
export const hallsYes = {
	id: hall.id,
	agreedBy: 'Cleo Example',
	areas: ['Main hall'],
	areasNotAllowed: ['Kitchen'],
	conditions: '',
	givenOn: '2026-11-21',
	firstOn: null,
	expiresOn: '2027-11-21'
};

/** A consent as it stands once the practice has confirmed it. */
export function consentOf(number: number, changes: Partial<Consent> = {}): Consent {
	const id = idFor(number);
	return {
		...nothingAnswered,
		id,
		createdAt: aMoment + number,
		createdBy: volunteer.personId,
		code: temporaryCode(id),
		kind: 'adult',
		ageBand: '18-plus',
		personKey: id,
		replacesId: null,
		picturedPersonId: null,
		isStaff: false,
		firstName: 'Ada',
		lastName: null,
		contact: null,
		howToRecognise: '',
		mustNotShow: false,
		status: 'confirmed',
		purposes: ['ppg-posts'],
		accounts: [facebook.id, instagram.id],
		givenOn: '2026-11-01',
		expiresOn: '2028-11-01',
		takenBy: volunteer.personId,
		...changes
	};
}

/** A photo of Ada (consent 1) in a park. */
export function photoOf(changes: Partial<Photo> = {}): Photo {
	return {
		id: idFor(0x50),
		createdAt: aMoment,
		createdBy: volunteer.personId,
		hash: 'a'.repeat(64),
		thumb: aThumb,
		width: 1200,
		height: 900,
		...{ bytes: 400_000, likeness: '', madeFromId: null },
		...{ lookedBy: null, lookedOn: null, concerns: [] },
		takenOn: '2026-11-20',
		occasion: 'Flu clinic',
		placeKind: 'public',
		venueId: null,
		area: null,
		isHomeAgreed: false,
		consentIds: [idFor(1)],
		peopleCount: null,
		nobodyRecognisable: false,
		nobodyCheckedBy: null,
		source: 'own',
		credit: '',
		licence: '',
		isHeldBack: false,
		status: 'kept',
		...changes
	};
}

/** A surgery that welcomes pictures at reception until the end of 2027. */
export function venueOf(changes: Partial<Venue> = {}): Venue {
	return {
		id: idFor(0x70),
		createdAt: aMoment,
		createdBy: volunteer.personId,
		name: 'The surgery',
		address: '',
		whoMayAgree: 'practice manager',
		contact: null,
		status: 'confirmed',
		askedOn: '2026-01-05',
		givenOn: '2026-01-06',
		agreedBy: null,
		areas: ['Reception', 'Waiting room'],
		areasNotAllowed: ['Consulting rooms'],
		conditions: 'No patients in view',
		firstOn: null,
		expiresOn: '2027-12-31',
		takenBy: volunteer.personId,
		confirmedAt: aMoment,
		confirmedBy: null,
		refusedOn: null,
		withdrawnOn: null,
		holdWhy: null,
		...nothingAnsweredThere,
		...changes
	};
}

/** A post with this picture that went out on the 1st of June 2024. */
export function postOut(photoId: string): Post {
	const posting = { accountId: facebook.id, url: '', by: volunteer.personId };
	return postRecord.schema.parse({
		...emptyContent,
		...{ id: idFor(0x90), createdAt: 0, createdBy: volunteer.personId, title: 'Old' },
		...{ status: 'posted', pictures: [{ photoId, alt: '' }] },
		postings: [{ ...posting, at: Date.parse('2024-06-01T10:00:00Z') }]
	});
}
