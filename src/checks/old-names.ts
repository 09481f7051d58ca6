/**
 * PC-26: a name that has changed, with the name of today. Asked for by S1-14.
 *
 * The names are facts that change: words/old-names.ts says when someone last looked.
 */
import { type Finding, findingOn, type TextCheck } from './check.ts';
import { findPhrases, type WordList } from './phrases.ts';
import { readingOf } from './reading.ts';
import { oldNames as table } from './words/old-names.ts';

const list: WordList = {
	version: table.version,
	language: table.language,
	fires: table.names.map(({ old }) => old),
	fine: table.fine
};

export const oldNames: TextCheck = {
	id: 'PC-26',
	title: 'Old names',
	gravest: 'hint',
	sources: ['S1-14'],
	patterns: [],
	run(text) {
		return findPhrases(readingOf(text), list).map((found): Finding => {
			const { now = null, says = '' } = table.names.find(({ old }) => old === found.phrase) ?? {};
			const finding = findingOn(found, {
				check: 'PC-26',
				level: 'hint',
				saw: 'That is an old name.',
				why: says,
				todo: now === null ? 'Use the new name.' : `Say “${now}”.`
			});
			if (now === null) return finding;
			const isOpening = /^\p{Lu}\p{Ll}/u.test(found.words);
			const text = isOpening ? now.charAt(0).toUpperCase() + now.slice(1) : now;
			return { ...finding, fix: { label: `Change to “${text}”`, text } };
		});
	}
};
