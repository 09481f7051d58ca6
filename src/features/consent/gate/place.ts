/**
 * PC-08: the place agreed to pictures, in this part of it, on the day the picture was taken, and to
 * this use of them.
 */
import type { Finding } from '#checks/check.ts';
import { spokenDay } from '#domain/calendar.ts';
import type { Photo, Venue } from '../record.ts';
import { purposeNames } from '../wording/names.ts';
import { isReadyMade, type GateInput } from './input.ts';

interface Trouble {
	readonly saw: string;
	readonly todo: string;
	readonly account?: string;
}

export function placeFindings(input: GateInput): Finding[] {
	return troublesWith(input).map((trouble) => ({
		check: 'PC-08',
		level: 'block',
		picture: input.photo.id,
		why: 'The owner of a place decides if pictures may be taken there.',
		...trouble
	}));
}

function troublesWith(input: GateInput): Trouble[] {
	const { photo, venue, plannedOn } = input;
	const trouble = troubleWith(photo, venue, plannedOn);
	if (trouble) return [trouble];
	return photo.placeKind === 'venue' && venue ? useTroubles(venue, input) : [];
}

/** Places from before these were asked said yes to all that we do. */
function useTroubles(venue: Venue, { accounts, purpose }: GateInput): Trouble[] {
	const { name, purposes, accounts: agreed } = venue;
	if (purposes && !purposes.includes(purpose)) {
		return [
			{
				saw: `${name} did not agree to: ${purposeNames[purpose]}.`,
				todo: 'Ask about this use too, or use another picture.'
			}
		];
	}
	return accounts
		.filter(({ id }) => agreed && !agreed.includes(id))
		.map((account) => ({
			account: account.id,
			saw: `${name} did not agree to ${account.name}.`,
			todo: `Leave out ${account.name}, ask them, or use another picture.`
		}));
}

function troubleWith(
	photo: Photo,
	venue: Venue | undefined,
	plannedOn: string
): Trouble | undefined {
	switch (photo.placeKind) {
		case null:
			return isReadyMade(photo) ? undefined : noPlace;
		case 'public':
			return undefined;
		case 'none':
			return photo.source === 'own' && !photo.nobodyRecognisable ? noPlace : undefined;
		case 'private-home':
			return photo.isHomeAgreed ? undefined : homeNotAgreed;
		case 'venue':
			return venue ? venueTrouble(venue, photo, plannedOn) : noRecord;
	}
}

const noPlace: Trouble = {
	saw: 'The place of this picture is not filled in.',
	todo: 'Open the picture and say where it was taken.'
};
const noRecord: Trouble = {
	saw: 'We have no record of this place.',
	todo: 'Add the place, and ask the person in charge there.'
};
const homeNotAgreed: Trouble = {
	saw: 'This picture was taken in someone’s home. Nobody has noted that the owner agrees.',
	todo: 'Ask the owner, and check that the home cannot be recognised.'
};

function venueTrouble(venue: Venue, photo: Photo, plannedOn: string): Trouble | undefined {
	const { name, status } = venue;
	if (status === 'refused' || status === 'withdrawn') {
		return { saw: `${name} does not want this picture used.`, todo: 'Use another picture.' };
	}
	if (status === 'given') {
		return {
			saw: `The practice has not confirmed the yes of ${name} yet.`,
			todo: 'Ask the practice manager to confirm it.'
		};
	}
	if (status !== 'confirmed') {
		return {
			saw: `There is no yes from ${name} yet.`,
			todo: 'Ask the person in charge there, and note the answer.'
		};
	}
	return areaTrouble(venue, photo.area) ?? dayTrouble(venue, photo.takenOn ?? plannedOn);
}

function areaTrouble(venue: Venue, area: string | null): Trouble | undefined {
	const { name } = venue;
	if (!area) {
		return {
			saw: `We do not know in which part of ${name} this picture was taken.`,
			todo: 'Open the picture and choose the part.'
		};
	}
	if (has(venue.areas, area) && !has(venue.areasNotAllowed, area)) return undefined;
	return {
		saw: `${name} said yes to ${venue.areas.join(', ')}. This picture shows: ${area}.`,
		todo: 'Ask about this part too, or use another picture.'
	};
}

/** The picture was taken within the days that the owner agreed to. */
function dayTrouble({ name, firstOn, expiresOn }: Venue, day: string): Trouble | undefined {
	const todo = 'Ask again, or use another picture.';
	if (expiresOn !== null && day > expiresOn) {
		return { saw: `The yes of ${name} ended on ${spokenDay(expiresOn)}.`, todo };
	}
	if (firstOn !== null && day < firstOn) {
		return { saw: `The yes of ${name} starts on ${spokenDay(firstOn)}.`, todo };
	}
	return undefined;
}

function has(areas: readonly string[], area: string): boolean {
	const plain = (words: string) => words.trim().toLowerCase();
	return areas.some((known) => plain(known) === plain(area));
}
