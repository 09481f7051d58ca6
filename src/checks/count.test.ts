/**
 * Counting, against the values of the platforms and against X's own library as the judge.
 *
 * The library knows emoji and web endings of its day, so made-up texts stay within those.
 */
import fc from 'fast-check';
import twitter from 'twitter-text';
import { describe, expect, test } from 'vitest';
import { countText } from './count.ts';
import type { CountingRule } from './counting-rules.ts';

const family = '👨‍👩‍👧‍👦';
const letters = (count: number) => 'a'.repeat(count);
const judge = (text: string) => twitter.parseTweet(text).weightedLength;

describe('counting traps', () => {
	test.each([
		['curly quotation marks', 'Café – it’s open “today”', 24, 24, 24],
		['one ellipsis sign', 'Ask at reception…', 17, 17, 18],
		['a bare link', 'nhs.uk', 6, 6, 23],
		['a family emoji', family, 11, 1, 2],
		['three syringes', '💉💉💉', 6, 3, 6],
		['280 letters with an accent', 'é'.repeat(280), 280, 280, 280],
		['140 hearts fit', '💙'.repeat(140), 280, 140, 280],
		['141 hearts do not', '💙'.repeat(141), 282, 141, 282],
		['256 letters and a bare link fit', `${letters(256)} nhs.uk`, 263, 263, 280],
		['257 letters and a bare link do not', `${letters(257)} nhs.uk`, 264, 264, 281]
	])('%s', (_, text, characters, graphemes, onX) => {
		expect(countText('characters', text)).toBe(characters);
		expect(countText('graphemes', text)).toBe(graphemes);
		expect(countText('x-weighted', text)).toBe(onX);
		expect(judge(text)).toBe(onX);
	});

	test('130 family emoji need 3,250 bytes', () => {
		expect(countText('utf8-bytes', family.repeat(130))).toBe(3250);
	});

	test('an empty text counts nothing anywhere', () => {
		const rules: CountingRule[] = [
			'characters',
			'graphemes',
			'utf8-bytes',
			'x-weighted',
			'mastodon'
		];
		expect(rules.map((rule) => countText(rule, ''))).toEqual([0, 0, 0, 0, 0]);
		expect(countText('text-messages', '')).toBe(0);
	});
});

