/** How a field's value is told to a person: never as a code, an id or a count of milliseconds. */
import { expect, test } from 'vitest';
import { aMoment, manager, volunteer } from '#tests/support/actors.ts';
import { isNothing, shownValue } from './shown-value.ts';

test.each([
	[null, 'nothing'],
	['', 'nothing'],
	[[], 'nothing'],
	['Flu clinic', 'Flu clinic'],
	['2026-11-28', 'Saturday 28 November 2026'],
	[aMoment, 'Saturday 21 November 2026'],
	[1200, '1,200'],
	[true, 'yes'],
	[false, 'no'],
	[['#FluJab', 'Example Street'], '#FluJab; Example Street'],
	[[{ accountId: manager.personId, text: 'Hello' }], 'Hello'],
	[[manager.personId, volunteer.personId], 'a list of 2'],
	[[{ a: 1 }], 'a list of 1'],
	[{ a: 1 }, 'a set of answers']
])('%j is told as “%s”', (value, words) => {
	expect(shownValue(value)).toBe(words);
});

test('A person is told by name, and any other id not at all', () => {
	const names = new Map([[manager.personId, 'Morag']]);

	expect(shownValue(manager.personId, names)).toBe('Morag');
	expect(shownValue(manager.personId)).toBe('something else');
});

test('No, and a count of none, are something', () => {
	expect([false, 0].map(isNothing)).toEqual([false, false]);
});
