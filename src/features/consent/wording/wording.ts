/**
 * The words that a person reads before they say yes. Each consent keeps the version it was given on.
 *
 * Never change a version once it has been out: add the next one.
 */
import type { Consent } from '../record.ts';

export interface Wording {
	readonly id: string;
	readonly kind: Consent['kind'];
	readonly language: string;
	/** '{until}' and '{contact}' are filled in for each person. */
	readonly paragraphs: readonly string[];
}

const ending = [
	'We will stop using it on {until}. You can change your mind at any time. Tell {contact}. We will stop using it and take it down where we can.',
	'The practice looks after this form. Ask for our privacy notice to read more or to complain about how we use your details.'
];

/** Oldest first. */
const wordings: readonly Wording[] = [
	{
		id: 'adult-1',
		kind: 'adult',
		language: 'en-GB',
		paragraphs: [
			'We would like to use this picture of you. You can say no. It will not change your care.',
			'If you say yes, tick where we may use it. People can copy things from the internet, so we may not be able to get every copy back.',
			...ending
		]
	},
	{
		id: 'child-1',
		kind: 'child',
		language: 'en-GB',
		paragraphs: [
			'We would like to use this picture of your child. You can say no, and so can your child. It will not change your care.',
			'If you both say yes, tick where we may use it. People can copy things from the internet, so we may not be able to get every copy back.',
			...ending
		]
	}
];

export function wording(version: string): Wording | undefined {
	return wordings.find(({ id }) => id === version);
}

/** The words to show to the next person. */
export function currentWording(kind: Consent['kind']): Wording {
	const newest = wordings.findLast((candidate) => candidate.kind === kind);
	if (!newest) throw new Error(`There are no words for the form of a ${kind}.`);
	return newest;
}

/** The paragraphs as this person reads them. */
export function fillIn(
	{ paragraphs }: Wording,
	{ until, contact }: { until: string; contact: string }
): string[] {
	return paragraphs.map((paragraph) =>
		paragraph.replaceAll('{until}', until).replaceAll('{contact}', contact)
	);
}
