/**
 * The examples of PC-07 and PC-08, and the ways in which the strictest answer wins.
 */
import { describe, expect, test } from 'vitest';
import { volunteer } from '#tests/support/actors.ts';
import { idFor } from '#tests/support/actors.ts';
import { consentOf, facebook, instagram, photoOf, venueOf } from '#tests/support/consents.ts';
import type { GateInput } from './input.ts';
import { photoGate } from './photo-gate.ts';

function gate(changes: Partial<GateInput> = {}) {
	return photoGate({
		photo: photoOf(),
		consents: [consentOf(1)],
		venue: undefined,
		accounts: [facebook, instagram],
		plannedOn: '2026-12-02',
		purpose: 'ppg-posts',
		...changes
	});
}

const checksOf = (changes: Partial<GateInput>) => gate(changes).map(({ check }) => check);

describe('PC-07 holds a picture back', () => {
	test('with a face, nobody listed, and nobody who said that no one can be recognised', () => {
		const findings = gate({ photo: photoOf({ consentIds: [] }) });

		expect(findings).toMatchObject([
			{ check: 'PC-07', level: 'block', picture: photoOf().id, override: null }
		]);
	});

	test('when the yes is not confirmed by the practice', () => {
		const [finding] = gate({ consents: [consentOf(1, { status: 'given' })] });

		expect(finding?.saw).toContain('has not confirmed the yes of Ada');
	});

	test('when the yes is for Facebook and the post goes to Instagram too', () => {
		const consents = [consentOf(1, { accounts: [facebook.id] })];

		expect(gate({ consents })).toMatchObject([{ check: 'PC-07', account: instagram.id }]);
		expect(gate({ consents, accounts: [facebook] })).toEqual([]);
	});

	test('when the yes ends on 30 November and the post is planned for 2 December', () => {
		const consents = [consentOf(1, { expiresOn: '2026-11-30' })];

		expect(gate({ consents })[0]?.saw).toContain('ends on Monday 30 November 2026');
		expect(gate({ consents, plannedOn: '2026-11-30' })).toEqual([]);
		expect(checksOf({ consents, plannedOn: '2026-12-01' })).toEqual(['PC-07']);
	});

	test('when one of four people in a group has no record', () => {
		const consents = [1, 2, 3].map((number) => consentOf(number));
		const photo = photoOf({ consentIds: consents.map(({ id }) => id), peopleCount: 4 });

		expect(gate({ photo, consents })[0]?.saw).toContain('At least one more person');
		expect(gate({ photo: { ...photo, peopleCount: 3 }, consents })).toEqual([]);
	});

	test('when one of the people listed is not on this phone', () => {
		const photo = photoOf({ consentIds: [idFor(1), idFor(2)] });

		expect(checksOf({ photo })).toEqual(['PC-07']);
	});

	test('when one of several people was asked and has not answered', () => {
		const photo = photoOf({ consentIds: [idFor(1), idFor(2)] });
		const consents = [consentOf(1), consentOf(2, { status: 'asked', firstName: 'Ben' })];

		expect(gate({ photo, consents })[0]?.saw).toContain('Ben');
	});

	test('when the yes was taken back after the post was made ready', () => {
		const [finding] = gate({ consents: [consentOf(1, { status: 'withdrawn' })] });

		expect(finding?.saw).toContain('taken their yes back');
	});

	test('when the yes was taken back for one account', () => {
		const consents = [consentOf(1, { withdrawnAccounts: [instagram.id] })];

		expect(gate({ consents })).toMatchObject([{ account: instagram.id }]);
	});

	test('when the parent’s part of a child’s record is missing', () => {
		const child = { kind: 'child', ageBand: 'under-13', childWish: 'yes' } as const;

		expect(gate({ consents: [consentOf(1, child)] })[0]?.saw).toContain('parent or carer of Ada');
		expect(gate({ consents: [consentOf(1, { ...child, hasParentYes: true })] })).toEqual([]);
	});

	test('when a child said no, whatever the parent said', () => {
		const child = { kind: 'child', ageBand: '13-15', hasParentYes: true } as const;

		expect(checksOf({ consents: [consentOf(1, { ...child, childWish: 'no' })] })).toEqual([
			'PC-07'
		]);
	});

	test('when someone must not be shown, whatever was signed', () => {
		expect(gate({ consents: [consentOf(1, { mustNotShow: true })] })[0]?.saw).toContain(
			'must not be shown'
		);
	});

	test('when the yes was for something else', () => {
		const consents = [consentOf(1, { purposes: ['poster'] })];

		expect(gate({ consents })[0]?.saw).toContain('Posts by the patient group');
	});

	test('when it has been removed, even if nobody is in it', () => {
		const photo = photoOf({ status: 'removed', hash: '', thumb: '', nobodyRecognisable: true });

		expect(gate({ photo })[0]?.saw).toContain('removed');
	});
});

