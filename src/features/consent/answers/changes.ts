/**
 * What may still be changed before the practice confirms a consent.
 *
 * An answer may only become narrower: whoever wants more has to ask the person again.
 */
import { daySchema } from '#domain/calendar.ts';
import { refuse, type Refusal } from '#domain/refusal.ts';
import type { Role } from '#domain/roles.ts';
import * as z from 'zod/mini';
import { mediums } from '../fields/kinds.ts';
import { filledLine, line } from '../fields/lines.ts';
import { ageBands, namesToShow, purposes, type Consent } from '../record.ts';
import { accountsSchema, limitsSchema } from './answers.ts';

export const personFields = {
	firstName: filledLine(60, 'the first name'),
	lastName: z.nullable(filledLine(60, 'the last name')),
	contact: z.nullable(filledLine(160, 'how to reach them')),
	howToRecognise: line(160, 'how to find them'),
	picturedPersonId: z.nullable(z.uuid()),
	ageBand: z.enum(ageBands),
	/** Reason enough not to show this child; which one is nobody's business here. */
	mustNotShow: z.boolean()
};

/** What the picture or the words are about. */
export const aboutFields = {
	media: z.exactOptional(
		z.array(z.enum(mediums)).check(z.minLength(1, 'Choose what it is about.'))
	),
	occasion: z.exactOptional(line(120, 'the occasion')),
	takenOn: z.exactOptional(z.nullable(daySchema)),
	place: z.exactOptional(line(120, 'the place')),
	photoBy: z.exactOptional(line(120, 'who took it'))
};

export const changesSchema = z.strictObject({
	firstName: z.exactOptional(personFields.firstName),
	lastName: z.exactOptional(personFields.lastName),
	contact: z.exactOptional(personFields.contact),
	howToRecognise: z.exactOptional(personFields.howToRecognise),
	picturedPersonId: z.exactOptional(personFields.picturedPersonId),
	ageBand: z.exactOptional(personFields.ageBand),
	mustNotShow: z.exactOptional(personFields.mustNotShow),
	purposes: z.exactOptional(z.array(z.enum(purposes))),
	accounts: z.exactOptional(accountsSchema),
	limits: z.exactOptional(limitsSchema),
	nameToShow: z.exactOptional(z.enum(namesToShow)),
	expiresOn: z.exactOptional(daySchema),
	/** Answers what the practice manager asked. */
	answer: z.exactOptional(filledLine(500, 'the answer'))
});
export type Changes = z.infer<typeof changesSchema>;

/** Why this cannot be changed any more, or not like this; undefined when it can. */
export function whyNotChange(consent: Consent, changes: Changes, role: Role): Refusal | undefined {
	const { status } = consent;
	if (status !== 'not-asked' && status !== 'asked' && status !== 'given') {
		return refuse('already-decided', 'This is settled. To change it, ask the person again.');
	}
	if (changes.ageBand !== undefined && !ageFits(consent.kind, changes.ageBand)) {
		return refuse('age-does-not-fit', 'This age does not fit. Start a new form.', 'ageBand');
	}
	if (changes.mustNotShow === false && consent.mustNotShow && role !== 'practice-manager') {
		return refuse('only-managers', 'Only the practice manager can lift this.', 'mustNotShow');
	}
	if (changes.answer !== undefined && consent.question === null) {
		return refuse('nothing-asked', 'Nobody has asked a question about this.', 'answer');
	}
	const wider = widerField(consent, changes);
	return wider && refuse('wider', 'They did not agree to this. Ask them again.', wider);
}

export function ageFits(kind: Consent['kind'], ageBand: Consent['ageBand']): boolean {
	return (kind !== 'child') === (ageBand === '18-plus');
}

/** The first field in which the change goes further than the answer. */
function widerField(consent: Consent, changes: Changes): keyof Changes | undefined {
	const { purposes: what, accounts, limits, nameToShow, expiresOn, ageBand } = changes;
	if (what?.some((purpose) => !consent.purposes.includes(purpose))) return 'purposes';
	if (accounts?.some((account) => !consent.accounts.includes(account))) return 'accounts';
	if (expiresOn !== undefined && expiresOn > (consent.expiresOn ?? '')) return 'expiresOn';
	const reach = (name: Consent['nameToShow']) => namesToShow.indexOf(name);
	if (nameToShow !== undefined && reach(nameToShow) > reach(consent.nameToShow)) {
		return 'nameToShow';
	}
	if (consent.status !== 'given') return undefined;
	if (limits !== undefined && !limits.includes(consent.limits)) return 'limits';
	return ageBand !== undefined && ageBand !== consent.ageBand ? 'ageBand' : undefined;
}
