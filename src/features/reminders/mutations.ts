/**
 * Choosing one's own reminders. Nobody chooses for another person.
 */
import * as z from 'zod/mini';
import { defineMutation } from '#domain/mutation.ts';
import { defineGuard } from '#domain/put-back.ts';
import { refuse } from '#domain/refusal.ts';
import { choiceFields, firstChoice, reminderChoiceRecord } from './record.ts';

const changesSchema = z.strictObject({
	topicsOff: z.exactOptional(choiceFields.topicsOff),
	dutyLead: z.exactOptional(choiceFields.dutyLead),
	postLead: z.exactOptional(choiceFields.postLead),
	quietFrom: z.exactOptional(choiceFields.quietFrom),
	quietUntil: z.exactOptional(choiceFields.quietUntil),
	byPush: z.exactOptional(choiceFields.byPush),
	byMail: z.exactOptional(choiceFields.byMail)
});

export const chooseReminders = defineMutation({
	name: 'reminder-choice.set',
	args: z.strictObject({ changes: changesSchema }),
	allowed: 'everyone',
	says: 'Chose reminders',
	async run(transaction, { changes }, { actor, actedAt }) {
		const id = actor.personId;
		const before = await transaction.get(reminderChoiceRecord, id);
		const made = { id, createdAt: actedAt, createdBy: id };
		await transaction.put(reminderChoiceRecord, {
			...(before ?? { ...made, ...firstChoice }),
			...changes
		});
		return undefined;
	}
});

export const reminderGuard = defineGuard(
	reminderChoiceRecord,
	(_transaction, { now, then, actor }) =>
		Promise.resolve(
			(then ?? now)?.id === actor.personId
				? undefined
				: refuse('not-yours', 'Only this person can change their own reminders.')
		)
);
