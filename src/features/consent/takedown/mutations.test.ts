/** Taking a yes back, and the list of what has to come down: made, worked through, told. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { Mutation } from '#domain/mutation.ts';
import type { Actor } from '#domain/roles.ts';
import { emptyContent, postRecord, type Post } from '#features/posts/record.ts';
import {
	aMoment,
	coordinator,
	deputy,
	idFor,
	manager,
	reader,
	rotaMember,
	volunteer
} from '#tests/support/actors.ts';
import { adasId, withAdaConfirmed, withAdasYes } from '#tests/support/consent-practice.ts';
import { facebook, instagram, photoOf } from '#tests/support/consents.ts';
import { photoRecord } from '../record.ts';
import {
	askRemoval,
	lookAgainTakeDown,
	markTakeDown,
	noteLeftOver,
	takeDownMutations,
	tellTakeDown,
	withdrawConsent
} from './mutations.ts';
import { takeDownPlaces, takeDownRecord } from './record.ts';
import { itemsLeft, takeDownDueOn } from './rules.ts';

const id = adasId;
const postId = idFor(0x90);
const onFacebook = `post/${postId}/${facebook.id}`;
const onInstagram = `post/${postId}/${instagram.id}`;
const everything = { id, accounts: null, how: null };
let group: Awaited<ReturnType<typeof withAdaConfirmed>>;

const list = () => group.transaction.get(takeDownRecord, id);
const keys = async () => (await list())?.items.map(({ key }) => key) ?? [];
const act = (mutation: Mutation, args: object, who: Actor = volunteer) =>
	group.act(mutation, args, who);
const mark = (some: string[], outcome: string, why = '', who: Actor = volunteer) =>
	act(markTakeDown, { id, keys: some, outcome, why }, who);

function aPost(changes: Partial<Post> = {}): Post {
	const posting = (account: { id: string }) => ({
		...{ accountId: account.id, url: 'https://example.org/1', at: aMoment },
		by: volunteer.personId
	});
	return postRecord.schema.parse({
		...emptyContent,
		...{ id: postId, createdAt: aMoment, createdBy: volunteer.personId, title: 'Flu clinic' },
		...{ status: 'posted', pictures: [{ photoId: photoOf().id, alt: 'Ada' }] },
		...{ postings: [posting(facebook), posting(instagram)] },
		...changes
	});
}

beforeEach(async () => {
	group = await withAdaConfirmed();
	await group.transaction.put(photoRecord, photoOf({ consentIds: [id] }));
	await group.transaction.put(postRecord, aPost());
});

describe('consent.withdraw: taking a yes back', () => {
	test('everywhere: each posting of each post and every place goes on the list', async () => {
		expect(await act(withdrawConsent, everything, rotaMember)).toBeUndefined();

		expect(await group.consent()).toMatchObject({ status: 'withdrawn', withdrawnOn: '2026-11-21' });
		expect(await keys()).toEqual([
			onFacebook,
			onInstagram,
			...takeDownPlaces.map((place) => `place/${place}`)
		]);
		expect(await list()).toMatchObject({
			...{ scope: 'all', state: 'open', askedOn: '2026-11-21', postIds: [postId], toldOn: null }
		});
	});

	test('on some accounts: only what is there, and the yes stands elsewhere', async () => {
		await act(withdrawConsent, { id, accounts: [facebook.id], how: null });

		expect(await group.consent()).toMatchObject({
			...{ status: 'confirmed', withdrawnAccounts: [facebook.id] }
		});
		const found = await keys();
		expect(found).toContain(onFacebook);
		expect(found).not.toContain(onInstagram);
		expect(found).toContain('place/albums');
		expect(found).not.toContain('place/newsletter');
	});

	test('in some pictures: posts with other pictures stay', async () => {
		const other = photoOf({ id: idFor(0x51), hash: 'b'.repeat(64), consentIds: [id] });
		await group.transaction.put(photoRecord, other);
		const otherPost = aPost({ id: idFor(0x91), pictures: [{ photoId: other.id, alt: 'Ada' }] });
		await group.transaction.put(postRecord, otherPost);

		await act(withdrawConsent, { ...everything, photos: [other.id] });

		expect(await group.consent()).toMatchObject({
			...{ status: 'confirmed', withdrawnPhotos: [other.id], withdrawnAccounts: [] }
		});
		expect((await list())?.postIds).toEqual([otherPost.id]);
	});

	test('accounts or pictures, not both at once', async () => {
		const args = { id, accounts: [facebook.id], photos: [photoOf().id], how: null };

		expect(await act(withdrawConsent, args)).toMatchObject({ code: 'one-at-a-time' });
	});

	test('what has gone out may stay, when the person says so', async () => {
		await act(withdrawConsent, { ...everything, keepsPosts: true });

		expect(await group.consent()).toMatchObject({ status: 'withdrawn', keepsPosts: true });
		expect(await list()).toBeUndefined();
	});

	test('posts that tell their story go on the list too', async () => {
		const story = aPost({ id: idFor(0x92), pictures: [], wordConsentIds: [id] });
		await group.transaction.put(postRecord, story);

		await act(withdrawConsent, everything);

		expect((await list())?.postIds).toEqual([postId, story.id]);
	});

	test('posts that went out on one of two accounts so far are on it', async () => {
		const [one] = aPost().postings;
		await group.transaction.put(
			postRecord,
			aPost({ status: 'approved', postings: one ? [one] : [] })
		);

		await act(withdrawConsent, everything);

		expect(await keys()).toContain(onFacebook);
		expect(await keys()).not.toContain(onInstagram);
	});

	test('a second time adds what is new, and keeps what was settled', async () => {
		await act(withdrawConsent, { id, accounts: [facebook.id], how: null });
		await mark([onFacebook], 'removed');

		await act(withdrawConsent, everything);

		const items = (await list())?.items ?? [];
		expect(items.find(({ key }) => key === onFacebook)).toMatchObject({ outcome: 'removed' });
		expect(items.find(({ key }) => key === onInstagram)).toMatchObject({ outcome: 'open' });
		expect(await list()).toMatchObject({ scope: 'all' });
	});

	test('before the practice confirmed it: the library, shared folders and the phone', async () => {
		group = await withAdasYes();

		await act(withdrawConsent, everything);

		expect(await keys()).toEqual(['place/library', 'place/cloud', 'place/phones']);
	});

	test('is not for readers, and not for a consent that is not there', async () => {
		expect(await act(withdrawConsent, everything, reader)).toMatchObject({ code: 'role-may-not' });
		expect(await act(withdrawConsent, { ...everything, id: idFor(9) })).toMatchObject({
			code: 'no-such-consent'
		});
	});
});

test('consent.askRemoval: old posts come down, and the yes stands', async () => {
	expect(await act(askRemoval, { id, how: 'By phone' }, rotaMember)).toBeUndefined();

	expect(await group.consent()).toMatchObject({ status: 'confirmed', withdrawnHow: 'By phone' });
	expect(await list()).toMatchObject({ scope: 'posts', state: 'open' });
	expect(await act(askRemoval, { id: idFor(9), how: null })).toMatchObject({
		code: 'no-such-consent'
	});
});

describe('takeDown.mark: what became of each place', () => {
	beforeEach(async () => {
		await act(withdrawConsent, everything);
	});

	test('who and when are kept, and hiding comes before removing', async () => {
		await mark([onFacebook], 'hidden', '', rotaMember);
		const hidden = (await list())?.items[0];
		await mark([onFacebook], 'removed');

		expect(hidden).toMatchObject({ hiddenAt: aMoment, doneAt: null, by: rotaMember.personId });
		expect((await list())?.items[0]).toMatchObject({
			...{ outcome: 'removed', hiddenAt: aMoment, doneAt: aMoment, by: volunteer.personId }
		});
	});

	test('what cannot be removed needs a reason', async () => {
		expect(await mark(['place/posters'], 'cannot', ' ')).toMatchObject({ code: 'no-reason' });
		expect(await mark(['place/posters'], 'cannot', '40 copies are out')).toBeUndefined();
	});

	test('only what is on the list', async () => {
		expect(await mark(['place/moon'], 'removed')).toMatchObject({ code: 'not-on-list' });
	});

	test('a post that is gone from all of its accounts is taken down', async () => {
		await mark([onFacebook], 'removed');
		const half = await group.transaction.get(postRecord, postId);
		await mark([onInstagram], 'not-there');

		expect(half).toMatchObject({ status: 'posted', takenDown: null });
		expect(await group.transaction.get(postRecord, postId)).toMatchObject({
			...{ status: 'taken-down', takenDown: { by: volunteer.personId, at: aMoment } }
		});
	});

	test('a post that stays somewhere is not said to be down', async () => {
		await mark([onFacebook], 'removed');
		await mark([onInstagram], 'cannot', 'We lost the password');

		expect(await group.transaction.get(postRecord, postId)).toMatchObject({ status: 'posted' });
	});

	test('the list is settled with the last of them, and open again when one is put back', async () => {
		await mark(await keys(), 'removed');
		const settled = await list();
		await mark([onFacebook], 'open');

		expect(settled).toMatchObject({ state: 'settled', settledAt: aMoment });
		expect(await list()).toMatchObject({ state: 'open', settledAt: null });
	});
});

describe('takeDown.told: the practice tells the person', () => {
	beforeEach(async () => {
		await act(withdrawConsent, everything);
	});

	test('only once everything is settled', async () => {
		expect(await act(tellTakeDown, { id }, manager)).toMatchObject({ code: 'not-finished' });
		await mark(await keys(), 'not-there');

		expect(await act(tellTakeDown, { id }, deputy)).toBeUndefined();

		expect(await list()).toMatchObject({
			...{ state: 'told', toldOn: '2026-11-21', toldBy: deputy.personId }
		});
	});

	test.each([coordinator, volunteer, rotaMember])('not by a $role', async (who) => {
		expect(await act(tellTakeDown, { id }, who)).toMatchObject({ code: 'role-may-not' });
	});
});

test('takeDown.lookAgain: a post that was marked later joins the list', async () => {
	await act(withdrawConsent, everything);
	expect(await act(lookAgainTakeDown, { id })).toMatchObject({ code: 'nothing-new' });
	await mark(await keys(), 'not-there');
	await group.transaction.put(postRecord, aPost({ id: idFor(0x93) }));

	expect(await act(lookAgainTakeDown, { id })).toBeUndefined();

	expect(await list()).toMatchObject({ state: 'open', postIds: [postId, idFor(0x93)] });
});

test('takeDown.leftOver: what could not be undone is kept', async () => {
	expect(await act(noteLeftOver, { id, leftOver: 'x' })).toMatchObject({ code: 'no-such-list' });
	await act(withdrawConsent, everything);

	expect(await act(noteLeftOver, { id, leftOver: ' Two papers ' }, rotaMember)).toBeUndefined();

	expect(await list()).toMatchObject({ leftOver: 'Two papers' });
});

test('Out of sight the same day, finished in three days, the person told in five (K7)', async () => {
	await act(withdrawConsent, everything);
	const due: string[] = [];
	const note = async () => {
		const now = await list();
		if (now) due.push(takeDownDueOn(now));
	};
	await note();
	await mark([onFacebook, onInstagram], 'hidden');
	await note();
	await mark(await keys(), 'removed');
	await note();

	expect(due).toEqual(['2026-11-21', '2026-11-24', '2026-11-26']);
	const done = await list();
	expect(done && itemsLeft(done)).toEqual([]);
});

test('Every mutation about taking down is on the list', () => {
	expect(takeDownMutations.map(({ name }) => name)).toEqual([
		...['consent.withdraw', 'consent.askRemoval', 'takeDown.mark'],
		...['takeDown.lookAgain', 'takeDown.leftOver', 'takeDown.told']
	]);
});
