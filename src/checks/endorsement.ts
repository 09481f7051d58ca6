/**
 * PC-11: praise or offers of a shop, a brand or an app. Asked for by S0-6, S1-5 and S3-34.
 *
 * Bodies with a link to the NHS may be named; the coordinator keeps that list.
 */
import { findingOn, type TextCheck } from './check.ts';
import { findPhrases, hasPhrase } from './phrases.ts';
import { findIn, readingOf } from './reading.ts';
import { wordsOf } from './text-words.ts';
import { endorsement as list, linkedBodies } from './words/endorsement.ts';

const percentOff = /(?<!\d)\d{1,2} ?% ?off(?!\p{L})/giu;

export const endorsement: TextCheck = {
	id: 'PC-11',
	title: 'Praise or offers of a business',
	gravest: 'warn',
	sources: ['S0-6', 'S1-5', 'S1-42', 'S3-34'],
	patterns: [percentOff],
	run(text, settings) {
		const reading = readingOf(text);
		const words = wordsOf(reading);
		const bodies = settings.allowedBodies ?? [];
		const isLinked = (sentence: number) =>
			hasPhrase(reading, linkedBodies.names, sentence) || hasPhrase(reading, bodies, sentence);
		const matches = findPhrases(reading, list, settings.addedWords?.['PC-11']).filter(
			({ first }) => !isLinked(words[first]?.sentence ?? 0)
		);
		const seen = matches.map(({ start, end }) => ({ start, end }));
		const offers = findIn(reading, percentOff).filter(
			({ start, end }) => !seen.some((one) => one.start < end && start < one.end)
		);
		return [...matches, ...offers].map((found) =>
			findingOn(found, {
				check: 'PC-11',
				level: 'warn',
				saw: 'It sounds like an advert.',
				why: 'People may think that the practice wants them to buy it.',
				todo: 'Take it out, or say it without praise. Bodies with a link to the NHS are fine.'
			})
		);
	}
};
