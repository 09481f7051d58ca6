/**
 * What people answer: a yes with all its parts, a child's yes, a no.
 */
import { describe, expect, test } from 'vitest';
import { idFor, otherVolunteer, reader, rotaMember, volunteer } from '#tests/support/actors.ts';
import {
	adasId as id,
	withAda,
	withAdaConfirmed,
	withAdasYes
} from '#tests/support/consent-practice.ts';
import { adasYes, ben, bensYes, facebook } from '#tests/support/consents.ts';
import { askConsent, giveConsent, refuseConsent, withdrawConsent } from './mutations.ts';

describe('consent.ask: noting that someone was asked', () => {
	test('a volunteer may, once', async () => {
		const { act, consent } = await withAda();

		expect(await act(askConsent, { id }, volunteer)).toBeUndefined();
		expect(await consent()).toMatchObject({ status: 'asked', askedOn: '2026-11-21' });
		expect(await act(askConsent, { id }, volunteer)).toMatchObject({ code: 'already-asked' });
	});

	test('a rota member may not; nobody can about a record that is gone', async () => {
		const { act } = await withAda();

		expect(await act(askConsent, { id }, rotaMember)).toMatchObject({ code: 'role-may-not' });
		expect(await act(askConsent, { id: idFor(9) }, volunteer)).toMatchObject({
			code: 'no-such-consent'
		});
		expect(await act(askConsent, { id: 'Ada' }, volunteer)).toMatchObject({
			code: 'bad-arguments'
		});
	});
});

describe('consent.give: signing', () => {
	test('keeps what was agreed, who wrote it down, and waits for the practice', async () => {
		const { consent } = await withAdasYes();

		expect(await consent()).toMatchObject({
			...{ status: 'given', purposes: ['ppg-posts'], accounts: [facebook.id] },
			...{ signedName: 'Ada Example', wordingVersion: 'adult-1', expiresOn: '2028-11-21' },
			...{ takenBy: volunteer.personId, askedOn: '2026-11-21', confirmedBy: null }
		});
	});

	test('cannot be undone', () => {
		expect(giveConsent.final).toBe(true);
	});

	test('a rota member may not', async () => {
		const { act } = await withAda();

		expect(await act(giveConsent, { id, ...adasYes }, rotaMember)).toMatchObject({
			code: 'role-may-not'
		});
	});

	test('only once, and never about a record that is gone', async () => {
		const { act } = await withAdasYes();

		expect(await act(giveConsent, { id, ...adasYes }, volunteer)).toMatchObject({
			code: 'already-answered'
		});
		expect(await act(giveConsent, { id: idFor(9), ...adasYes }, volunteer)).toMatchObject({
			code: 'no-such-consent'
		});
	});

	test.each([
		['nothing-agreed', { purposes: [] }],
		['no-account', { accounts: [] }],
		['health-not-agreed', { healthDetail: 'sits in a wheelchair' }],
		['unknown-words', { wordingVersion: 'child-1' }],
		['unknown-words', { wordingVersion: 'never-was' }],
		['not-signed', { signature: null }],
		['no-name', { signedName: null }],
		['no-name', { method: 'paper', signedName: null }],
		['no-witness', { method: 'said', signedName: null }],
		['not-staff', { method: 'told' }],
		['not-yet', { givenOn: '2026-11-22' }],
		['ends-too-soon', { expiresOn: '2026-11-20' }],
		['ends-too-late', { expiresOn: '2031-11-22' }],
		['not-a-child', { childWish: 'yes' }],
		['bad-arguments', { signature: [] }],
		['bad-arguments', { signature: Array.from({ length: 5 }, () => Array<number>(1500).fill(1)) }],
		['bad-arguments', { accounts: ['TikTok'] }],
		['bad-arguments', { purposes: ['adverts'] }]
	])('is refused as %s', async (code, changes) => {
		const { act, consent } = await withAda();

		const refusal = await act(giveConsent, { id, ...adasYes, ...changes }, volunteer);

		expect(refusal).toMatchObject({ code });
		expect(await consent()).toMatchObject({ status: 'not-asked' });
	});

	test.each([
		['a typed name', { method: 'typed', signature: null }],
		['a form on paper', { method: 'paper', signature: null }],
		[
			'a yes with a witness',
			{ method: 'said', signature: null, signedName: null, witness: 'Cleo' }
		],
		['a yes for a poster, on no account', { purposes: ['poster'], accounts: [] }],
		['a yes to what shows their health', { healthDetail: 'a hearing aid', isHealthAgreed: true }],
		['a yes that lasts five years', { expiresOn: '2031-11-21' }]
	])('takes %s', async (_case, changes) => {
		const { consent } = await withAdasYes(changes);

		expect(await consent()).toMatchObject({ status: 'given' });
	});

	test('staff can be told, and need not sign', async () => {
		const { act, consent } = await withAda({ isStaff: true });
		const told = { ...adasYes, method: 'told', signature: null, signedName: null };

		await act(giveConsent, { id, ...told }, volunteer);

		expect(await consent()).toMatchObject({ status: 'given', method: 'told' });
	});
});

