/**
 * The words that a person reads before they say yes. Each consent keeps the version it was given on.
 *
 * Never change a version once it has been out: add the next one.
 */
import { englishWords, type Wording } from './words-en.ts';

export function wording(version: string): Wording | undefined {
	return englishWords.find(({ id }) => id === version);
}

/** The words to show to the next person; the usual ones where there are no easy ones. */
export function currentWording(kind: Wording['kind'], isEasy = false): Wording {
	const ofKind = englishWords.filter((candidate) => candidate.kind === kind);
	const newest =
		ofKind.findLast((candidate) => candidate.isEasy === isEasy) ??
		ofKind.findLast((candidate) => !candidate.isEasy);
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
