/**
 * Keeping the register of accounts, without a single password.
 */
import { runMutation } from '#domain/mutation.ts';
import {
	aMoment,
	as,
	coordinator,
	deputy,
	everyRole,
	idFor,
	manager,
	otherVolunteer,
	volunteer
} from '#tests/support/actors.ts';
import { aGroup, keepPerson } from '#tests/support/group.ts';
import { describe, expect, test } from 'vitest';
import { addAccount, checkAccount, closeAccount, editAccount, reopenAccount } from './mutations.ts';
import { accountRecord } from './record.ts';

const id = idFor(1);
const args = {
	id,
	name: 'Our page',
	platform: 'facebook',
	profileUrl: 'https://example.com/ourpage',
	purpose: 'News for patients',
	group: 'All accounts',
	ownerId: volunteer.personId,
	deputyId: null,
	postsPerWeek: 2,
	accessNote: 'In the practice safe. The practice manager can get in.',
	hasTwoStep: false,
	showsHours: false
};
const laterMs = 100 * 86_400_000;

async function withAccount() {
	const transaction = await aGroup();
	await runMutation(addAccount, transaction, args, as(manager));
	return transaction;
}

async function withClosed() {
	const transaction = await withAccount();
	await runMutation(closeAccount, transaction, { id }, as(manager));
	return transaction;
}

describe('adding an account', () => {
	test('a coordinator may', async () => {
		const transaction = await aGroup();

		const outcome = await runMutation(addAccount, transaction, args, as(coordinator));

		expect(outcome).toBeUndefined();
		expect(await transaction.get(accountRecord, id)).toMatchObject({
			...args,
			status: 'active',
			closedOn: null,
			checkedOn: '2026-11-21'
		});
	});

	test.each(everyRole.slice(2))('a $role may not', async (actor) => {
		const outcome = await runMutation(addAccount, await aGroup(), args, as(actor));

		expect(outcome).toMatchObject({ code: 'role-may-not' });
	});

	test('works once', async () => {
		const outcome = await runMutation(addAccount, await withAccount(), args, as(manager));

		expect(outcome).toMatchObject({ code: 'already-here' });
	});

	test.each(['name', 'purpose', 'group', 'accessNote', 'profileUrl'])(
		'keeps no password in the field %s',
		async (field) => {
			const hidden =
				field === 'profileUrl' ? 'https://example.com/?password=1' : 'password: sesame';

			const outcome = await runMutation(
				addAccount,
				await aGroup(),
				{ ...args, [field]: hidden },
				as(manager)
			);

			expect(outcome).toMatchObject({ code: 'looks-like-password', field });
		}
	);

	test('someone who left the group cannot look after it', async () => {
		const transaction = await aGroup();
		await keepPerson(transaction, deputy.personId, 'volunteer', { leftOn: '2026-10-01' });
		const withLeaver = { ...args, deputyId: deputy.personId };

		const outcome = await runMutation(addAccount, transaction, withLeaver, as(manager));

		expect(outcome).toMatchObject({ code: 'not-in-group', field: 'deputyId' });
	});

	test('nobody stands in for themself', async () => {
		const alone = { ...args, deputyId: args.ownerId };

		const outcome = await runMutation(addAccount, await aGroup(), alone, as(manager));

		expect(outcome).toMatchObject({ code: 'needs-two', field: 'deputyId' });
	});

	test.each([
		['no name', { name: ' ' }, 'name'],
		['no platform', { platform: '' }, 'platform'],
		['a link that could run code', { profileUrl: 'javascript:alert(1)' }, 'profileUrl'],
		['more posts than there are hours', { postsPerWeek: 200 }, 'postsPerWeek'],
		['a field that we do not have', { password: 'x' }, '']
	])('is refused with %s', async (_what, wrong, field) => {
		const outcome = await runMutation(
			addAccount,
			await aGroup(),
			{ ...args, ...wrong },
			as(manager)
		);

		expect(outcome).toMatchObject({ code: 'bad-arguments', field });
	});
});

