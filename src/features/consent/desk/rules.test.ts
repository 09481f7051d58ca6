/** What lies on the desk, in which order, and whose name is on the manager's list. */
import { describe, expect, test } from 'vitest';
import { aMoment, idFor, manager, volunteer } from '#tests/support/actors.ts';
import { consentOf, photoOf } from '#tests/support/consents.ts';
import type { MustNotShow } from '../must-not-show/record.ts';
import { checksFor, deskGroups, heldAtDesk, matchesOf, mayGoTogether } from './rules.ts';

const given = (number: number, changes: object = {}) =>
	consentOf(number, { status: 'given', ...changes });
const desk = (consents: ReturnType<typeof given>[], photos = [photoOf()]) =>
	deskGroups({ consents, photos, actor: manager, today: '2026-11-21' });
const listed = (firstName: string): MustNotShow => ({
	...{ id: idFor(0x33), createdAt: aMoment, createdBy: manager.personId, firstName },
	reason: 'family'
});

describe('the desk', () => {
	test('keeps together what was signed at one occasion', () => {
		const flu = [given(1), given(2, { occasion: 'Flu clinic', takenOn: '2026-11-20' })];
		const groups = desk([...flu, given(3, { occasion: 'Summer fair' })]);

		expect(groups.map(({ occasion, consents }) => [occasion, consents.length])).toEqual([
			['Flu clinic', 2],
			['Summer fair', 1]
		]);
	});

	test('shows nothing that is the manager’s own, or waits for an answer', () => {
		const own = given(1, { takenBy: manager.personId });
		const asked = given(2, { question: 'Who is it?' });

		expect(desk([own, asked])).toEqual([]);
		const held = heldAtDesk({ consents: [own, asked], actor: manager, today: '2026-11-21' });
		expect(held).toMatchObject([{ consent: { id: own.id }, whyNot: { code: 'your-own' } }]);
	});

	test('asks to look at what matters for this one', () => {
		expect(checksFor(given(1), true)).toEqual(['form', 'person', 'behind', 'uses', 'days']);
		expect(checksFor(given(1, { kind: 'child', healthDetail: 'a cast' }), false)).toEqual([
			...['form', 'uses', 'days', 'child', 'health']
		]);
	});
});

describe('a first name on the list of those who must not be shown', () => {
	test('is found however it is written, and says nothing of faces', () => {
		expect(matchesOf({ firstName: 'ADA ' }, [listed('Ada')])).toHaveLength(1);
		expect(matchesOf({ firstName: 'José' }, [listed('Jose')])).toHaveLength(1);
		expect(matchesOf({ firstName: 'Adam' }, [listed('Ada')])).toEqual([]);
	});

	test('keeps that one out of what is confirmed with one tap', () => {
		const consents = [given(1), given(2, { firstName: 'Ben', takenBy: volunteer.personId })];
		const looked = new Set(consents.map(({ id }) => id));

		expect(mayGoTogether(consents, looked, [listed('Ada')])).toMatchObject([{ firstName: 'Ben' }]);
		expect(mayGoTogether(consents, new Set(), [])).toEqual([]);
	});
});
