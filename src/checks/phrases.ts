/**
 * Finds words and phrases of a list in a text, word by word.
 *
 * A list is plain: one phrase a line, words with a space between them. See `WordList` for the
 * signs. The work for each word of the text has an end that the text cannot move.
 */
import { type Found, foundAt, type Reading } from './reading.ts';
import { type Word, wordsOf } from './text-words.ts';

/**
 * `labour ward` these words · `ward|unit` either · `immunis*` any word that starts so ·
 * `the?` or nothing · `_` any word · `~3` up to three words · `#` a number, `##` in digits,
 * `#mg` digits and then `mg` · `+` a word with a capital · `{medicine}` one of a set.
 * A hyphen is a space. A word with a capital in it needs that capital. No phrase goes over the end of a sentence.
 */
export interface WordList {
	/** A new number with every change: the log of outcomes names it. */
	readonly version: number;
	readonly language: 'en-GB';
	/** For lists of facts that change. */
	readonly checkedOn?: string;
	readonly source?: string;
	readonly sets?: Readonly<Record<string, readonly string[]>>;
	readonly fires: readonly string[];
	/** What touches one of these is fine. */
	readonly fine?: readonly string[];
	/** All is fine in a sentence with one of these. */
	readonly fineSentences?: readonly string[];
}

export interface Match extends Found {
	/** The places of its first and its last word in `wordsOf`. */
	readonly first: number;
	readonly last: number;
	/** The phrase of the list, as the list has it. */
	readonly phrase: string;
}

export function findPhrases(
	reading: Reading,
	list: WordList,
	added: readonly string[] = []
): Match[] {
	const words = wordsOf(reading);
	const ranges = rangesOf(words, list.fires, list.sets);
	const more = added.length > 0 ? rangesOf(words, added) : [];
	const all = more.length > 0 ? inOrder([...ranges, ...more]) : ranges;
	return withoutFine(words, all, list).map((range) => matchOf(reading, words, range));
}

export function hasPhrase(
	reading: Reading,
	phrases: readonly string[],
	sentence?: number
): boolean {
	const words = wordsOf(reading);
	return rangesOf(words, phrases).some(
		({ first }) => sentence === undefined || words[first]?.sentence === sentence
	);
}

interface Range {
	readonly first: number;
	readonly last: number;
	readonly phrase: string;
}

function matchOf(reading: Reading, words: readonly Word[], range: Range): Match {
	const { start = 0 } = words[range.first] ?? {};
	const { end = 0 } = words[range.last] ?? {};
	return { ...foundAt(reading, start, end), ...range };
}

/** What is left when the exceptions of the list are taken away. Both are in reading order. */
function withoutFine(words: readonly Word[], ranges: readonly Range[], list: WordList): Range[] {
	if (ranges.length === 0) return [];
	const touching = rangesOf(words, list.fine ?? [], list.sets);
	const sentences = new Set(
		rangesOf(words, list.fineSentences ?? [], list.sets).map(({ first }) => words[first]?.sentence)
	);
	let next = 0;
	return ranges.filter(({ first, last }) => {
		while ((touching[next]?.last ?? Infinity) < first) next++;
		if ((touching[next]?.first ?? Infinity) <= last) return false;
		return !sentences.has(words[first]?.sentence);
	});
}

function inOrder(ranges: readonly Range[]): Range[] {
	const kept: Range[] = [];
	for (const range of [...ranges].sort((one, other) => one.first - other.first)) {
		if (range.first > (kept.at(-1)?.last ?? -1)) kept.push(range);
	}
	return kept;
}

/** The longest match at each place; matches do not overlap. For tests that count the work. */
export function rangesOf(
	words: readonly Word[],
	phrases: readonly string[],
	sets: WordList['sets'] = {}
): Range[] {
	if (phrases.length === 0) return [];
	const index = indexOf(phrases, sets);
	const ranges: Range[] = [];
	for (let first = 0; first < words.length;) {
		const range = longestAt(words, first, index);
		if (range) ranges.push(range);
		first = range ? range.last + 1 : first + 1;
	}
	return ranges;
}

function longestAt(words: readonly Word[], first: number, index: Index): Range | undefined {
	const word = words[first];
	if (!word) return undefined;
	let longest: Range | undefined;
	for (const candidates of [
		index.byWord.get(word.key),
		word.base === word.key ? undefined : index.byWord.get(word.base),
		index.byStart.get(word.key.slice(0, shortestStart)),
		word.isNumber ? index.byNumber : undefined,
		word.isCapital ? index.byCapital : undefined
	]) {
		for (const { slots, phrase } of candidates ?? []) {
			const last = lastOf(words, first, slots, 0, word.sentence);
			if (last >= first && last > (longest?.last ?? -1)) longest = { first, last, phrase };
		}
	}
	return longest;
}

