/** What a report needs from this device. Only the store is awaited inside. */
import { accountRecord } from '#features/accounts/record.ts';
import { personRecord } from '#features/people/record.ts';
import type { Store } from '#store/store.ts';
import { consentRecord, photoRecord, venueRecord, type Consent } from '../record.ts';
import { namesFrom, type Names } from './report.ts';

export async function readNames(store: Store): Promise<Names> {
	return namesFrom(await store.all(personRecord), await store.all(accountRecord));
}

/** The photo with those who are named in it, and its place. */
export async function readProof(store: Store, photoId: string) {
	const photo = await store.get(photoRecord, photoId);
	if (!photo) return undefined;
	const consents = await readConsents(store, photo.consentIds);
	const venue = photo.venueId ? await store.get(venueRecord, photo.venueId) : undefined;
	return { id: photoId, photo, consents, venue };
}

export async function readConsents(store: Store, ids: readonly string[]): Promise<Consent[]> {
	const consents: Consent[] = [];
	for (const id of ids) {
		const consent = await store.get(consentRecord, id);
		if (consent) consents.push(consent);
	}
	return consents;
}
