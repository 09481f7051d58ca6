/**
 * The answers that only some kinds of consent need, and what is wrong with them.
 *
 * All may be left out, so that what an older app has sent still counts as it was meant.
 */
import { daySchema } from '#domain/calendar.ts';
import { refuse, type Refusal } from '#domain/refusal.ts';
import * as z from 'zod/mini';
import {
	abilities,
	helps,
	isAble,
	mayBePaidFor,
	mediums,
	optOuts,
	relations
} from '../fields/kinds.ts';
import { filledLine, line } from '../fields/lines.ts';
import type { Consent } from '../record.ts';

const maybe = z.exactOptional;

export const askedAnswers = {
	relation: maybe(z.nullable(z.enum(relations))),
	media: maybe(z.array(z.enum(mediums)).check(z.minLength(1, 'Choose what it is about.'))),
	mayPromote: maybe(z.boolean()),
	startsOn: maybe(z.nullable(daySchema)),
	expiresWhy: maybe(line(200, 'why it ends on another day')),
	helps: maybe(z.array(z.enum(helps))),
	helpedBy: maybe(z.nullable(filledLine(120, 'who helped'))),
	witnessRole: maybe(z.nullable(filledLine(60, 'what the witness does'))),
	childAskedBy: maybe(z.nullable(filledLine(120, 'who asked the child'))),
	understands: maybe(z.nullable(z.boolean())),
	understandsBy: maybe(z.nullable(filledLine(120, 'who judged it'))),
	isParentTold: maybe(z.boolean()),
	abilities: maybe(z.nullable(z.array(z.enum(abilities)))),
	wasUnhappy: maybe(z.boolean()),
	people: maybe(
		z
			.array(
				z.strictObject({
					firstName: filledLine(60, 'the first name'),
					howToRecognise: line(160, 'how to find them'),
					isYes: z.boolean()
				})
			)
			.check(z.maxLength(60, 'Start a second form for more than 60 people.'))
	),
	noticeText: maybe(line(1000, 'the notice')),
	noticeWhere: maybe(line(200, 'where the notice was shown')),
	optOut: maybe(z.nullable(z.enum(optOuts))),
	leavesOn: maybe(z.nullable(daySchema)),
	quote: maybe(line(2000, 'their words')),
	licence: maybe(line(300, 'what we may do with it')),
	credit: maybe(line(120, 'the name as shown')),
	mayCrop: maybe(z.nullable(z.boolean())),
	paperHash: maybe(z.nullable(z.string().check(z.regex(/^[0-9a-f]{64}$/, 'This is not a photo.'))))
};
type Asked = z.infer<z.ZodMiniObject<typeof askedAnswers>>;

/** Unhappy, or one no in a group: it is a no for the whole picture. The strictest answer wins. */
export function isQuietNo({ wasUnhappy, people }: Asked): boolean {
	return wasUnhappy === true || people?.some(({ isYes }) => !isYes) === true;
}

/** What this kind needs, over and above what every yes needs. */
export function kindPartMissing(
	{ kind, ageBand }: Consent,
	answers: Asked & { readonly witness: string | null; readonly nameToShow: string }
): Refusal | undefined {
	if (answers.mayPromote === true && !mayBePaidFor(kind)) {
		return refuse('no-promotion', 'This may never be in a post that is paid for.', 'mayPromote');
	}
	if (answers.understands === false) {
		return refuse('does-not-understand', 'Explain it again, or note a no.', 'understands');
	}
	switch (kind) {
		case 'capacity':
			return capacityMissing(answers);
		case 'group':
			return groupMissing(answers);
		case 'crowd':
			return noticeMissing(answers);
		case 'words':
			return filled(answers.quote, 'quote', 'Enter the words that they agree to.');
		case 'photographer':
			return rightsMissing(answers);
		case 'adult':
		case 'child':
		case 'staff':
			return answers.isParentTold === true && ageBand !== '16-17'
				? refuse('parent-signs', 'Under 16 the parent says yes too.', 'isParentTold')
				: undefined;
	}
}

function capacityMissing(answers: Asked & { readonly witness: string | null }) {
	if (!answers.abilities) {
		return refuse('not-looked-at', 'Note what they could do: understand, remember …', 'abilities');
	}
	if (answers.witness === null) {
		return refuse('no-witness', 'Enter who else was there.', 'witness');
	}
	return undefined;
}

function groupMissing({ people = [] }: Asked) {
	if (people.length >= 2) return undefined;
	return refuse(
		'too-few',
		'Write down each person. One person alone has a form of their own.',
		'people'
	);
}

function noticeMissing({ noticeText, noticeWhere, optOut }: Asked) {
	return (
		filled(noticeText, 'noticeText', 'Enter what the notice says.') ??
		filled(noticeWhere, 'noticeWhere', 'Enter where the notice was shown.') ??
		(optOut ? undefined : refuse('no-opt-out', 'Choose how people could say no.', 'optOut'))
	);
}

function rightsMissing({ licence, mayCrop }: Asked) {
	const refusal = filled(licence, 'licence', 'Enter what we may do with the picture.');
	if (refusal) return refusal;
	if (typeof mayCrop === 'boolean') return undefined;
	return refuse('crop-not-asked', 'Choose if we may cut it to size.', 'mayCrop');
}

function filled(words: string | undefined, field: string, message: string) {
	return words === undefined || words === '' ? refuse('part-missing', message, field) : undefined;
}

/** Someone who could not do all four: not to be used, unless the practice finds a lawful route. */
export function isRouteMissing({ kind, abilities: could, lawfulRoute }: Consent): boolean {
	return kind === 'capacity' && !isAble(could) && lawfulRoute === null;
}
