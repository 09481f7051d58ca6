/**
 * PC-10: wording that gives health advice. Asked for by S1-43, S4-47 and S2-2.
 *
 * The finding is about the whole sentence, because the fix puts a signpost in its place.
 */
import { type Finding, findingOn, plainContext, type TextCheck } from './check.ts';
import { findPhrases } from './phrases.ts';
import { foundAt, readingOf } from './reading.ts';
import { sentenceAround, wordsOf } from './text-words.ts';
import { dismissal, medicalWording as list, signpost } from './words/medical-wording.ts';

export const medicalWording: TextCheck = {
	id: 'PC-10',
	title: 'Health advice',
	gravest: 'block',
	sources: ['S1-43', 'S4-47', 'S2-2'],
	patterns: [],
	run(text, settings, { use } = plainContext) {
		const reading = readingOf(text);
		const words = wordsOf(reading);
		const matches = [
			...findPhrases(reading, list, settings.addedWords?.['PC-10']),
			...findPhrases(reading, dismissal)
		];
		const sentences = new Set(matches.map(({ first }) => words[first]?.sentence ?? 0));
		return [...sentences].map((sentence): Finding => {
			const { start, end } = sentenceAround(reading, sentence);
			return findingOn(foundAt(reading, start, end), {
				check: 'PC-10',
				level: use === 'reply' ? 'block' : 'warn',
				saw: 'It may tell people what to do about their health.',
				why: 'What helps one person can harm another. We are not their doctor or nurse.',
				todo: 'Send people to a pharmacist, 111 or their practice.',
				fix: { label: 'Say where to get help', text: signpost },
				override: use === 'reply' ? { roles: ['practice-manager'] } : null
			});
		});
	}
};
