/** What the night deletes and cuts down, when, and what it must leave alone. */
import { beforeEach, describe, expect, test } from 'vitest';
import { runMutation, type Mutation } from '#domain/mutation.ts';
import type { Actor } from '#domain/roles.ts';
import { postRecord } from '#features/posts/record.ts';
import {
	aMoment,
	as,
	coordinator,
	everyRole,
	idFor,
	manager,
	practiceId,
	volunteer
} from '#tests/support/actors.ts';
import { consentOf, photoOf, postOut } from '#tests/support/consents.ts';
import { memoryTransaction, type MemoryTransaction } from '#tests/support/memory-transaction.ts';
import { consentContactRecord } from '../desk/record.ts';
import { consentRecord, photoRecord, type Consent } from '../record.ts';
import {
	cutConsentDown,
	editKeeping,
	holdConsent,
	letPhotoGo,
	switchKeeping
} from './mutations.ts';
import { consentChores, nightSteps } from './night.ts';
import { firstKeeping, keepingRecord } from './record.ts';

const id = idFor(1);
const photoId = photoOf().id;
let rows: MemoryTransaction;

beforeEach(() => {
	rows = memoryTransaction();
});

const act = (mutation: Mutation, args: object, who: Actor = manager, at = aMoment) =>
	runMutation(mutation, rows, args, as(who, at));
const put = (changes: Partial<Consent> = {}, number = 1) =>
	rows.put(consentRecord, consentOf(number, changes));
const tonight = async (today: string) =>
	(await nightSteps(rows, { keeping: firstKeeping, today })).map(({ kind, dueOn }) => [
		kind,
		dueOn
	]);
const switchOn = () => act(switchKeeping, { isOn: true, hasLooked: true });

describe('a photo is deleted 30 days after', () => {
	beforeEach(() => rows.put(photoRecord, photoOf()));

	test('a yes was taken back', async () => {
		await put({ status: 'withdrawn', withdrawnOn: '2026-11-01' });

		expect(await tonight('2026-11-30')).toEqual([]);
		expect(await tonight('2026-12-01')).toEqual([['photo', '2026-12-01']]);
	});

	test('the last yes has ended, and not while a newer one holds', async () => {
		await put({ expiresOn: '2026-06-30' });
		const newer = { personKey: id, replacesId: id, expiresOn: '2027-06-30' };

		expect(await tonight('2026-07-30')).toEqual([['photo', '2026-07-30']]);
		await put(newer, 2);
		expect(await tonight('2026-07-30')).toEqual([]);
	});

	test('one picture was taken back, whatever else still holds', async () => {
		await put({ withdrawnPhotos: [photoId], withdrawnOn: '2026-11-01' });

		expect(await tonight('2026-12-01')).toEqual([['photo', '2026-12-01']]);
	});

	test('one of two people said no', async () => {
		await rows.put(photoRecord, photoOf({ consentIds: [id, idFor(2)] }));
		await put();
		await put({ status: 'refused', refusedOn: '2026-10-01' }, 2);

		expect(await tonight('2026-11-21')).toEqual([['photo', '2026-10-31']]);
	});

	test('never while a form is kept for a reason in law', async () => {
		await put({ status: 'withdrawn', withdrawnOn: '2026-01-01', holdWhy: 'A complaint' });

		expect(await tonight('2030-01-01')).toEqual([]);
	});

	test('never when nobody is in it', async () => {
		await rows.put(photoRecord, photoOf({ consentIds: [], nobodyRecognisable: true }));

		expect(await tonight('2040-01-01')).toEqual([]);
	});
});

