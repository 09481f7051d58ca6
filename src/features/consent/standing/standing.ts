/**
 * How a consent stands on a UK day, and what it allows.
 *
 * A consent holds until midnight of its last day.
 */
import { daysBetween } from '#domain/calendar.ts';
import { isRouteMissing } from '../answers/asked.ts';
import type { AnswerStatus } from '../fields/lines.ts';
import type { Consent, Purpose } from '../record.ts';

export type ConsentState = AnswerStatus | 'expiring' | 'expired';

/** From so many days before its end a consent is 'expiring'. Source: consent record, 'Time'. */
export const expiringDays = 60;
/** No consent lasts longer. Source: consent record, 'Background' (five years for older photos). */
export const mostMonths = 60;

/** How it stands on a UK day. The last day still counts. */
export function consentState(
	consent: Pick<Consent, 'status' | 'expiresOn'>,
	day: string
): ConsentState {
	const { status, expiresOn } = consent;
	if (status !== 'given' && status !== 'confirmed') return status;
	if (expiresOn === null) return status;
	if (day > expiresOn) return 'expired';
	const isNear = daysBetween(day, expiresOn) <= expiringDays;
	return status === 'confirmed' && isNear ? 'expiring' : status;
}

/** Confirmed by the practice, and not at its end. */
export function isInForce(consent: Pick<Consent, 'status' | 'expiresOn'>, day: string): boolean {
	const state = consentState(consent, day);
	return state === 'confirmed' || state === 'expiring';
}

export interface Use {
	readonly accountId: string;
	readonly purpose: Purpose;
}

/** What was agreed to, less what was taken back. Says nothing about days or confirmation. */
export function covers(consent: Consent, { accountId, purpose }: Use): boolean {
	return (
		consent.purposes.includes(purpose) &&
		consent.accounts.includes(accountId) &&
		!consent.withdrawnAccounts.includes(accountId)
	);
}

/** Under 16, a parent or carer says yes too. From 16 on they say it themselves. */
export function needsParent({ ageBand }: Pick<Consent, 'ageBand'>): boolean {
	return ageBand === 'under-13' || ageBand === '13-15';
}

/** A child's record without the parent's yes where it is needed, or without the child's own. */
export function isPartMissing(consent: Consent): boolean {
	if (isRouteMissing(consent)) return true;
	if (consent.kind !== 'child') return false;
	if (needsParent(consent) && !consent.hasParentYes) return true;
	return consent.childWish === null || consent.childWish === 'no';
}

/** A newer consent, confirmed by the practice, has taken its place. */
export function isReplaced({ id }: Consent, consents: readonly Consent[]): boolean {
	return consents.some(({ replacesId, status }) => replacesId === id && status === 'confirmed');
}
