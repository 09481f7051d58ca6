/**
 * Writes calendar files (RFC 5545): events on a day, or at a time on the UK clock.
 *
 * Lines end in CR LF and are folded after 75 bytes, never inside a letter. Text is escaped. No
 * library: `ics.test.ts` reads it back with a real one.
 */
import { addDays } from '#domain/calendar.ts';

export interface CalendarEvent {
	/** The same for ever: calendars know an event by it. */
	readonly uid: string;
	readonly title: string;
	readonly on: string;
	/** '18:30' on the UK clock; null for the whole day. */
	readonly time: string | null;
	readonly isSure: boolean;
	readonly about: string;
	readonly url: string | null;
	/** Higher after each change. */
	readonly sequence: number;
	readonly changedAt: number;
}

interface CalendarFile {
	/** As the calendar is called in the list of calendars; null for the file of one event. */
	readonly name: string | null;
	readonly now: number;
	readonly events: readonly CalendarEvent[];
}

const maxBytes = 75;
const zone = 'Europe/London';
/** How long a post takes up in a calendar. */
const duration = 'PT15M';
/** RFC 5545 gives numbers 32 bits. */
const maxSequence = 2_147_483_647;

/** The clock in the UK: the last Sundays of March and October, at 1am UTC. */
const ukClock = [
	'BEGIN:VTIMEZONE',
	`TZID:${zone}`,
	'BEGIN:DAYLIGHT',
	'DTSTART:19960331T010000',
	'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
	'TZNAME:BST',
	'TZOFFSETFROM:+0000',
	'TZOFFSETTO:+0100',
	'END:DAYLIGHT',
	'BEGIN:STANDARD',
	'DTSTART:19961027T020000',
	'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
	'TZNAME:GMT',
	'TZOFFSETFROM:+0100',
	'TZOFFSETTO:+0000',
	'END:STANDARD',
	'END:VTIMEZONE'
];

export function calendarText({ name, now, events }: CalendarFile): string {
	const hasTimes = events.some(({ time }) => time !== null);
	const lines = [
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		'PRODID:-//Noticeboard//Plan//EN',
		'CALSCALE:GREGORIAN',
		'METHOD:PUBLISH',
		...(name === null
			? []
			: [
					`NAME:${escaped(name)}`,
					`X-WR-CALNAME:${escaped(name)}`,
					'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
					'X-PUBLISHED-TTL:PT6H'
				]),
		...(hasTimes ? ukClock : []),
		...events.flatMap((event) => eventLines(event, now)),
		'END:VCALENDAR'
	];
	return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventLines(event: CalendarEvent, now: number): string[] {
	const { uid, title, on, time, isSure, about, url, sequence, changedAt } = event;
	return [
		'BEGIN:VEVENT',
		`UID:${escaped(uid)}`,
		`DTSTAMP:${utcTime(now)}`,
		`LAST-MODIFIED:${utcTime(changedAt)}`,
		`SEQUENCE:${Math.min(Math.max(0, sequence), maxSequence)}`,
		...(time === null
			? [`DTSTART;VALUE=DATE:${dayValue(on)}`, `DTEND;VALUE=DATE:${dayValue(addDays(on, 1))}`]
			: [
					`DTSTART;TZID=${zone}:${dayValue(on)}T${time.replace(':', '')}00`,
					`DURATION:${duration}`
				]),
		`SUMMARY:${escaped(title)}`,
		...(about === '' ? [] : [`DESCRIPTION:${escaped(about)}`]),
		...(url === null ? [] : [`URL:${plainUrl(url)}`]),
		`STATUS:${isSure ? 'CONFIRMED' : 'TENTATIVE'}`,
		// A post is no reason to be busy.
		'TRANSP:TRANSPARENT',
		'END:VEVENT'
	];
}

function dayValue(day: string): string {
	return day.replaceAll('-', '');
}

/** '20261121T100000Z' */
function utcTime(at: number): string {
	return new Date(at).toISOString().replace(/[-:]|\.\d+/g, '');
}

function escaped(text: string): string {
	return withoutControls(text.replace(/\r\n?/g, '\n'))
		.replace(/[\\;,]/g, (sign) => `\\${sign}`)
		.replaceAll('\n', '\\n');
}

/** All but the line break, which is escaped; half a letter becomes the sign for one. */
function withoutControls(text: string): string {
	return text.toWellFormed().replace(/(?!\n)\p{Cc}/gu, '');
}

/** A URL is not escaped text, so nothing that could end its line may be in it. */
function plainUrl(url: string): string {
	return url.replace(/[\s\p{Cc}]/gu, '');
}

const encoder = new TextEncoder();

function folded(line: string): string {
	const pieces: string[] = [];
	let piece = '';
	let bytes = 0;
	for (const letter of line) {
		const size = encoder.encode(letter).length;
		if (bytes + size > maxBytes) {
			pieces.push(piece);
			// A line that goes on begins with a space, which counts.
			piece = ' ';
			bytes = 1;
		}
		piece += letter;
		bytes += size;
	}
	return [...pieces, piece].join('\r\n');
}
