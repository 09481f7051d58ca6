/**
 * Consents and places to confirm, questions about them, and consents that end soon.
 */
import { daysBetween, spokenDay } from '#domain/calendar.ts';
import { leaders } from '#domain/roles.ts';
import type { Consent } from '#features/consent/record.ts';
import { endingSoon, isOwn, mayConfirm, waitsForAnswer } from '#features/consent/rules.ts';
import type { Todo, TodayFacts } from './todo.ts';

/** More than these are told in one line. */
const mostEnding = 3;
/** In their last days they are pressing. Source: consent record, 'Time': 60, 30 and 7 days. */
const pressingDays = 7;

export function ofConsents(facts: TodayFacts): Todo[] {
	return [...facts.consents.flatMap((consent) => ofOne(facts, consent)), ...ofEnding(facts)];
}

function ofOne({ actor, today }: TodayFacts, consent: Consent): Todo[] {
	const base = {
		id: consent.id,
		dueOn: consent.givenOn ?? today,
		href: `/consents/${consent.id}`,
		colour: 'yellow'
	} as const;
	const name = nameOf(consent);
	if (mayConfirm(actor, consent, today) && !waitsForAnswer(consent)) {
		return [{ ...base, title: `Confirm the photo consent of ${name}`, status: 'Waits for you' }];
	}
	if (waitsForAnswer(consent) && consent.takenBy === actor.personId) {
		const hint = consent.question ?? '';
		return [{ ...base, title: `Answer about the consent of ${name}`, hint, status: 'Question' }];
	}
	return [];
}

function ofEnding({ actor, consents, today }: TodayFacts): Todo[] {
	const ending = endingSoon(consents, today)
		.filter(({ takenBy }) => leaders.includes(actor.role) || takenBy === actor.personId)
		.filter((consent) => !isRenewed(consent, consents));
	const [first] = ending;
	if (!first) return [];
	if (ending.length > mostEnding) {
		const title = `${ending.length} photo consents end soon`;
		return [{ ...line(first, today), id: 'ending', title, href: '/consents' }];
	}
	return ending.map((consent) => line(consent, today));
}

function line(consent: Consent, today: string): Todo {
	const dueOn = consent.expiresOn ?? today;
	const isPressing = daysBetween(today, dueOn) <= pressingDays;
	return {
		id: `ends-${consent.id}`,
		title: `The photo consent of ${nameOf(consent)} ends soon`,
		hint: `Last day: ${spokenDay(dueOn, today)}. Ask again, or stop using the pictures.`,
		dueOn,
		href: `/consents/${consent.id}`,
		status: 'Ends soon',
		colour: isPressing ? 'yellow' : 'blue'
	};
}

/** The same person has said yes again, for longer. */
function isRenewed({ id, personKey, expiresOn }: Consent, consents: readonly Consent[]): boolean {
	return consents.some(
		(other) =>
			other.id !== id &&
			other.personKey === personKey &&
			(other.status === 'given' || other.status === 'confirmed') &&
			(other.expiresOn ?? '9999') > (expiresOn ?? '')
	);
}

export function ofVenues({ actor, venues, today }: TodayFacts): Todo[] {
	if (actor.role !== 'practice-manager') return [];
	return venues
		.filter((venue) => venue.status === 'given' && !isOwn(actor, venue))
		.map((venue) => ({
			id: venue.id,
			title: `Confirm the yes of ${venue.name}`,
			hint: 'Pictures from there wait for it',
			dueOn: venue.givenOn ?? today,
			href: `/venues/${venue.id}`,
			status: 'Waits for you',
			colour: 'yellow'
		}));
}

function nameOf({ firstName, code }: Consent): string {
	return `${firstName} (${code})`;
}
