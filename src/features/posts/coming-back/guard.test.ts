/** What undo and the choice between two versions may not do to a post that someone said yes to. */
import { beforeEach, describe, expect, test } from 'vitest';
import { runMutation } from '#domain/mutation.ts';
import { overlapRecord } from '#domain/overlap.ts';
import type { Actor } from '#domain/roles.ts';
import { settleName, undoName } from '#domain/standard-names.ts';
import { registry } from '#features/registry.ts';
import { as, coordinator, idFor, manager, volunteer } from '#tests/support/actors.ts';
import { postId, postsOfTests } from '#tests/support/posts.ts';
import { postRecord, type Post } from '../record.ts';
import { asDraft } from '../rules.ts';

const uuid = idFor(9);
const overlapId = idFor(8);
let plan: Awaited<ReturnType<typeof postsOfTests>>;

beforeEach(async () => {
	plan = await postsOfTests();
	await plan.draft();
});

async function isReady() {
	expect(await plan.does(volunteer, 'post.make-ready', { looks: [] })).toBeUndefined();
}

async function isApproved() {
	await isReady();
	expect(await plan.does(manager, 'post.approve')).toBeUndefined();
}

async function isPosted() {
	await isApproved();
	const [accountId] = (await plan.post()).accounts;
	const url = 'https://example.com/1';
	expect(await plan.does(volunteer, 'post.mark-posted', { accountId, url })).toBeUndefined();
}

function does(name: string, args: object, who: Actor) {
	const mutation = registry.mutationNamed(name);
	if (!mutation) throw new Error(`There is no '${name}'.`);
	return runMutation(mutation, plan.transaction, args, as(who));
}

/** What undo would put back, after some change by this person. */
function undoes(who: Actor, name: string, before: object) {
	plan.transaction.remember(uuid, {
		...{ name, personId: who.personId },
		effects: [{ kind: 'post', id: postId, before: { ...before }, after: {} }],
		isLatest: () => Promise.resolve(true)
	});
	return does(undoName, { uuid }, who);
}

/** Two people wrote at once; this person takes the version that does not stand. */
async function chooses(who: Actor, field: keyof Post, other: unknown) {
	await plan.transaction.put(
		overlapRecord,
		overlapRecord.schema.parse({
			...{ id: overlapId, createdAt: 0, createdBy: volunteer.personId },
			...{ recordKind: 'post', recordId: postId, field, stands: '', other },
			...{ about: `post/${postId}`, title: 'Flu clinic' },
			...{ standsBy: volunteer.personId, standsAt: 1, otherBy: who.personId, otherAt: 1 },
			settledBy: null
		})
	);
	return does(settleName, { id: overlapId, keep: 'other' }, who);
}

describe.each([
	['ready', isReady, 'is-agreed'],
	['approved', isApproved, 'is-agreed'],
	['posted', isPosted, 'already-posted']
] as const)('a post that is %s', (status, comesThere, code) => {
	beforeEach(comesThere);

	test.each([volunteer, manager])('keeps its words when two versions are settled', async (who) => {
		expect(await chooses(who, 'text', 'Other words.')).toMatchObject({ code });
		expect(await plan.post()).toMatchObject({ status, text: 'Flu jabs start on Saturday.' });
	});

	test.each([
		['text', 'Other words.'],
		['credit', 'Someone else'],
		['accounts', []]
	])('keeps its %s when a change is undone', async (field, other) => {
		expect(await undoes(volunteer, 'post.edit', { [field]: other })).toMatchObject({ code });
		expect(await plan.post()).not.toMatchObject({ [field]: other });
	});
});

describe('a post that is agreed', () => {
	test('may go back to the day it was moved from, until it is out', async () => {
		await isApproved();
		expect(await undoes(volunteer, 'post.move', { plannedOn: '2026-12-01' })).toBeUndefined();
		expect(await plan.post()).toMatchObject({ plannedOn: '2026-12-01', status: 'approved' });
	});

	test('may be a draft again when “ready” is undone', async () => {
		const draft = await plan.post();
		await isReady();
		const { status, looks, readyBy, readyAt } = draft;

		const before = { status, looks, readyBy, readyAt };
		expect(await undoes(volunteer, 'post.make-ready', before)).toBeUndefined();
		expect(await plan.post()).toMatchObject({ status: 'draft', readyBy: null });
	});

	test('comes back whole when the change that made it a draft is undone', async () => {
		await isApproved();
		const approved = await plan.post();
		await plan.does(volunteer, 'post.edit', { changes: { text: 'A slip.' } });

		expect(await undoes(volunteer, 'post.edit', approved)).toBeUndefined();
		expect(await plan.post()).toMatchObject({
			status: 'approved',
			text: 'Flu jabs start on Saturday.',
			approvedBy: manager.personId
		});
	});
});

describe('a post that was sent back', () => {
	let approved: Post;

	beforeEach(async () => {
		await isApproved();
		approved = await plan.post();
		const reason = 'The time is wrong';
		expect(await plan.does(coordinator, 'post.send-back', { reason })).toBeUndefined();
	});

	test('is not approved again by a coordinator who undoes it', async () => {
		const outcome = await undoes(coordinator, 'post.send-back', approved);

		expect(outcome).toMatchObject({ code: 'was-sent-back' });
		expect(await plan.post()).toMatchObject({ status: 'draft', approvedBy: null });
	});

	test('nor by a choice between two versions', async () => {
		expect(await chooses(volunteer, 'status', 'approved')).toMatchObject({ code: 'was-sent-back' });
	});

	test('is approved again by the practice manager', async () => {
		expect(await undoes(manager, 'post.send-back', approved)).toBeUndefined();
		expect(await plan.post()).toMatchObject({ status: 'approved' });
	});
});

describe('a yes to other words', () => {
	test.each([
		['status', 'ready'],
		['status', 'approved'],
		['approvedBy', manager.personId],
		['readyBy', volunteer.personId]
	] as const)('does not come back by choosing its %s %s', async (field, other) => {
		await isApproved();
		await plan.transaction.put(postRecord, {
			...asDraft(await plan.post()),
			text: 'Other words that nobody has agreed to.'
		});

		expect(await chooses(volunteer, field, other)).toMatchObject({ code: 'yes-not-whole' });
		expect(await plan.post()).toMatchObject({ status: 'draft' });
	});
});
