/**
 * PC-20: a text that is hard to read. Asked for by S4-49.
 *
 * Links, tags and names do not count. A short text is not graded: one long word would decide.
 */
import { type Finding, findingOn, type TextCheck } from './check.ts';
import { tagPattern, tagsIn } from './hashtags.ts';
import { findIn, foundAt, type Reading, readingOf } from './reading.ts';
import { gradeOf } from './reading-grade.ts';
import { type Sentence, sentencesOf } from './text-words.ts';
import { simplerWords } from './words/simpler-words.ts';

const mostWords = 25;
const highestGrade = 8;
/** In a short text one or two long words decide, so it gets more leeway. */
const highestGradeShort = 12;
const shortText = 20;
const fewestWords = 8;
const mostSimpler = 5;
const longWord = /(?<!\p{L})\p{L}{4,20}(?!\p{L})/gu;

const says = {
	check: 'PC-20',
	level: 'hint',
	why: 'Many people read on a small phone, in a hurry, or in their second language.'
} as const;

export const plainWords: TextCheck = {
	id: 'PC-20',
	title: 'Hard to read',
	gravest: 'hint',
	sources: ['S4-49'],
	uses: ['post', 'reply', 'bio', 'note', 'crisis'],
	patterns: [tagPattern, longWord],
	run(text) {
		const reading = readingOf(text);
		const sentences = withoutTagsAndNames(reading);
		const long = sentences.filter(({ words }) => words.length > mostWords);
		const count = sentences.reduce((sum, { words }) => sum + words.length, 0);
		const highest = count < shortText ? highestGradeShort : highestGrade;
		const isHard = count >= fewestWords && gradeOf(sentences) > highest;
		if (!isHard && long.length === 0) return [];
		const findings: Finding[] = long.map(({ words, start, end }) =>
			findingOn(foundAt(reading, start, end), {
				...says,
				saw: `It has ${words.length} words in one go.`,
				todo: 'Make two or three short sentences of it.'
			})
		);
		if (isHard && long.length === 0) {
			const saw = 'We saw long words or long sentences.';
			const todo = 'Write it as you would say it to a neighbour.';
			findings.push({ ...says, saw, todo, field: 'text' });
		}
		return [...findings, ...simpler(reading)];
	}
};

/** Names make a text no harder: a word with a capital inside a sentence is left out. */
function withoutTagsAndNames(reading: Reading): Sentence[] {
	const tags = new Set(tagsIn(reading).map(({ start }) => start + 1));
	return sentencesOf(reading)
		.map(({ words, start, end }) => ({
			start,
			end,
			words: words.filter(
				(word, place) => !tags.has(word.start) && !(place > 0 && isName(word.raw))
			)
		}))
		.filter(({ words }) => words.length > 0);
}

function isName(raw: string): boolean {
	return /^\p{Lu}\p{Ll}/u.test(raw);
}

function simpler(reading: Reading): Finding[] {
	const known = findIn(reading, longWord).flatMap((found) => {
		const word = found.words.toLowerCase();
		const short = Object.hasOwn(simplerWords.words, word) ? simplerWords.words[word] : undefined;
		return short === undefined ? [] : [{ found, short }];
	});
	return known.slice(0, mostSimpler).map(({ found, short }) => {
		const isOpening = /^\p{Lu}/u.test(found.words);
		const text = isOpening ? short.charAt(0).toUpperCase() + short.slice(1) : short;
		return findingOn(found, {
			...says,
			saw: `A shorter way to say it: ${short}.`,
			todo: 'Change it if the sentence still makes sense.',
			fix: { label: `Change to “${text}”`, text }
		});
	});
}
