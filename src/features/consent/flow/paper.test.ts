/** The form on paper asks what the form on the phone asks, for each kind. */
import { describe, expect, test } from 'vitest';
import { consentKinds, purposes } from '../fields/kinds.ts';
import { currentWording } from '../rules.ts';
import { purposeNames } from '../wording/names.ts';
import { paperFor, type PaperKind } from './paper.ts';

const accounts = [{ name: 'our Facebook page' }];
const signed = [...consentKinds, 'venue' as const].filter((kind) => kind !== 'crowd');

describe.each(signed)('on the paper for: %s', (kind: PaperKind) => {
	const { uses, lines, isNotice } = paperFor(kind, accounts);

	test('each use and each account is a yes or no of its own', () => {
		for (const purpose of purposes) expect(uses).toContain(purposeNames[purpose]);
		expect(uses).toContain('On our Facebook page');
		expect(isNotice).toBe(false);
	});

	test('there is room to sign, for the day, and the words of this kind', () => {
		expect(lines.some((line) => /signature/i.test(line))).toBe(true);
		expect(lines).toContain('Day');
		expect(currentWording(kind).kind).toBe(kind);
	});
});

test('nobody who may not be paid for is asked for it', () => {
	const isAsked = (kind: PaperKind) =>
		paperFor(kind, []).uses.includes('In a post that we pay for');

	expect(signed.filter((kind) => !isAsked(kind))).toEqual(['child', 'capacity', 'group']);
});

test('a child’s full name is never asked for; parent and child both answer', () => {
	const { ticks, lines } = paperFor('child', []);

	expect(ticks).not.toContain('Show my full name');
	expect(ticks).toEqual(
		expect.arrayContaining(['The child says yes', 'I may decide for the child'])
	);
	expect(lines).toContain('Name of the parent or carer');
});

test('whoever may not be able to decide has a witness, and what they can do is noted', () => {
	const { ticks, lines } = paperFor('capacity', []);

	expect(ticks.filter((tick) => tick.startsWith('Can do it'))).toHaveLength(4);
	expect(lines).toContain('Witness: name and role');
});

test('a crowd has a notice, which nobody signs', () => {
	expect(paperFor('crowd', accounts)).toMatchObject({ isNotice: true, uses: [], lines: [] });
});
