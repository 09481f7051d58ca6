/**
 * Finds photos: by words, by how they stand, by who and where they show, by how long they may be
 * used.
 */
import type { Consent, Photo, Venue } from '../record.ts';
import type { GateInput } from './input.ts';
import { photoStanding, type PhotoStanding } from './photo-standing.ts';

export type PhotoFacts = Pick<GateInput, 'photo' | 'consents' | 'venue'>;

export interface Wanted {
	words: string;
	/** 'usable', 'waiting', 'not-clear', 'said-no'; empty for all. */
	show: string;
	occasion: string;
	/** The `personKey` of someone in it. */
	person: string;
	/** The id of a venue, or a kind of place. */
	place: string;
	/** May still be used on this day. */
	usableOn: string;
}

export const anyPhoto: Wanted = {
	words: '',
	show: '',
	occasion: '',
	person: '',
	place: '',
	usableOn: ''
};

const groupOf: Readonly<Record<PhotoStanding['state'], string>> = {
	usable: 'usable',
	'ends-soon': 'usable',
	waiting: 'waiting',
	unnamed: 'not-clear',
	'no-place': 'not-clear',
	'said-no': 'said-no'
};

/** Each photo that is kept with what the gate needs to know of it. */
export function factsOf(
	photos: readonly Photo[],
	consents: readonly Consent[],
	venues: readonly Venue[]
): PhotoFacts[] {
	const byId = new Map(consents.map((consent) => [consent.id, consent]));
	const byPerson = Map.groupBy(consents, ({ personKey }) => personKey);
	const places = new Map(venues.map((venue) => [venue.id, venue]));
	return photos
		.filter(({ status }) => status === 'kept')
		.map((photo) => {
			const keys = new Set(photo.consentIds.flatMap((id) => byId.get(id)?.personKey ?? []));
			return {
				photo,
				consents: [...keys].flatMap((key) => byPerson.get(key) ?? []),
				venue: photo.venueId === null ? undefined : places.get(photo.venueId)
			};
		});
}

export function isWanted(wanted: Wanted, facts: PhotoFacts, day: string): boolean {
	const { photo, consents } = facts;
	const { words, show, occasion, person, place, usableOn } = wanted;
	return (
		(occasion === '' || photo.occasion === occasion) &&
		(place === '' || photo.venueId === place || photo.placeKind === place) &&
		(person === '' || consents.some(({ personKey }) => personKey === person)) &&
		(show === '' || groupOf[photoStanding(facts, day).state] === show) &&
		(usableOn === '' || groupOf[photoStanding(facts, usableOn).state] === 'usable') &&
		has(textOf(facts), words)
	);
}

export function howMany(wanted: Wanted): number {
	return Object.values({ ...wanted, words: '' }).filter((value) => value !== '').length;
}

function textOf({ photo, consents, venue }: PhotoFacts): string {
	const people = consents.map(({ firstName, code }) => `${firstName} ${code}`);
	const { occasion, credit, area } = photo;
	return [occasion, credit, area ?? '', venue?.name ?? '', ...people].join(' ').toLowerCase();
}

/** All words, in any order. */
function has(text: string, words: string): boolean {
	return words
		.toLowerCase()
		.split(/\s+/)
		.every((word) => text.includes(word));
}
