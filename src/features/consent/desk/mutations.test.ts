/** The practice manager's desk: confirming one or many, undoing that, saying no; the contact. */
import { describe, expect, test } from 'vitest';
import { readableRow } from '#domain/record.ts';
import { runMutation } from '#domain/mutation.ts';
import {
	as,
	coordinator,
	deputy,
	everyRole,
	idFor,
	manager,
	volunteer
} from '#tests/support/actors.ts';
import { adasId, withAdasYes } from '#tests/support/consent-practice.ts';
import { ada, adasYes } from '#tests/support/consents.ts';
import { giveConsent, recordConsent } from '../mutations.ts';
import { consentRecord } from '../record.ts';
import {
	confirmConsent,
	confirmTogether,
	turnDownConsent,
	unconfirmConsents
} from './mutations.ts';
import { consentContactRecord } from './record.ts';

const id = adasId;
const second = idFor(2);
const third = idFor(3);
const each = [id, second, third].map((key) => ({ id: key, checked: ['form', 'uses'] }));
const aDayMs = 86_400_000;

/** Three people of one occasion have signed; the manager took the answer of the third. */
async function three() {
	const group = await withAdasYes();
	for (const [key, who] of [
		[second, volunteer],
		[third, manager]
	] as const) {
		await group.act(recordConsent, { id: key, ...ada }, who);
		await group.act(giveConsent, { id: key, ...adasYes }, who);
	}
	return group;
}

describe('consent.confirm at the desk', () => {
	test('keeps what was looked at', async () => {
		const { act, consent } = await withAdasYes();

		await act(confirmConsent, { id, checked: ['form', 'person'] }, manager);

		expect(await consent()).toMatchObject({ confirmChecked: ['form', 'person'] });
	});

	test('takes the contact out of the consent; only the practice manager holds it then', async () => {
		const { act, consent, transaction } = await withAdasYes();
		const before = await consent();
		if (!before) throw new Error('Ada is not there.');
		await transaction.put(consentRecord, { ...before, contact: '07700 900150' });

		await act(confirmConsent, { id }, manager);

		expect(await consent()).toMatchObject({ contact: null });
		const kept = await transaction.get(consentContactRecord, id);
		expect(kept).toMatchObject({ contact: '07700 900150' });
		const holders = everyRole.filter(
			({ role }) => kept && readableRow(consentContactRecord, kept, role)
		);
		expect(holders).toEqual([manager]);
	});
});

describe('consent.confirmTogether: one tap for an occasion', () => {
	test('confirms all that may be, each with a number, never one’s own', async () => {
		const { act, consent } = await three();

		expect(await act(confirmTogether, { each }, manager)).toBeUndefined();

		expect(await consent(id)).toMatchObject({ status: 'confirmed', code: 'C-0001' });
		expect(await consent(second)).toMatchObject({
			...{ status: 'confirmed', code: 'C-0002', confirmChecked: ['form', 'uses'] }
		});
		expect(await consent(third)).toMatchObject({ status: 'given' });
	});

	test('is refused when none may be', async () => {
		const { act } = await three();

		expect(await act(confirmTogether, { each: each.slice(2) }, manager)).toMatchObject({
			code: 'your-own'
		});
	});

	test.each(everyRole.slice(1))('is not for a $role', async (who) => {
		const { act } = await three();

		expect(await act(confirmTogether, { each }, who)).toMatchObject({ code: 'role-may-not' });
	});
});

describe('consent.unconfirm: undo for what was confirmed by mistake', () => {
	test('lets them wait again, and the number stays theirs', async () => {
		const { act, consent } = await three();
		await act(confirmTogether, { each }, manager);

		expect(await act(unconfirmConsents, { ids: [id, second] }, manager)).toBeUndefined();

		expect(await consent(second)).toMatchObject({
			...{ status: 'given', code: 'C-0002', confirmedBy: null, confirmChecked: [] }
		});
		await act(confirmConsent, { id: second }, manager);
		expect(await consent(second)).toMatchObject({ status: 'confirmed', code: 'C-0002' });
	});

	test('only by whoever confirmed, and only for a day', async () => {
		const { act, transaction, consent } = await three();
		await act(confirmTogether, { each }, manager);

		expect(await act(unconfirmConsents, { ids: [id] }, deputy)).toMatchObject({ code: 'too-late' });
		const late = as(manager, as(manager).actedAt + aDayMs + 1);
		expect(await runMutation(unconfirmConsents, transaction, { ids: [id] }, late)).toMatchObject({
			code: 'too-late'
		});
		expect(await consent(id)).toMatchObject({ status: 'confirmed' });
	});
});

describe('consent.turnDown: the practice does not accept a form', () => {
	test('counts as a no, with who and why', async () => {
		const { act, consent } = await withAdasYes();

		expect(
			await act(turnDownConsent, { id, why: 'The form is not signed' }, manager)
		).toBeUndefined();

		expect(await consent()).toMatchObject({
			...{ status: 'refused', turnedDownBy: manager.personId },
			...{ turnedDownWhy: 'The form is not signed', refusedOn: '2026-11-21' }
		});
	});

	test('needs a reason, and something that waits', async () => {
		const { act } = await withAdasYes();

		expect(await act(turnDownConsent, { id, why: ' ' }, manager)).toMatchObject({ field: 'why' });
		expect(await act(turnDownConsent, { id, why: 'No' }, coordinator)).toMatchObject({
			code: 'role-may-not'
		});
		await act(turnDownConsent, { id, why: 'No' }, manager);
		expect(await act(turnDownConsent, { id, why: 'No' }, manager)).toMatchObject({
			code: 'not-waiting'
		});
	});
});
