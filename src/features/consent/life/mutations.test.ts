/** What is planned for later: a child who grows up, staff who leave. */
import { expect, test } from 'vitest';
import { coordinator, manager, rotaMember, volunteer } from '#tests/support/actors.ts';
import { adasId, practice, withAda } from '#tests/support/consent-practice.ts';
import { ben } from '#tests/support/consents.ts';
import { recordConsent } from '../mutations.ts';
import { planConsent } from './mutations.ts';

const id = adasId;

test('A child is asked anew in a month that is noted; a birthday cannot be', async () => {
	const { act, consent } = practice();
	await act(recordConsent, { ...ben, id }, volunteer);

	expect(await act(planConsent, { id, reaskIn: '2028-04-12' }, volunteer)).toMatchObject({
		field: 'reaskIn'
	});
	expect(await act(planConsent, { id, reaskIn: '2028-04' }, volunteer)).toBeUndefined();
	expect(await consent()).toMatchObject({ reaskIn: '2028-04' });
	expect(await act(planConsent, { id, reaskIn: null }, manager)).toBeUndefined();
	expect(await consent()).toMatchObject({ reaskIn: null });
});

test('An adult does not grow up', async () => {
	const { act } = await withAda();

	expect(await act(planConsent, { id, reaskIn: '2028-04' }, volunteer)).toMatchObject({
		code: 'not-a-child'
	});
});

test('Staff are asked after their last day, not before; a new last day asks anew', async () => {
	const { act, consent } = await withAda({ isStaff: true });
	await act(planConsent, { id, leavesOn: '2026-12-01' }, coordinator);

	expect(await act(planConsent, { id, isLeftReviewed: true }, coordinator)).toMatchObject({
		code: 'not-left'
	});
	await act(planConsent, { id, leavesOn: '2026-11-20' }, coordinator);
	expect(await act(planConsent, { id, isLeftReviewed: true }, coordinator)).toBeUndefined();
	expect(await consent()).toMatchObject({ leftReviewedOn: '2026-11-21' });
	await act(planConsent, { id, leavesOn: '2026-11-19' }, coordinator);
	expect(await consent()).toMatchObject({ leftReviewedOn: null });
});

test('Planning is for those who write', async () => {
	const { act } = await withAda();

	expect(await act(planConsent, { id, leavesOn: null }, rotaMember)).toMatchObject({
		code: 'role-may-not'
	});
});
