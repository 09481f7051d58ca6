/**
 * Keeping the list of contacts for help right.
 */
import { runMutation } from '#domain/mutation.ts';
import {
	aMoment,
	as,
	coordinator,
	idFor,
	manager,
	rotaMember,
	volunteer
} from '#tests/support/actors.ts';
import { memoryTransaction } from '#tests/support/memory-transaction.ts';
import { describe, expect, test } from 'vitest';
import { addContact, checkContact, editContact, removeContact } from './mutations.ts';
import { contactRecord } from './record.ts';

const contactId = idFor(200);
const monthMs = 30 * 86_400_000;
const contact = {
	id: contactId,
	role: 'safeguarding',
	name: 'Practice lead',
	phone: '01632 960001',
	email: null,
	url: null
};

async function withContact() {
	const transaction = memoryTransaction();
	await runMutation(addContact, transaction, contact, as(manager));
	return transaction;
}

describe('adding a contact', () => {
	test('a coordinator may; it counts as checked today', async () => {
		const transaction = memoryTransaction();

		const outcome = await runMutation(addContact, transaction, contact, as(coordinator));

		expect(outcome).toBeUndefined();
		expect(await transaction.get(contactRecord, contactId)).toMatchObject({
			name: 'Practice lead',
			checkedOn: '2026-11-21'
		});
	});

	test('a volunteer may not', async () => {
		const outcome = await runMutation(addContact, memoryTransaction(), contact, as(volunteer));

		expect(outcome).toMatchObject({ code: 'role-may-not' });
	});

	test('needs a way to reach it', async () => {
		const nowhere = { ...contact, phone: null };

		const outcome = await runMutation(addContact, memoryTransaction(), nowhere, as(manager));

		expect(outcome).toMatchObject({ code: 'no-way-to-reach' });
	});

	test('works once', async () => {
		const outcome = await runMutation(addContact, await withContact(), contact, as(manager));

		expect(outcome).toMatchObject({ code: 'already-here' });
	});

	test.each([['javascript:alert(1)'], ['http://example.com'], ['https://'], ['example.com']])(
		'takes no link like %s',
		async (url) => {
			const outcome = await runMutation(
				addContact,
				memoryTransaction(),
				{ ...contact, url },
				as(manager)
			);

			expect(outcome).toMatchObject({ code: 'bad-arguments', field: 'url' });
		}
	);
});

describe('changing a contact', () => {
	test('a coordinator may; it counts as checked on that day', async () => {
		const transaction = await withContact();
		const args = { id: contactId, changes: { name: 'New lead' } };

		const outcome = await runMutation(
			editContact,
			transaction,
			args,
			as(coordinator, aMoment + monthMs)
		);

		expect(outcome).toBeUndefined();
		expect(await transaction.get(contactRecord, contactId)).toMatchObject({
			name: 'New lead',
			phone: '01632 960001',
			checkedOn: '2026-12-21'
		});
	});

	test('a volunteer may not', async () => {
		const args = { id: contactId, changes: { name: 'New lead' } };

		const outcome = await runMutation(editContact, await withContact(), args, as(volunteer));

		expect(outcome).toMatchObject({ code: 'role-may-not' });
	});

	test('the last way to reach it stays', async () => {
		const args = { id: contactId, changes: { phone: null } };

		const outcome = await runMutation(editContact, await withContact(), args, as(manager));

		expect(outcome).toMatchObject({ code: 'no-way-to-reach' });
	});

	test('is refused when it is gone, and for a role that we do not have', async () => {
		const gone = { id: contactId, changes: { name: 'New lead' } };
		const odd = { id: contactId, changes: { role: 'wizard' } };

		const missing = await runMutation(editContact, memoryTransaction(), gone, as(manager));
		const wrong = await runMutation(editContact, await withContact(), odd, as(manager));

		expect([missing?.code, wrong?.code]).toEqual(['no-such-contact', 'bad-arguments']);
	});
});

describe('removing a contact', () => {
	test('a coordinator may', async () => {
		const transaction = await withContact();

		const outcome = await runMutation(
			removeContact,
			transaction,
			{ id: contactId },
			as(coordinator)
		);

		expect(outcome).toBeUndefined();
		expect(await transaction.get(contactRecord, contactId)).toBeUndefined();
	});

	test('a volunteer may not', async () => {
		const outcome = await runMutation(
			removeContact,
			await withContact(),
			{ id: contactId },
			as(volunteer)
		);

		expect(outcome).toMatchObject({ code: 'role-may-not' });
	});

	test('is refused when it is gone, and without an id', async () => {
		const transaction = memoryTransaction();

		const gone = await runMutation(removeContact, transaction, { id: contactId }, as(manager));
		const without = await runMutation(removeContact, transaction, {}, as(manager));

		expect([gone?.code, without?.code]).toEqual(['no-such-contact', 'bad-arguments']);
	});
});

describe('checking a contact', () => {
	test('a volunteer may say that it is right today', async () => {
		const transaction = await withContact();

		const outcome = await runMutation(
			checkContact,
			transaction,
			{ id: contactId },
			as(volunteer, aMoment + monthMs)
		);

		expect(outcome).toBeUndefined();
		expect(await transaction.get(contactRecord, contactId)).toMatchObject({
			checkedOn: '2026-12-21'
		});
	});

	test('a rota member may not', async () => {
		const outcome = await runMutation(
			checkContact,
			await withContact(),
			{ id: contactId },
			as(rotaMember)
		);

		expect(outcome).toMatchObject({ code: 'role-may-not' });
	});

	test('is refused when it is gone, and without an id', async () => {
		const transaction = memoryTransaction();

		const gone = await runMutation(checkContact, transaction, { id: contactId }, as(manager));
		const without = await runMutation(checkContact, transaction, {}, as(manager));

		expect([gone?.code, without?.code]).toEqual(['no-such-contact', 'bad-arguments']);
	});
});
