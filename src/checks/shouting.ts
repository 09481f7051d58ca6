/**
 * PC-17: words in capitals, and rows of exclamation marks. Asked for by S4-66 and S0-38.
 *
 * Short forms that are always in capitals (NHS, GP) are no shouting; one word alone is not either.
 */
import { type CheckSettings, type Finding, findingOn, type TextCheck } from './check.ts';
import { findIn, foundAt, type Reading, readingOf } from './reading.ts';
import { type Word, wordsOf } from './text-words.ts';
import { knownCapitals } from './words/capitals.ts';

const marks = /!{2,}/g;
const fewestLetters = 25;
const mostCapitals = 0.4;

export const shouting: TextCheck = {
	id: 'PC-17',
	title: 'Capital letters',
	gravest: 'hint',
	sources: ['S4-66', 'S0-38'],
	patterns: [marks],
	run(text, settings) {
		const reading = readingOf(text);
		const runs = runsOf(reading, settings);
		const manyMarks = findIn(reading, marks).map((found) =>
			findingOn(found, { ...says, saw: '', todo: 'One is enough.', fix: oneMark })
		);
		if (runs.length > 0) return [...runs, ...manyMarks];
		return [...mostlyCapitals(reading, settings), ...manyMarks];
	}
};

const says = {
	check: 'PC-17',
	level: 'hint',
	why: 'Many people read it as shouting. It is also harder to read.'
} as const;
const oneMark = { label: 'Keep one', text: '!' };
const todo = 'Use small letters. Put what matters most at the start.';

function runsOf(reading: Reading, settings: CheckSettings): Finding[] {
	const runs: Word[][] = [];
	let run: Word[] = [];
	for (const word of wordsOf(reading)) {
		const isNext = run.at(-1)?.sentence === word.sentence;
		if (!isNext) run = [];
		if (isInCapitals(word)) {
			if (run.length === 0) runs.push(run);
			run.push(word);
		} else run = [];
	}
	return runs
		.filter((words) => words.filter((word) => isLoud(word, settings)).length > 1)
		.map((words) => {
			const found = foundAt(reading, words[0]?.start ?? 0, words.at(-1)?.end ?? 0);
			const text = quieter(reading, words, settings);
			const fix = { label: 'Use small letters', text };
			return findingOn(found, { ...says, saw: 'It is in capitals.', todo, fix });
		});
}

/** Also a short one (`A`, `I`): it may stand between two others. */
function isInCapitals({ raw }: Word): boolean {
	return raw === raw.toUpperCase() && /^\p{Lu}/u.test(raw) && !/\p{N}/u.test(raw);
}

function isLoud({ raw }: Word, { addedWords }: CheckSettings): boolean {
	if (raw.length < 2 || /\p{N}/u.test(raw)) return false;
	const plain = raw.replace(/'S$/, '');
	return !knownCapitals.words.has(plain) && !(addedWords?.['PC-17'] ?? []).includes(plain);
}

function quieter({ plain }: Reading, words: readonly Word[], settings: CheckSettings): string {
	const start = words[0]?.start ?? 0;
	let text = '';
	let place = start;
	for (const word of words) {
		const own = plain.slice(word.start, word.end);
		text += plain.slice(place, word.start);
		text += isLoud(word, settings) || own === 'A' ? own.toLowerCase() : own;
		place = word.end;
	}
	const isOpening = start === 0 || /[.!?\n:]\s*$/.test(plain.slice(Math.max(0, start - 3), start));
	return isOpening ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

function mostlyCapitals(reading: Reading, settings: CheckSettings): Finding[] {
	const words = wordsOf(reading).filter((word) => isLoud(word, settings) || !isInCapitals(word));
	const letters = words
		.map(({ raw }) => raw)
		.join('')
		.replace(/[^\p{L}]/gu, '');
	const capitals = letters.replace(/[^\p{Lu}]/gu, '').length;
	if (letters.length < fewestLetters || capitals <= letters.length * mostCapitals) return [];
	const saw = 'We saw more capitals than small letters usually need.';
	return [{ ...says, saw, todo, field: 'text' }];
}