/** The place of the last word when the slots from `slot` on fit here; -1 when they do not. */
function lastOf(
	words: readonly Word[],
	place: number,
	slots: readonly Slot[],
	slot: number,
	sentence: number
): number {
	const wanted = slots[slot];
	if (!wanted) return place - 1;
	const { most, least, fits } = wanted;
	for (let taken = 0; taken <= most; taken++) {
		if (taken >= least) {
			const last = lastOf(words, place + taken, slots, slot + 1, sentence);
			if (last >= 0) return last;
		}
		const word = words[place + taken];
		if (word?.sentence !== sentence || !fits(word)) return -1;
	}
	return -1;
}

interface Slot {
	readonly least: 0 | 1;
	readonly most: number;
	readonly fits: (word: Word) => boolean;
	/** What the first word of a phrase can be, so that few phrases are tried at each word. */
	readonly openings: readonly string[];
}

interface Phrase {
	readonly phrase: string;
	readonly slots: readonly Slot[];
}

interface Index {
	readonly byWord: ReadonlyMap<string, readonly Phrase[]>;
	readonly byStart: ReadonlyMap<string, readonly Phrase[]>;
	readonly byNumber: readonly Phrase[];
	readonly byCapital: readonly Phrase[];
}

const shortestStart = 3;
const mostSlots = 12;
const indexes = new WeakMap<readonly string[], Index>();

function indexOf(phrases: readonly string[], sets: NonNullable<WordList['sets']>): Index {
	const known = indexes.get(phrases);
	if (known) return known;
	const byWord = new Map<string, Phrase[]>();
	const byStart = new Map<string, Phrase[]>();
	const byNumber: Phrase[] = [];
	const byCapital: Phrase[] = [];
	for (const phrase of phrases) {
		const slots = slotsOf(phrase, sets);
		for (const opening of new Set(slots[0]?.openings)) {
			if (opening.startsWith('#')) byNumber.push({ phrase, slots });
			else if (opening === '+') byCapital.push({ phrase, slots });
			else if (opening.endsWith('*')) {
				add(byStart, opening.slice(0, shortestStart).toLowerCase(), { phrase, slots });
			} else add(byWord, opening.toLowerCase(), { phrase, slots });
		}
	}
	const index = { byWord, byStart, byNumber, byCapital };
	indexes.set(phrases, index);
	return index;
}

function add(map: Map<string, Phrase[]>, key: string, phrase: Phrase): void {
	const list = map.get(key);
	if (list) list.push(phrase);
	else map.set(key, [phrase]);
}

function slotsOf(phrase: string, sets: NonNullable<WordList['sets']>): Slot[] {
	const plain = phrase.replaceAll('’', "'");
	return (plain.includes('|') ? plain : plain.replaceAll('-', ' '))
		.split(/\s+/)
		.filter((part) => part !== '')
		.slice(0, mostSlots)
		.map((part) => slotOf(part, sets));
}

function slotOf(part: string, sets: NonNullable<WordList['sets']>): Slot {
	if (/^~\d$/.test(part)) {
		return { least: 0, most: Number(part.slice(1)), fits: () => true, openings: [] };
	}
	const isOptional = part.endsWith('?');
	const choices = (isOptional ? part.slice(0, -1) : part)
		.split('|')
		.flatMap((choice) => (choice.startsWith('{') ? (sets[choice.slice(1, -1)] ?? []) : [choice]));
	return {
		least: isOptional ? 0 : 1,
		most: 1,
		fits: choiceTest(choices),
		openings: choices
	};
}

type WordTest = (word: Word) => boolean;
/** The same choices stand in many phrases, so each test is made once. */
const tests = new Map<string, WordTest>();
const mostTests = 10_000;

function choiceTest(choices: readonly string[]): WordTest {
	const key = choices.join('|');
	const known = tests.get(key);
	if (known) return known;
	// Words that the practice adds may change for ever; the memory for them has an end.
	if (tests.size > mostTests) tests.clear();
	const test = newTest(choices);
	tests.set(key, test);
	return test;
}

function newTest(choices: readonly string[]): WordTest {
	if (choices.includes('_')) return () => true;
	const exact = new Set<string>();
	const withCapital = new Set<string>();
	const starts = new Map<string, string[]>();
	const numbers: string[] = [];
	let anyCapital = false;
	for (const choice of choices) {
		if (choice === '+') anyCapital = true;
		else if (choice.startsWith('#')) numbers.push(choice);
		else if (choice.endsWith('*')) {
			const start = choice.slice(0, -1).toLowerCase();
			const others = starts.get(start.slice(0, shortestStart));
			if (others) others.push(start);
			else starts.set(start.slice(0, shortestStart), [start]);
		} else (choice === choice.toLowerCase() ? exact : withCapital).add(choice);
	}
	return (word) =>
		exact.has(word.key) ||
		exact.has(word.base) ||
		(anyCapital && word.isCapital) ||
		withCapital.has(word.raw) ||
		withCapital.has(word.raw.replace(/'s$/, '')) ||
		(starts.get(word.key.slice(0, shortestStart))?.some((start) => word.key.startsWith(start)) ??
			false) ||
		numbers.some((number) => fitsNumber(number, word));
}

function fitsNumber(choice: string, word: Word): boolean {
	if (choice === '#') return word.isNumber;
	if (choice.startsWith('##')) return /^\d/.test(word.key);
	return word.key.replace(/^\d+/, '#') === choice;
}
