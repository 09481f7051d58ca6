/**
 * What each kind of form says about the people in a picture.
 */
import { expect, test } from 'vitest';
import { consentOf, facebook, photoOf } from '#tests/support/consents.ts';
import type { Consent, Photo } from '../record.ts';
import { photoGate } from './photo-gate.ts';

const gate = (consents: readonly Consent[], photo: Partial<Photo> = {}, plannedOn = '2026-11-25') =>
	photoGate({
		photo: photoOf({ consentIds: consents.map(({ id }) => id), ...photo }),
		consents,
		venue: undefined,
		accounts: [facebook],
		plannedOn,
		purpose: 'ppg-posts'
	}).map(({ saw }) => saw);
const people = [
	{ firstName: 'Ada', howToRecognise: '', isYes: true },
	{ firstName: 'Bob', howToRecognise: '', isYes: true }
];

test('a group form speaks for each of its people, and for nobody else', () => {
	const group = consentOf(1, { kind: 'group', people });

	expect(gate([group], { peopleCount: 2 })).toEqual([]);
	expect(gate([group], { peopleCount: 3 })[0]).toContain('At least one more person');
});

test.each(['crowd', 'photographer'] as const)(
	'a %s form alone says nothing about who can be picked out',
	(kind) => {
		expect(gate([consentOf(1, { kind })])[0]).toContain('Nobody has said who');
		expect(gate([consentOf(1, { kind }), consentOf(2)], { peopleCount: 1 })).toEqual([]);
	}
);

test('a photographer’s no holds the picture back', () => {
	const no = consentOf(1, { kind: 'photographer', status: 'refused' });

	expect(gate([no, consentOf(2)]).join(' ')).toContain('said no');
});

test('someone who could not decide holds it back until a lawful route is noted', () => {
	const could = consentOf(1, { kind: 'capacity', abilities: ['say'] });

	expect(gate([could])).toHaveLength(1);
	expect(gate([{ ...could, lawfulRoute: 'attorney' }])).toEqual([]);
	expect(
		gate([
			consentOf(1, { kind: 'capacity', abilities: ['understand', 'remember', 'weigh', 'say'] })
		])
	).toEqual([]);
});

test('a yes that starts later holds it back until then', () => {
	const later = consentOf(1, { startsOn: '2026-12-01' });

	expect(gate([later])[0]).toContain('starts on');
	expect(gate([later], {}, '2026-12-01')).toEqual([]);
});
