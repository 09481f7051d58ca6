/**
 * Whatever is kept of a yes can be seen by those who may: no field of the record is left untold.
 */
import { expect, test } from 'vitest';
import { fieldOf, readableRow } from '#domain/record.ts';
import { aMoment, idFor, manager, volunteer } from '#tests/support/actors.ts';
import { consentOf, facebook, instagram, venueOf } from '#tests/support/consents.ts';
import { placeCode } from '../codes/codes.ts';
import { consentRecord, venueRecord, type Consent, type Venue } from '../record.ts';
import { consentFacts } from './facts.ts';
import { namesFrom } from './report.ts';
import { venueProof, venueTerms } from './venue-facts.ts';

const names = namesFrom(
	[
		{ id: manager.personId, name: 'Mary' },
		{ id: volunteer.personId, name: 'Vera' }
	],
	[facebook, instagram]
);
const bare = consentOf(1, {
	...{ takenBy: null, purposes: [], accounts: [], givenOn: '2026-11-02', expiresOn: null },
	...{ kind: 'child', ageBand: 'under-13', status: 'given', media: ['photo'] }
});
/** Every field with something in it. */
const full: Consent = {
	...bare,
	...{ code: 'C-0001', ageBand: '13-15', picturedPersonId: manager.personId, isStaff: true },
	...{ firstName: 'Bea', lastName: 'Example', contact: '07700 900150', relation: 'patient' },
	...{ howToRecognise: 'left', askedOn: '2026-11-01', purposes: ['poster'] },
	...{ accounts: [facebook.id], limits: 'Not my house', nameToShow: 'first' },
	...{ healthDetail: 'A plaster', isHealthAgreed: true, method: 'paper', signedName: 'Cleo E' },
	...{ witness: 'Dee', witnessRole: 'nurse', wordingVersion: 'child-1', givenOn: '2026-11-03' },
	...{ expiresOn: '2027-11-03', takenBy: manager.personId, parentName: 'Cleo', parentIs: 'mother' },
	...{ hasParentYes: true, childWish: 'yes', childWords: 'I like it', confirmedAt: aMoment },
	...{ confirmedBy: manager.personId, confirmNote: 'Seen', question: 'Which day?' },
	...{ questionBy: manager.personId, answer: 'Friday', refusedOn: '2026-11-05' },
	...{ withdrawnOn: '2026-11-06', withdrawnBy: manager.personId, withdrawnHow: 'By phone' },
	...{ withdrawnAccounts: [instagram.id], withdrawnPhotos: [idFor(0x50)], keepsPosts: true },
	...{ media: ['video'], occasion: 'Flu clinic', takenOn: '2026-10-30', place: 'Reception' },
	...{ photoBy: 'Jo', mayPromote: true, startsOn: '2026-12-01', signedAt: aMoment },
	...{ helps: ['interpreter'], helpedBy: 'Eve', copyOn: '2026-11-07', copyHow: 'print' },
	...{ childAskedBy: 'Fay', understands: true, understandsBy: 'Gus', isParentTold: true },
	...{ abilities: ['say'], wasUnhappy: true, lawfulRoute: 'attorney', optOut: 'sticker' },
	...{ people: [{ firstName: 'Hal', howToRecognise: 'back row', isYes: true }] },
	...{ noticeText: 'We take pictures', noticeWhere: 'at the door', quote: 'It did me good' },
	...{ licence: 'Free use', credit: 'Jo, volunteer', mayCrop: true },
	...{ confirmChecked: ['form'], turnedDownBy: manager.personId, turnedDownWhy: 'Not clear' },
	...{ expiresWhy: 'The campaign ends', reaskIn: '2028-04', leavesOn: '2027-01-31' },
	...{ leftReviewedOn: '2027-02-01', holdWhy: 'A complaint', reducedOn: '2029-01-01' }
};
/** Shown in another way on the page, or not for people at all. */
const elsewhere: Readonly<Partial<Record<keyof Consent, string>>> = {
	id: 'as the code on paper',
	createdAt: 'in the history',
	createdBy: 'in the history; who wrote it down is there',
	code: 'beside the name, on top',
	kind: 'the same here; shown as the form',
	personKey: 'joins the forms of one person',
	replacesId: 'joins the forms of one person',
	status: 'as the tag on top',
	mustNotShow: 'on top, in bold',
	signature: 'as a picture',
	paperHash: 'as a picture',
	copyHashes: 'only a secret knows it',
	linkHash: 'only a secret knows it',
	linkBy: 'with the link',
	linkUntil: 'with the link',
	linkPhotoId: 'with the link'
};
const textOf = (consent: Consent) => JSON.stringify(consentFacts(consent, names, aMoment));

