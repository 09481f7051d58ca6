import { describe, expect, test } from 'vitest';
import type { Measure } from '../rules.ts';
import { misfit } from './slips.ts';

const among = (numbers: Partial<Record<Measure, number | null>>) => (field: Measure) =>
	numbers[field];

describe('a number that does not fit with the others', () => {
	test.each(['reach', 'interactions', 'linkClicks'] as const)('%s above the views', (field) => {
		expect(misfit(field, among({ [field]: 901, views: 900 }))).toMatch(/more than the views/);
	});

	test('more answered on the same day than answered at all', () => {
		expect(misfit('sameDay', among({ sameDay: 9, answered: 8 }))).toMatch(/all that were answered/);
		expect(misfit('sameDay', among({ sameDay: 8, answered: 8 }))).toBeUndefined();
	});

	test('is not asked about where it fits, or where one of them is not known', () => {
		expect(misfit('reach', among({ reach: 900, views: 900 }))).toBeUndefined();
		expect(misfit('reach', among({ reach: 900, views: null }))).toBeUndefined();
		expect(misfit('reach', among({ views: 1 }))).toBeUndefined();
		expect(misfit('followers', among({ followers: 900, views: 1 }))).toBeUndefined();
	});
});
