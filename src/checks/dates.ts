/**
 * PC-29: a day that does not fit its date, a date that does not exist, or one that has gone.
 * Asked for by S0-9.
 *
 * Without a year the nearest such date is meant. Without `today` only dates with a year count.
 */
import { addDays, daysBetween, isDay, lastDayOf, spokenDay, weekdayOf } from '#domain/calendar.ts';
import { type Finding, findingOn, plainContext, type TextCheck } from './check.ts';
import { findPhrases, type WordList } from './phrases.ts';
import { findIn, type Found, type Reading, readingOf } from './reading.ts';
import { wordsOf } from './text-words.ts';
import { months } from './words.ts';

const weekdays = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');
const monthNames = months.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)}|t)?`).join('|');
const dayNames =
	'mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?';
const dayNumber = '(\\d{1,2})(?:st|nd|rd|th)?';
const year = '(?:,? {1,2}(20\\d\\d)(?!\\d))?';
const named = `(?<!\\p{L})(?:(${dayNames})\\.?,? {1,2}(?:the )?)?`;
/** `Tuesday 3 December 2026`, and the number needs no day name. */
const dayFirst = new RegExp(
	`${named}(?<![\\d.:/£-])${dayNumber} {1,2}(?:of )?(${monthNames})(?!\\p{L})${year}`,
	'giu'
);
/** `Friday, December 12th 2026` */
const monthFirst = new RegExp(
	`(?<!\\p{L})(${dayNames})\\.?,? {1,2}(${monthNames})\\.? {1,2}${dayNumber}(?![\\d:.]\\d|\\d|[ap]m)${year}`,
	'giu'
);

/** A sentence that looks back may name a day that has gone. */
const lookingBack: WordList = {
	version: 1,
	language: 'en-GB',
	fires: [
		'was|were|had|did|came|went|met|held|raised|thank|thanks|sorry|happened|since|from|closed|ended|until|born|died|started|opened|launched|announced|minutes|report|notes|photos|pictures|photo|picture|took|sent|said|told|turned|agreed|joined|won'
	]
};

export const dates: TextCheck = {
	id: 'PC-29',
	title: 'Days and dates',
	gravest: 'warn',
	sources: ['S0-9'],
	patterns: [dayFirst, monthFirst],
	run(text, _settings, { today, goesOutOn = today } = plainContext) {
		const reading = readingOf(text);
		const stated = [
			...findIn(reading, dayFirst).map((found) => statedIn(found, [0, 1, 2, 3])),
			...findIn(reading, monthFirst).map((found) => statedIn(found, [0, 2, 1, 3]))
		];
		return stated.flatMap((date) => {
			const trouble = troubleWith(date, today) ?? hasGone(reading, date, goesOutOn);
			return trouble ? [about(date, trouble)] : [];
		});
	}
};

interface Stated {
	readonly found: Found;
	readonly weekday: string | undefined;
	readonly date: number;
	readonly month: number;
	readonly year: number | undefined;
}

type Trouble = Pick<Finding, 'saw' | 'todo'> & Partial<Pick<Finding, 'fix'>>;

/** `places`: where the groups of the pattern hold day name, number, month and year. */
function statedIn(found: Found, places: readonly [number, number, number, number]): Stated {
	const [weekday, date, month, stated] = places.map((place) => found.groups[place]);
	const start = month?.slice(0, 3).toLowerCase() ?? '';
	return {
		found,
		weekday,
		date: Number(date),
		month: months.findIndex((name) => name.toLowerCase().startsWith(start)) + 1,
		year: stated === undefined ? undefined : Number(stated)
	};
}

function troubleWith(stated: Stated, today: string | undefined): Trouble | undefined {
	const day = dayMeant(stated, today);
	if (day === undefined) return undefined;
	if (!isDay(day)) {
		const last = Number(lastDayOf(day.slice(0, 7)).slice(8));
		const name = months[stated.month - 1] ?? '';
		return { saw: 'There is no such day.', todo: `${name} has ${last} days. Check the date.` };
	}
	if (stated.weekday === undefined) return undefined;
	const right = weekdays[weekdayOf(day) - 1] ?? '';
	if (right.toLowerCase().startsWith(stated.weekday.slice(0, 3).toLowerCase())) return undefined;
	const text = stated.found.words.replace(stated.weekday, right);
	return {
		saw: `${spokenDay(day).replace(/^\p{L}+ /u, '')} is a ${right}.`,
		todo: 'Check if the day or the date is right.',
		fix: { label: `Change to ${right}`, text }
	};
}

/** Perhaps a day that does not exist; undefined when it is not clear which year is meant. */
function dayMeant({ date, month, year, weekday }: Stated, today: string | undefined) {
	const end = `-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
	if (date < 1 || date > 31) return undefined;
	if (year !== undefined) return `${year}${end}`;
	// 29 February may be in another year; without a day name nothing is sure about the rest.
	if (end === '-02-29') return undefined;
	if (!isDay(`2027${end}`)) return `2027${end}`;
	if (today === undefined || weekday === undefined) return undefined;
	const thisYear = Number(today.slice(0, 4));
	return [thisYear - 1, thisYear, thisYear + 1]
		.map((one) => `${one}${end}`)
		.sort((one, other) => away(today, one) - away(today, other))[0];
}

function away(today: string, day: string): number {
	return Math.abs(daysBetween(today, day));
}

/** Only a date with its day name: that is how people announce something. */
function hasGone(
	reading: Reading,
	{ found, ...stated }: Stated,
	goesOutOn: string | undefined
): Trouble | undefined {
	if (goesOutOn === undefined || stated.weekday === undefined) return undefined;
	const day = dayMeant({ found, ...stated }, goesOutOn);
	if (day === undefined || !isDay(day) || day >= goesOutOn) return undefined;
	// A date far back is history, and not a plan that was left lying.
	if (day < addDays(goesOutOn, -365)) return undefined;
	const words = wordsOf(reading);
	const sentence = words.find(({ start }) => start >= found.start)?.sentence;
	const isHistory = findPhrases(reading, lookingBack).some(
		({ first }) => words[first]?.sentence === sentence
	);
	if (isHistory) return undefined;
	return { saw: 'That day has gone by then.', todo: 'Check the date, or plan the post earlier.' };
}

function about({ found }: Stated, trouble: Trouble): Finding {
	return findingOn(found, {
		check: 'PC-29',
		level: 'warn',
		why: 'People could come on the wrong day.',
		...trouble
	});
}
