/**
 * A text as a person reads it: hidden signs gone, odd spaces, dashes and digits made plain.
 *
 * Checks look at this and never at the raw text, or a zero-width space would hide a phone number.
 * Positions lead back to the raw text.
 */
/** A part of a text, in JavaScript string positions; `end` is not included. */
export interface Span {
	readonly start: number;
	readonly end: number;
}

export interface Reading {
	readonly plain: string;
	/** Where a sign of `plain` stands in the raw text. Absent: they are the same text. */
	readonly places?: readonly number[];
}

export interface Found extends Span {
	/** The words as a person reads them. */
	readonly words: string;
	readonly groups: readonly (string | undefined)[];
	/** Where it is in the raw text; `start` and `end` are in `plain`. */
	readonly at: Span;
}

const alreadyPlain = /^[\n\x20-\x7e£–’“”]*$/;
/** Never seen: direction marks, zero-width signs, soft hyphens, marks drawn over a letter. */
const unseen = /[\p{Cf}\p{DI}\p{M}]/u;
const space = /[\p{Zs}\t\u2800]/u;
const newLine = /[\v\f\r\x85\u2028\u2029]/;
const control = /[\p{Cc}\p{Cs}]/u;
const dash = /[\p{Pd}\u2212]/u;
const middleDot = /[\u00b7\u2022\u2219]/;
const digit = /\p{Nd}/u;

let latest: { readonly raw: string; readonly reading: Reading } | undefined;

/** One check after the other reads the same text, so the latest reading is kept. */
export function readingOf(raw: string): Reading {
	if (latest?.raw !== raw) latest = { raw, reading: read(raw) };
	return latest.reading;
}

function read(raw: string): Reading {
	if (alreadyPlain.test(raw)) return { plain: raw.replaceAll('–', '-') };
	let plain = '';
	const places: number[] = [];
	let place = 0;
	for (const sign of raw) {
		const seen = sign >= ' ' && sign <= '~' ? sign : plainSign(sign);
		for (let unit = 0; unit < seen.length; unit++) places.push(place);
		plain += seen;
		place += sign.length;
	}
	places.push(raw.length);
	return { plain, places };
}

/** All that a pattern finds. The pattern needs the flag `g`. */
export function findIn(reading: Reading, pattern: RegExp): Found[] {
	return Array.from(reading.plain.matchAll(pattern), (match) =>
		foundAt(reading, match.index, match.index + match[0].length, match.slice(1))
	);
}

export function foundAt(
	{ plain, places }: Reading,
	start: number,
	end: number,
	groups: Found['groups'] = []
): Found {
	const at = { start: places?.[start] ?? start, end: places?.[end] ?? end };
	return { words: plain.slice(start, end), groups, start, end, at };
}

/** The last signs before a place; a pattern with `$` can look at them without long work. */
export function before({ plain }: Reading, { start }: Found, length: number): string {
	return plain.slice(Math.max(0, start - length), start);
}

export function after({ plain }: Reading, { end }: Found, length: number): string {
	return plain.slice(end, end + length);
}

function plainSign(sign: string): string {
	if (sign === '\n' || newLine.test(sign)) return '\n';
	if (space.test(sign)) return ' ';
	if (unseen.test(sign) || control.test(sign)) return '';
	if (dash.test(sign)) return '-';
	if (middleDot.test(sign)) return '.';
	if (digit.test(sign)) return String(digitValue(sign));
	const folded = sign.normalize('NFKC');
	// A few signs stand for a whole sentence. They hide nothing, so they stay as they are.
	return folded.length > 4 ? sign : folded;
}

/** Every script has its ten digits in a row, nought first. */
function digitValue(sign: string): number {
	const folded = sign.normalize('NFKC');
	if (folded >= '0' && folded <= '9') return Number(folded);
	const code = sign.codePointAt(0) ?? 0;
	let value = 0;
	while (value < 9 && digit.test(String.fromCodePoint(code - value - 1))) value++;
	return value;
}
