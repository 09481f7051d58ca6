/**
 * The form for the yes of a place, as typed and ticked, and what is sent of it. Nothing is ticked
 * before anybody has said anything.
 */
import { mediums, purposes, venueLooks, venueMethods } from '../fields/kinds.ts';
import type { Venue } from '../record.ts';
import { packed } from '../signing/signing.ts';
import { currentWording } from '../wording/wording.ts';

interface Point {
	x: number;
	y: number;
	pressure: number;
	ms: number;
}

export function emptyVenueForm(venue: Venue, today: string) {
	return {
		agreedBy: '',
		areas: venue.areas.join(', '),
		areasNotAllowed: venue.areasNotAllowed.join(', '),
		conditions: venue.conditions,
		givenOn: today,
		firstOn: venue.firstOn ?? '',
		expiresOn: venue.expiresOn ?? '',
		purposes: [] as string[],
		/** Ids of accounts, and 'paid' for posts that we pay for. */
		accounts: [] as string[],
		media: ['photo'] as string[],
		times: venue.times,
		looks: [] as string[],
		method: '',
		strokes: [] as Point[][],
		paperHash: ''
	};
}
export type VenueForm = ReturnType<typeof emptyVenueForm>;

/** What `venue.give` is told. */
export function venueAnswerFrom(form: VenueForm) {
	const { agreedBy, conditions, givenOn, times } = form;
	const method = venueMethods.find((each) => each === form.method);
	const signature = packed(form.strokes);
	return {
		...{ agreedBy, conditions, givenOn, times },
		areas: listed(form.areas),
		areasNotAllowed: listed(form.areasNotAllowed),
		firstOn: form.firstOn || null,
		expiresOn: form.expiresOn || null,
		purposes: purposes.filter((purpose) => form.purposes.includes(purpose)),
		accounts: form.accounts.filter((account) => account !== 'paid'),
		mayPromote: form.accounts.includes('paid'),
		media: mediums.filter((medium) => form.media.includes(medium)),
		looks: venueLooks.filter((look) => form.looks.includes(look)),
		...(method && { method }),
		signature: method === 'signed' && signature.length > 0 ? signature : null,
		paperHash: method === 'paper' && form.paperHash ? form.paperHash : null,
		wordingVersion: currentWording('venue').id
	};
}

function listed(words: string): string[] {
	return words
		.split(',')
		.map((word) => word.trim())
		.filter((word) => word !== '');
}
