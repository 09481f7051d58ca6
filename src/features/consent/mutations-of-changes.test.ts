/**
 * What may be changed before it is confirmed, and taking a yes back in any order.
 */
import { describe, expect, test } from 'vitest';
import type { Mutation } from '#domain/mutation.ts';
import type { Actor } from '#domain/roles.ts';
import {
	coordinator,
	everyRole,
	idFor,
	manager,
	otherVolunteer,
	reader,
	rotaMember,
	volunteer
} from '#tests/support/actors.ts';
import {
	adasId as id,
	practice,
	withAda,
	withAdaConfirmed,
	withAdasYes
} from '#tests/support/consent-practice.ts';
import { adasYes, ben, bensYes, facebook, instagram } from '#tests/support/consents.ts';
import {
	confirmConsent,
	editConsent,
	giveConsent,
	refuseConsent,
	sendBackConsent,
	withdrawConsent
} from './mutations.ts';

describe('consent.edit: before it is confirmed', () => {
	const edit = (changes: object) => ({ id, changes });

	test('a volunteer may put names right, and the yes stays a yes', async () => {
		const { act, consent } = await withAdasYes();

		expect(await act(editConsent, edit({ firstName: 'Ida' }), otherVolunteer)).toBeUndefined();
		expect(await consent()).toMatchObject({ firstName: 'Ida', status: 'given' });
	});

	test('a rota member may not', async () => {
		const { act } = await withAda();

		expect(await act(editConsent, edit({ firstName: 'Ida' }), rotaMember)).toMatchObject({
			code: 'role-may-not'
		});
	});

	test.each([
		['purposes', { purposes: ['ppg-posts', 'press'] }],
		['accounts', { accounts: [facebook.id, instagram.id] }],
		['expiresOn', { expiresOn: '2028-11-22' }],
		['nameToShow', { nameToShow: 'full' }],
		['limits', { limits: 'Not my house' }]
	])('never makes the %s wider than the person said', async (field, changes) => {
		const { act } = await withAdasYes({ limits: 'Only with my friend' });

		expect(await act(editConsent, edit(changes), manager)).toMatchObject({ code: 'wider', field });
	});

	test('may make them narrower', async () => {
		const { act, consent } = await withAdasYes({ limits: 'Only with my friend' });
		const changes = {
			accounts: [],
			expiresOn: '2027-01-01',
			nameToShow: 'none',
			limits: 'Only with my friend, not my house'
		};

		expect(await act(editConsent, edit(changes), volunteer)).toBeUndefined();
		expect(await consent()).toMatchObject(changes);
	});

	test('cannot sneak in an answer before there is one', async () => {
		const { act } = await withAda();

		expect(await act(editConsent, edit({ accounts: [facebook.id] }), volunteer)).toMatchObject({
			code: 'wider'
		});
		expect(await act(editConsent, edit({ expiresOn: '2030-01-01' }), volunteer)).toMatchObject({
			code: 'wider'
		});
		expect(await act(editConsent, edit({ status: 'given' }), volunteer)).toMatchObject({
			code: 'bad-arguments'
		});
	});

	test('a child’s age can be put right until there is an answer', async () => {
		const { act } = await withAda(ben);

		expect(await act(editConsent, edit({ ageBand: '18-plus' }), volunteer)).toMatchObject({
			code: 'age-does-not-fit'
		});
		expect(await act(editConsent, edit({ ageBand: '13-15' }), volunteer)).toBeUndefined();
		await act(giveConsent, { id, ...bensYes }, volunteer);
		expect(await act(editConsent, edit({ ageBand: '16-17' }), volunteer)).toMatchObject({
			code: 'wider',
			field: 'ageBand'
		});
	});

	test('anyone who writes can say that a child must not be shown; only the practice lifts it', async () => {
		const { act, consent } = await withAda(ben);

		await act(editConsent, edit({ mustNotShow: true }), volunteer);

		expect(await act(editConsent, edit({ mustNotShow: false }), coordinator)).toMatchObject({
			code: 'only-managers'
		});
		expect(await consent()).toMatchObject({ mustNotShow: true });
		expect(await act(editConsent, edit({ mustNotShow: false }), manager)).toBeUndefined();
	});

	test('not once it is confirmed, refused or taken back', async () => {
		const confirmed = await withAdaConfirmed();
		const refused = await withAda();
		await refused.act(refuseConsent, { id, refusedOn: '2026-11-21' }, volunteer);
		const withdrawn = await withAdasYes();
		await withdrawn.act(withdrawConsent, { id, accounts: null, how: null }, volunteer);

		for (const { act } of [confirmed, refused, withdrawn]) {
			expect(await act(editConsent, edit({ firstName: 'Ida' }), manager)).toMatchObject({
				code: 'already-decided'
			});
		}
	});

	test('not a record that is gone', async () => {
		expect(await practice().act(editConsent, edit({}), volunteer)).toMatchObject({
			code: 'no-such-consent'
		});
	});
});

