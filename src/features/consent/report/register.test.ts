/** The register: what a search and a filter find, what a table and a report hold. */
import { describe, expect, test } from 'vitest';
import { aMoment, idFor, manager, volunteer } from '#tests/support/actors.ts';
import { emptyContent, postRecord } from '#features/posts/record.ts';
import { consentOf, facebook } from '#tests/support/consents.ts';
import { proofOf, stateWords, wentOut, type Names } from './report.ts';
import {
	filterNames,
	fitsFilter,
	isFoundBy,
	registerCsv,
	type RegisterFilter
} from './register.ts';

const today = '2026-11-21';
const names: Names = {
	people: new Map([[manager.personId, 'Morag']]),
	accounts: new Map([[facebook.id, 'Our Facebook page']])
};
const confirmed = consentOf(1, {
	...{ code: 'C-0001', firstName: 'Ada', lastName: 'Example', accounts: [facebook.id] },
	...{ confirmedAt: aMoment, confirmedBy: manager.personId, method: 'signed' },
	...{ wordingVersion: 'adult-1', limits: 'Not my house', expiresWhy: 'The fair' }
});

describe('a search', () => {
	test.each(['c-0001', 'T-0001', 'ada', 'example ada', 'flu', 'fair'])('finds by %s', (words) => {
		expect(isFoundBy({ ...confirmed, occasion: 'Summer fair' }, ['Flu clinic'], words)).toBe(true);
	});

	test('finds nothing else, and no last name where this phone has none', () => {
		expect(isFoundBy(confirmed, [], 'ben')).toBe(false);
		expect(isFoundBy({ ...confirmed, lastName: null }, [], 'example')).toBe(false);
	});
});

describe('a filter', () => {
	const fits = (filter: RegisterFilter, changes: object) =>
		fitsFilter(consentOf(1, changes), filter, today);

	test('finds what ends within 60, 30 and 7 days, and still holds', () => {
		const found = (expiresOn: string) =>
			(['ends-60', 'ends-30', 'ends-7'] as const).filter((filter) => fits(filter, { expiresOn }));

		expect(found('2026-11-28')).toEqual(['ends-60', 'ends-30', 'ends-7']);
		expect(found('2026-12-21')).toEqual(['ends-60', 'ends-30']);
		expect(found('2027-01-20')).toEqual(['ends-60']);
		expect(found('2027-01-21')).toEqual([]);
		expect(found('2026-11-20')).toEqual([]);
	});

	test('finds a child who has turned 13 or 16, from the first day of that month', () => {
		expect(fits('reask', { reaskIn: '2026-11' })).toBe(true);
		expect(fits('reask', { reaskIn: '2026-12' })).toBe(false);
		expect(fits('reask', { reaskIn: '2026-10', status: 'withdrawn' })).toBe(false);
	});

	test('finds staff who have left, until someone has asked them', () => {
		expect(fits('reask', { leavesOn: '2026-11-20' })).toBe(true);
		expect(fits('reask', { leavesOn: '2026-11-22' })).toBe(false);
		expect(fits('reask', { leavesOn: '2026-11-20', leftReviewedOn: today })).toBe(false);
	});

	test('has every state', () => {
		const states = ['not-asked', 'asked', 'given', 'confirmed', 'expired', 'refused', 'withdrawn'];

		expect(filterNames.map(({ value }) => value)).toEqual(expect.arrayContaining(states));
		expect(fits('expired', { expiresOn: '2026-11-20' })).toBe(true);
		expect(fits('', {})).toBe(true);
	});
});

test('The table has a line for each, with names of accounts and people, and no formula', () => {
	const table = registerCsv([{ ...confirmed, limits: '=1+1' }], names, today);

	expect(table.split('\r\n')).toHaveLength(3);
	for (const words of ['C-0001', 'T-0001', 'Our Facebook page', 'Morag', 'adult-1', "'=1+1"]) {
		expect(table).toContain(words);
	}
});

test('The proof says who, what for, where, until when, who confirmed it, and on which words', () => {
	const proof = Object.fromEntries(
		proofOf(confirmed, names, today).map(({ key, value }) => [key, value])
	);

	expect(proof).toMatchObject({
		Code: 'C-0001 (T-0001 on paper)',
		Now: 'Confirmed',
		'What for': 'Posts by the patient group',
		Where: 'Our Facebook page',
		Limits: 'Not my house',
		'Last day': 'Wednesday 1 November 2028 (The fair)',
		'Words of the form': 'adult-1',
		'Confirmed by': 'Morag, Saturday 21 November 2026'
	});
});

test('What the practice did not accept is not called a no of the person', () => {
	const turnedDown = { status: 'refused', turnedDownBy: manager.personId } as const;

	expect(stateWords(consentOf(1, turnedDown), today)).toBe('Not accepted by the practice');
	expect(stateWords(consentOf(1, { status: 'refused' }), today)).toBe('Said no');
	expect(stateWords(consentOf(1, { reducedOn: today }), today)).toContain('Only days');
});

test('The report says where a post went, and when it was taken down', () => {
	const post = postRecord.schema.parse({
		...emptyContent,
		...{ id: idFor(0x90), createdAt: 0, createdBy: volunteer.personId, title: 'Flu' },
		...{ status: 'taken-down', takenDown: { reason: 'x', by: manager.personId, at: aMoment } },
		postings: [{ accountId: facebook.id, url: '', at: aMoment, by: volunteer.personId }]
	});

	expect(wentOut(post, names)).toEqual([
		'Our Facebook page, Saturday 21 November 2026. Taken down Saturday 21 November 2026'
	]);
});
