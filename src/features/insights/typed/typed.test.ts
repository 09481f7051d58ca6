import { describe, expect, test } from 'vitest';
import { idFor } from '#tests/support/actors.ts';
import { noteHash, readNoteHash, readNumber } from './typed.ts';

const facebook = { id: idFor(1) };

describe('a number as it is typed', () => {
	test.each([
		['120', 120],
		[' 0 ', 0],
		['1,240', 1240],
		['1 240 000', 1_240_000],
		['', null],
		['  ', null],
		['1.2k', undefined],
		['12,40', undefined],
		['-3', undefined],
		['1.5', undefined],
		['1234567890123', undefined]
	])('“%s” is %s', (typed, value) => {
		expect(readNumber(typed)).toBe(value);
	});
});

describe('a link to a new note', () => {
	test('carries the month and the account, and nothing else is read from it', () => {
		expect(readNoteHash(noteHash('2026-10', facebook.id))).toEqual({
			month: '2026-10',
			accountId: facebook.id
		});
		expect(readNoteHash('')).toBeUndefined();
		expect(readNoteHash(`#2026-13/${facebook.id}`)).toBeUndefined();
		expect(readNoteHash('#2026-10/x')).toBeUndefined();
	});
});