describe('changing an account', () => {
	test('a coordinator may, and what is not given stays', async () => {
		const transaction = await withAccount();
		const change = { id, changes: { purpose: 'Events', deputyId: coordinator.personId } };

		const outcome = await runMutation(editAccount, transaction, change, as(coordinator));

		expect(outcome).toBeUndefined();
		expect(await transaction.get(accountRecord, id)).toMatchObject({
			name: 'Our page',
			purpose: 'Events',
			ownerId: volunteer.personId,
			deputyId: coordinator.personId
		});
	});

	test('a volunteer may not', async () => {
		const change = { id, changes: { purpose: 'Events' } };

		const outcome = await runMutation(editAccount, await withAccount(), change, as(volunteer));

		expect(outcome).toMatchObject({ code: 'role-may-not' });
	});

	test('keeps no password', async () => {
		const change = { id, changes: { accessNote: 'pw: sesame' } };

		const outcome = await runMutation(editAccount, await withAccount(), change, as(manager));

		expect(outcome).toMatchObject({ code: 'looks-like-password', field: 'accessNote' });
	});

	test('is refused once it is closed, gone, or with a field that we do not have', async () => {
		const change = { id, changes: { purpose: 'Events' } };
		const odd = { id, changes: { status: 'closed' } };

		const closed = await runMutation(editAccount, await withClosed(), change, as(manager));
		const gone = await runMutation(editAccount, await aGroup(), change, as(manager));
		const wrong = await runMutation(editAccount, await withAccount(), odd, as(manager));

		expect([closed?.code, gone?.code, wrong?.code]).toEqual([
			'is-closed',
			'no-such-account',
			'bad-arguments'
		]);
	});
});

describe('closing an account', () => {
	test('a coordinator may, with the day', async () => {
		const transaction = await withAccount();

		const outcome = await runMutation(closeAccount, transaction, { id }, as(coordinator));

		expect(outcome).toBeUndefined();
		expect(await transaction.get(accountRecord, id)).toMatchObject({
			status: 'closed',
			closedOn: '2026-11-21'
		});
	});

	test('a volunteer may not', async () => {
		const outcome = await runMutation(closeAccount, await withAccount(), { id }, as(volunteer));

		expect(outcome).toMatchObject({ code: 'role-may-not' });
	});

	test('is refused when it is closed or gone, and without an id', async () => {
		const twice = await runMutation(closeAccount, await withClosed(), { id }, as(manager));
		const gone = await runMutation(closeAccount, await aGroup(), { id }, as(manager));
		const without = await runMutation(closeAccount, await aGroup(), {}, as(manager));

		expect([twice?.code, gone?.code, without?.code]).toEqual([
			'already-closed',
			'no-such-account',
			'bad-arguments'
		]);
	});
});

describe('opening an account again', () => {
	test('a coordinator may', async () => {
		const transaction = await withClosed();

		const outcome = await runMutation(reopenAccount, transaction, { id }, as(coordinator));

		expect(outcome).toBeUndefined();
		expect(await transaction.get(accountRecord, id)).toMatchObject({
			status: 'active',
			closedOn: null
		});
	});

	test('a volunteer may not', async () => {
		const outcome = await runMutation(reopenAccount, await withClosed(), { id }, as(volunteer));

		expect(outcome).toMatchObject({ code: 'role-may-not' });
	});

	test('is refused when it is open or gone, and without an id', async () => {
		const open = await runMutation(reopenAccount, await withAccount(), { id }, as(manager));
		const gone = await runMutation(reopenAccount, await aGroup(), { id }, as(manager));
		const without = await runMutation(reopenAccount, await aGroup(), {}, as(manager));

		expect([open?.code, gone?.code, without?.code]).toEqual([
			'already-open',
			'no-such-account',
			'bad-arguments'
		]);
	});
});

describe('checking an account', () => {
	const later = aMoment + laterMs;

	test.each([
		['the person who looks after it', volunteer],
		['a coordinator', coordinator]
	])('%s may', async (_who, actor) => {
		const transaction = await withAccount();

		const outcome = await runMutation(checkAccount, transaction, { id }, as(actor, later));

		expect(outcome).toBeUndefined();
		expect(await transaction.get(accountRecord, id)).toMatchObject({ checkedOn: '2027-03-01' });
	});

	test('another volunteer may not', async () => {
		const outcome = await runMutation(
			checkAccount,
			await withAccount(),
			{ id },
			as(otherVolunteer)
		);

		expect(outcome).toMatchObject({ code: 'not-yours' });
	});

	test('is refused when it is closed or gone, and without an id', async () => {
		const closed = await runMutation(checkAccount, await withClosed(), { id }, as(manager));
		const gone = await runMutation(checkAccount, await aGroup(), { id }, as(manager));
		const without = await runMutation(checkAccount, await aGroup(), {}, as(manager));

		expect([closed?.code, gone?.code, without?.code]).toEqual([
			'is-closed',
			'no-such-account',
			'bad-arguments'
		]);
	});
});
