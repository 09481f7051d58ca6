/**
 * The Flesch–Kincaid grade of a text: about the school year of a reader who follows it.
 *
 * Counts syllables by groups of vowels; close enough to keep words short, not a measure of sense.
 */
export function readingGrade(text: string): number {
	const words = text.match(/[\p{L}\p{N}’'-]*[\p{L}\p{N}]/gu) ?? [];
	const sentences = text.split(/[.!?]+(?:\s|$)/).filter((part) => /[\p{L}\p{N}]/u.test(part));
	if (words.length === 0) return 0;
	const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
	const perSentence = words.length / Math.max(1, sentences.length);
	return 0.39 * perSentence + 11.8 * (syllables / words.length) - 15.59;
}

/** 'NHS' and '111' are known on sight, so each counts as one. */
function syllablesOf(word: string): number {
	const letters = word.toLowerCase().replace(/[^a-z]/g, '');
	const spoken = letters
		.replace(/(?<=[^aeiouylcgsxz])es$|(?<=[^aeioutd])ed$|(?<=[^laeiouy])e$/, '')
		.replace(/^y/, '');
	return Math.max(1, (spoken.match(/[aeiouy]+/g) ?? []).length);
}
