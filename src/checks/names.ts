/**
 * Names of people in a text: a title and a name, or a first name of the list that is loaded apart.
 *
 * Names of streets, buildings, charities and months are left out.
 */
import { type Match, findPhrases } from './phrases.ts';
import { foundAt, type Reading } from './reading.ts';
import { type Word, wordsOf } from './text-words.ts';
import {
	bodiesWithNames,
	maybeNames,
	monthNames,
	placesAfterNames,
	titles
} from './words/names.ts';

export function namesIn(reading: Reading, firstNames?: ReadonlySet<string>): Match[] {
	const words = wordsOf(reading);
	const bodies = findPhrases(reading, bodiesWithNames);
	const names: Match[] = [];
	for (let first = 0; first < words.length; first++) {
		const last = lastOfName(words, first, firstNames);
		if (last === undefined) continue;
		const inBody = bodies.some((body) => body.first <= last && first <= body.last);
		if (!inBody) names.push(matchOf(reading, words, first, last));
		first = last;
	}
	return names;
}

/** The place of the last word of a name that starts here. */
function lastOfName(
	words: readonly Word[],
	first: number,
	firstNames: ReadonlySet<string> | undefined
): number | undefined {
	const word = words[first];
	if (!word?.isCapital) return undefined;
	const next = words[first + 1];
	const hasNext = next?.sentence === word.sentence && isNameWord(next);
	if (titles.has(word.key))
		return hasNext && next.raw.length > 1 ? endOf(words, first + 1) : titled(words, first);
	if (!firstNames?.has(word.base) || monthNames.has(word.base)) return undefined;
	const previous = words[first - 1];
	if (previous?.key === 'st' || previous?.key === 'saint') return undefined;
	const isOpening = previous?.sentence !== word.sentence;
	if (maybeNames.has(word.base) && (isOpening || previous.isNumber || isShouted(word))) {
		return undefined;
	}
	const last = endOf(words, first);
	// `Grace Road Surgery`, `Henry's Hall`
	const after = words[last + 1];
	const end = words[last];
	if (end && last > first && placesAfterNames.has(end.key)) return undefined;
	if (after?.sentence === word.sentence && after.isCapital && placesAfterNames.has(after.key)) {
		return undefined;
	}
	return last;
}

/** `Mrs K lives …` */
function titled(words: readonly Word[], first: number): number | undefined {
	const next = words[first + 1];
	const isLetter = next?.sentence === words[first]?.sentence && /^\p{Lu}$/u.test(next?.raw ?? '');
	return isLetter ? first + 1 : undefined;
}

/** One or two more words with a capital belong to the name. */
function endOf(words: readonly Word[], first: number): number {
	let last = first;
	while (last < first + 2) {
		const word = words[last];
		const next = words[last + 1];
		if (!next || next.sentence !== word?.sentence || next.start !== word.end + 1) break;
		if (!isNameWord(next) || word.raw.endsWith("'s")) break;
		last++;
	}
	return last;
}

function isNameWord(word: Word): boolean {
	return /^\p{Lu}[\p{L}']*\p{Ll}/u.test(word.raw);
}

function isShouted({ raw }: Word): boolean {
	return raw === raw.toUpperCase();
}

function matchOf(reading: Reading, words: readonly Word[], first: number, last: number): Match {
	const { start = 0 } = words[first] ?? {};
	const { end = 0 } = words[last] ?? {};
	return { ...foundAt(reading, start, end), first, last, phrase: '' };
}