describe('PC-07 stays quiet', () => {
	test('when everyone is confirmed for every account and day', () => {
		const photo = photoOf({ consentIds: [idFor(1), idFor(2)], peopleCount: 2 });

		expect(gate({ photo, consents: [consentOf(1), consentOf(2)] })).toEqual([]);
	});

	test('for a picture of a poster, when someone says that nobody can be recognised', () => {
		const photo = photoOf({
			consentIds: [],
			nobodyRecognisable: true,
			nobodyCheckedBy: volunteer.personId
		});

		expect(gate({ photo, consents: [] })).toEqual([]);
	});

	test('for staff who were told and did not mind, once the practice confirmed it', () => {
		const staff = consentOf(1, { isStaff: true, method: 'told' });

		expect(gate({ consents: [staff] })).toEqual([]);
	});

	test('for a drawing with its licence, but not for one without', () => {
		const drawing = photoOf({ consentIds: [], source: 'drawing', placeKind: 'none' });

		expect(gate({ photo: { ...drawing, licence: 'CC0' } })).toEqual([]);
		expect(checksOf({ photo: drawing })).toEqual(['PC-07']);
	});

	test('for a 17-year-old who said yes themself', () => {
		const consents = [consentOf(1, { kind: 'child', ageBand: '16-17', childWish: 'yes' })];

		expect(gate({ consents })).toEqual([]);
	});
});

describe('when a person has several records, the strictest answer wins', () => {
	const both = photoOf({ consentIds: [idFor(1), idFor(2)] });

	test('a no on another record counts, even when only the yes is linked', () => {
		const other = consentOf(2, { personKey: idFor(1), status: 'refused' });

		expect(checksOf({ consents: [consentOf(1), other] })).toEqual(['PC-07']);
	});

	test('an account has to be on every linked record', () => {
		const narrow = consentOf(2, { personKey: idFor(1), accounts: [facebook.id] });

		expect(gate({ photo: both, consents: [consentOf(1), narrow] })).toMatchObject([
			{ account: instagram.id }
		]);
	});

	test('a narrower yes counts before the practice has confirmed it', () => {
		const narrow = consentOf(2, {
			personKey: idFor(1),
			status: 'given',
			accounts: [facebook.id]
		});

		expect(gate({ photo: both, consents: [consentOf(1), narrow] })).toMatchObject([
			{ account: instagram.id }
		]);
	});

	test('an account taken back on one record is out on all', () => {
		const other = consentOf(2, { personKey: idFor(1), withdrawnAccounts: [facebook.id] });

		expect(gate({ consents: [consentOf(1), other] })).toMatchObject([{ account: facebook.id }]);
	});

	test('being asked again changes nothing until there is an answer', () => {
		const again = consentOf(2, { personKey: idFor(1), replacesId: idFor(1), status: 'asked' });

		expect(gate({ consents: [consentOf(1), again] })).toEqual([]);
	});

	test('a new yes takes the place of a no only once the practice has confirmed it', () => {
		const no = consentOf(1, { status: 'withdrawn' });
		const again = consentOf(2, { personKey: idFor(1), replacesId: idFor(1) });

		expect(gate({ consents: [no, again] })).toEqual([]);
		expect(checksOf({ consents: [no, { ...again, status: 'given' }] })).toEqual(['PC-07']);
		expect(checksOf({ consents: [no, { ...again, status: 'withdrawn' }] })).toEqual(['PC-07']);
	});

	test('a new yes takes the place of one that has ended', () => {
		const old = consentOf(1, { expiresOn: '2026-06-30' });
		const again = consentOf(2, { personKey: idFor(1), replacesId: idFor(1) });

		expect(gate({ consents: [old, again] })).toEqual([]);
	});

	test('an unlinked record of the same person is no yes for this picture', () => {
		const other = consentOf(2, { personKey: idFor(1) });

		expect(checksOf({ consents: [consentOf(1, { status: 'asked' }), other] })).toEqual(['PC-07']);
	});
});

