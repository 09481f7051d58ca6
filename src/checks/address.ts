/**
 * PC-04: a postcode or a street address in a text. Asked for by S0-31 and S4-57.
 *
 * A postcode needs both halves, so `B12` and `H5N1` are left alone. Street names need capitals.
 */
import { type Finding, findingAbout, type TextCheck } from './check.ts';
import { after, before, findIn, type Found, type Reading, readingOf } from './reading.ts';
import { months, streetWords } from './words.ts';

const postcode =
	/(?<![\p{L}\p{N}])[a-pr-uwyz][a-z]?\d[a-z\d]? {0,2}\d[abd-hjlnp-uw-z]{2}(?![\p{L}\p{N}])/giu;
/** `S1 2nd half`, `Room B1 1st floor` */
const ordinal = /[A-Z].*\d(?:st|nd|rd|th)$/;

const capitalWord = "\\p{Lu}[\\p{L}'’-]{0,20}\\.?";
const street = new RegExp(
	`(?<![\\d:£\\p{L}]|\\p{L}-|\\d\\.)\\d{1,3}[A-Za-z]?(?:-\\d{1,3}[A-Za-z]?)?,? {1,2}` +
		`((?:${capitalWord} {1,2}){1,3})` +
		`(?:${streetWords.flatMap((word) => [word, word.toUpperCase()]).join('|')})(?!\\p{L})`,
	'gu'
);
const monthFirst = new RegExp(`^(?:${months.join('|')})\\b`, 'i');
const dayBefore = /(?:mon|tues?|wed|wednes|thu|thurs?|fri|sat|satur|sun)(?:day)?,? $/i;

export const address: TextCheck = {
	id: 'PC-04',
	title: 'Postcode or street address',
	gravest: 'warn',
	sources: ['S0-31', 'S4-57'],
	patterns: [postcode, street],
	run(text, settings) {
		const reading = readingOf(text);
		const places = settings.addresses.map(wordsOf);
		const codes = new Set(
			[...settings.postcodes, ...settings.addresses].flatMap((place) =>
				findIn(readingOf(place), postcode).map(codeOf)
			)
		);
		const isPublic = (words: string) => places.some((place) => place.includes(words));
		const findings: Finding[] = [];
		for (const found of findIn(reading, postcode)) {
			if (codes.has(codeOf(found)) || ordinal.test(found.words)) continue;
			findings.push(about(found, 'a postcode'));
		}
		for (const found of findIn(reading, street)) {
			if (isPublic(wordsOf(found.words)) || isDate(reading, found)) continue;
			findings.push(about(found, 'a street address'));
		}
		return findings;
	}
};

function about(found: Found, looksLike: string): Finding {
	return findingAbout(found, {
		check: 'PC-04',
		level: 'warn',
		looksLike,
		why: 'An address can show where someone lives. A stranger could go there.',
		todo: 'Take it out if it is a home. Keep it only if it is a public place.'
	});
}

/** `Saturday 6 June Street Party`: the number and the month are a day. */
function isDate(reading: Reading, found: Found): boolean {
	if (!monthFirst.test(found.groups[0] ?? '')) return false;
	return dayBefore.test(before(reading, found, 12)) || /^ \p{Lu}/u.test(after(reading, found, 2));
}

function codeOf({ words }: Found): string {
	return words.replaceAll(' ', '').toLowerCase();
}

/** In lower case with one space at each side, so that '4 mill road' is not found in '14 mill road'. */
function wordsOf(words: string): string {
	return ` ${readingOf(words)
		.plain.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim()} `;
}
