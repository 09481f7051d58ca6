/**
 * Questions about people: the pledge's year, the last practice manager, who may be called.
 */
import { readableRow } from '#domain/record.ts';
import { coordinator, idFor, manager, reader, volunteer } from '#tests/support/actors.ts';
import { aPerson } from '#tests/support/group.ts';
import { describe, expect, test } from 'vitest';
import { personRecord } from './record.ts';
import {
	belongs,
	byName,
	hasPledged,
	isLastManager,
	mayEdit,
	mayGiveRole,
	mayPledge,
	pledgeDueOn,
	waysToReach
} from './rules.ts';

describe('the pledge', () => {
	test('holds for 12 months and not a day longer', () => {
		const signed = aPerson({ pledgedOn: '2025-11-22' });

		expect(pledgeDueOn(signed)).toBe('2026-11-22');
		expect(hasPledged(signed, '2026-11-21')).toBe(true);
		expect(hasPledged(signed, '2026-11-22')).toBe(false);
	});

	test('signed on 29 February is due on 28 February', () => {
		expect(pledgeDueOn(aPerson({ pledgedOn: '2028-02-29' }))).toBe('2029-02-28');
	});

	test('never signed does not hold, has no day, and may be signed', () => {
		expect(hasPledged(aPerson(), '2026-11-21')).toBe(false);
		expect(pledgeDueOn(aPerson())).toBeUndefined();
		expect(mayPledge(aPerson(), '2026-11-21')).toBe(true);
	});

	test('may be signed again from 30 days before it is due', () => {
		const signed = aPerson({ pledgedOn: '2025-12-22' });

		expect(mayPledge(signed, '2026-11-21')).toBe(false);
		expect(mayPledge(signed, '2026-11-22')).toBe(true);
	});
});

describe('the last practice manager', () => {
	const ada = aPerson({ id: idFor(1), role: 'practice-manager' });
	const bo = aPerson({ id: idFor(2), role: 'practice-manager' });

	test('is one who has no other beside them', () => {
		expect(isLastManager(ada, [ada, aPerson({ id: idFor(3) })])).toBe(true);
		expect(isLastManager(ada, [ada, bo])).toBe(false);
		expect(isLastManager(ada, [ada, { ...bo, leftOn: '2026-01-01' }])).toBe(true);
	});

	test('is never someone with another role, or who left', () => {
		expect(isLastManager(aPerson(), [aPerson()])).toBe(false);
		expect(isLastManager({ ...ada, leftOn: '2026-01-01' }, [])).toBe(false);
	});
});

describe('who may change whom', () => {
	test('only a practice manager makes practice managers', () => {
		expect(mayGiveRole(manager, 'practice-manager')).toBe(true);
		expect(mayGiveRole(coordinator, 'practice-manager')).toBe(false);
		expect(mayGiveRole(coordinator, 'volunteer')).toBe(true);
		expect(mayGiveRole(volunteer, 'reader')).toBe(false);
	});

	test('people change their own details, leaders change everyone’s', () => {
		expect(mayEdit(volunteer, aPerson({ id: volunteer.personId }))).toBe(true);
		expect(mayEdit(volunteer, aPerson())).toBe(false);
		expect(mayEdit(coordinator, aPerson())).toBe(true);
	});
});

describe('reaching a person', () => {
	const reachable = aPerson({ phone: '+44 (0)1632 960 001', mayCall: true, mayMessage: true });

	test('works in the ways they agreed to', () => {
		expect(waysToReach(reachable)).toEqual({
			call: 'tel:+441632960001',
			message: 'sms:+441632960001'
		});
		expect(waysToReach({ ...reachable, mayCall: false })).not.toHaveProperty('call');
	});

	test('stops when they leave or give no number', () => {
		expect(waysToReach({ ...reachable, leftOn: '2026-01-01' })).toEqual({});
		expect(waysToReach({ ...reachable, phone: null })).toEqual({});
	});

	test('is not for readers: their phones never get the number', () => {
		expect(readableRow(personRecord, reachable, 'rota-member')?.phone).toBe(reachable.phone);
		expect(readableRow(personRecord, reachable, reader.role)?.phone).toBeNull();
	});
});

test('people are listed by name, and those who left no longer belong', () => {
	const names = [aPerson({ name: 'Zoë' }), aPerson({ name: 'Ada' })].sort(byName);

	expect(names.map(({ name }) => name)).toEqual(['Ada', 'Zoë']);
	expect(belongs(aPerson({ leftOn: '2026-01-01' }))).toBe(false);
});
