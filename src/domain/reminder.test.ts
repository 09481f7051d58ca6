/**
 * Quiet hours and the time in which a reminder is of use.
 */
import { expect, test } from 'vitest';
import { momentOf } from './clock.ts';
import { afterQuiet, isQuiet, remindersFor, type Reminder, type Wishes } from './reminder.ts';

const night = { quietFrom: '21:00', quietUntil: '08:00' };
const noon = { quietFrom: '12:00', quietUntil: '14:00' };
const never = { quietFrom: '08:00', quietUntil: '08:00' };
const at = (time: string, day = '2026-12-02') => momentOf(day, time);

test.each([
	[night, '20:59', false],
	[night, '21:00', true],
	[night, '00:00', true],
	[night, '07:59', true],
	[night, '08:00', false],
	[noon, '11:59', false],
	[noon, '12:00', true],
	[noon, '14:00', false],
	[never, '08:00', false],
	[never, '03:00', false]
])('in quiet hours %o, %s is quiet: %s', (quiet, time, expected) => {
	expect(isQuiet(at(time), quiet)).toBe(expected);
});

test('what falls in the evening waits until the next morning, over a change of the clock too', () => {
	expect(afterQuiet(at('22:00'), night)).toBe(at('08:00', '2026-12-03'));
	expect(afterQuiet(at('02:00'), night)).toBe(at('08:00'));
	expect(afterQuiet(at('22:00', '2026-03-28'), night)).toBe(at('08:00', '2026-03-29'));
	expect(afterQuiet(at('22:00', '2026-10-24'), night)).toBe(at('08:00', '2026-10-25'));
});

const words = { title: 'Title', text: 'Text', path: '/' };
const wishes: Wishes = { ...night, topicsOff: ['other'], byPush: true, byMail: true };

function told(now: number, reminder: Pick<Reminder, 'at' | 'until'>) {
	const due = () => Promise.resolve([{ ...words, ...reminder, key: 'one' }]);
	const unheard = () => Promise.resolve([{ ...words, ...reminder, key: 'two' }]);
	const rules = [
		{ topic: 'one', due },
		{ topic: 'other', due: unheard }
	];
	const part = { rules, wishes: () => Promise.resolve(wishes) };
	const listener = { personId: 'p', role: 'volunteer', practiceId: 'q', today: '' } as const;
	const records = {
		get: () => Promise.resolve(undefined),
		by: () => Promise.resolve([]),
		between: () => Promise.resolve([])
	};
	return remindersFor(part, records, { listener, wishes, now });
}

test('a reminder is told from its time on, until it is of no use', async () => {
	const reminder = { at: at('10:00'), until: at('12:00') };

	const counts = await Promise.all(
		[at('09:59'), at('10:00'), at('11:59'), at('12:00')].map((now) => told(now, reminder))
	);

	expect(counts.map(({ due }) => due.length)).toEqual([0, 1, 1, 0]);
});

test('a reminder whose time is in quiet hours is told when they end, if it is still of use', async () => {
	const useful = { at: at('23:00'), until: at('20:00', '2026-12-03') };
	const useless = { at: at('23:00'), until: at('23:59') };

	const counts = await Promise.all([
		told(at('23:00'), useful),
		told(at('07:59', '2026-12-03'), useful),
		told(at('08:00', '2026-12-03'), useful),
		told(at('08:00', '2026-12-03'), useless)
	]);

	expect(counts.map(({ due }) => due.length)).toEqual([0, 0, 1, 0]);
});

test('it is said when something may be due next: at its time, when quiet hours end, or not today', async () => {
	const reminder = { at: at('10:00'), until: at('12:00') };
	const late = { at: at('23:00'), until: at('20:00', '2026-12-03') };

	const found = await Promise.all([
		told(at('09:00'), reminder),
		told(at('07:00'), reminder),
		told(at('20:00'), late),
		told(at('22:00'), late),
		told(at('10:00'), reminder)
	]);

	expect(found.map(({ nextAt }) => nextAt)).toEqual([
		at('10:00'),
		at('08:00'),
		at('08:00', '2026-12-03'),
		at('08:00', '2026-12-03'),
		Infinity
	]);
});
