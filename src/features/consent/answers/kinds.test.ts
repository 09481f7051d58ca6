/**
 * Each kind of consent: what it needs, what it may never say, and what counts as a no.
 */
import { describe, expect, test } from 'vitest';
import { readableRow } from '#domain/record.ts';
import { deputy, idFor, manager, volunteer } from '#tests/support/actors.ts';
import { adasId as id, practice } from '#tests/support/consent-practice.ts';
import { ada, adasYes, ben, bensYes, consentOf } from '#tests/support/consents.ts';
import { consentKinds, peopleIn, type ConsentKind } from '../fields/kinds.ts';
import { confirmConsent, giveConsent, recordConsent } from '../mutations.ts';
import { consentRecord } from '../record.ts';
import { currentWording } from '../rules.ts';
import { noteLawfulRoute } from './route.ts';

const able = ['understand', 'remember', 'weigh', 'say'];
const people = [
	{ firstName: 'Ada', howToRecognise: 'left', isYes: true },
	{ firstName: 'Bob', howToRecognise: 'right', isYes: true }
];
const plain = { ...adasYes, nameToShow: 'none' as const };
/** What each kind needs for a whole yes. */
const whole: Readonly<Record<ConsentKind, object>> = {
	adult: adasYes,
	child: bensYes,
	capacity: { ...adasYes, abilities: able, witness: 'Cleo Example', wasUnhappy: false },
	group: { ...plain, method: 'typed', signature: null, people },
	crowd: {
		...{ ...plain, method: 'notice', signature: null, signedName: null },
		...{ noticeText: 'We take pictures here.', noticeWhere: 'at the door', optOut: 'sticker' }
	},
	staff: { ...adasYes, method: 'told', signature: null, leavesOn: '2027-03-31' },
	words: { ...adasYes, quote: 'The walk did me good.', media: ['words'] },
	photographer: { ...plain, licence: 'Free use for the group', mayCrop: true, credit: 'Ada' }
};

async function given(kind: ConsentKind, changes: object = {}) {
	const group = practice();
	const who = kind === 'child' ? ben : ada;
	expect(await group.act(recordConsent, { ...who, id, kind }, volunteer)).toBeUndefined();
	const wordingVersion = currentWording(kind).id;
	const answer = { id, ...whole[kind], wordingVersion, ...changes };
	const refusal = await group.act(giveConsent, answer, volunteer);
	return { ...group, refusal };
}

describe.each(consentKinds)('a form about: %s', (kind) => {
	test('is a yes when it is whole, and the practice can confirm it', async () => {
		const { act, consent, refusal } = await given(kind);

		expect(refusal).toBeUndefined();
		expect(await consent()).toMatchObject({ kind, status: 'given', askedOn: '2026-11-21' });
		expect(await act(confirmConsent, { id }, manager)).toBeUndefined();
		expect(await consent()).toMatchObject({ status: 'confirmed' });
	});

	test('needs words of its own kind', async () => {
		const other = kind === 'adult' ? 'child-1' : 'adult-1';

		expect((await given(kind, { wordingVersion: other })).refusal).toMatchObject({
			code: 'unknown-words'
		});
	});
});

test.each([
	['capacity', 'not-looked-at', { abilities: null }],
	['capacity', 'no-witness', { witness: null }],
	['capacity', 'no-promotion', { mayPromote: true }],
	['child', 'no-promotion', { mayPromote: true }],
	['child', 'does-not-understand', { understands: false }],
	['child', 'parent-signs', { isParentTold: true }],
	['group', 'too-few', { people: people.slice(0, 1) }],
	['group', 'no-name-to-show', { nameToShow: 'first' }],
	['group', 'no-promotion', { mayPromote: true }],
	['crowd', 'part-missing', { noticeText: '' }],
	['crowd', 'part-missing', { noticeWhere: '' }],
	['crowd', 'no-opt-out', { optOut: null }],
	['crowd', 'not-a-notice', { method: 'typed', signedName: 'Ada' }],
	['adult', 'not-a-notice', { method: 'notice' }],
	['adult', 'not-staff', { method: 'told' }],
	['words', 'part-missing', { quote: '' }],
	['photographer', 'part-missing', { licence: '' }],
	['photographer', 'crop-not-asked', { mayCrop: null }],
	['adult', 'starts-too-late', { startsOn: '2029-01-01' }]
] as const)('a %s form is refused as %s', async (kind, code, changes) => {
	expect((await given(kind, changes)).refusal).toMatchObject({ code });
});

