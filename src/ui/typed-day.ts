/**
 * A day as it is typed into three boxes, kept as one text.
 *
 * A real day reads '2026-03-05'; anything else keeps what was typed ('26-13-', '--5'), so that a
 * form can show it again. Only `isDay` says whether it is a day.
 */
export interface TypedDay {
	readonly day: string;
	readonly month: string;
	readonly year: string;
}

const monthNames = [
	'january',
	'february',
	'march',
	'april',
	'may',
	'june',
	'july',
	'august',
	'september',
	'october',
	'november',
	'december'
];

/** '' when all three boxes are empty. A month may be typed as a word. */
export function dayText({ day, month, year }: TypedDay): string {
	const parts = [clean(year), padded(monthNumber(clean(month))), padded(clean(day))];
	return parts.every((part) => part === '') ? '' : parts.join('-');
}

/** What the three boxes show for a text. */
export function typedDay(text: string): TypedDay {
	const [year = '', month = '', day = ''] = text.split('-');
	return { day: unpadded(day), month: unpadded(month), year };
}

/** A dash would move what was typed into the next box. */
function clean(typed: string): string {
	return typed.replaceAll('-', '').trim();
}

function monthNumber(typed: string): string {
	if (!/^[a-z]{3,}$/i.test(typed)) return typed;
	const index = monthNames.findIndex((name) => name.startsWith(typed.toLowerCase()));
	return index === -1 ? typed : String(index + 1);
}

function padded(typed: string): string {
	return /^\d$/.test(typed) ? `0${typed}` : typed;
}

function unpadded(part: string): string {
	return /^0\d$/.test(part) ? part.slice(1) : part;
}
