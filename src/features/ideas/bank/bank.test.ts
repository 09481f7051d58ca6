/**
 * The ideas and ready-made plans that come with the app.
 */
import { describe, expect, test } from 'vitest';
import { daysBetween, weekdayOf } from '#domain/calendar.ts';
import { contentFields } from '#features/posts/record.ts';
import { readingGrade } from '#tests/support/reading-age.ts';
import { ideaKinds, ideas } from './ideas.ts';
import { plannedFrom, templates } from './templates.ts';

describe('the idea bank', () => {
	test('has a few of every kind, each with a name of its own', () => {
		for (const kind of ideaKinds) {
			expect(ideas.filter((idea) => idea.kind === kind).length, kind).toBeGreaterThan(1);
		}
		expect(new Set(ideas.map(({ id }) => id)).size).toBe(ideas.length);
		expect(new Set(ideas.map(({ title }) => title)).size).toBe(ideas.length);
	});

	test('is easy to read', () => {
		const hard = ideas
			.map(({ id, text }) => ({ id, grade: readingGrade(text) }))
			.filter(({ grade }) => grade > 8);

		expect(hard).toEqual([]);
	});
});

describe('the ready-made plans', () => {
	test('are the four that groups ask for', () => {
		expect(templates.map(({ id }) => id)).toEqual([
			...['quiet-month', 'flu-season', 'recruitment', 'meeting-cycle']
		]);
	});

	test.each(templates)('“$title” makes posts that can be kept', (template) => {
		for (const { title, text } of plannedFrom(template, '2026-12-01')) {
			expect(contentFields.title.safeParse(title).success).toBe(true);
			expect(text).not.toBe('');
		}
	});

	test('a quiet month has one post a week, none at the weekend', () => {
		const [quiet] = templates;
		if (!quiet) throw new Error('There is no plan.');

		const days = plannedFrom(quiet, '2026-12-01').map(({ plannedOn }) => plannedOn);

		expect(days).toEqual(['2026-12-02', '2026-12-09', '2026-12-16', '2026-12-23']);
		const weekend = plannedFrom(quiet, '2026-12-04').map(({ plannedOn }) => weekdayOf(plannedOn));
		expect(weekend).toEqual([1, 1, 1, 1]);
	});

	test('around a meeting, what comes before it keeps its distance, also at a weekend', () => {
		const meeting = templates.find(({ id }) => id === 'meeting-cycle');
		if (!meeting) throw new Error('There is no plan.');

		const days = plannedFrom(meeting, '2026-12-07').map(({ plannedOn }) => plannedOn);

		expect(days.slice(0, 3).map((day) => daysBetween(day, '2026-12-07'))).toEqual([14, 7, 1]);
	});
});