describe('a no wins', () => {
	test.each([
		['any sign of unhappiness', 'capacity', { wasUnhappy: true }],
		['any sign of unhappiness of a child', 'child', { wasUnhappy: true }],
		['a child’s no', 'child', { childWish: 'no' }],
		['one no in a group', 'group', { people: [people[0], { ...people[1], isYes: false }] }]
	] as const)('%s is a no to everything that was ticked', async (_case, kind, changes) => {
		const { consent, refusal } = await given(kind, changes);

		expect(refusal).toBeUndefined();
		expect(await consent()).toMatchObject({
			...{ status: 'refused', purposes: [], accounts: [], expiresOn: null },
			refusedOn: '2026-11-21'
		});
	});
});

describe('someone who could not decide this', () => {
	const couldSome = { abilities: ['understand', 'say'] };

	test('is not confirmed unless a lawful route is noted, by a practice manager', async () => {
		const { act } = await given('capacity', couldSome);

		expect(await act(confirmConsent, { id }, manager)).toMatchObject({ code: 'no-lawful-route' });
		const route = { id, route: 'attorney' };
		expect(await act(noteLawfulRoute, route, volunteer)).toMatchObject({ code: 'role-may-not' });
		expect(await act(noteLawfulRoute, route, manager)).toBeUndefined();
		expect(await act(confirmConsent, { id }, deputy)).toBeUndefined();
	});

	test('has no route noted by whoever asked them, nor on another kind of form', async () => {
		const { act, transaction, consent } = await given('capacity', couldSome);
		const route = { id, route: 'deputy' };
		const row = await consent();
		if (!row) throw new Error('no consent');
		await transaction.put(consentRecord, { ...row, takenBy: manager.personId });

		expect(await act(noteLawfulRoute, route, manager)).toMatchObject({ code: 'your-own' });
		expect(await (await given('adult')).act(noteLawfulRoute, route, manager)).toMatchObject({
			code: 'not-waiting'
		});
		expect(await act(noteLawfulRoute, { ...route, id: idFor(9) }, manager)).toMatchObject({
			code: 'no-such-consent'
		});
	});
});

test('a record from before these fields can be read', () => {
	const { kind, ...old } = consentOf(1);
	const known = Object.keys(adasYes);
	const first = Object.fromEntries(
		Object.entries(old).filter(
			([field]) => known.includes(field) || field in ada || fieldsOfOld.includes(field)
		)
	);

	expect(consentRecord.schema.parse({ ...first, kind })).toMatchObject({
		...{ people: [], media: ['photo'], mayPromote: false, copyHashes: [], paperHash: null }
	});
});
const fieldsOfOld = [
	...['id', 'createdAt', 'createdBy', 'code', 'personKey', 'replacesId', 'status', 'askedOn'],
	...['takenBy', 'parentName', 'parentIs', 'hasParentYes', 'confirmedAt', 'confirmedBy'],
	...['confirmNote', 'question', 'questionBy', 'answer', 'refusedOn', 'withdrawnOn'],
	...['withdrawnBy', 'withdrawnHow', 'withdrawnAccounts']
];

test('all that is asked stays with the answer', async () => {
	const asked = {
		relation: 'patient',
		media: ['photo', 'name'],
		mayPromote: true,
		startsOn: '2026-12-01',
		expiresWhy: 'The campaign ends then.',
		helps: ['interpreter', 'large-print'],
		helpedBy: 'Cleo Example',
		witness: 'Dee Example',
		witnessRole: 'nurse',
		paperHash: 'a'.repeat(64)
	};
	const { consent, refusal } = await given('adult', asked);

	expect(refusal).toBeUndefined();
	const row = await consent();
	expect(row).toMatchObject({ ...asked, signedAt: Date.UTC(2026, 10, 21, 10) });
	if (!row) throw new Error('no consent');
	expect(readableRow(consentRecord, row, 'volunteer')).toMatchObject({
		...{ lastName: null, contact: null, signature: null, witness: null, helpedBy: null },
		...{ relation: null, firstName: 'Ada', media: ['photo', 'name'] }
	});
});

test('what it is about is written down before anyone is asked', async () => {
	const about = {
		...{ occasion: 'Flu clinic', place: 'Reception', photoBy: 'Bob', takenOn: '2026-11-20' },
		media: ['video']
	};
	const { act, consent } = practice();

	expect(await act(recordConsent, { ...ada, ...about, id }, volunteer)).toBeUndefined();
	expect(await consent()).toMatchObject({ ...about, status: 'not-asked' });
});

test('a form speaks for as many people as it lists', () => {
	expect(peopleIn({ kind: 'adult', people: [] })).toBe(1);
	expect(peopleIn({ kind: 'group', people })).toBe(2);
	expect(peopleIn({ kind: 'crowd', people: [] })).toBe(0);
	expect(peopleIn({ kind: 'photographer', people: [] })).toBe(0);
});
