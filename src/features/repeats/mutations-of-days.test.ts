/** Skipping and writing single days of a repeating post. */
import { beforeEach, describe, expect, test } from 'vitest';
import { accountRecord } from '#features/accounts/record.ts';
import { postRecord } from '#features/posts/record.ts';
import { coordinator, idFor, otherVolunteer, volunteer } from '#tests/support/actors.ts';
import { facebook, xAccount } from '#tests/support/posts.ts';
import { monday, repeatId, repeatsOfTests } from '#tests/support/repeats.ts';

const postId = idFor(600);

let plan: Awaited<ReturnType<typeof repeatsOfTests>>;

beforeEach(async () => {
	plan = await repeatsOfTests();
});

describe('skipping one day', () => {
	test('leaves out that day only, and it can be put back', async () => {
		await plan.keep();

		await plan.does(volunteer, 'post-repeat.skip', { plannedOn: '2026-11-30' });
		await plan.does(coordinator, 'post-repeat.skip', { plannedOn: monday });
		expect(await plan.kept()).toMatchObject({ skippedOn: [monday, '2026-11-30'] });

		await plan.does(volunteer, 'post-repeat.bring-back', { plannedOn: monday });
		expect(await plan.kept()).toMatchObject({ skippedOn: ['2026-11-30'] });
	});

	test.each([
		['a day on which it does not come', '2026-11-24', 'not-on-that-day'],
		['a day that is left out already', '2026-11-30', 'is-skipped'],
		['a day that has its post', '2026-12-07', 'already-written']
	])('%s is refused', async (_, plannedOn, code) => {
		await plan.keep({ skippedOn: ['2026-11-30'], writtenOn: ['2026-12-07'] });

		expect(await plan.does(volunteer, 'post-repeat.skip', { plannedOn })).toMatchObject({ code });
	});

	test('a day that is not left out cannot be put back', async () => {
		await plan.keep();

		expect(
			await plan.does(volunteer, 'post-repeat.bring-back', { plannedOn: monday })
		).toMatchObject({
			code: 'not-skipped'
		});
	});
});

describe('writing one day', () => {
	test('makes a draft for that day that knows where it comes from', async () => {
		await plan.keep();

		await plan.does(volunteer, 'post-repeat.write', { plannedOn: monday, postId });

		expect(await plan.transaction.get(postRecord, postId)).toMatchObject({
			title: 'The group meets',
			text: 'Come and meet us.',
			status: 'draft',
			plannedOn: monday,
			plannedTime: '18:00',
			repeatId,
			accounts: [facebook],
			aim: 'ppg-work',
			createdBy: volunteer.personId
		});
		expect(await plan.kept()).toMatchObject({ writtenOn: [monday] });
	});

	test('when two people do it apart, the second is told, and there is one post', async () => {
		await plan.keep();
		await plan.does(volunteer, 'post-repeat.write', { plannedOn: monday, postId });

		const again = { plannedOn: monday, postId: idFor(601) };
		expect(await plan.does(coordinator, 'post-repeat.write', again)).toMatchObject({
			code: 'already-written'
		});
		expect(await plan.transaction.get(postRecord, idFor(601))).toBeUndefined();
	});

	test('an account that has closed since is left out', async () => {
		await plan.keep({ accounts: [facebook, xAccount] });
		const account = await plan.transaction.get(accountRecord, xAccount);
		if (account) await plan.transaction.put(accountRecord, { ...account, status: 'closed' });

		await plan.does(volunteer, 'post-repeat.write', { plannedOn: monday, postId });

		expect(await plan.transaction.get(postRecord, postId)).toMatchObject({ accounts: [facebook] });
	});

	test('someone who has not signed the pledge is asked to', async () => {
		await plan.keep();

		expect(
			await plan.does(otherVolunteer, 'post-repeat.write', { plannedOn: monday, postId })
		).toMatchObject({ code: 'pledge-needed' });
	});

	test.each([
		['a day that is over', '2026-11-16', 'day-is-past'],
		['a day on which it does not come', '2026-11-25', 'not-on-that-day'],
		['a day that is left out', '2026-11-30', 'is-skipped']
	])('%s is refused', async (_, plannedOn, code) => {
		await plan.keep({ skippedOn: ['2026-11-30'] });

		expect(await plan.does(volunteer, 'post-repeat.write', { plannedOn, postId })).toMatchObject({
			code
		});
	});
});
