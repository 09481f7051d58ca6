/**
 * PC-23: insults and unfair words about groups. Asked for by S0-23, S0-24, S1-44 and S4-54.
 *
 * It blocks until a second person agrees: someone quoting a house rule may need such a word.
 */
import { members } from '#domain/roles.ts';
import { type Finding, findingOn, type TextCheck } from './check.ts';
import { findPhrases } from './phrases.ts';
import { readingOf } from './reading.ts';
import { abuse as list, mildWords } from './words/abuse.ts';

export const abuse: TextCheck = {
	id: 'PC-23',
	title: 'Unkind or unfair words',
	gravest: 'block',
	sources: ['S0-3', 'S0-23', 'S0-24', 'S1-44', 'S4-54'],
	patterns: [],
	run(text, settings) {
		const reading = readingOf(text);
		const strong = findPhrases(reading, list, settings.addedWords?.['PC-23']);
		const mild = findPhrases(reading, mildWords).filter(
			({ start, end }) => !strong.some((one) => one.start < end && start < one.end)
		);
		return [
			...strong.map((found): Finding =>
				findingOn(found, {
					check: 'PC-23',
					level: 'block',
					saw: 'It may hurt someone or put a group of people down.',
					why: 'Everyone must feel welcome here. Unfair words can also break the law.',
					todo: 'Say it in another way. If it has to stay, ask someone else to look.',
					override: { roles: members, someoneElse: true }
				})
			),
			...mild.map((found): Finding =>
				findingOn(found, {
					check: 'PC-23',
					level: 'hint',
					saw: 'Some people may not like this word.',
					why: 'It could sound rude, or unkind to people who are ill.',
					todo: 'Think if another word does the job.'
				})
			)
		];
	}
};
