/**
 * The word lists. When the first test fails, raise the `version` of the list (or `wordsVersion`)
 * and put the new numbers here.
 */
import { describe, expect, test } from 'vitest';
import { isDay } from '#domain/calendar.ts';
import {
	bornOfMany,
	emailEndings,
	months,
	notMailboxes,
	streetWords,
	wordsVersion
} from './words.ts';
import { abuse, mildWords } from './words/abuse.ts';
import { accusation, jobTitles } from './words/accusation.ts';
import { dismissal, medicalWording } from './words/medical-wording.ts';
import { knownCapitals } from './words/capitals.ts';
import { claims } from './words/claims.ts';
import { endorsement, linkedBodies } from './words/endorsement.ts';
import { firstNames, firstNamesVersion } from './words/first-names.ts';
import { healthWords } from './words/health.ts';
import { jargon } from './words/jargon.ts';
import { linkFacts } from './words/links.ts';
import {
	bodiesWithNames,
	maybeNames,
	namesVersion,
	placesAfterNames,
	titles
} from './words/names.ts';
import { oldNames } from './words/old-names.ts';
import { politics } from './words/politics.ts';
import { privateBusiness } from './words/private-business.ts';
import { safeguarding } from './words/safeguarding.ts';
import { simplerWords } from './words/simpler-words.ts';
import { aboutAPatient, bareLinkWords, vagueDays } from './words/small-lists.ts';
import { tagWords } from './words/tag-words.ts';

/** Version, how many words or phrases, and how many letters they have together. */
type Size = string;

const details = { bornOfMany, emailEndings, months, notMailboxes, streetWords };
const phrases = {
	...{
		abuse,
		mildWords,
		accusation,
		jobTitles,
		medicalWording,
		dismissal,
		claims,
		endorsement,
		healthWords
	},
	...{ politics, privateBusiness, safeguarding, aboutAPatient, bareLinkWords, vagueDays },
	bodiesWithNames
};
const names = { maybeNames, placesAfterNames, titles };

const sizes: Readonly<Record<string, Size>> = {
	...from(details, (list) => sizeOf(wordsVersion, list)),
	...from(phrases, ({ version, fires, fine = [], fineSentences = [], sets = {} }) =>
		sizeOf(version, [fires, fine, fineSentences, ...Object.values(sets)].flat())
	),
	...from(names, (list) => sizeOf(namesVersion, [...list])),
	firstNames: sizeOf(firstNamesVersion, [...firstNames]),
	jargon: sizeOf(jargon.version, [...jargon.words.flat(), ...jargon.fine]),
	knownCapitals: sizeOf(knownCapitals.version, [...knownCapitals.words]),
	linkFacts: sizeOf(linkFacts.version, [...linkFacts.shortHosts, ...linkFacts.trackers]),
	linkedBodies: sizeOf(linkedBodies.version, linkedBodies.names),
	oldNames: sizeOf(oldNames.version, [
		...oldNames.names.flatMap(({ old, now, says }) => [old, now ?? '', says]),
		...oldNames.fine
	]),
	simplerWords: sizeOf(simplerWords.version, [
		...Object.entries(simplerWords.words).flat(),
		...simplerWords.known
	]),
	tagWords: sizeOf(tagWords.version, [...tagWords.words])
};

describe('a word list', () => {
	test('has a new version number when it has changed', () => {
		expect(sizes).toMatchInlineSnapshot(`
			{
			  "aboutAPatient": "1: 32 words, 2157 letters",
			  "abuse": "1: 312 words, 3806 letters",
			  "accusation": "1: 53 words, 2487 letters",
			  "bareLinkWords": "1: 10 words, 325 letters",
			  "bodiesWithNames": "1: 31 words, 696 letters",
			  "bornOfMany": "1: 34 words, 214 letters",
			  "claims": "1: 31 words, 1562 letters",
			  "dismissal": "1: 7 words, 401 letters",
			  "emailEndings": "1: 13 words, 39 letters",
			  "endorsement": "1: 58 words, 1831 letters",
			  "firstNames": "1: 3618 words, 20584 letters",
			  "healthWords": "1: 373 words, 5082 letters",
			  "jargon": "1: 167 words, 3114 letters",
			  "jobTitles": "1: 1 words, 341 letters",
			  "knownCapitals": "1: 143 words, 439 letters",
			  "linkFacts": "1: 56 words, 362 letters",
			  "linkedBodies": "1: 21 words, 262 letters",
			  "maybeNames": "1: 155 words, 764 letters",
			  "medicalWording": "1: 124 words, 2873 letters",
			  "mildWords": "1: 9 words, 430 letters",
			  "months": "1: 12 words, 74 letters",
			  "notMailboxes": "1: 13 words, 48 letters",
			  "oldNames": "1: 70 words, 1248 letters",
			  "placesAfterNames": "1: 66 words, 351 letters",
			  "politics": "1: 54 words, 1445 letters",
			  "privateBusiness": "1: 58 words, 2008 letters",
			  "safeguarding": "1: 98 words, 2471 letters",
			  "simplerWords": "1: 309 words, 2346 letters",
			  "streetWords": "1: 25 words, 120 letters",
			  "tagWords": "1: 280 words, 1515 letters",
			  "titles": "1: 29 words, 141 letters",
			  "vagueDays": "1: 66 words, 857 letters",
			}
		`);
	});

	test.each(Object.entries(details))('of details has no word twice: %s', (_, list) => {
		expect(new Set(list).size).toBe(list.length);
	});

	test.each(Object.entries(phrases))('of phrases has no phrase twice: %s', (_, list) => {
		expect(list.fires.filter((phrase, place) => list.fires.indexOf(phrase) !== place)).toEqual([]);
	});

	test('of phrases names only sets that it has', () => {
		for (const { fires, fine = [], fineSentences = [], sets = {} } of Object.values(phrases)) {
			const named = [...fires, ...fine, ...fineSentences].flatMap((phrase) =>
				Array.from(phrase.matchAll(/\{(\w+)\}/g), ([, name = '']) => name)
			);
			expect(named.filter((name) => !Object.hasOwn(sets, name))).toEqual([]);
		}
	});

	test('of facts that change says when someone looked, and where', () => {
		for (const { checkedOn, source } of [politics, oldNames, linkFacts, linkedBodies]) {
			expect(isDay(checkedOn ?? '')).toBe(true);
			expect(source).toMatch(/\.$/);
		}
	});

	test('of first names has many, from many communities', () => {
		expect(firstNames.size).toBeGreaterThan(2000);
		const some = [
			'margaret',
			'priya',
			'mohammed',
			'chiamaka',
			'agnieszka',
			'mehmet',
			'wei',
			'rivka'
		];
		expect(some.filter((name) => !firstNames.has(name))).toEqual([]);
	});
});

function from<List>(lists: Readonly<Record<string, List>>, size: (list: List) => Size) {
	return Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, size(list)]));
}

function sizeOf(version: number, words: readonly string[]): Size {
	return `${version}: ${words.length} words, ${words.join('').length} letters`;
}
