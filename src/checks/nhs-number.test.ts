/** PC-01. The numbers are from the test range that starts with 999; nobody has them. */
import { describe, expect, test } from 'vitest';
import { plainSettings } from './check.ts';
import { isNhsNumber, nhsNumber } from './nhs-number.ts';

const lastDigits = '0123456789'.split('');
const run = (text: string) => nhsNumber.run(text, plainSettings);

describe('looking for an NHS number', () => {
	test.each([
		'Her NHS number is 999 000 0018.',
		'Please chase 9990000026 for me',
		'NHS no: 999-000-0034',
		'Ref 999 000 0042 says the new clinic is great',
		'NHS number 999 000 0019'
	])('stops “%s”', (text) => {
		expect(run(text)).toMatchObject([{ check: 'PC-01', level: 'block', override: null }]);
	});

	test.each([
		'Call us on 0300 123 4567',
		'Charity number 1187058',
		'Reference 999 000 0019',
		'ISBN 9780140449136',
		'We raised £9,990 in 2026',
		'Meeting 21 11 2026 at 19:00'
	])('lets “%s” through', (text) => {
		expect(run(text)).toEqual([]);
	});

	test.each([
		['no-break spaces', '999\u00a0000\u00a00018'],
		['zero-width spaces', '9\u200b9\u200b9\u200b0000\u200b018'],
		['thin spaces', '999\u2009000\u202f0018'],
		['full-width digits', '９９９ ０００ ００１８'],
		['Arabic digits', '٩٩٩ ٠٠٠ ٠٠١٨'],
		['bold mathematical digits', '𝟗𝟗𝟗 𝟎𝟎𝟎 𝟎𝟎𝟏𝟖'],
		['numbers in boxes', '9️⃣9️⃣9️⃣ 0️⃣0️⃣0️⃣ 0️⃣0️⃣1️⃣8️⃣'],
		['a right-to-left mark', '999\u200f000\u200e0018'],
		['a no-break hyphen', '999‑000‑0018'],
		['digits that are struck through', '9\u03369\u03369\u0336 000 0018'],
		['two spaces', '999  000  0018']
	])('sees through %s', (_, text) => {
		expect(run(`Please look up ${text} today`)).toMatchObject([{ level: 'block' }]);
	});

	test('points at the whole hidden number, so that taking it out leaves none of it', () => {
		const text = 'Ask\u200b about 9\u200b99 000 0018 please';

		const [finding] = run(text);

		expect(finding?.saw).toContain('“999 000 0018”');
		expect(text.slice(finding?.at?.start, finding?.at?.end)).toBe('9\u200b99 000 0018');
	});

	test('a label counts whatever the groups or the first digit', () => {
		expect(run('NHS No. 99900 00018')).toHaveLength(1);
		expect(run('NHS number:\n0101501234')).toHaveLength(1);
		expect(run('NHS № 999.000.0019')).toHaveLength(1);
	});

	test('a label too far in front does not count', () => {
		expect(run('Your NHS number is on letters. Our reference is 999 000 0019')).toEqual([]);
		expect(run('NHS now has a new line, number 999 000 0019')).toEqual([]);
	});

	test('a phone number after a label is not an NHS number', () => {
		expect(run('Lost your NHS number? Call 0300 123 4567')).toEqual([]);
		expect(run('NHS number line: 01632 960000')).toEqual([]);
	});

	test('two numbers give two findings', () => {
		expect(run('999 000 0018 and 999 000 0026')).toHaveLength(2);
	});

	test('a long number in a link is only warned about, because links are full of numbers', () => {
		expect(run('https://example.org/event/9990000018')).toMatchObject([{ level: 'warn' }]);
		expect(run('See https://example.org and 9990000018')).toMatchObject([{ level: 'block' }]);
	});
});

describe('the check digit', () => {
	test('is right for one last digit in ten or for none', () => {
		for (let first = 999_000_000; first < 999_000_300; first++) {
			const right = lastDigits.filter((last) => isNhsNumber(`${first}${last}`));
			expect(right.length).toBeLessThanOrEqual(1);
		}
	});

	test('a remainder of 10 makes every last digit wrong', () => {
		const ending10 = findNumberWithRemainder(1);
		expect(lastDigits.some((last) => isNhsNumber(ending10 + last))).toBe(false);
	});

	test('a remainder of 0 asks for a 0', () => {
		expect(isNhsNumber(`${findNumberWithRemainder(0)}0`)).toBe(true);
	});
});

function findNumberWithRemainder(remainder: number): string {
	for (let nine = 999_000_000; ; nine++) {
		const sum = String(nine)
			.split('')
			.reduce((so, digit, place) => so + Number(digit) * (10 - place), 0);
		if (sum % 11 === remainder) return String(nine);
	}
}
