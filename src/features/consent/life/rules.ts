/** Questions about what comes later for a consent: to be asked by screens and by Today. */
import type { Consent } from '../record.ts';
import { isInForce } from '../standing/standing.ts';

/** Before its end a consent is told of three times. Source: consent record, 'Time'. */
export const warningDays = [60, 30, 7] as const;

/** The child has turned 13 or 16 in this month, and is asked anew. */
export function isReaskDue(consent: Consent, today: string): boolean {
	return (
		consent.reaskIn !== null && isInForce(consent, today) && today.slice(0, 7) >= consent.reaskIn
	);
}

/** Staff who have left, and nobody has asked what may stay. */
export function isLeaver(consent: Consent, today: string): boolean {
	const { leavesOn, leftReviewedOn } = consent;
	if (leavesOn === null || leftReviewedOn !== null) return false;
	return leavesOn <= today && isInForce(consent, today);
}
