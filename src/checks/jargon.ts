/**
 * PC-27: short forms and office words that readers may not know. Asked for by S4-49 and S0-38.
 *
 * One that is explained in brackets, or stands in brackets after its long form, is fine.
 */
import { type Finding, findingOn, type TextCheck } from './check.ts';
import { findPhrases, type WordList } from './phrases.ts';
import { after, before, readingOf } from './reading.ts';
import { jargon as table } from './words/jargon.ts';

const list: WordList = {
	version: table.version,
	language: table.language,
	fires: table.words.map(([phrase]) => phrase),
	fine: table.fine
};
const plainFor = new Map(table.words);

export const jargon: TextCheck = {
	id: 'PC-27',
	title: 'Short forms and office words',
	gravest: 'hint',
	sources: ['S4-49', 'S0-38'],
	uses: ['post', 'reply', 'bio', 'crisis'],
	patterns: [],
	run(text, settings) {
		const reading = readingOf(text);
		const seen = new Set<string>();
		return findPhrases(reading, list, settings.addedWords?.['PC-27']).flatMap(
			(found): Finding[] => {
				const isExplained =
					/^ ?\(/.test(after(reading, found, 2)) || before(reading, found, 1) === '(';
				const key = found.words.toLowerCase();
				if (isExplained || seen.has(key)) return [];
				seen.add(key);
				const plain = plainFor.get(found.phrase);
				return [
					findingOn(found, {
						check: 'PC-27',
						level: 'hint',
						saw: 'Not everyone knows what that is.',
						why: 'People stop reading at a word that they do not know.',
						todo: plain === undefined ? 'Say it in plain words.' : `You could say: ${plain}.`
					})
				];
			}
		);
	}
};