describe('counting for X', () => {
	test.each([
		['a letter and its accent count together', 'e\u0301', 1],
		['a flag', '🇬🇧', 2],
		['a number in a box', '1️⃣', 2],
		['a hand with a skin colour', '👍🏽', 2],
		['an emoji that takes no skin colour', '💉🏽', 4],
		['the flag of England', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', 2],
		['the copyright sign as a sign', '©', 1],
		['the copyright sign as an emoji', '©️', 2],
		['Chinese letters', '流感', 4],
		['Arabic letters', 'مرحبا', 5],
		['a link in brackets', '(nhs.uk)', 25],
		['a link and a full stop', 'Book: https://www.nhs.uk/flu.', 30],
		['a link with brackets inside', 'https://en.wikipedia.org/wiki/Flu_(illness)', 23],
		['a long link', `https://www.nhs.uk/${letters(400)}`, 23],
		['two links', 'nhs.uk nhs.uk/flu', 47],
		['an email address', 'sam@example.com', 15],
		['a tag that looks like a link', '#nhs.uk', 7],
		['a hyphen glued to a bare name', '-nhs.uk', 7],
		['a time with a dot', 'Open 9.30am', 11],
		['a sentence with no space after the stop', 'End.Mary', 8],
		['a country in capitals', 'NHS.UK', 23],
		['a port is part of a link', 'https://nhs.uk:8080/x', 23],
		['a question is part of a link', 'https://nhs.uk?a=b', 23],
		['a question after a bare name', 'nhs.uk?', 24]
	])('%s', (_, text, count) => {
		expect(countText('x-weighted', text)).toBe(count);
		expect(judge(text)).toBe(count);
	});

	test('a new emoji counts 2 whatever it is made of', () => {
		expect(countText('x-weighted', '❤️‍🔥')).toBe(2);
	});

	test('the first and the last sign of each light range weigh 1, their neighbours 2', () => {
		const edges = [
			[0, 4351],
			[8192, 8205],
			[8208, 8223],
			[8242, 8247]
		].flat();
		for (const sign of edges
			.flatMap((code) => [code - 1, code, code + 1])
			.filter((code) => code >= 0)) {
			const text = `a${String.fromCodePoint(sign)}a`;
			expect([sign, countText('x-weighted', text)]).toEqual([sign, judge(text)]);
		}
	});

	test('any text without links or emoji counts as the judge counts', () => {
		const text = fc.string({ unit: 'binary', maxLength: 200 }).filter(hasNoEmojiOrLink);
		fc.assert(
			fc.property(text, (made) => countText('x-weighted', made) === judge(made)),
			{
				numRuns: 2000,
				seed: 1121
			}
		);
	});

	test('any mix of words, signs, emoji and links counts as the judge counts', () => {
		const text = fc.array(fc.constantFrom(...pieces), { maxLength: 30 });
		fc.assert(
			fc.property(text, (made) => {
				expect(countText('x-weighted', made.join(''))).toBe(judge(made.join('')));
			}),
			{ numRuns: 3000, seed: 2024 }
		);
	});

	test('any plain web name counts as the judge counts', () => {
		const label = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,8}[a-z0-9]$/);
		const name = fc
			.tuple(fc.array(label, { minLength: 1, maxLength: 3 }), fc.constantFrom(...endings))
			.map(([labels, ending]) => [...labels, ending].join('.'));
		const path = fc.stringMatching(/^(?:\/[a-z0-9!*';:=+,.$%#_~@|&–-]{0,12}){0,3}$/);
		fc.assert(
			fc.property(fc.constantFrom('', 'https://', 'http://'), name, path, (start, host, rest) => {
				const text = `See ${start}${host}${rest} now`;
				expect(countText('x-weighted', text)).toBe(judge(text));
			}),
			{ numRuns: 2000, seed: 4266 }
		);
	});
});

describe('counting for Mastodon', () => {
	test.each([
		['a long link counts 23', `https://www.nhs.uk/${letters(200)}`, 23],
		['a short link counts 23 too', 'https://a.uk', 23],
		['a bare name counts in full', 'nhs.uk', 6],
		['a full stop after a link counts 1', 'https://a.uk.', 24],
		['a group on another server counts its own name only', 'Hi @ourppg@mastodon.example', 10],
		['a group on this server', 'Hi @ourppg', 10],
		['an email address counts in full', 'sam@example.com', 15],
		['a family emoji counts 1', family, 1]
	])('%s', (_, text, count) => {
		expect(countText('mastodon', text)).toBe(count);
	});
});

describe('counting text messages', () => {
	test.each([
		['160 plain letters', letters(160), 1],
		['161 plain letters', letters(161), 2],
		['306 plain letters', letters(306), 2],
		['307 plain letters', letters(307), 3],
		['80 euro signs take two places each', '€'.repeat(80), 1],
		['81 euro signs', '€'.repeat(81), 2],
		['70 signs with an emoji among them', `${letters(68)}💉`, 1],
		['71 signs with a curly quotation mark', `${letters(70)}’`, 2],
		['135 signs with a curly quotation mark', `${letters(134)}’`, 3]
	])('%s', (_, text, count) => {
		expect(countText('text-messages', text)).toBe(count);
	});
});

const endings = [
	'uk',
	'nhs.uk',
	'org.uk',
	'com',
	'org',
	'net',
	'co',
	'me',
	'it',
	'wales',
	'london',
	'scot'
];

/** A link glued to other letters is a strange case of the judge, so a space goes first. */
const pieces = [
	...'Flu clinic| | | |\n|a|é|ü|9.30|–|—|…|“|”|’|£|€|@|#|#Flu|@nhs|.|,|:|(|)|-|_|/|?|!|$|%|&'.split(
		'|'
	),
	...`流|ع|💉|💙|${family}|🇬🇧|👍🏽|1️⃣|☺|©|™️|❤️|☕|\u202e| https://| http://| https://www.nhs.uk/flu`.split(
		'|'
	),
	...' nhs.uk|\nwww.nhs.uk| a.co| bit.ly/x| sam@example.com| A.UK| (nhs.uk)'.split('|')
];

function hasNoEmojiOrLink(text: string): boolean {
	return !/\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{RI}|\u20e3|\.|\p{Cs}/u.test(text);
}
