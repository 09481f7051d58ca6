/**
 * When awareness days are, from the list that comes with the app and from the group's own hand.
 */
import { describe, expect, test } from 'vitest';
import { contentFields } from '#features/posts/record.ts';
import { aMoment, idFor, manager } from '#tests/support/actors.ts';
import { dayIdSchema, type OwnDay } from './record.ts';
import { dayToPlan, daysIn, daysNear, isFresh, whenInWords, type AwarenessDay } from './rules.ts';
import { spanIn } from './shipped/dates.ts';
import { shippedDays } from './shipped/days.ts';

const today = '2026-11-21';

function ownDay(more: Partial<OwnDay>): OwnDay {
	return {
		...{ id: idFor(1), createdAt: aMoment, createdBy: manager.personId, dayId: null, title: null },
		...{ firstOn: null, lastOn: null, sourceUrl: null, checkedOn: null, isHidden: false },
		...more
	};
}

function named(days: readonly AwarenessDay[], dayId: string): AwarenessDay {
	const day = days.find((each) => each.dayId === dayId);
	if (!day) throw new Error(`There is no ${dayId}.`);
	return day;
}

const year = { firstOn: '2027-01-01', lastOn: '2027-12-31' };

describe('the list that comes with the app', () => {
	test('has an id, a source and fitting words for each day', () => {
		const ids = shippedDays.map(({ id }) => id);
		expect(new Set(ids).size).toBe(ids.length);
		for (const day of shippedDays) {
			expect(dayIdSchema.safeParse(day.id).success, day.id).toBe(true);
			expect(day.source, day.id).not.toBe('');
			expect(day.sourceUrl === '' || day.sourceUrl.startsWith('https://'), day.id).toBe(true);
			expect(contentFields.title.safeParse(day.title).success, day.id).toBe(true);
			expect(day.text, day.id).not.toBe('');
		}
	});

	test.each([
		['world-diabetes-day', '2027-11-14', '2027-11-14'],
		['no-smoking-day', '2027-03-10', '2027-03-10'],
		['world-kidney-day', '2027-03-11', '2027-03-11'],
		['world-asthma-day', '2027-05-04', '2027-05-04'],
		['mens-health-week', '2027-06-14', '2027-06-20'],
		['world-immunization-week', '2027-04-24', '2027-04-30'],
		['rare-disease-day', '2027-02-28', '2027-02-28'],
		['dry-january', '2027-01-01', '2027-01-31']
	])('has %s from %s to %s', (dayId, firstOn, lastOn) => {
		expect(named(daysIn([], year), dayId)).toMatchObject({ firstOn, lastOn, hasDates: true });
	});

	test('knows the last weekday of a month and the last day of a leap year’s February', () => {
		expect(spanIn({ month: 5, weekday: 1, nth: -1 }, 2027).firstOn).toBe('2027-05-31');
		expect(spanIn({ month: 2, day: 31 }, 2028).firstOn).toBe('2028-02-29');
	});
});

describe('the next 90 days', () => {
	test('cross into the new year, and hold what is going on today', () => {
		const ids = daysNear([], today).map(({ dayId }) => dayId);

		expect(ids).toEqual(
			expect.arrayContaining([
				'world-amr-week',
				'world-aids-day',
				'dry-january',
				'world-cancer-day'
			])
		);
		expect(ids).not.toContain('world-diabetes-day');
		expect(ids).not.toContain('rare-disease-day');
	});

	test('never put a day whose dates are not known on a day', () => {
		const day = named(daysNear([], '2027-05-20'), 'carers-week');

		expect(day.hasDates).toBe(false);
		expect(whenInWords(day, '2027-05-20')).toBe('Some time in June 2027');
		expect(dayToPlan(day, '2027-05-20')).toBeNull();
	});

	test('take the dates that the group looked up, for that year only', () => {
		const own = ownDay({
			...{ dayId: 'carers-week', title: 'Carers Week', checkedOn: '2027-02-01' },
			...{ firstOn: '2027-06-07', lastOn: '2027-06-13' }
		});

		const day = named(daysIn([own], year), 'carers-week');
		const later = named(
			daysIn([own], { firstOn: '2028-06-01', lastOn: '2028-06-30' }),
			'carers-week'
		);

		expect(whenInWords(day, today)).toBe('Monday 7 June 2027 to Sunday 13 June 2027');
		expect(isFresh(day, '2027-05-20')).toBe(true);
		expect(later).toMatchObject({ hasDates: false, checkedOn: null });
	});

	test('mark as hidden what a leader hid, and what is off at first until it is shown', () => {
		const hidden = ownDay({ dayId: 'world-aids-day', isHidden: true });
		const shown = ownDay({ id: idFor(2), dayId: 'ppg-awareness-week', isHidden: false });

		expect(named(daysIn([hidden], year), 'world-aids-day').isHidden).toBe(true);
		expect(named(daysIn([], year), 'ppg-awareness-week').isHidden).toBe(true);
		expect(named(daysIn([shown], year), 'ppg-awareness-week').isHidden).toBe(false);
	});

	test('hold the group’s own days', () => {
		const own = ownDay({ title: 'Open day', firstOn: '2026-12-12', lastOn: '2026-12-12' });

		const day = daysNear([own], today).find(({ title }) => title === 'Open day');

		expect(day).toMatchObject({ ownId: own.id, dayId: null, hasDates: true });
	});

	test('plan a draft on the first day, or today when it has begun', () => {
		const week = named(daysNear([], today), 'world-amr-week');

		expect(dayToPlan(week, '2026-11-10')).toBe('2026-11-18');
		expect(dayToPlan(week, today)).toBe(today);
		expect(dayToPlan(week, '2026-11-25')).toBeNull();
	});

	test('say when the dates were last compared, and when that is too long ago', () => {
		const checked = ownDay({
			...{ dayId: 'world-aids-day', checkedOn: '2026-11-01' },
			...{ firstOn: '2027-12-01', lastOn: '2027-12-01' }
		});
		const day = named(daysIn([checked], year), 'world-aids-day');

		expect(isFresh(day, today)).toBe(true);
		expect(isFresh(day, '2028-12-01')).toBe(false);
	});

	test('do not count as checked before someone in the group has looked', () => {
		expect(isFresh(named(daysIn([], year), 'world-aids-day'), today)).toBe(false);
	});
});
