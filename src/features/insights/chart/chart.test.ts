import { describe, expect, test } from 'vitest';
import { coordinator, idFor } from '#tests/support/actors.ts';
import { emptyNote, type InsightNote } from '../record.ts';
import { chartFor, chartWords, shortMonth } from './chart.ts';

const facebook = { id: idFor(1), name: 'Facebook', status: 'active', createdAt: 0 };
const instagram = { id: idFor(2), name: 'Instagram', status: 'active', createdAt: 0 };
let number = 10;

function note(month: string, rest: Partial<InsightNote> = {}): InsightNote {
	const { accountId = facebook.id } = rest;
	return {
		id: idFor(number++),
		createdAt: 0,
		createdBy: coordinator.personId,
		...emptyNote(month, accountId),
		...rest
	};
}

describe('the chart', () => {
	const notes = [
		note('2026-09', { followers: 100 }),
		note('2026-11', { followers: 140 }),
		note('2026-10', { accountId: instagram.id, followers: 9 })
	];

	test('has the same months for each account, with gaps where nothing is known', () => {
		expect(chartFor(notes, [facebook, instagram], 'followers', 24)).toEqual({
			months: ['2026-09', '2026-10', '2026-11'],
			series: [
				{ name: 'Facebook', values: [100, null, 140] },
				{ name: 'Instagram', values: [null, 9, null] }
			]
		});
	});

	test('shows the newest months only, and no account without numbers', () => {
		expect(chartFor(notes, [facebook], 'followers', 2).months).toEqual(['2026-10', '2026-11']);
		expect(chartFor(notes, [facebook], 'reach', 24)).toEqual({ months: [], series: [] });
	});

	test('each line is told by where it begins and ends', () => {
		const months = ['2026-09', '2026-10', '2026-11'];

		expect(
			chartWords(months, [
				{ name: 'Facebook', values: [1000, null, 1140] },
				{ name: 'Instagram', values: [null, 9, null] },
				{ name: 'X', values: [null, null, null] }
			])
		).toBe(
			'Facebook: 1,000 in September 2026, 1,140 in November 2026. ' +
				'Instagram: 9 in October 2026. X: no numbers in these months.'
		);
	});

	test('months have short names where there is little room', () => {
		expect(shortMonth('2026-09')).toBe('Sep ’26');
	});
});