describe('consent.withdraw: taking a yes back', () => {
	const everywhere = { id, accounts: null, how: 'By phone' };

	test.each(everyRole.filter(({ role }) => role !== 'reader'))('a $role may', async (who) => {
		const { act, consent } = await withAdaConfirmed();

		expect(await act(withdrawConsent, everywhere, who)).toBeUndefined();
		expect(await consent()).toMatchObject({
			...{ status: 'withdrawn', withdrawnOn: '2026-11-21', withdrawnHow: 'By phone' },
			withdrawnBy: who.personId
		});
	});

	test('a reader may not', async () => {
		const { act } = await withAdaConfirmed();

		expect(await act(withdrawConsent, everywhere, reader)).toMatchObject({ code: 'role-may-not' });
	});

	test('cannot be undone, and a second time changes nothing', async () => {
		const { act, consent } = await withAdaConfirmed();
		await act(withdrawConsent, everywhere, volunteer);

		expect(withdrawConsent.final).toBe(true);
		expect(await act(withdrawConsent, { ...everywhere, how: null }, manager)).toBeUndefined();
		expect(await consent()).toMatchObject({ withdrawnBy: volunteer.personId });
	});

	test('for some accounts: the rest stands, and more can follow from another phone', async () => {
		const { act, consent } = await withAdaConfirmed();

		await act(withdrawConsent, { ...everywhere, accounts: [facebook.id] }, volunteer);
		await act(withdrawConsent, { ...everywhere, accounts: [instagram.id] }, otherVolunteer);

		expect(await consent()).toMatchObject({
			status: 'confirmed',
			withdrawnAccounts: [facebook.id, instagram.id]
		});
	});

	test('in any order with other changes, withdrawn it is in the end', async () => {
		const changes: [Mutation, object, Actor][] = [
			[giveConsent, { id, ...adasYes }, volunteer],
			[editConsent, { id, changes: { limits: 'No' } }, volunteer],
			[sendBackConsent, { id, question: 'Who?' }, manager],
			[confirmConsent, { id }, manager],
			[withdrawConsent, { id, accounts: [facebook.id], how: null }, rotaMember]
		];
		for (let place = 0; place <= changes.length; place++) {
			const { act, consent } = await withAda();
			for (const change of changes.toSpliced(place, 0, [withdrawConsent, everywhere, volunteer])) {
				await act(...change);
			}

			expect(await consent()).toMatchObject({ status: 'withdrawn' });
		}
	});

	test('not about a record that is gone, nor for no account at all', async () => {
		const { act } = await withAdaConfirmed();

		expect(await act(withdrawConsent, { ...everywhere, id: idFor(9) }, volunteer)).toMatchObject({
			code: 'no-such-consent'
		});
		expect(await act(withdrawConsent, { ...everywhere, accounts: [] }, volunteer)).toMatchObject({
			code: 'bad-arguments'
		});
	});
});
