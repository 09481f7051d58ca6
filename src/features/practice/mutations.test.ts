/**
 * Setting up the practice and changing its settings.
 */
import { runMutation } from '#domain/mutation.ts';
import type { Actor } from '#domain/roles.ts';
import { undoName } from '#domain/standard-names.ts';
import { registry } from '#features/registry.ts';
import { personRecord } from '#features/people/record.ts';
import {
	as,
	coordinator,
	deputy,
	everyRole,
	idFor,
	manager,
	practiceId,
	volunteer
} from '#tests/support/actors.ts';
import { memoryTransaction } from '#tests/support/memory-transaction.ts';
import { describe, expect, test } from 'vitest';
import { editPractice, setUpPractice } from './mutations.ts';
import { practiceRecord } from './record.ts';

const start = {
	practiceId,
	practiceName: 'Example Surgery',
	groupName: 'Example Patient Group',
	personId: manager.personId,
	managerName: 'Ada Example'
};
async function aPractice() {
	const transaction = memoryTransaction();
	await runMutation(setUpPractice, transaction, start, as(manager));
	return transaction;
}

describe('setting up the practice', () => {
	test('makes the practice and its first practice manager', async () => {
		const transaction = memoryTransaction();

		const outcome = await runMutation(setUpPractice, transaction, start, as(manager));

		expect(outcome).toBeUndefined();
		expect(await transaction.get(practiceRecord, practiceId)).toMatchObject({
			practiceName: 'Example Surgery',
			groupName: 'Example Patient Group',
			needsApproval: true,
			gapWarningDays: 14,
			consentMonthsAdult: 24,
			consentMonthsChild: 12
		});
		expect(await transaction.get(personRecord, manager.personId)).toMatchObject({
			name: 'Ada Example',
			role: 'practice-manager',
			leftOn: null,
			pledgedOn: null
		});
	});

	test('works once', async () => {
		const outcome = await runMutation(setUpPractice, await aPractice(), start, as(manager));

		expect(outcome).toMatchObject({ code: 'already-set-up' });
	});

	test('cannot be used later to slip in another practice and manager', async () => {
		const transaction = await aPractice();
		const again = { ...start, personId: deputy.personId };
		const elsewhere = { ...again, practiceId: idFor(101) };

		const here = await runMutation(setUpPractice, transaction, again, as(manager));
		const other = await runMutation(setUpPractice, transaction, elsewhere, as(manager));

		expect([here?.code, other?.code]).toEqual(['already-set-up', 'other-practice']);
		expect(await transaction.get(personRecord, deputy.personId)).toBeUndefined();
	});

	test.each(everyRole.slice(1))('a $role may not', async (actor) => {
		const outcome = await runMutation(setUpPractice, memoryTransaction(), start, as(actor));

		expect(outcome).toMatchObject({ code: 'role-may-not' });
	});

	test('needs the names', async () => {
		const unnamed = { ...start, practiceName: ' ' };

		const outcome = await runMutation(setUpPractice, memoryTransaction(), unnamed, as(manager));

		expect(outcome).toMatchObject({ code: 'bad-arguments', field: 'practiceName' });
	});

	test('cannot be undone', () => {
		expect(setUpPractice.final).toBe(true);
	});
});

