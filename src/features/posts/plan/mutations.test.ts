/** Moving and copying posts: who may, what a move changes, and what is refused. */
import { beforeEach, describe, expect, test } from 'vitest';
import { runMutation } from '#domain/mutation.ts';
import type { Actor } from '#domain/roles.ts';
import { accountRecord } from '#features/accounts/record.ts';
import {
	as,
	coordinator,
	idFor,
	manager,
	otherVolunteer,
	reader,
	rotaMember,
	volunteer
} from '#tests/support/actors.ts';
import { facebook, postId, postsOfTests, xAccount } from '#tests/support/posts.ts';
import { postRecord, type Post } from '../record.ts';
import { newPost } from '../rules.ts';
import { copyPost, movePost } from './mutations.ts';

const newId = idFor(2);
const thursday = '2026-11-26';
const friday = '2026-11-27';

let { transaction }: Awaited<ReturnType<typeof postsOfTests>> = await postsOfTests();

beforeEach(async () => {
	({ transaction } = await postsOfTests());
});

const move = (who: Actor, plannedOn: string, evenAsDraft = false) =>
	runMutation(movePost, transaction, { id: postId, plannedOn, evenAsDraft }, as(who));
const copy = (who: Actor, args: object = {}) => {
	const all = { id: postId, newId, accounts: [facebook], plannedOn: friday, ...args };
	return runMutation(copyPost, transaction, all, as(who));
};
const kept = (id = postId) => transaction.get(postRecord, id);

function keep(more: Partial<Post> = {}): Promise<void> {
	const made = { id: postId, createdAt: 0, createdBy: volunteer.personId };
	const words = {
		...{ title: 'Flu clinic', text: 'Flu jabs start on Saturday.', accounts: [facebook] },
		...{ plannedOn: thursday, plannedTime: '18:00', aim: 'health-campaign' as const }
	};
	return transaction.put(postRecord, { ...newPost(made, words), ...more });
}

const approved: Partial<Post> = {
	status: 'approved',
	readyBy: volunteer.personId,
	approvedBy: manager.personId,
	approvedAt: 5
};
/** A picture that has been removed since: it may not go out on any day. */
const withBadPicture = { pictures: [{ photoId: idFor(300), alt: 'The clinic' }] };

describe('moving a post to another day', () => {
	test.each([manager, coordinator, volunteer])(
		'a $role may, and only the day changes',
		async (who) => {
			await keep();
			const before = await kept();

			expect(await move(who, friday)).toBeUndefined();

			expect(await kept()).toEqual({ ...before, plannedOn: friday });
		}
	);

	test.each([rotaMember, reader])('a $role may not', async (who) => {
		await keep();

		expect(await move(who, friday)).toMatchObject({ code: 'role-may-not' });
	});

	test('a post without a day gets one', async () => {
		await keep({ plannedOn: null, status: 'idea' });

		await move(volunteer, friday);

		expect(await kept()).toMatchObject({ plannedOn: friday, status: 'idea' });
	});

	test('what was approved stays so when all is well on the new day', async () => {
		await keep(approved);

		await move(volunteer, friday);

		expect(await kept()).toMatchObject({ ...approved, plannedOn: friday });
	});

	test('what may not go out then is not moved, until the person says: as a draft', async () => {
		await keep({ ...approved, ...withBadPicture });

		const refusal = await move(volunteer, friday);
		expect(refusal).toMatchObject({ code: 'needs-draft' });
		expect(refusal?.message).not.toBe('');
		expect(await kept()).toMatchObject({ plannedOn: thursday, status: 'approved' });

		expect(await move(volunteer, friday, true)).toBeUndefined();
		expect(await kept()).toMatchObject({ plannedOn: friday, status: 'draft', approvedBy: null });
	});

	test('to say "as a draft" where nothing is wrong takes no yes away', async () => {
		await keep(approved);

		await move(volunteer, friday, true);

		expect(await kept()).toMatchObject({ status: 'approved' });
	});

	test('to its own day changes nothing', async () => {
		await keep({ ...approved, plannedOn: '2026-11-20' });
		const before = await kept();

		expect(await move(volunteer, '2026-11-20')).toBeUndefined();
		expect(await kept()).toEqual(before);
	});

	test.each<[string, Partial<Post>, string, string]>([
		['a day that is over', {}, '2026-11-20', 'day-is-past'],
		['a post that is out', { status: 'posted' }, friday, 'already-posted'],
		[
			'a post that is out on one account',
			{ ...approved, postings: [{ accountId: facebook, url: '', at: 5, by: volunteer.personId }] },
			friday,
			'already-posted'
		],
		['a dropped post', { status: 'dropped' }, friday, 'is-dropped']
	])('%s is refused', async (_, more, day, code) => {
		await keep(more);

		expect(await move(volunteer, day)).toMatchObject({ code });
	});

	test('a post that is gone is said so, and a day that is none is not taken', async () => {
		expect(await move(volunteer, friday)).toMatchObject({ code: 'no-such-post' });
		expect(await move(volunteer, '2026-02-30')).toMatchObject({
			code: 'bad-arguments',
			field: 'plannedOn'
		});
	});
});

