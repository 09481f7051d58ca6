import { describe, expect, test } from 'vitest';
import { dayOf } from '#domain/calendar.ts';
import { idFor, volunteer } from '#tests/support/actors.ts';
import type { RotaSlot } from './record.ts';
import { whoCovers } from './rules.ts';
import { weeksFrom } from './fair/rules.ts';

const ann = volunteer.personId;

function slot(dutyOn: string): RotaSlot {
	const made = { id: idFor(1), createdAt: 0, createdBy: ann, minutes: null };
	return {
		...made,
		duty: 'accounts',
		dutyOn,
		group: 'All accounts',
		personId: ann,
		backupId: null,
		alsoIds: [],
		note: ''
	};
}

describe('the day is the UK day', () => {
	test.each([
		['just before midnight in summer', Date.UTC(2026, 6, 14, 22, 59), '2026-07-14'],
		['just after midnight in summer', Date.UTC(2026, 6, 14, 23, 1), '2026-07-15'],
		['just before midnight in winter', Date.UTC(2026, 11, 31, 23, 59), '2026-12-31'],
		['just after midnight at new year', Date.UTC(2027, 0, 1, 0, 1), '2027-01-01'],
		['the hour that happens twice', Date.UTC(2026, 9, 25, 1, 30), '2026-10-25'],
		['the hour that does not happen', Date.UTC(2027, 2, 28, 1, 30), '2027-03-28']
	])('%s', (_, at, day) => {
		expect(dayOf(at)).toBe(day);
	});

	test.each(['Pacific/Auckland', 'America/Los_Angeles'])('a phone set to %s', (zone) => {
		const before = process.env.TZ;
		process.env.TZ = zone;
		try {
			const at = Date.UTC(2026, 10, 21, 23, 30);

			expect(new Date(at).getHours()).not.toBe(23);
			expect(dayOf(at)).toBe('2026-11-21');
			expect(whoCovers([slot('2026-11-21')], dayOf(at))[0]?.personId).toBe(ann);
			expect(weeksFrom(dayOf(at), 1)[0]?.[0]).toBe('2026-11-16');
		} finally {
			if (before === undefined) delete process.env.TZ;
			else process.env.TZ = before;
		}
	});
});