describe('changing the settings', () => {
	test('a coordinator may, and what is not given stays', async () => {
		const transaction = await aPractice();
		await runMutation(
			editPractice,
			transaction,
			{ id: practiceId, changes: { gapWarningDays: 7 } },
			as(manager)
		);
		const args = { id: practiceId, changes: { values: 'Kind and clear', needsApproval: false } };

		const outcome = await runMutation(editPractice, transaction, args, as(coordinator));

		expect(outcome).toBeUndefined();
		expect(await transaction.get(practiceRecord, practiceId)).toMatchObject({
			values: 'Kind and clear',
			needsApproval: false,
			gapWarningDays: 7,
			practiceName: 'Example Surgery'
		});
	});

	test('a volunteer may not', async () => {
		const args = { id: practiceId, changes: { values: 'Mine' } };

		const outcome = await runMutation(editPractice, await aPractice(), args, as(volunteer));

		expect(outcome).toMatchObject({ code: 'role-may-not' });
	});

	test('needs a practice that is set up', async () => {
		const args = { id: practiceId, changes: { values: 'Kind' } };

		const outcome = await runMutation(editPractice, memoryTransaction(), args, as(manager));

		expect(outcome).toMatchObject({ code: 'no-such-practice' });
	});

	test.each([
		['a public phone number that is none', { officialPhones: ['call us'] }, 'officialPhones.0'],
		['an email that is none', { officialEmails: ['ppg at example'] }, 'officialEmails.0'],
		['half a postcode', { officialPostcodes: ['GL1'] }, 'officialPostcodes.0'],
		['hours that end before they start', hoursOnMonday('17:00', '09:00'), 'staffedHours.1'],
		['an eighth day of the week', { staffedHours: { '8': null } }, 'staffedHours.8'],
		['four aims', { aims: ['a', 'b', 'c', 'd'] }, 'aims'],
		['a consent that lasts no time', { consentMonthsChild: 0 }, 'consentMonthsChild'],
		[
			'a body without a reason',
			{ allowedBodies: [{ name: 'Hilltop Carers', why: '', addedOn: '2026-11-21' }] },
			'allowedBodies.0.why'
		],
		[
			'a body without the day it was added',
			{ allowedBodies: [{ name: 'Hilltop Carers', why: 'Works for the NHS' }] },
			'allowedBodies.0.addedOn'
		],
		['words for no check', { addedWords: { swearing: ['numpty'] } }, 'addedWords.swearing'],
		['signs of the lists in words', { addedWords: { 'PC-23': ['~9 ~9'] } }, 'addedWords.PC-23.0'],
		['a setting that we do not have', { logo: 'x' }, '']
	])('is refused with %s', async (_what, changes, field) => {
		const args = { id: practiceId, changes };

		const outcome = await runMutation(editPractice, await aPractice(), args, as(manager));

		expect(outcome?.code).toBe('bad-arguments');
		expect(outcome?.field).toBe(field ? `changes.${field}` : 'changes');
	});

	test('keeps bodies, staff and words for the checks', async () => {
		const transaction = await aPractice();
		const changes = {
			allowedBodies: [{ name: 'Hilltop Carers', why: 'Works for the NHS', addedOn: '2026-11-21' }],
			staffNames: ['Dr Okafor'],
			addedWords: { 'PC-23': ['numpty', 'half-wit*'] }
		};

		const outcome = await runMutation(
			editPractice,
			transaction,
			{ id: practiceId, changes },
			as(coordinator)
		);

		expect(outcome).toBeUndefined();
		expect(await transaction.get(practiceRecord, practiceId)).toMatchObject(changes);
	});

	test('the day of a vote is not before the weeks before it', async () => {
		const changes = { electionFirstOn: '2027-05-07', electionLastOn: '2027-03-25' };
		const args = { id: practiceId, changes };

		const outcome = await runMutation(editPractice, await aPractice(), args, as(manager));

		expect(outcome).toMatchObject({ code: 'election-ends-early' });
	});
});

describe('switching a check off', () => {
	const mutes = async (actor: Actor, mutedChecks: string[], before: string[] = []) => {
		const transaction = await aPractice();
		const practice = await transaction.get(practiceRecord, practiceId);
		if (practice) await transaction.put(practiceRecord, { ...practice, mutedChecks: before });
		const args = { id: practiceId, changes: { mutedChecks } };
		return runMutation(editPractice, transaction, args, as(actor));
	};

	test('that can stop a post takes the practice manager', async () => {
		expect(await mutes(coordinator, ['PC-23'])).toMatchObject({
			code: 'may-not-mute',
			field: 'changes.mutedChecks'
		});
		expect(await mutes(manager, ['PC-23'])).toBeUndefined();
	});

	test('that only warns or gives tips is for a coordinator too', async () => {
		expect(await mutes(coordinator, ['PC-13', 'PC-20'])).toBeUndefined();
	});

	test('keeps what the practice manager has switched off, and may be taken back', async () => {
		expect(await mutes(coordinator, ['PC-23', 'PC-20'], ['PC-23'])).toBeUndefined();
		expect(await mutes(coordinator, [], ['PC-23'])).toBeUndefined();
	});

	test('that we do not have is refused', async () => {
		expect(await mutes(manager, ['PC-999'])).toMatchObject({ code: 'may-not-mute' });
	});

	test.each([
		['a coordinator may not', coordinator, { code: 'may-not-mute' }],
		['a practice manager may', manager, undefined]
	] as const)('comes back through undo only for those who may: %s', async (_who, actor, answer) => {
		const transaction = await aPractice();
		transaction.remember(idFor(9), {
			name: editPractice.name,
			personId: manager.personId,
			effects: [
				{
					...{ kind: 'practice', id: practiceId },
					...{ before: { mutedChecks: ['PC-23'] }, after: { mutedChecks: [] } }
				}
			],
			isLatest: () => Promise.resolve(true)
		});
		const undo = registry.mutationNamed(undoName);
		if (!undo) throw new Error('There is no undo.');

		const outcome = await runMutation(undo, transaction, { uuid: idFor(9) }, as(actor));

		if (answer) expect(outcome).toMatchObject(answer);
		else expect(outcome).toBeUndefined();
	});
});

function hoursOnMonday(from: string, to: string) {
	return { staffedHours: { '1': { from, to } } };
}
