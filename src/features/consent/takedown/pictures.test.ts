/** Whoever takes a yes back for some pictures names only pictures that they are in. */
import { expect, test } from 'vitest';
import { idFor, volunteer } from '#tests/support/actors.ts';
import { adasId, withAdaConfirmed } from '#tests/support/consent-practice.ts';
import { photoOf } from '#tests/support/consents.ts';
import { photoRecord } from '../record.ts';
import { withdrawConsent } from './mutations.ts';

const everything = { id: adasId, accounts: null, how: null };

test('a picture that shows somebody else is not theirs to take back', async () => {
	const group = await withAdaConfirmed();
	await group.transaction.put(photoRecord, photoOf({ consentIds: [adasId] }));
	const alien = photoOf({ id: idFor(0x53), consentIds: [idFor(9)] });
	await group.transaction.put(photoRecord, alien);
	const both = [photoOf().id, alien.id];

	expect(
		await group.act(withdrawConsent, { ...everything, photos: [alien.id] }, volunteer)
	).toMatchObject({
		code: 'not-in-picture'
	});
	expect(await group.consent()).toMatchObject({ status: 'confirmed', withdrawnOn: null });
	expect(
		await group.act(withdrawConsent, { ...everything, photos: both }, volunteer)
	).toBeUndefined();
	expect(await group.consent()).toMatchObject({ withdrawnPhotos: [photoOf().id] });
});
