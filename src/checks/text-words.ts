/**
 * The words of a text and the sentences that they stand in. Words inside web links are left out.
 *
 * Kept for the latest reading of a text, because one check after the other asks for them.
 */
import { findIn, type Found, type Reading } from './reading.ts';

export interface Word {
	readonly start: number;
	readonly end: number;
	/** As written, with straight apostrophes. */
	readonly raw: string;
	readonly key: string;
	/** Without `'s`: `council` from `Council's`. */
	readonly base: string;
	/** The number of its sentence, from 0. */
	readonly sentence: number;
	readonly isNumber: boolean;
	readonly isCapital: boolean;
}

export interface Sentence {
	readonly words: readonly Word[];
	readonly start: number;
	readonly end: number;
}

export const wordPattern = /[\p{L}\p{N}]+(?:['’&][\p{L}\p{N}]+)*/gu;
export const linkPattern = /(?<![\p{L}\p{N}])(?:https?:\/\/|www\.)[^\s<>"“”]+/giu;

const endOfSentence = /[!?\n]|\.["')\]’”]{0,3} /;
const noEndAfter = new Set('mr mrs ms mx dr prof rev st no vs approx tel cllr'.split(' '));
const numberWords = new Set(
	'half one two three four five six seven eight nine ten eleven twelve twenty fifty hundred'.split(
		' '
	)
);

const kept = new WeakMap<Reading, readonly Word[]>();

export function wordsOf(reading: Reading): readonly Word[] {
	const known = kept.get(reading);
	if (known) return known;
	const words = readWords(reading);
	kept.set(reading, words);
	return words;
}

function readWords(reading: Reading): Word[] {
	const { plain } = reading;
	const links = linksIn(reading);
	const words: Word[] = [];
	let sentence = 0;
	let nextLink = 0;
	let endBefore = 0;
	for (const match of plain.matchAll(wordPattern)) {
		const start = match.index;
		const raw = match[0].replaceAll('’', "'");
		while ((links[nextLink]?.end ?? Infinity) <= start) nextLink++;
		if ((links[nextLink]?.start ?? Infinity) <= start) continue;
		const latest = words.at(-1);
		if (latest && endsBetween(latest, plain.slice(endBefore, start))) sentence++;
		endBefore = start + match[0].length;
		const key = raw.toLowerCase();
		words.push({
			start,
			end: endBefore,
			raw,
			key,
			base: key.endsWith("'s") ? key.slice(0, -2) : key,
			sentence,
			isNumber: /^\d/.test(key) || numberWords.has(key),
			isCapital: /^\p{Lu}/u.test(raw)
		});
	}
	return words;
}

function endsBetween({ key }: Word, gap: string): boolean {
	if (gap === ' ') return false;
	if (noEndAfter.has(key) && gap.startsWith('. ')) return /[!?\n]/.test(gap);
	return endOfSentence.test(gap);
}

export function linksIn(reading: Reading): Found[] {
	return findIn(reading, linkPattern);
}

/** The sentences of a text, each with its words. */
export function sentencesOf(reading: Reading): Sentence[] {
	const sentences: Word[][] = [];
	for (const word of wordsOf(reading)) (sentences[word.sentence] ??= []).push(word);
	return sentences.map((words) => ({
		words,
		start: words[0]?.start ?? 0,
		end: words.at(-1)?.end ?? 0
	}));
}

/** The sentence around a place, with its end sign. */
export function sentenceAround(reading: Reading, sentence: number): { start: number; end: number } {
	const words = wordsOf(reading).filter((word) => word.sentence === sentence);
	const start = words[0]?.start ?? 0;
	const end = words.at(-1)?.end ?? start;
	const sign = /^['")\]’”]{0,3}[.!?]/.exec(reading.plain.slice(end, end + 4));
	return { start, end: end + (sign?.[0].length ?? 0) };
}