test.each(Object.keys(full).filter((field) => !(field in elsewhere)))(
	'the page of a consent tells: %s',
	(field) => {
		expect(fieldOf(full, field), 'the example has nothing in it').not.toEqual(fieldOf(bare, field));
		expect(textOf({ ...full, [field]: fieldOf(bare, field) })).not.toBe(textOf(full));
	}
);

test('a form that nobody has answered yet has few lines, and none of them is empty', () => {
	const facts = consentFacts(consentOf(2, { status: 'not-asked', givenOn: null }), names, aMoment);

	expect(facts.flatMap((group) => group.facts).every(({ value }) => value !== '')).toBe(true);
	expect(facts.map(({ heading }) => heading)).not.toContain('The practice');
});

test('a volunteer’s page tells nothing that is for those who lead', () => {
	const held = readableRow(consentRecord, full, 'volunteer');
	const text = held ? textOf(held) : '';

	expect(text).toContain('Bea');
	for (const secret of ['Example', '07700', 'A plaster', 'Cleo', 'Dee', 'Eve', 'A complaint']) {
		expect(text).not.toContain(secret);
	}
});

const place: Venue = venueOf({
	...{ contact: '01632 960001', agreedBy: 'Cleo Example', purposes: ['poster'], mayPromote: true },
	...{ accounts: [facebook.id], media: ['video'], times: 'Before 8am', looks: ['screens'] },
	...{ method: 'signed', signedAt: aMoment, wordingVersion: 'venue-1', copyOn: '2026-11-07' },
	...{ copyHow: 'mail', confirmNote: 'Seen', withdrawnBy: manager.personId, withdrawnHow: 'Rang' },
	...{ keepsPosts: true, confirmedBy: manager.personId, firstOn: '2026-01-07' },
	...{ refusedOn: '2026-11-08', withdrawnOn: '2026-11-09' },
	...{ holdWhy: 'A complaint', reducedOn: '2029-01-01' }
});
const emptyPlace = venueOf({
	...{ whoMayAgree: '', askedOn: null, givenOn: null, areas: [], areasNotAllowed: [] },
	...{ conditions: '', expiresOn: null, takenBy: null, confirmedAt: null, purposes: [] }
});
const notHere = ['id', 'createdAt', 'createdBy', 'name', 'address', 'status', 'signature'];

test.each(Object.keys(place).filter((field) => !notHere.includes(field) && field !== 'paperHash'))(
	'the page of a place tells: %s',
	(field) => {
		const text = (venue: Venue) =>
			JSON.stringify([...venueTerms(venue, names), ...venueProof(venue, names, aMoment)]);

		expect(text({ ...place, [field]: fieldOf(emptyPlace, field) })).not.toBe(text(place));
	}
);

test('a place has a code of its own, the same on the phone and on the paper', () => {
	expect(venueProof(place, names, aMoment)).toContainEqual({
		key: 'Code',
		value: placeCode(place.id)
	});
	expect(placeCode(place.id)).toMatch(/^P-[0-9A-Z]{4}$/);
	expect(venueRecord.schema.parse(place)).toEqual(place);
});
