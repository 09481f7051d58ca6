/**
 * Calendar files, read back with a real reader of them.
 */
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { aMoment } from '#tests/support/actors.ts';
import { calendarText, type CalendarEvent } from './ics.ts';

function anEvent(more: Partial<CalendarEvent> = {}): CalendarEvent {
	return {
		...{ uid: 'one@noticeboard', title: 'Flu vaccines', on: '2026-12-03', time: null },
		...{ isSure: true, about: 'Approved', url: null, sequence: 3, changedAt: aMoment - 1000 },
		...more
	};
}

function written(...events: CalendarEvent[]): string {
	return calendarText({ name: 'Elm Road: plan', now: aMoment, events });
}

/** The events as a calendar program understands them. */
function read(text: string): ICAL.Event[] {
	ICAL.TimezoneService.reset();
	const calendar = ICAL.Component.fromString(text);
	for (const zone of calendar.getAllSubcomponents('vtimezone')) {
		ICAL.TimezoneService.register(new ICAL.Timezone(zone));
	}
	return calendar.getAllSubcomponents('vevent').map((part) => new ICAL.Event(part));
}

function only(text: string): ICAL.Event {
	const [event, ...others] = read(text);
	if (!event || others.length > 0) throw new Error('There is not one event.');
	return event;
}

/** 'start' to 'end' in UTC. */
function utc({ startDate, endDate }: ICAL.Event): string[] {
	return [startDate, endDate].map((time) => time.toJSDate().toISOString());
}

describe('a calendar file', () => {
	test('holds a post without a time as a whole day', () => {
		const event = only(written(anEvent()));

		expect(event.startDate.isDate).toBe(true);
		expect([event.startDate.toString(), event.endDate.toString()]).toEqual([
			'2026-12-03',
			'2026-12-04'
		]);
	});

	test.each([
		['in winter', '2026-12-03', '18:30', '2026-12-03T18:30:00.000Z'],
		['in summer', '2027-07-05', '18:30', '2027-07-05T17:30:00.000Z'],
		['on the day the clocks go forward', '2027-03-28', '09:00', '2027-03-28T08:00:00.000Z'],
		['on the day before that', '2027-03-27', '09:00', '2027-03-27T09:00:00.000Z'],
		['on the day the clocks go back', '2027-10-31', '09:00', '2027-10-31T09:00:00.000Z'],
		['just after midnight', '2027-06-01', '00:05', '2027-05-31T23:05:00.000Z']
	])('holds a time on the UK clock %s', (_when, on, time, start) => {
		const event = only(written(anEvent({ on, time })));

		expect(utc(event)[0]).toBe(start);
		expect(event.startDate.toString()).toBe(`${on}T${time}:00`);
		expect(event.duration.toSeconds()).toBe(15 * 60);
	});

	test('keeps words with every sign, letter and line', () => {
		const title = 'Tea; cake, “quotes” \\ back\\slash: “naïve” 🎈 – it’s\ttabbed';
		const about = 'First line\nSecond line, with a comma\r\nThird; line\\n not a break';

		const event = only(written(anEvent({ title, about })));

		expect(event.summary).toBe(title.replace('\t', ''));
		expect(event.description).toBe(about.replace('\r\n', '\n'));
	});

	test('cannot be given another event or another field through a title', () => {
		const title =
			'Hello\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:Evil\nATTENDEE:mailto:x@example.com';

		const event = only(written(anEvent({ title, url: 'https://example.org/\r\nATTENDEE:x' })));

		expect(event.attendees).toEqual([]);
		expect(event.summary).toContain('END:VEVENT');
	});

	test.each(['a'.repeat(400), '🎈é'.repeat(120), `x${'é'.repeat(200)}`, 'ab🎈'.repeat(99)])(
		'folds lines after 75 bytes and never inside a letter: %s',
		(title) => {
			const text = written(anEvent({ title }));

			const sizes = text.split('\r\n').map((line) => Buffer.byteLength(line));
			expect(Math.max(...sizes)).toBeLessThanOrEqual(75);
			expect(sizes.filter((size) => size > 71).length).toBeGreaterThan(4);
			expect(text).not.toContain('\uFFFD');
			expect(only(text).summary).toBe(title);
		}
	);

	test('ends each line, also the last, with a carriage return and a line feed', () => {
		const text = written(anEvent({ about: 'one\ntwo' }));

		expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
		expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
	});

	test('says what is sure, which version it is, and that nobody is busy', () => {
		const [sure, planned] = read(written(anEvent(), anEvent({ uid: 'two', isSure: false })));

		expect(sure?.component.getFirstPropertyValue('status')).toBe('CONFIRMED');
		expect(planned?.component.getFirstPropertyValue('status')).toBe('TENTATIVE');
		expect([sure?.uid, sure?.sequence]).toEqual(['one@noticeboard', 3]);
		expect(sure?.component.getFirstPropertyValue('transp')).toBe('TRANSPARENT');
		expect(String(sure?.component.getFirstPropertyValue('last-modified'))).toBe(
			'2026-11-21T09:59:59Z'
		);
	});

	test('keeps a version within what calendars can hold', () => {
		const event = only(written(anEvent({ sequence: 5_000_000_000 })));

		expect(event.sequence).toBe(2_147_483_647);
	});

	test('without events is still a calendar with its name', () => {
		const calendar = ICAL.Component.fromString(written());

		expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe('Elm Road: plan');
		expect(calendar.getAllSubcomponents()).toEqual([]);
	});
});
