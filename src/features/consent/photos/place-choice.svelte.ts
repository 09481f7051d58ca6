/**
 * A place as someone fills it in: one of the list, a new one, or none that needs a name.
 */
import type { Refusal } from '#domain/refusal.ts';
import { newId } from '#store/id.ts';
import type { Store } from '#store/store.ts';
import type { Photo } from '../record.ts';
import { addVenue } from '../venues/mutations.ts';
import { placeKinds } from './record.ts';

/** Chosen in the list of venues for one that is not on it. */
export const newPlace = 'new';

export interface PlaceChoice {
	/** Empty while nothing is chosen. */
	kind: string;
	venueId: string;
	area: string;
	isHomeAgreed: boolean;
	newName: string;
}

export function placeChoice(photo?: Photo): PlaceChoice {
	return {
		kind: photo?.placeKind ?? '',
		venueId: photo?.venueId ?? '',
		area: photo?.area ?? '',
		isHomeAgreed: photo?.isHomeAgreed ?? false,
		newName: ''
	};
}

/** As a mutation takes it; a new place joins the list first. Undefined when nothing is chosen. */
export async function placeFrom(store: Store, choice: PlaceChoice) {
	const kind = placeKinds.find((known) => known === choice.kind);
	if (!kind) return { place: undefined };
	if (kind === 'venue' && choice.venueId === newPlace) {
		const refusal = await addNew(store, choice);
		if (refusal) return { refusal: { ...refusal, field: 'newVenue' } };
	}
	const { venueId, area, isHomeAgreed } = choice;
	return { place: { kind, venueId: venueId || null, area: area || null, isHomeAgreed } };
}

async function addNew(store: Store, choice: PlaceChoice): Promise<Refusal | undefined> {
	const id = newId();
	const empty = { address: '', whoMayAgree: '', contact: null };
	const refusal = await store.mutate(addVenue, { id, name: choice.newName, ...empty });
	if (refusal) return refusal;
	choice.venueId = id;
	choice.newName = '';
	return undefined;
}