describe('PC-08 holds a picture back', () => {
	const atReception = photoOf({ placeKind: 'venue', venueId: venueOf().id, area: 'Reception' });

	test.each([
		['when the place is empty', photoOf({ placeKind: null }), undefined],
		['when the waiting room has no record', { ...atReception, area: 'Waiting room' }, undefined],
		['when the yes is for outside only', atReception, venueOf({ areas: ['Outside'] })],
		['when this part is not allowed', atReception, venueOf({ areasNotAllowed: ['reception'] })],
		['when the part is not known', { ...atReception, area: null }, venueOf()],
		['when the yes had ended', atReception, venueOf({ expiresOn: '2026-11-19' })],
		['when the yes had not started', atReception, venueOf({ firstOn: '2026-11-21' })],
		['when the hall has not answered', atReception, venueOf({ status: 'asked' })],
		['when the hall was not asked', atReception, venueOf({ status: 'not-asked' })],
		['when the yes is not confirmed', atReception, venueOf({ status: 'given' })],
		['when the place said no', atReception, venueOf({ status: 'refused' })],
		['when the place took its yes back', atReception, venueOf({ status: 'withdrawn' })],
		['in a home whose owner was not asked', photoOf({ placeKind: 'private-home' }), undefined],
		['when people are said to be nowhere', photoOf({ placeKind: 'none' }), undefined]
	])('%s', (_case, photo, venue) => {
		expect(gate({ photo, venue })).toMatchObject([
			{ check: 'PC-08', level: 'block', picture: photo.id }
		]);
	});

	test('when the place did not agree to this account, or to this use', () => {
		const venue = venueOf({ purposes: ['ppg-posts'], accounts: [facebook.id] });

		expect(gate({ photo: atReception, venue })).toMatchObject([
			{ check: 'PC-08', account: instagram.id }
		]);
		expect(gate({ photo: atReception, venue, accounts: [facebook] })).toEqual([]);
		expect(gate({ photo: atReception, venue: { ...venue, purposes: ['poster'] } })).toMatchObject([
			{ check: 'PC-08', saw: 'The surgery did not agree to: Posts by the patient group.' }
		]);
	});

	test('also when everyone in it has said yes', () => {
		const venue = venueOf({ status: 'refused' });

		expect(checksOf({ photo: atReception, venue })).toEqual(['PC-08']);
	});

	test('when it is not known when it was taken, and the yes ends before the post', () => {
		const photo = { ...atReception, takenOn: null };

		expect(checksOf({ photo, venue: venueOf({ expiresOn: '2026-12-01' }) })).toEqual(['PC-08']);
		expect(checksOf({ photo, venue: venueOf({ expiresOn: '2026-12-02' }) })).toEqual([]);
	});
});

describe('PC-08 stays quiet', () => {
	const hall = photoOf({ placeKind: 'venue', venueId: venueOf().id, area: 'reception ' });

	test('when the surgery’s yes covers reception until 2027', () => {
		expect(gate({ photo: hall, venue: venueOf() })).toEqual([]);
	});

	test('in a public park', () => {
		expect(gate({ photo: photoOf({ placeKind: 'public' }) })).toEqual([]);
	});

	test('for a studio drawing with no place', () => {
		const photo = photoOf({ placeKind: null, source: 'drawing', licence: 'CC0', consentIds: [] });

		expect(gate({ photo })).toEqual([]);
	});

	test('when the village hall agreed for the day of the event only', () => {
		const venue = venueOf({ firstOn: '2026-11-20', expiresOn: '2026-11-20' });

		expect(gate({ photo: hall, venue })).toEqual([]);
	});

	test('in a volunteer’s home, when the owner agrees and it cannot be recognised', () => {
		const photo = photoOf({ placeKind: 'private-home', isHomeAgreed: true });

		expect(gate({ photo })).toEqual([]);
	});
});
