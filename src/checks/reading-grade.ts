/**
 * How hard a text is to read: words in a sentence and syllables in a word (Flesch–Kincaid grade).
 *
 * A grade is about the school year of a reader who follows it. It knows nothing of the sense.
 */
import type { Sentence, Word } from './text-words.ts';
import { simplerWords } from './words/simpler-words.ts';

export function gradeOf(sentences: readonly Sentence[]): number {
	const words = sentences.flatMap((sentence) => sentence.words);
	if (words.length === 0) return 0;
	const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
	return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
}

/** Short forms and numbers are known on sight, so each counts as one. */
function syllablesOf({ raw }: Pick<Word, 'raw'>): number {
	if (raw === raw.toUpperCase()) return 1;
	if (simplerWords.known.has(raw.toLowerCase())) return 2;
	const letters = raw.toLowerCase().replace(/[^a-z]/g, '');
	const spoken = letters
		.replace(/(?:[^laeiouy]es|[^aeioutd]ed|[^laeiouy]e)$/, (end) => end.charAt(0))
		.replace(/^y/, '');
	return Math.max(1, (spoken.match(/[aeiouy]+/g) ?? []).length + (/i[ao]/.test(spoken) ? 1 : 0));
}
