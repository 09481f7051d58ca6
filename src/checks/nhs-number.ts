/**
 * PC-01: an NHS number in a text. Asked for by S0-31 and S1-38.
 *
 * With a label in front, a wrong check digit fires too: a mistyped number still points to someone.
 */
import { type Finding, findingAbout, type TextCheck } from './check.ts';
import { before, findIn, type Found, type Reading, readingOf } from './reading.ts';

/** Ten digits as 3-3-4. */
const grouped = /(?<![\d+])\d{3}[ .-]{0,3}\d{3}[ .-]{0,3}\d{4}(?!\d)/g;
/** Ten digits in any groups; counts only with a label. */
const tenDigits = /(?<![\d+])\d(?:[ .-]{0,3}\d){9}(?!\d)/g;
const label = /nhs[^\p{L}\p{N}\n]{0,3}(?:(?:number|num|no|nr|id)s?(?!\p{L})|#)/giu;
const labelReach = 25;
const webLink = /\bhttps?:\/\/\S+/gi;

export const nhsNumber: TextCheck = {
	id: 'PC-01',
	title: 'NHS number',
	gravest: 'block',
	sources: ['S0-31', 'S1-38'],
	patterns: [grouped, tenDigits, webLink],
	run(text) {
		const reading = readingOf(text);
		const inLink = isInLink(reading);
		const taken = new Set<number>();
		const findings: Finding[] = [];
		for (const found of findIn(reading, grouped)) {
			const labelled = hasLabel(reading, found);
			if (!labelled && !isNhsNumber(digitsOf(found))) continue;
			taken.add(found.start);
			// Links hold long numbers of their own, and those can be right by chance.
			findings.push(about(found, !labelled && inLink(found) ? 'warn' : 'block'));
		}
		for (const found of findIn(reading, tenDigits)) {
			if (!taken.has(found.start) && hasLabel(reading, found)) {
				findings.push(about(found, 'block'));
			}
		}
		return findings;
	}
};

/**
 * Whether ten digits make a number of the English kind.
 *
 * Numbers that start with 0, 1 or 2 look like dates and phone numbers, so they need a label.
 */
export function isNhsNumber(digits: string): boolean {
	if (!/^[3-9]\d{9}$/.test(digits)) return false;
	let sum = 0;
	for (let place = 0; place < 9; place++) sum += Number(digits[place]) * (10 - place);
	return (11 - (sum % 11)) % 11 === Number(digits[9]);
}

function about(found: Found, level: 'block' | 'warn'): Finding {
	return findingAbout(found, {
		check: 'PC-01',
		level,
		looksLike: 'an NHS number',
		why: 'An NHS number belongs to one person. It opens the way to their health records.',
		todo:
			level === 'block'
				? 'Take the number out. The practice can talk to the person in private.'
				: 'It is part of a link. Check that the link does not show who someone is.',
		override: null
	});
}

function hasLabel(reading: Reading, found: Found): boolean {
	const words = before(reading, found, labelReach + 15);
	return Array.from(words.matchAll(label)).some(
		(match) => match.index + match[0].length >= words.length - labelReach
	);
}

function digitsOf({ words }: Found): string {
	return words.replace(/\D/g, '');
}

/** Tells whether something found lies inside a web link. */
function isInLink(reading: Reading): (found: Found) => boolean {
	const links = findIn(reading, webLink);
	let next = 0;
	// Both lists are in reading order, so one walk along the links is enough.
	return ({ start, end }) => {
		while ((links[next]?.end ?? Infinity) <= start) next++;
		return (links[next]?.start ?? Infinity) < end;
	};
}
