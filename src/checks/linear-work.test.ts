/**
 * No text, however hostile, makes a pattern work more than in step with its length.
 *
 * A small machine runs each pattern as a browser does, by trying and going back, and counts its
 * steps; so this is no matter of time. It must find what the real patterns find.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runPattern, TooMuchWork } from '#tests/support/pattern-machine.ts';
import { textChecks } from './all.ts';
import { countingPatterns } from './count.ts';
import { linkPattern, wordPattern } from './text-words.ts';
import { xLink } from './x-links.ts';

const mostStepsForASign = 400;
const patterns = [
	...textChecks.flatMap((check) => check.patterns),
	...countingPatterns,
	xLink,
	wordPattern,
	linkPattern
];

describe('the work of every pattern', () => {
	test('the machine finds what the patterns find', () => {
		for (const pattern of patterns) {
			for (const text of examples) {
				const real = Array.from(text.matchAll(pattern), ({ index, 0: { length } }) => [
					index,
					length
				]);
				expect([pattern.source, text, runPattern(pattern, text).found]).toEqual([
					pattern.source,
					text,
					real
				]);
			}
		}
	});

	test.each(patterns.map((pattern) => [pattern.source.slice(0, 50), pattern]))(
		'grows in step with the text: %s',
		(_, pattern) => {
			for (const unit of hostileUnits) expectLinear(pattern, unit);
		}
	);

	test('grows in step with any text that repeats itself', () => {
		const unit = fc.array(fc.constantFrom(...hostileUnits), { minLength: 2, maxLength: 5 });
		fc.assert(
			fc.property(fc.constantFrom(...patterns), unit, (pattern, units) => {
				expectLinear(pattern, units.join(''));
			}),
			{ numRuns: 150, seed: 1948 }
		);
	});

	test('the machine would notice a pattern that blows up', () => {
		expect(() => {
			expectLinear(/(?:a{1,9}){1,9}b/gu, 'a');
		}).toThrow(TooMuchWork);
		expect(() => {
			expectLinear(/@[^b]*b/gu, '@'.padEnd(40, 'a'));
		}).toThrow('to deeply equal');
	});
});

const examples = [
	'Her NHS number is 999 000 0018, DOB 04/05/1962, ring 07700 900123 or +44 (0)1632 960001.',
	'Sam (at) example (dot) com, sam@example.com, sam at example dot com, @group@mastodon.example',
	'Meet at 14 Station Road, GL1 1AA or 3 St Mary’s Close. She was born on 12 June 2024.',
	'Read https://www.nhs.uk/flu_(x)?a=b. Or nhs.uk/flu, 111.nhs.uk! 👨‍👩‍👧‍👦 🇬🇧 1️⃣ 👍🏽 © ©️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿',
	'#FluJab now#Jab # lone, 20% off, 40 % and 3 per cent!! We say UTILISE :-) 💉💉 𝗙𝗹𝘂 bit.ly/abc1, www.a.uk/x',
	'Tuesday 3 December 2026, Sat 30 Feb, Fri, December 12th 2026 at 5, sun 4th of may 2027, 31 June',
	'Date of birth: 1 May 1950; d.o.b 3.3.2019; born in 1947; 12-14 STATION ROAD; https://a.uk/((b)c)'
];

/** Each is repeated until it fills the text. They are the starts of what the patterns look for. */
const hostileUnits = [
	...[
		'0',
		'9',
		'0 ',
		'9 9 9 ',
		'9-',
		'(0)',
		'+44',
		'0 - ',
		'44 7 ',
		'0044',
		'9990000018',
		'07700 '
	],
	...[
		'a',
		'é',
		'a.',
		'a-',
		'a_',
		'@',
		'a@',
		'@a',
		'@a.',
		'@a.a',
		'a@a.a@',
		' @ ',
		'(at)',
		'(at) a'
	],
	...[
		' at a',
		' at a dot ',
		' (dot) ',
		'@a (dot) ',
		'born ',
		'born in ',
		'born in a ',
		'd.o.b ',
		'd o b'
	],
	...[
		'date of birth',
		'date of birth: ',
		'birth',
		'1 A',
		'Aa ',
		'1 Aa ',
		'1 Aa Bb Cc ',
		"1 A'",
		'14-',
		'A1'
	],
	...[
		'A1 ',
		'AA11',
		'GL1 1A',
		'https://',
		'http://a',
		'https://a.',
		'https://a.uk/',
		'https://a.uk/(',
		'/('
	],
	...[
		'https://a.uk/(a(',
		'https://a.uk?',
		'a.uk',
		'a.uk ',
		'a.uk/',
		'a.uk/(a',
		'/a.',
		'//',
		'((',
		'.',
		' '
	],
	...[
		'👨‍',
		'👨‍👩‍👧‍👦',
		'‍',
		'👍🏽',
		'©',
		'🇬',
		'\u{e0067}',
		'🏴\u{e0067}',
		'1️',
		'️',
		'⃣',
		'\n',
		'\u200b',
		'!',
		'!?.,'
	],
	...[
		'#',
		'#a',
		'#a_',
		'##',
		'1%',
		'10 % ',
		'99 ',
		'1 per ',
		'1,1',
		':-',
		';',
		'8',
		':*',
		'<3',
		'xD'
	],
	...[
		'Mon 3 ',
		'mon ',
		'monday, ',
		'Mon the ',
		'3 of ',
		'3rd ',
		'Fri, Dec 1',
		'dec ',
		'3 December, '
	],
	...[
		'www.',
		'www.a',
		'a.b/',
		'bit.ly/',
		'bit.ly/a-',
		'aaaa ',
		"a'a",
		'a&',
		'𝗙',
		'🅰',
		'👍',
		'🏽',
		'🇬🇧'
	]
];

/** Twice the text may take twice the steps, and a little for the ends. */
function expectLinear(pattern: RegExp, unit: string): void {
	const [short, long] = [1000, 2000].map((length) => {
		const text = unit.repeat(Math.ceil(length / unit.length));
		const { steps } = runPattern(pattern, text, mostStepsForASign * length);
		return { length: text.length, steps };
	});
	if (!short || !long) throw new Error('Two texts were measured.');
	const most = short.steps * (long.length / short.length) * 1.15 + 1000;
	expect({
		pattern: pattern.source,
		unit,
		steps: long.steps,
		isLinear: long.steps <= most
	}).toEqual({
		pattern: pattern.source,
		unit,
		steps: long.steps,
		isLinear: true
	});
}
