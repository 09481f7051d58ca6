import { describe, expect, test } from 'vitest';
import { coordinator } from '#tests/support/actors.ts';
import { clashes, coverFor } from '../rules.ts';
import { backupWords, coverWords, gapWords, nameOf, nextWords } from './words.ts';
import { awayWords, clashWords, giveBackWords, takenWords } from './more-words.ts';
import { all, ann, away, person, sam, slot } from '#tests/support/rota-rows.ts';

const people = [person(ann, 'Ann'), person(sam, 'Sam')];
const today = '2026-11-21';

describe('the rota in words', () => {
	const cover = coverFor([slot(today, ann, { backupId: sam })], all, today);
	const gap = coverFor([], all, '2026-12-03');

	test('says who covers', () => {
		expect(coverWords(cover, people, today)).toBe('Ann covers today.');
		expect(coverWords(cover, people, today, ann)).toBe('You cover today.');
		expect(coverWords(gap, people, today)).toBe('Nobody covers Thursday 3 December yet.');
	});

	test('says who the backup is', () => {
		expect(backupWords(cover, people)).toBe('Sam is the backup.');
		expect(backupWords(cover, people, sam)).toBe('You are the backup.');
		expect(backupWords(gap, people)).toBe('There is no backup.');
	});

	test('says who is next', () => {
		const next = coverFor([slot('2026-11-22', sam)], all, '2026-11-22');

		expect(nextWords(next, people, today)).toBe('Next: Sam, tomorrow.');
		expect(nextWords(next, people, today, sam)).toBe('Next: you, tomorrow.');
		expect(nextWords(undefined, people, today)).toBe('Next: nobody has signed up yet.');
	});

	test('says how many days nobody covers', () => {
		expect(gapWords([], today, 14)).toBe('Somebody covers every day of the next 2 weeks.');
		expect(gapWords([gap], today, 7)).toBe(
			'Nobody covers one day in the next week. The first is Thursday 3 December.'
		);
		expect(gapWords([gap, gap], today, 10)).toContain('Nobody covers 2 of the days in the next 10');
	});

	test('says what an away day clashes with', () => {
		const slots = [slot('2026-12-03', sam, { backupId: ann }), slot('2026-11-22', ann)];
		const [first, second] = clashes(slots, [away(ann, today, '2026-12-31')]);

		expect(first && clashWords(first, people, today)).toBe(
			'Ann is away tomorrow, but they cover that day.'
		);
		expect(second && clashWords(second, people, today, ann)).toBe(
			'You are away on Thursday 3 December, but you are the backup.'
		);
	});

	test('says away dates with the year where it is another year', () => {
		expect(awayWords({ firstOn: '2026-12-30', lastOn: '2027-01-02' }, today)).toBe(
			'from Wednesday 30 December to Saturday 2 January 2027'
		);
		expect(awayWords({ firstOn: today, lastOn: today }, today)).toBe('on Saturday 21 November');
	});

	test('says who the backup is before a day is given back', () => {
		expect(giveBackWords(slot(today, ann, { backupId: sam }), people)).toContain(
			'Sam is the backup'
		);
		expect(giveBackWords(slot(today), people)).toContain('There is no backup');
	});

	test('says who took a day, and which day is free', () => {
		expect(takenWords('Sam', 'duty', '2026-11-22', today, '2026-11-23')).toBe(
			'Sam covers Sunday 22 November. The next free day is Monday 23 November.'
		);
		expect(takenWords('Sam', 'duty', '2026-11-22', today, undefined)).toContain('taken too');
		expect(takenWords('Sam', 'backup', '2026-11-22', today, '2026-11-23')).toBe(
			'Sam is already the backup on Sunday 22 November.'
		);
	});

	test('never makes up a name', () => {
		expect(nameOf(people, coordinator.personId)).toBe('Someone who has left');
		expect(nameOf(people, null)).toBe('Nobody');
	});
});
