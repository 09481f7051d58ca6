/**
 * Questions about places and requests: in which order, what is usual, when to go there again.
 */
import { addDays } from '#domain/calendar.ts';
import type { Body, LocalPlace, PlaceKind, ShareRequest } from './record.ts';

/** After so many days without a visit a place is worth another look. */
const visitDays = 90;

export const placeKindNames: Readonly<Record<PlaceKind, string>> = {
	page: 'A page online',
	group: 'A community group online',
	board: 'A notice board',
	paper: 'A newsletter or local paper',
	meeting: 'A meeting or a club',
	other: 'Something else'
};

export const bodyNames: Readonly<Record<Body, string>> = {
	nhs: 'NHS or a practice',
	council: 'Council or public service',
	charity: 'Charity or community group',
	school: 'School or college',
	firm: 'Firm or shop',
	party: 'Party or candidate',
	other: 'Someone else'
};

/** What is usual with such a body; the group decides each time. Sources: S3-19, S0-6, S3-29. */
export const usualAnswers: Readonly<Record<Body, string>> = {
	nhs: 'Usually yes, when it fits your patients.',
	council: 'Usually yes, when it fits your patients and takes no side.',
	charity: 'Usually yes, when it fits your patients. Look who is behind it.',
	school: 'Usually yes, when it fits your patients. Check pictures of children.',
	firm: 'Usually no. We do not help to sell.',
	party: 'No. We take no side.',
	other: 'Find out who they are first. If you are not sure, ask the practice.'
};

/** Those without a visit first, then the longest ago. */
export function placesInOrder(places: readonly LocalPlace[]): LocalPlace[] {
	const key = ({ visitedOn, name }: LocalPlace) => `${visitedOn ?? ''} ${name}`;
	return [...places].sort((one, other) => key(one).localeCompare(key(other)));
}

export function isVisitDue({ visitedOn }: LocalPlace, today: string): boolean {
	return visitedOn === null || addDays(visitedOn, visitDays) < today;
}

/** Open ones by the day they were asked on; decided ones the newest first. */
export function requestsInOrder(requests: readonly ShareRequest[]): {
	open: ShareRequest[];
	decided: ShareRequest[];
} {
	const byDay = (one: ShareRequest, other: ShareRequest) =>
		one.askedOn.localeCompare(other.askedOn) || one.asker.localeCompare(other.asker);
	const sorted = [...requests].sort(byDay);
	return {
		open: sorted.filter(({ decision }) => decision === null),
		decided: sorted.filter(({ decision }) => decision !== null).reverse()
	};
}
