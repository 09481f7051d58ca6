/** Meetings and what is agreed there: who may, when not, and the tick. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { Mutation } from '#domain/mutation.ts';
import { runMutation } from '#domain/mutation.ts';
import type { Actor } from '#domain/roles.ts';
import {
	as,
	coordinator,
	everyRole,
	idFor,
	manager,
	otherVolunteer,
	reader,
	rotaMember,
	volunteer
} from '#tests/support/actors.ts';
import { aGroup } from '#tests/support/group.ts';
import { addAction, editAction, removeAction, tickAction } from './actions/mutations.ts';
import { addMeeting, moveMeeting, removeMeeting, writeDecisions } from './mutations.ts';
import { actionRecord, meetingRecord } from './record.ts';
import {
	isForMe,
	meetingBefore,
	meetingOn,
	nextMeeting,
	sheetMonth,
	toBecomeActions
} from './rules.ts';

const id = idFor(1);
const actionId = idFor(2);
const heldOn = '2026-11-24';
const action = {
	id: actionId,
	meetingId: id,
	what: 'Poster',
	whoId: volunteer.personId,
	dueOn: '2026-12-08'
};
let transaction: Awaited<ReturnType<typeof aGroup>>;

async function does<Args>(who: Actor, mutation: Mutation<string, Args>, args: unknown) {
	return (await runMutation(mutation, transaction, args, as(who)))?.code;
}

beforeEach(async () => {
	transaction = await aGroup();
	await does(coordinator, addMeeting, { id, heldOn });
});

describe('a meeting', () => {
	test.each([manager, coordinator])('is put down by a $role, once a day', async (who) => {
		expect(await does(who, addMeeting, { id: idFor(9), heldOn: '2026-12-01' })).toBeUndefined();
		expect(await does(who, addMeeting, { id: idFor(8), heldOn })).toBe('day-taken');
		expect(await does(who, addMeeting, { id, heldOn: '2026-12-24' })).toBe('already-here');
	});

	test.each(everyRole.slice(2))('is not put down, moved or removed by a $role', async (who) => {
		expect(await does(who, addMeeting, { id: idFor(9), heldOn: '2026-12-01' })).toBe(
			'role-may-not'
		);
		expect(await does(who, moveMeeting, { id, heldOn: '2026-12-01' })).toBe('role-may-not');
		expect(await does(who, removeMeeting, { id })).toBe('role-may-not');
	});

	test('is moved to a free day, and removed while nothing hangs on it', async () => {
		await does(coordinator, addMeeting, { id: idFor(9), heldOn: '2026-12-01' });

		expect(await does(coordinator, moveMeeting, { id, heldOn: '2026-12-01' })).toBe('day-taken');
		expect(await does(coordinator, moveMeeting, { id, heldOn: '2026-12-02' })).toBeUndefined();
		await does(volunteer, addAction, action);
		expect(await does(coordinator, removeMeeting, { id })).toBe('has-actions');
		await does(volunteer, removeAction, { id: actionId });
		expect(await does(coordinator, removeMeeting, { id })).toBeUndefined();
		expect(await does(coordinator, removeMeeting, { id })).toBe('no-such-meeting');
	});

	test('has its decisions from anyone who writes', async () => {
		expect(await does(volunteer, writeDecisions, { id, decisions: 'We go on.' })).toBeUndefined();
		expect(await does(reader, writeDecisions, { id, decisions: '' })).toBe('role-may-not');
		expect(await does(volunteer, writeDecisions, { id, decisions: 'a'.repeat(1001) })).toBe(
			'bad-arguments'
		);
		expect(await transaction.get(meetingRecord, id)).toMatchObject({ decisions: 'We go on.' });
	});
});

describe('a thing to do', () => {
	test('has someone of the group and a day', async () => {
		expect(await does(volunteer, addAction, action)).toBeUndefined();
		expect(await does(volunteer, addAction, { ...action, id: idFor(7), whoId: idFor(66) })).toBe(
			'not-in-group'
		);
		expect(await does(volunteer, addAction, { ...action, id: idFor(7), what: ' ' })).toBe(
			'bad-arguments'
		);
		expect(await does(rotaMember, addAction, { ...action, id: idFor(7) })).toBe('role-may-not');
	});

	test('is ticked off by whoever has it, or by someone who writes; by no other', async () => {
		await does(volunteer, addAction, { ...action, whoId: rotaMember.personId });

		expect(await does(reader, tickAction, { id: actionId, isDone: true })).toBe('not-yours');
		expect(await does(rotaMember, tickAction, { id: actionId, isDone: true })).toBeUndefined();
		expect(await transaction.get(actionRecord, actionId)).toMatchObject({
			...{ isDone: 'yes', doneOn: '2026-11-21' }
		});
		expect(await does(otherVolunteer, tickAction, { id: actionId, isDone: false })).toBeUndefined();
		expect(await transaction.get(actionRecord, actionId)).toMatchObject({
			...{ isDone: 'no', doneOn: null }
		});
	});

	test('is given to someone else', async () => {
		await does(volunteer, addAction, action);
		const changes = { whoId: otherVolunteer.personId };

		expect(await does(coordinator, editAction, { id: actionId, changes })).toBeUndefined();
		expect(await transaction.get(actionRecord, actionId)).toMatchObject(changes);
		expect(await does(coordinator, editAction, { id: idFor(9), changes })).toBe('no-such-action');
	});

	test('that nobody has taken is for those who lead', () => {
		const open = { ...action, createdAt: 0, createdBy: '', doneOn: null, isDone: 'no' as const };

		expect(isForMe(open, volunteer)).toBe(true);
		expect(isForMe(open, coordinator)).toBe(false);
		expect(isForMe({ ...open, whoId: null }, coordinator)).toBe(true);
		expect(isForMe({ ...open, whoId: null }, volunteer)).toBe(false);
		expect(isForMe({ ...open, isDone: 'yes' }, volunteer)).toBe(false);
	});
});

test('A meeting looks at the month before it; the first of two counts', () => {
	const meetings = [{ heldOn: '2026-11-24' }, { heldOn: '2026-11-10' }, { heldOn: '2026-12-08' }];

	expect(sheetMonth({ heldOn: '2026-01-05' })).toBe('2025-12');
	expect(meetingOn(meetings, '2026-10')).toEqual({ heldOn: '2026-11-10' });
	expect(meetingOn(meetings, '2026-08')).toBeUndefined();
	expect(nextMeeting(meetings, '2026-11-24')).toEqual({ heldOn: '2026-11-24' });
	expect(meetingBefore(meetings, '2026-11-24')).toEqual({ heldOn: '2026-11-10' });
});

test('Each line of what was decided can become a thing to do, once', () => {
	const decisions = ' Ask the school \n\nBuy a screen\nAsk the school\n' + 'x'.repeat(200);

	expect(toBecomeActions({ decisions }, [])).toEqual([
		...['Ask the school', 'Buy a screen', 'x'.repeat(160)]
	]);
	expect(toBecomeActions({ decisions: 'Buy a screen' }, [{ what: 'Buy a screen' }])).toEqual([]);
	expect(toBecomeActions({ decisions: '' }, [])).toEqual([]);
});
