/**
 * PC-05: a date of birth in a text. Asked for by S1-38.
 *
 * Only with a label: `DOB`, `date of birth`, `born`. A number alone is any date, and a label with
 * a phone number after it is a form being explained.
 */
import { type Finding, findingAbout, type TextCheck } from './check.ts';
import { before, findIn, type Found, type Reading, readingOf } from './reading.ts';
import { bornOfMany, months } from './words.ts';

const month = `(?:${months.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)}|t)?`).join('|')})`;
const dateOrYear =
	`(?:\\d{1,2}(?:st|nd|rd|th)?[ ./-]{1,3}(?:of )?(?:\\d{1,2}(?!\\d{3})|${month}(?!\\p{L}))` +
	`|(?:18|19|20)\\d\\d(?!\\d)|\\d{6}(?!\\d)|\\d{8}(?!\\d)|(?<=['’])\\d\\d(?!\\d)` +
	`|\\d{1,2}(?:st|nd|rd|th)(?!\\p{L}))`;
/** Up to 20 signs that are no digits and do not end a sentence. */
const near = '(?:(?![.!?] )[^\\d\\n]){0,20}';
const labelled = new RegExp(
	`(?<!\\p{L})(?:d\\.? ?o\\.? ?b(?!\\p{L})\\.?|date of birth|birth ?date)(?:${near}|[^\\d\\p{L}]{0,20})${dateOrYear}`,
	'giu'
);
const born = new RegExp(
	`(?<!\\p{L})born(?: (?:on|in)(?! or (?:after|before))${near}|[ :,]{1,3})${dateOrYear}`,
	'giu'
);
const ofMany = new RegExp(
	`(?<!\\p{L})(?:${bornOfMany.join('|')})(?:,? (?:who|that|was|were|are|is|first)){0,3} $`,
	'iu'
);

export const birthDate: TextCheck = {
	id: 'PC-05',
	title: 'Date of birth',
	gravest: 'block',
	sources: ['S1-38'],
	patterns: [labelled, born],
	run(text) {
		const reading = readingOf(text);
		return [
			...findIn(reading, labelled),
			...findIn(reading, born).filter((found) => !isAboutMany(reading, found))
		].map(about);
	}
};

function about(found: Found): Finding {
	return findingAbout(found, {
		check: 'PC-05',
		level: 'block',
		looksLike: 'a date of birth',
		why: 'A date of birth helps a stranger to find out who someone is, or to pose as them.',
		todo: 'Take the date out. If the person is long dead and famous, ask the practice manager.',
		override: { roles: ['practice-manager'] }
	});
}

function isAboutMany(reading: Reading, found: Found): boolean {
	return ofMany.test(before(reading, found, 40));
}