describe('copying a post', () => {
	test.each([manager, coordinator, volunteer])('a $role may', async (who) => {
		await keep();

		expect(await copy(who)).toBeUndefined();
		expect(await kept(newId)).toMatchObject({ createdBy: who.personId, status: 'draft' });
	});

	test.each([rotaMember, reader])('a $role may not', async (who) => {
		await keep();

		expect(await copy(who)).toMatchObject({ code: 'role-may-not' });
	});

	test('takes the words to other accounts and another day, and nothing that was agreed', async () => {
		await keep({
			...approved,
			status: 'posted',
			looks: [{ check: 'PC-01', reason: 'It is our own', by: volunteer.personId }],
			sentBack: 'Once more',
			postings: [{ accountId: facebook, url: 'https://a.example', at: 5, by: volunteer.personId }],
			repeatId: idFor(9),
			writerId: coordinator.personId
		});

		await copy(volunteer, { accounts: [xAccount] });

		expect(await kept(newId)).toMatchObject({
			title: 'Flu clinic',
			text: 'Flu jabs start on Saturday.',
			aim: 'health-campaign',
			plannedTime: '18:00',
			accounts: [xAccount],
			plannedOn: friday,
			status: 'draft',
			looks: [],
			readyBy: null,
			approvedBy: null,
			approvedAt: null,
			sentBack: '',
			postings: [],
			repeatId: null,
			writerId: null
		});
		expect(await kept()).toMatchObject({ status: 'posted', accounts: [facebook] });
	});

	test('of an idea is an idea, and may be without a day and an account', async () => {
		await keep({ status: 'idea' });

		await copy(volunteer, { accounts: [], plannedOn: null });

		expect(await kept(newId)).toMatchObject({ status: 'idea', accounts: [], plannedOn: null });
	});

	test('twice makes one copy', async () => {
		await keep();
		await copy(volunteer);

		expect(await copy(volunteer)).toMatchObject({ code: 'already-there' });
	});

	test('to an account that is closed, or to a day that is over, is refused', async () => {
		await keep();
		const account = await transaction.get(accountRecord, xAccount);
		if (account) await transaction.put(accountRecord, { ...account, status: 'closed' });

		expect(await copy(volunteer, { accounts: [xAccount] })).toMatchObject({
			code: 'no-such-account'
		});
		expect(await copy(volunteer, { plannedOn: '2026-11-20' })).toMatchObject({
			code: 'day-is-past'
		});
	});

	test('needs the pledge, as a first post does', async () => {
		await keep();

		expect(await copy(otherVolunteer)).toMatchObject({ code: 'pledge-needed' });
	});

	test('of a post that is gone is refused, and so is what cannot be read', async () => {
		expect(await copy(volunteer)).toMatchObject({ code: 'no-such-post' });
		expect(await copy(volunteer, { accounts: ['x'] })).toMatchObject({ code: 'bad-arguments' });
	});
});