describe('a form is cut down two years after its last use', () => {
	const ended = { status: 'withdrawn', withdrawnOn: '2024-01-10' } as const;

	test('counted from the end, or from the last post, whichever is later', async () => {
		await put(ended);
		await rows.put(photoRecord, photoOf({ status: 'removed', hash: '', thumb: '' }));
		const before = await tonight('2026-01-10');
		await rows.put(postRecord, postOut(photoId));

		expect(before).toEqual([['consent', '2026-01-10']]);
		expect(await tonight('2026-05-31')).toEqual([]);
		expect(await tonight('2026-06-01')).toEqual([['consent', '2026-06-01']]);
	});

	test('not while its photo is still there', async () => {
		await put(ended);
		await rows.put(photoRecord, photoOf());

		expect(await tonight('2027-01-01')).toEqual([['photo', '2024-02-09']]);
	});

	test('to code, days and outcome: no name, no contact, no signature is left', async () => {
		await put({
			...ended,
			...{ lastName: 'Example', contact: '07700 900150', signedName: 'Ada Example' },
			...{
				howToRecognise: 'in green',
				limits: 'no house',
				signature: [[1, 2, 3]],
				quote: 'Oh lovely'
			},
			...{ occasion: 'Flu clinic', copyHashes: ['c'.repeat(64)], code: 'C-0001' }
		});
		await rows.put(consentContactRecord, {
			...{ id, createdAt: 0, createdBy: manager.personId, contact: '07700 900150' }
		});
		await switchOn();

		expect(await act(cutConsentDown, { id })).toBeUndefined();

		const stub = await rows.get(consentRecord, id);
		expect(stub).toMatchObject({
			...{ code: 'C-0001', status: 'withdrawn', withdrawnOn: '2024-01-10', reducedOn: '2026-11-21' }
		});
		const text = JSON.stringify(stub);
		for (const word of ['Ada', 'Example', '07700', 'green', 'house', 'lovely', 'Flu', 'ccc']) {
			expect(text).not.toContain(word);
		}
		expect(stub?.signature).toBeNull();
		expect(await rows.get(consentContactRecord, id)).toBeUndefined();
		expect(await tonight('2040-01-01')).toEqual([]);
	});
});

describe('switching it on', () => {
	test('needs a look at what it would do first, and the practice manager', async () => {
		expect(await act(switchKeeping, { isOn: true })).toMatchObject({ code: 'bad-arguments' });
		for (const who of everyRole.slice(1)) {
			expect(await act(switchKeeping, { isOn: true, hasLooked: true }, who)).toMatchObject({
				code: 'role-may-not'
			});
		}
		expect(await switchOn()).toBeUndefined();
		expect(await rows.get(keepingRecord, practiceId)).toMatchObject({ isOn: true, photoDays: 30 });
	});

	test('is off at first: the night does nothing, and nobody else can do its steps', async () => {
		await put({ status: 'withdrawn', withdrawnOn: '2020-01-01' });
		await rows.put(photoRecord, photoOf());
		const night = () => consentChores(rows, { practiceId, today: '2026-11-21' });

		expect(await night()).toEqual([]);
		expect(await act(letPhotoGo, { id: photoId })).toMatchObject({ code: 'not-due' });
		await switchOn();
		expect(await night()).toMatchObject([{ name: 'photo.letGo', args: { id: photoId } }]);
		expect(await act(letPhotoGo, { id: photoId }, coordinator)).toMatchObject({
			code: 'role-may-not'
		});
		expect(await act(letPhotoGo, { id: photoId })).toBeUndefined();
		expect(await rows.get(photoRecord, photoId)).toMatchObject({
			...{ status: 'removed', hash: '', thumb: '' }
		});
	});

	test('other days need another look', async () => {
		await switchOn();

		expect(await act(editKeeping, { photoDays: 60 })).toBeUndefined();

		expect(await rows.get(keepingRecord, practiceId)).toMatchObject({
			...{ isOn: false, photoDays: 60, formMonths: 24 }
		});
		expect(await act(editKeeping, { photoDays: 0 })).toMatchObject({ field: 'photoDays' });
	});

	test('a step that is not due yet is refused', async () => {
		await switchOn();
		await put();
		await rows.put(photoRecord, photoOf());

		expect(await act(letPhotoGo, { id: photoId })).toMatchObject({ code: 'not-due' });
		expect(await act(cutConsentDown, { id })).toMatchObject({ code: 'not-due' });
		expect(await act(cutConsentDown, { id: idFor(9) })).toMatchObject({ code: 'not-due' });
	});
});

test('consent.hold: a reason in law keeps photo and form, until it is over', async () => {
	await put({ status: 'withdrawn', withdrawnOn: '2020-01-01' });

	expect(await act(holdConsent, { id, why: 'A complaint' }, volunteer)).toMatchObject({
		code: 'role-may-not'
	});
	expect(await act(holdConsent, { id, why: 'A complaint' })).toBeUndefined();
	expect(await tonight('2026-11-21')).toEqual([]);
	expect(await act(holdConsent, { id, why: null })).toBeUndefined();
	expect(await tonight('2026-11-21')).toEqual([['consent', '2022-01-01']]);
});
