/**
 * PC-16: a long hashtag without capitals. Asked for by S4-66.
 *
 * A phone that reads aloud says `#SelfCareWeek` word by word, and stumbles over `#selfcareweek`.
 */
import { type CheckSettings, type Finding, findingOn, type TextCheck } from './check.ts';
import { tagPattern, tagsIn } from './hashtags.ts';
import { readingOf } from './reading.ts';
import { tagWords } from './words/tag-words.ts';

const longEnough = 9;
const longestToSplit = 40;
const longestWord = 14;

export const tagCapitals: TextCheck = {
	id: 'PC-16',
	title: 'Capitals in hashtags',
	gravest: 'hint',
	sources: ['S4-66'],
	patterns: [tagPattern],
	run(text, settings) {
		return tagsIn(readingOf(text)).flatMap((tag): Finding[] => {
			const letters = tag.name.replace(/[^\p{L}]/gu, '');
			if (letters.length < longEnough) return [];
			if (letters !== letters.toLowerCase() && letters !== letters.toUpperCase()) return [];
			const better = withCapitals(tag.name, settings);
			const finding = findingOn(tag, {
				check: 'PC-16',
				level: 'hint',
				saw: 'Its words run together.',
				why: 'Some people hear our posts read aloud. Capitals tell their phone where a word starts.',
				todo: 'Start each word in the tag with a capital, like #FluJab.'
			});
			return [
				better === undefined
					? finding
					: { ...finding, fix: { label: `Change to #${better}`, text: `#${better}` } }
			];
		});
	}
};

/** The tag with its capitals, when the group or the word list knows its words. */
function withCapitals(name: string, { knownTags = [] }: CheckSettings): string | undefined {
	const letters = name.toLowerCase();
	const known = knownTags.find(({ tag }) => tag.toLowerCase() === letters)?.tag;
	if (known !== undefined && known !== known.toLowerCase()) return known;
	if (letters.length > longestToSplit) return undefined;
	return splitWords(letters)
		?.map((word) => (shortForms.has(word) ? word.toUpperCase() : capital(word)))
		.join('');
}

const shortForms = new Set(['nhs', 'gp', 'ppg', 'mmr', 'hiv', 'uk']);

/** The fewest known words that make up the letters. */
function splitWords(letters: string): string[] | undefined {
	const best: (string[] | undefined)[] = [[]];
	for (let end = 1; end <= letters.length; end++) {
		for (let start = Math.max(0, end - longestWord); start < end; start++) {
			const word = letters.slice(start, end);
			const before = best[start];
			if (!before || !(tagWords.words.has(word) || shortForms.has(word) || /^\d+$/.test(word)))
				continue;
			if (before.length + 1 < (best[end]?.length ?? Infinity)) best[end] = [...before, word];
		}
	}
	return best[letters.length];
}

function capital(word: string): string {
	return word.charAt(0).toUpperCase() + word.slice(1);
}
