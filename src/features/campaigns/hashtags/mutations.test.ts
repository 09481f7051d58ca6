/**
 * The bank of hashtags: each once, with a purpose, looked at before it is used.
 */
import { describe, expect, test } from 'vitest';
import {
	aMoment,
	idFor,
	otherVolunteer,
	reader,
	rotaMember,
	volunteer
} from '#tests/support/actors.ts';
import {
	does,
	hashtag,
	hashtagId as id,
	withCampaign,
	withHashtag
} from '#tests/support/campaigns.ts';
import { hashtagRecord } from '../record.ts';
import { addHashtag, checkHashtag, editHashtag, removeHashtag } from './mutations.ts';

const dayMs = 86_400_000;

describe('a hashtag', () => {
	test('says who looked at it, and when, if someone has', async () => {
		const looked = await withHashtag({ isChecked: true });
		const not = await withHashtag();

		expect(await looked.get(hashtagRecord, id)).toMatchObject({
			...{ tag: '#FluJab', key: '#flujab' },
			...{ checkedCleanOn: '2026-11-21', checkedBy: volunteer.personId }
		});
		expect(await not.get(hashtagRecord, id)).toMatchObject({
			checkedCleanOn: null,
			checkedBy: null
		});
	});

	test('stands in the bank once, however its letters are written', async () => {
		const transaction = await withHashtag();

		const again = { ...hashtag, id: idFor(9), tag: '#FLUJAB' };

		expect(await does(transaction, addHashtag, again)).toBe('already-here');
	});

	test.each(['FluJab', '#', '#flu jab', '#2026', '#flu-jab', '#flu.', '#a#b'])(
		'cannot be %j',
		async (tag) => {
			expect(await does(await withCampaign(), addHashtag, { ...hashtag, tag })).toBe(
				'bad-arguments'
			);
		}
	);

	test.each(['#FluJab', '#Grippé', '#Flu2026', '#流感', '#Flu_Jab'])('can be %j', async (tag) => {
		expect(await does(await withCampaign(), addHashtag, { ...hashtag, tag })).toBeUndefined();
	});

	test('needs a purpose and a campaign that is there', async () => {
		const transaction = await withCampaign();

		expect(await does(transaction, addHashtag, { ...hashtag, purpose: '' })).toBe('bad-arguments');
		expect(await does(transaction, addHashtag, { ...hashtag, campaignId: idFor(66) })).toBe(
			'no-such-campaign'
		);
	});

	test('has to be looked at again once it is spelt otherwise, not for new capitals', async () => {
		const transaction = await withHashtag({ isChecked: true });

		await does(transaction, editHashtag, { id, changes: { tag: '#fluJab' } });
		expect(await transaction.get(hashtagRecord, id)).toMatchObject({
			checkedCleanOn: '2026-11-21'
		});
		await does(transaction, editHashtag, { id, changes: { tag: '#FluVaccine' } });

		expect(await transaction.get(hashtagRecord, id)).toMatchObject({
			...{ tag: '#FluVaccine', key: '#fluvaccine', checkedCleanOn: null, checkedBy: null }
		});
	});

	test('is looked at again by another person, later', async () => {
		const transaction = await withHashtag({ isChecked: true });

		await does(transaction, checkHashtag, { id }, otherVolunteer, aMoment + 100 * dayMs);

		expect(await transaction.get(hashtagRecord, id)).toMatchObject({
			checkedCleanOn: '2027-03-01',
			checkedBy: otherVolunteer.personId
		});
	});

	test('that has been removed cannot be checked, changed or removed', async () => {
		const transaction = await withHashtag();
		expect(await does(transaction, removeHashtag, { id })).toBeUndefined();

		for (const mutation of [checkHashtag, removeHashtag]) {
			expect(await does(transaction, mutation, { id })).toBe('no-such-hashtag');
		}
		expect(await does(transaction, editHashtag, { id, changes: {} })).toBe('no-such-hashtag');
	});

	test.each([rotaMember, reader])('is not touched by a $role', async (who) => {
		const transaction = await withHashtag();

		expect(await does(transaction, checkHashtag, { id }, who)).toBe('role-may-not');
		expect(await does(transaction, removeHashtag, { id }, who)).toBe('role-may-not');
		expect(await does(transaction, editHashtag, { id, changes: {} }, who)).toBe('role-may-not');
		expect(await does(transaction, addHashtag, { ...hashtag, id: idFor(9) }, who)).toBe(
			'role-may-not'
		);
	});
});
