/**
 * Days, codes and who may confirm.
 */
import { describe, expect, test } from 'vitest';
import { coordinator, deputy, idFor, manager, volunteer } from '#tests/support/actors.ts';
import { consentOf, photoOf } from '#tests/support/consents.ts';
import {
	consentState,
	currentWording,
	endingSoon,
	fillIn,
	isTooLongUnsynced,
	mayConfirm,
	mustComeDown,
	temporaryCode,
	usualEnd,
	waitsForAnswer,
	whyNotConfirm,
	wording
} from './rules.ts';

const day = '2026-11-21';

describe('how a consent stands', () => {
	test.each([
		['2027-01-21', 'confirmed'],
		['2027-01-20', 'expiring'],
		['2026-11-21', 'expiring'],
		['2026-11-20', 'expired']
	])('that ends on %s is %s on 21 November', (expiresOn, state) => {
		expect(consentState(consentOf(1, { expiresOn }), day)).toBe(state);
	});

	test.each(['not-asked', 'asked', 'refused', 'withdrawn'] as const)(
		'%s stays what it is after its end',
		(status) => {
			expect(consentState(consentOf(1, { status, expiresOn: '2020-01-01' }), day)).toBe(status);
		}
	);

	test('a yes that nobody confirmed ends too', () => {
		const given = consentOf(1, { status: 'given', expiresOn: '2026-11-20' });

		expect(consentState(given, day)).toBe('expired');
	});

	test('those that end soon come soonest first, without those that have ended', () => {
		const consents = ['2027-01-10', '2026-12-01', '2026-11-20', '2028-01-01'].map(
			(expiresOn, index) => consentOf(index + 1, { expiresOn })
		);

		expect(endingSoon(consents, day).map(({ expiresOn }) => expiresOn)).toEqual([
			'2026-12-01',
			'2027-01-10'
		]);
	});
});

describe('who may confirm a consent', () => {
	const given = consentOf(1, { status: 'given' });

	test('the practice manager and the deputy', () => {
		expect(mayConfirm(manager, given, day)).toBe(true);
		expect(mayConfirm(deputy, given, day)).toBe(true);
	});

	test('nobody else', () => {
		expect(mayConfirm(coordinator, given, day)).toBe(false);
		expect(mayConfirm(volunteer, given, day)).toBe(false);
	});

	test.each([
		['wrote it down', { createdBy: manager.personId }],
		['took the answer', { takenBy: manager.personId }],
		['is in the picture', { picturedPersonId: manager.personId }]
	])('not the practice manager who %s, but then the deputy', (_case, changes) => {
		expect(whyNotConfirm(manager, { ...given, ...changes }, day)?.code).toBe('your-own');
		expect(mayConfirm(deputy, { ...given, ...changes }, day)).toBe(true);
	});

	test.each([
		['not-given', { status: 'asked' as const }],
		['already-decided', { status: 'withdrawn' as const }],
		['must-not-show', { mustNotShow: true }],
		['part-missing', { kind: 'child' as const, ageBand: 'under-13' as const }],
		['has-ended', { expiresOn: '2026-11-20' }]
	])('not when it is %s', (code, changes) => {
		expect(whyNotConfirm(manager, { ...given, ...changes }, day)?.code).toBe(code);
	});

	test('a question that has no answer yet is shown as such', () => {
		const asked = { ...given, question: 'Which picture is it?' };

		expect(waitsForAnswer(asked)).toBe(true);
		expect(waitsForAnswer({ ...asked, answer: 'The one at the door.' })).toBe(false);
		expect(waitsForAnswer({ ...asked, status: 'confirmed' })).toBe(false);
	});
});

describe('when a consent usually ends', () => {
	const months = { consentMonthsAdult: 24, consentMonthsChild: 12 };

	test('goes by the settings of the practice', () => {
		expect(usualEnd('adult', day, months)).toBe('2028-11-21');
		expect(usualEnd('child', day, months)).toBe('2027-11-21');
	});

	test('is the last day of a shorter month', () => {
		expect(usualEnd('child', '2024-02-29', months)).toBe('2025-02-28');
	});
});

describe('the temporary code', () => {
	test('is the same for the same id, and has no letters that look alike', () => {
		const code = temporaryCode('01900000-0000-7000-9000-0000000f7f3c');

		expect(code).toBe('T-YZSW');
		expect(temporaryCode(idFor(1))).toBe('T-0001');
		expect(temporaryCode(idFor(0xfffff))).toMatch(/^T-[^ILOU]{4}$/);
	});
});

describe('what has to come down', () => {
	test('a photo of someone who took their yes back, until they say yes again', () => {
		const no = consentOf(1, { status: 'withdrawn' });
		const again = consentOf(2, { personKey: idFor(1), replacesId: idFor(1) });

		expect(mustComeDown(photoOf(), [no])).toBe(true);
		expect(mustComeDown(photoOf(), [no, again])).toBe(false);
		expect(mustComeDown(photoOf(), [consentOf(1)])).toBe(false);
		expect(mustComeDown(photoOf({ consentIds: [] }), [no])).toBe(false);
	});
});

describe('a phone that has not heard from the practice', () => {
	const at = Date.UTC(2026, 10, 21, 10);

	test('has to sync first after 7 days', () => {
		expect(isTooLongUnsynced(at - 7 * 86_400_000, at)).toBe(false);
		expect(isTooLongUnsynced(at - 7 * 86_400_000 - 1, at)).toBe(true);
		expect(isTooLongUnsynced(null, at)).toBe(true);
	});
});

describe('the words of the form', () => {
	test('are kept by version, and filled in for each person', () => {
		const words = currentWording('adult');

		const filled = fillIn(words, { until: '21 November 2028', contact: 'the surgery' });

		expect(wording(words.id)).toBe(words);
		expect(wording('never-was')).toBeUndefined();
		expect(filled.join(' ')).toContain('stop using it on 21 November 2028');
		expect(filled.join(' ')).toContain('Tell the surgery.');
		expect(filled.join(' ')).not.toContain('{');
	});

	test('say to everyone that a no does not change their care', () => {
		for (const kind of ['adult', 'child'] as const) {
			expect(currentWording(kind).paragraphs[0]).toContain('It will not change your care.');
		}
	});
});
