/** Links to answer and copies to take back with, as the records know them. */
import { beforeEach, describe, expect, test } from 'vitest';
import { runMutation } from '#domain/mutation.ts';
import {
	aMoment,
	as,
	manager,
	otherVolunteer,
	rotaMember,
	volunteer
} from '#tests/support/actors.ts';
import { adasId as id, withAda, withAdasYes } from '#tests/support/consent-practice.ts';
import { adasYes, ben, bensYes, facebook } from '#tests/support/consents.ts';
import { answerByConsentLink, endConsentLink, giveCopy, makeConsentLink } from './mutations.ts';

const linkHash = 'a'.repeat(64);
const copyHash = 'c'.repeat(64);
const dayMs = 86_400_000;
const without = (given: object, left: readonly string[]) =>
	Object.fromEntries(Object.entries(given).filter(([field]) => !left.includes(field)));
const own = without(adasYes, ['method']);
const yes = { ...own, lastName: null, contact: 'ada@example.org', copyHash };
const link = { id, linkHash, days: 3, photoId: null };

let group: Awaited<ReturnType<typeof withAda>>;
beforeEach(async () => (group = await withAda()));

const answers = (changes: object = {}, who = volunteer, at = aMoment) =>
	runMutation(
		answerByConsentLink,
		group.transaction,
		{ id, linkHash, yes, ...changes },
		as(who, at)
	);

describe('a link to answer', () => {
	test('is made by those who may ask, for some days, for one who has not answered', async () => {
		expect(await group.act(makeConsentLink, link, rotaMember)).toMatchObject({
			code: 'role-may-not'
		});
		expect(await group.act(makeConsentLink, { ...link, days: 15 }, volunteer)).toMatchObject({
			field: 'days'
		});
		expect(await group.act(makeConsentLink, link, volunteer)).toBeUndefined();
		expect(await group.consent()).toMatchObject({
			...{ status: 'asked', linkHash, linkBy: volunteer.personId },
			linkUntil: aMoment + 3 * dayMs
		});
	});

	test('is made for nobody who must not be shown, or who needs someone beside them', async () => {
		const hidden = await withAda({ ...ben, mustNotShow: true });
		expect(await hidden.act(makeConsentLink, link, volunteer)).toMatchObject({
			code: 'must-not-show'
		});
		const together = await withAda({ kind: 'capacity' });
		expect(await together.act(makeConsentLink, link, volunteer)).toMatchObject({
			code: 'not-alone'
		});
		const done = await withAdasYes();
		expect(await done.act(makeConsentLink, link, volunteer)).toMatchObject({
			code: 'already-answered'
		});
	});

	test('brings a whole yes, once, with the copy that stays on their phone', async () => {
		await group.act(makeConsentLink, link, volunteer);
		expect(await answers()).toBeUndefined();

		expect(await group.consent()).toMatchObject({
			...{ status: 'given', method: 'link', accounts: [facebook.id], linkHash: null },
			...{ takenBy: volunteer.personId, contact: 'ada@example.org', lastName: 'Example' },
			...{ copyHashes: [copyHash], copyHow: 'own-phone', copyOn: '2026-11-21' }
		});
		expect(await answers()).toMatchObject({ code: 'no-such-link' });
	});

	test('brings a no as easily, and that is kept', async () => {
		await group.act(makeConsentLink, link, volunteer);

		expect(await answers({ yes: null })).toBeUndefined();
		expect(await group.consent()).toMatchObject({ status: 'refused', linkHash: null });
	});

	test('brings no answer that the form would not take', async () => {
		await group.act(makeConsentLink, link, volunteer);

		expect(await answers({ yes: { ...yes, purposes: [] } })).toMatchObject({
			code: 'nothing-agreed'
		});
		expect(await answers({ yes: { ...yes, method: 'said' } })).toMatchObject({
			code: 'bad-arguments'
		});
		expect((await group.consent())?.status).toBe('asked');
	});

	test('counts on the day on which it comes, whatever it says', async () => {
		await group.act(makeConsentLink, link, volunteer);
		await answers({ yes: { ...yes, givenOn: '2020-01-01', expiresOn: '2027-01-01' } });

		expect(await group.consent()).toMatchObject({ givenOn: '2026-11-21' });
	});

	test('of a child needs parent and child; a child’s no is a no', async () => {
		group = await withAda(ben);
		await group.act(makeConsentLink, link, volunteer);
		const bens = { ...without(bensYes, ['method']), lastName: null, contact: null, copyHash };

		expect(await answers({ yes: { ...bens, parent: null } })).toMatchObject({
			code: 'parent-missing'
		});
		expect(await answers({ yes: { ...bens, childWish: 'no' } })).toBeUndefined();
		expect(await group.consent()).toMatchObject({ status: 'refused', purposes: [] });
	});

	test.each([
		['another secret', { linkHash: 'b'.repeat(64) }, volunteer, aMoment],
		['another person than who made it', {}, otherVolunteer, aMoment],
		['a link that is too old', {}, volunteer, aMoment + 3 * dayMs]
	])('is refused for %s', async (_case, changes, who, at) => {
		await group.act(makeConsentLink, link, volunteer);

		expect(await answers(changes, who, at)).toMatchObject({ code: 'no-such-link' });
	});

	test('ends when someone ends it', async () => {
		await group.act(makeConsentLink, link, volunteer);
		expect(await group.act(endConsentLink, { id }, manager)).toBeUndefined();

		expect(await answers()).toMatchObject({ code: 'no-such-link' });
	});
});

describe('a copy', () => {
	test('is noted with its hash; older copies stay good', async () => {
		group = await withAdasYes();
		const copy = { id, copyHash, how: 'print' };
		expect(await group.act(giveCopy, copy, rotaMember)).toMatchObject({ code: 'role-may-not' });
		await group.act(giveCopy, copy, volunteer);
		await group.act(giveCopy, { ...copy, copyHash: 'd'.repeat(64), how: 'mail' }, volunteer);

		expect(await group.consent()).toMatchObject({
			...{ copyHashes: [copyHash, 'd'.repeat(64)], copyHow: 'mail', copyOn: '2026-11-21' }
		});
	});

	test('is no secret itself', async () => {
		expect(
			await group.act(giveCopy, { id, copyHash: 'ABCD', how: 'mail' }, volunteer)
		).toMatchObject({ code: 'bad-arguments' });
	});
});
