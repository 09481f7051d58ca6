import { describe, expect, test } from 'vitest';
import { daysFrom, isDay, weekdayOf } from './calendar.ts';
import { holidayList, isHoliday, isWorkingDay, workingDaysAfter } from './working-days.ts';

const england = 'england-and-wales';
const anyUk = 'any-uk';

function holidaysOf(year: number, calendar: typeof england | typeof anyUk): string[] {
	return daysFrom(`${year}-01-01`, `${year}-12-31`).filter((day) => isHoliday(day, calendar));
}

describe('the holidays', () => {
	test('say where they come from, when someone looked, and how far they go', () => {
		expect(holidayList.source).toMatch(/^https:\/\/www\.gov\.uk\//);
		expect(isDay(holidayList.checkedOn)).toBe(true);
		expect(isDay(holidayList.knownUntil)).toBe(true);
	});

	test.each([2025, 2026, 2027, 2028])(
		'%s has eight in England and Wales, all on weekdays',
		(year) => {
			const days = holidaysOf(year, england);

			expect(days).toHaveLength(8);
			expect(days.filter((day) => weekdayOf(day) > 5)).toEqual([]);
		}
	);

	test.each([2025, 2026, 2027, 2028])('%s has more anywhere in the UK, all on weekdays', (year) => {
		const days = holidaysOf(year, anyUk);

		expect(days.length).toBe(year === 2026 ? 14 : 13);
		expect(days.filter((day) => weekdayOf(day) > 5)).toEqual([]);
		expect(days).toEqual(expect.arrayContaining(holidaysOf(year, england)));
	});

	test.each([
		['Boxing Day on a Saturday is kept on Monday', '2026-12-28', '2026-12-26'],
		['Christmas Day on a Saturday is kept on Monday', '2027-12-27', '2027-12-25'],
		['Boxing Day on a Sunday is kept on Tuesday', '2027-12-28', '2027-12-26'],
		['New Year’s Day on a Saturday is kept on Monday', '2028-01-03', '2028-01-01']
	])('%s', (_, substitute, weekend) => {
		expect(isHoliday(substitute, england)).toBe(true);
		expect(isHoliday(weekend, england)).toBe(false);
	});

	test('2 January is a working day in England and Wales, not in Scotland', () => {
		expect(isWorkingDay('2026-01-02', england)).toBe(true);
		expect(isWorkingDay('2026-01-02', anyUk)).toBe(false);
	});
});

describe('working days', () => {
	test.each([
		['2026-11-02', '2026-12-01'],
		['2026-11-21', '2026-12-21'],
		['2026-12-18', '2027-01-21'],
		['2026-12-24', '2027-01-27'],
		['2027-03-05', '2027-04-07'],
		['2027-06-21', '2027-07-20'],
		['2027-07-09', '2027-08-10'],
		['2026-05-22', '2026-06-23']
	])('the 20th anywhere in the UK after %s is %s', (receivedOn, dueOn) => {
		expect(workingDaysAfter(receivedOn, 20, anyUk)).toBe(dueOn);
	});

	test.each([
		['2026-12-04', '2026-12-09'],
		['2026-12-24', '2026-12-31'],
		['2027-03-12', '2027-03-17']
	])('the third in England and Wales after %s is %s', (receivedOn, dueOn) => {
		expect(workingDaysAfter(receivedOn, 3, england)).toBe(dueOn);
	});

	test('over the end of the year and both changes of the clock, a day is a day', () => {
		expect(workingDaysAfter('2026-12-31', 1, england)).toBe('2027-01-04');
		expect(workingDaysAfter('2027-03-25', 1, england)).toBe('2027-03-30');
		expect(workingDaysAfter('2026-10-23', 1, england)).toBe('2026-10-26');
		expect(workingDaysAfter('2026-11-21', 0, england)).toBe('2026-11-21');
	});
});
