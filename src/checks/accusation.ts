/**
 * PC-24: an accusation of a person or a body. Asked for by S0-3, S0-5, S4-18 and S4-55.
 *
 * It blocks where the same sentence has a name or a job in it: then it points at one person.
 */
import { leaders } from '#domain/roles.ts';
import { type Finding, findingOn, plainContext, type TextCheck } from './check.ts';
import { namesIn } from './names.ts';
import { findPhrases } from './phrases.ts';
import { readingOf } from './reading.ts';
import { wordsOf } from './text-words.ts';
import { accusation as list, jobTitles } from './words/accusation.ts';

export const accusation: TextCheck = {
	id: 'PC-24',
	title: 'Accusation',
	gravest: 'block',
	sources: ['S0-3', 'S0-5', 'S4-18', 'S4-55'],
	patterns: [],
	run(text, settings, { firstNames } = plainContext) {
		const reading = readingOf(text);
		const matches = findPhrases(reading, list, settings.addedWords?.['PC-24']);
		if (matches.length === 0) return [];
		const words = wordsOf(reading);
		const aboutOne = new Set(
			[...findPhrases(reading, jobTitles), ...namesIn(reading, firstNames)].map(
				({ first }) => words[first]?.sentence
			)
		);
		return matches.map((found): Finding => {
			const isAboutOne = aboutOne.has(words[found.first]?.sentence);
			return findingOn(found, {
				check: 'PC-24',
				level: isAboutOne ? 'block' : 'warn',
				saw: isAboutOne ? 'It blames one person.' : 'It blames someone.',
				why: 'If it is not proved, it can break the law. It can also hurt a good name.',
				todo: 'Take it out. If something is wrong, tell the practice and not the public.',
				...(isAboutOne && { override: { roles: leaders } })
			});
		});
	}
};
