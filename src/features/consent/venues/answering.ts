/**
 * The answer of the owner of a place, with what proves it, and the copy that they get.
 *
 * What was asked later may be left out, so that what an older app has sent still counts.
 */
import { daySchema } from '#domain/calendar.ts';
import { defineMutation } from '#domain/mutation.ts';
import { refuse, type Refusal } from '#domain/refusal.ts';
import { writers } from '#domain/roles.ts';
import * as z from 'zod/mini';
import { accountsSchema } from '../answers/answers.ts';
import { copyWays, mediums, purposes, venueLooks, venueMethods } from '../fields/kinds.ts';
import { filledLine, line } from '../fields/lines.ts';
import { signatureSchema } from '../fields/signature.ts';
import { hashSchema } from '../photos/record.ts';
import { venueRecord, type Venue } from '../record.ts';
import { wording } from '../wording/wording.ts';
import { nothingAnsweredThere } from './answer-fields.ts';

export const gone = () => refuse('no-such-venue', 'This place is no longer on the list.');
export const no = () => refuse('said-no', 'They said no. Ask them again before you go on.');

export function saidNo({ status }: Pick<Venue, 'status'>): boolean {
	return status === 'refused' || status === 'withdrawn';
}

const areasSchema = z.array(filledLine(80, 'the part of the place')).check(z.maxLength(30));
const answerFields = {
	agreedBy: filledLine(120, 'who agreed'),
	areas: areasSchema.check(z.minLength(1, 'Enter the parts where pictures are welcome.')),
	areasNotAllowed: areasSchema,
	conditions: line(300, 'what to look out for'),
	givenOn: daySchema,
	firstOn: z.nullable(daySchema),
	expiresOn: z.nullable(daySchema),
	purposes: z.exactOptional(
		z.array(z.enum(purposes)).check(z.minLength(1, 'Choose what pictures from here are for.'))
	),
	accounts: z.exactOptional(accountsSchema),
	media: z.exactOptional(
		z.array(z.enum(mediums)).check(z.minLength(1, 'Choose what it is about.'))
	),
	mayPromote: z.exactOptional(z.boolean()),
	times: z.exactOptional(line(200, 'the times')),
	looks: z.exactOptional(z.array(z.enum(venueLooks))),
	method: z.exactOptional(z.enum(venueMethods, 'Choose how they answered.')),
	signature: z.exactOptional(z.nullable(signatureSchema)),
	wordingVersion: z.exactOptional(z.string()),
	paperHash: z.exactOptional(z.nullable(hashSchema))
};
const answerSchema = z.strictObject({ id: z.uuid(), ...answerFields });
type Answer = Omit<z.infer<typeof answerSchema>, 'id'>;

/** The person in charge says where and when pictures are welcome. A new yes needs a new check. */
export const giveVenue = defineMutation({
	name: 'venue.give',
	args: answerSchema,
	allowed: writers,
	says: 'Kept the yes of a place',
	final: true,
	async run(transaction, { id, ...answer }, { actor, actedAt, today }) {
		const venue = await transaction.get(venueRecord, id);
		if (!venue) return gone();
		if (saidNo(venue)) return no();
		const refusal = daysWrong(answer, today) ?? proofMissing(answer);
		if (refusal) return refusal;
		await transaction.put(venueRecord, {
			...venue,
			...nothingAnsweredThere,
			...answer,
			status: 'given',
			signedAt: actedAt,
			takenBy: actor.personId,
			confirmedAt: null,
			confirmedBy: null
		});
		return undefined;
	}
});

function daysWrong({ givenOn, firstOn, expiresOn }: Answer, today: string): Refusal | undefined {
	if (givenOn > today) {
		return refuse('not-yet', 'The day of the yes cannot be later than today.', 'givenOn');
	}
	if (firstOn && expiresOn && expiresOn < firstOn) {
		return refuse('ends-too-soon', 'The last day must come after the first.', 'expiresOn');
	}
	return undefined;
}

function proofMissing({ purposes: what, accounts, ...proof }: Answer): Refusal | undefined {
	const { method, signature, wordingVersion } = proof;
	if (accounts?.length === 0 && what?.some((purpose) => purpose.endsWith('-posts'))) {
		return refuse('no-account', 'Choose the accounts that they said yes to.', 'accounts');
	}
	if (method === 'signed' && !signature)
		return refuse('not-signed', 'Sign in the box.', 'signature');
	if (wordingVersion !== undefined && wording(wordingVersion)?.kind !== 'venue') {
		return refuse('unknown-words', 'We do not know these words of the form.', 'wordingVersion');
	}
	return undefined;
}

/** The owner gets a copy of what was agreed. */
export const giveVenueCopy = defineMutation({
	name: 'venue.give-copy',
	args: z.strictObject({ id: z.uuid(), how: z.enum(copyWays) }),
	allowed: writers,
	says: 'Gave the owner of a place a copy',
	async run(transaction, { id, how }, { today }) {
		const venue = await transaction.get(venueRecord, id);
		if (!venue) return gone();
		await transaction.put(venueRecord, { ...venue, copyOn: today, copyHow: how });
		return undefined;
	}
});
