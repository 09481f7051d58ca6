/**
 * Meetings: when they are, and what was decided. Things to do have mutations of their own.
 */
import * as z from 'zod/mini';
import { daySchema } from '#domain/calendar.ts';
import { defineMutation } from '#domain/mutation.ts';
import { refuse } from '#domain/refusal.ts';
import { leaders, writers } from '#domain/roles.ts';
import type { Transaction } from '#domain/transaction.ts';
import { addAction, editAction, removeAction, tickAction } from './actions/mutations.ts';
import { actionRecord, decisionsSchema, meetingRecord } from './record.ts';

const gone = () => refuse('no-such-meeting', 'This meeting is no longer on the list.');

export const addMeeting = defineMutation({
	name: 'meeting.add',
	args: z.strictObject({ id: z.uuid(), heldOn: daySchema }),
	allowed: leaders,
	says: 'Added a meeting',
	async run(transaction, { id, heldOn }, { actor, actedAt }) {
		if (await transaction.get(meetingRecord, id)) {
			return refuse('already-here', 'This meeting is already on the list.');
		}
		const refusal = await takenDay(transaction, heldOn);
		if (refusal) return refusal;
		const made = { createdAt: actedAt, createdBy: actor.personId };
		await transaction.put(meetingRecord, { id, ...made, heldOn, decisions: '' });
		return undefined;
	}
});

export const moveMeeting = defineMutation({
	name: 'meeting.move',
	args: z.strictObject({ id: z.uuid(), heldOn: daySchema }),
	allowed: leaders,
	says: 'Moved a meeting',
	async run(transaction, { id, heldOn }) {
		const meeting = await transaction.get(meetingRecord, id);
		if (!meeting) return gone();
		if (meeting.heldOn === heldOn) return undefined;
		const refusal = await takenDay(transaction, heldOn);
		if (!refusal) await transaction.put(meetingRecord, { ...meeting, heldOn });
		return refusal;
	}
});

export const writeDecisions = defineMutation({
	name: 'meeting.decide',
	args: z.strictObject({ id: z.uuid(), decisions: decisionsSchema }),
	allowed: writers,
	says: 'Wrote down what was decided',
	async run(transaction, { id, decisions }) {
		const meeting = await transaction.get(meetingRecord, id);
		if (!meeting) return gone();
		await transaction.put(meetingRecord, { ...meeting, decisions });
		return undefined;
	}
});

export const removeMeeting = defineMutation({
	name: 'meeting.remove',
	args: z.strictObject({ id: z.uuid() }),
	allowed: leaders,
	says: 'Removed a meeting',
	async run(transaction, { id }) {
		if (!(await transaction.get(meetingRecord, id))) return gone();
		const actions = await transaction.by(actionRecord, 'meetingId', id);
		if (actions.length > 0) {
			return refuse('has-actions', 'Things to do hang on this meeting. Remove them first.');
		}
		await transaction.remove(meetingRecord, id);
		return undefined;
	}
});

async function takenDay(transaction: Transaction, heldOn: string) {
	const others = await transaction.between(meetingRecord, heldOn, heldOn);
	if (others.length === 0) return undefined;
	return refuse('day-taken', 'There is a meeting on this day already.', 'heldOn');
}

export const meetingMutations = [
	addMeeting,
	moveMeeting,
	writeDecisions,
	removeMeeting,
	...[addAction, editAction, tickAction, removeAction]
];
