/** Finding phrases: the signs of a list, the ends of sentences, and how much work it can become. */
import { describe, expect, test } from 'vitest';
import { findPhrases, hasPhrase, rangesOf, type WordList } from './phrases.ts';
import { readingOf } from './reading.ts';
import { wordsOf } from './text-words.ts';
import { abuse } from './words/abuse.ts';
import { accusation } from './words/accusation.ts';
import { dismissal, medicalWording } from './words/medical-wording.ts';
import { claims } from './words/claims.ts';
import { endorsement } from './words/endorsement.ts';
import { healthWords } from './words/health.ts';
import { politics } from './words/politics.ts';
import { privateBusiness } from './words/private-business.ts';
import { safeguarding } from './words/safeguarding.ts';
import { aboutAPatient, bareLinkWords, vagueDays } from './words/small-lists.ts';

const list = (fires: readonly string[], rest: Partial<WordList> = {}): WordList => ({
	version: 1,
	language: 'en-GB',
	fires,
	...rest
});
const found = (text: string, fires: readonly string[], rest: Partial<WordList> = {}) =>
	findPhrases(readingOf(text), list(fires, rest)).map(({ words }) => words);

describe('a phrase of a list', () => {
	test.each([
		['two words', 'red book', 'Bring your red book.', ['red book']],
		['one of two words', 'red|blue book', 'The BLUE book', ['BLUE book']],
		['the start of a word', 'immunis*', 'Immunisation helps', ['Immunisation']],
		['a word that may be missing', 'in the? bin', 'in bin, in the bin', ['in bin', 'in the bin']],
		['a gap', 'take ~2 pills', 'take these small pills', ['take these small pills']],
		['a gap that is too short', 'take ~1 pills', 'take these small pills', []],
		['a number', '# in #', 'one in 4 of us', ['one in 4']],
		['a number with letters', '#mg', 'take 400mg', ['400mg']],
		['a name', 'vote for +', 'vote for Sam, vote for us', ['vote for Sam']],
		['a capital that it needs', 'CCG', 'ccg CCG CCG’s', ['CCG', 'CCG’s']],
		['any apostrophe', "don't", 'Don’t, don\u2019t', ['Don’t', 'don’t']],
		['a hyphen', 'cover up', 'a cover-up', ['cover-up']],
		['any word', 'red _ book', 'a red old book', ['red old book']]
	])('can hold %s', (_, phrase, text, words) => {
		expect(found(text, [phrase])).toEqual(words);
	});

	test('never goes over the end of a sentence', () => {
		expect(found('We meet in the red. Book now.', ['red book'])).toEqual([]);
		expect(found('red\nbook', ['red book'])).toEqual([]);
		expect(found('Ask Dr. Khan', ['dr +'])).toEqual(['Dr. Khan']);
	});

	test('is not found inside a longer word or a link', () => {
		expect(found('Scunthorpe, https://a.uk/thor', ['thor'])).toEqual([]);
	});

	test('is left alone where an exception touches it, or stands in its sentence', () => {
		expect(found('labour ward', ['labour'], { fine: ['labour ward'] })).toEqual([]);
		expect(found('A scam. Beware!', ['scam'], { fineSentences: ['beware'] })).toEqual(['scam']);
		expect(found('Beware of a scam.', ['scam'], { fineSentences: ['beware'] })).toEqual([]);
	});

	test('gives way to a longer one', () => {
		expect(found('a flu jab', ['flu', 'flu jab'])).toEqual(['flu jab']);
	});

	test('can be added by the practice, hyphen or not', () => {
		const matches = findPhrases(readingOf('A know-all'), list([]), ['know-all']);
		expect(matches.map(({ words }) => words)).toEqual(['know-all']);
	});

	test('can be looked for in one sentence', () => {
		const reading = readingOf('One. NHS App.');
		expect(hasPhrase(reading, ['NHS App'], 1)).toBe(true);
		expect(hasPhrase(reading, ['NHS App'], 0)).toBe(false);
	});
});

describe('the work of every list', () => {
	const lists = {
		...{ abuse, accusation, medicalWording, dismissal, claims, endorsement, healthWords, politics },
		...{ privateBusiness, safeguarding, aboutAPatient, bareLinkWords, vagueDays }
	};

	test.each(Object.entries(lists))('grows in step with the text: %s', (_, { fires, sets }) => {
		for (const phrase of fires) {
			// The start of a phrase over and over is the hardest text for it.
			const words = phrase.split(' ').filter((part) => !part.startsWith('~'));
			for (const count of new Set([1, words.length - 1, words.length])) {
				const unit = words
					.slice(0, Math.max(1, count))
					.map((part) => wordFor(part, sets))
					.join(' ');
				expectLinear(fires, sets, unit);
			}
		}
	});
});

const mostReadsForAWord = 400;

function wordFor(part: string, sets: WordList['sets'] = {}): string {
	const [first = ''] = part.replace('?', '').split('|');
	const word = first.startsWith('{') ? (sets[first.slice(1, -1)]?.[0] ?? '') : first;
	if (word === '+') return 'Sam';
	return word.replace(/^##?/, '4').replace('*', '').replace('_', 'so') || 'x';
}

function expectLinear(fires: readonly string[], sets: WordList['sets'], unit: string): void {
	const [short = 0, long = 0] = [50, 100].map((times) => {
		const words = wordsOf(readingOf(`${unit} `.repeat(times)));
		let reads = 0;
		const counting = new Proxy([...words], {
			get(target, key, receiver) {
				if (key !== 'length') reads++;
				return Reflect.get(target, key, receiver) as unknown;
			}
		});
		rangesOf(counting, fires, sets);
		expect({ unit, isLittle: reads <= words.length * mostReadsForAWord }).toEqual({
			unit,
			isLittle: true
		});
		return reads;
	});
	expect({ unit, isLinear: long <= short * 2.2 + 100 }).toEqual({ unit, isLinear: true });
}