describe('consent.give: a child', () => {
	async function giveBen(changes: object, age: object = {}) {
		const { act, consent } = await withAda({ ...ben, ...age });
		const refusal = await act(giveConsent, { id, ...bensYes, ...changes }, volunteer);
		return { refusal, consent: await consent() };
	}

	test('the parent and the child both say yes', async () => {
		const { consent } = await giveBen({});

		expect(consent).toMatchObject({
			...{ status: 'given', hasParentYes: true, parentName: 'Cleo Example' },
			childWish: 'yes'
		});
	});

	test('a child’s no wins over everything that was ticked', async () => {
		const { refusal, consent } = await giveBen({ childWish: 'no' });

		expect(refusal).toBeUndefined();
		expect(consent).toMatchObject({
			...{ status: 'refused', refusedOn: '2026-11-21', purposes: [], accounts: [] },
			expiresOn: null
		});
	});

	test.each([
		['parent-missing', { parent: null }, {}],
		['parent-missing', { parent: null }, { ageBand: '13-15' }],
		['child-not-asked', { childWish: null }, {}],
		['child-not-asked', { childWish: 'too-young' }, { ageBand: '13-15' }],
		['child-not-asked', { childWish: 'too-young' }, { ageBand: '16-17' }],
		['full-name-of-child', { nameToShow: 'full' }, {}],
		['not-staff', { method: 'told' }, { isStaff: true }],
		['bad-arguments', { parent: { name: 'Cleo', is: 'mother', mayDecide: false } }, {}]
	])('is refused as %s', async (code, changes, age) => {
		expect((await giveBen(changes, age)).refusal).toMatchObject({ code });
	});

	test('a small child can be too young to ask', async () => {
		expect((await giveBen({ childWish: 'too-young' })).consent).toMatchObject({ status: 'given' });
	});

	test('from 16 on they say yes themselves', async () => {
		const { consent } = await giveBen({ parent: null }, { ageBand: '16-17' });

		expect(consent).toMatchObject({ status: 'given', hasParentYes: false });
	});
});

describe('consent.refuse: a no', () => {
	test('a rota member may note it; a reader may not', async () => {
		const { act, consent } = await withAda();
		const no = { id, refusedOn: '2026-11-20' };

		expect(await act(refuseConsent, no, reader)).toMatchObject({ code: 'role-may-not' });
		expect(await act(refuseConsent, no, rotaMember)).toBeUndefined();
		expect(await consent()).toMatchObject({ status: 'refused', refusedOn: '2026-11-20' });
	});

	test('wins over a yes that someone else kept at the same time, in any order', async () => {
		const no = { id, refusedOn: '2026-11-21' };
		const first = await withAda();
		await first.act(refuseConsent, no, otherVolunteer);
		expect(await first.act(giveConsent, { id, ...adasYes }, volunteer)).toMatchObject({
			code: 'already-answered'
		});
		const second = await withAdaConfirmed();
		await second.act(refuseConsent, no, otherVolunteer);

		expect(await first.consent()).toMatchObject({ status: 'refused' });
		expect(await second.consent()).toMatchObject({ status: 'refused' });
	});

	test('not in the future, not about a record that is gone, not without a day', async () => {
		const { act } = await withAda();

		expect(await act(refuseConsent, { id, refusedOn: '2026-11-22' }, volunteer)).toMatchObject({
			code: 'not-yet'
		});
		expect(
			await act(refuseConsent, { id: idFor(9), refusedOn: '2026-11-21' }, volunteer)
		).toMatchObject({ code: 'no-such-consent' });
		expect(await act(refuseConsent, { id }, volunteer)).toMatchObject({ code: 'bad-arguments' });
	});

	test('a no stays no when it was taken back before', async () => {
		const { act, consent } = await withAda();
		await act(withdrawConsent, { id, accounts: null, how: null }, volunteer);

		expect(await act(refuseConsent, { id, refusedOn: '2026-11-21' }, volunteer)).toBeUndefined();
		expect(await consent()).toMatchObject({ status: 'withdrawn' });
	});
});
