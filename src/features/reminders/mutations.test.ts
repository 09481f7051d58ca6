/**
 * Choosing one's own reminders, and nobody else's.
 */
import { beforeEach, expect, test } from 'vitest';
import { runMutation } from '#domain/mutation.ts';
import type { Actor } from '#domain/roles.ts';
import { as, manager, reader, volunteer } from '#tests/support/actors.ts';
import { memoryTransaction, type MemoryTransaction } from '#tests/support/memory-transaction.ts';
import { chooseReminders, reminderGuard } from './mutations.ts';
import { firstChoice, reminderChoiceRecord } from './record.ts';
import { choiceOf } from './rules.ts';

let transaction: MemoryTransaction;
beforeEach(() => {
	transaction = memoryTransaction();
});
const choose = (who: Actor, changes: object) =>
	runMutation(chooseReminders, transaction, { changes }, as(who));

test('before anyone chooses, everything is on and the night is quiet', async () => {
	expect(await choiceOf(transaction, volunteer.personId)).toEqual(firstChoice);
});

test('everyone may choose, and what is not named stays as it is', async () => {
	await choose(reader, { quietFrom: '19:00' });
	await choose(reader, { topicsOff: ['duty'] });

	expect(await choiceOf(transaction, reader.personId)).toMatchObject({
		...firstChoice,
		...{ quietFrom: '19:00', topicsOff: ['duty'] }
	});
	expect(await choiceOf(transaction, volunteer.personId)).toEqual(firstChoice);
});

test.each([
	[{ quietFrom: '25:00' }, 'changes.quietFrom'],
	[{ dutyLead: 'next year' }, 'changes.dutyLead'],
	[{ topicsOff: ['weather'] }, 'changes.topicsOff.0']
])('%o is refused', async (changes, field) => {
	expect(await choose(volunteer, changes)).toMatchObject({ code: 'bad-arguments', field });
});

test('nobody puts back what another person chose', async () => {
	await choose(volunteer, { byPush: false });
	const now = await transaction.get(reminderChoiceRecord, volunteer.personId);

	const byLeader = await reminderGuard.whyNot(transaction, {
		now,
		then: undefined,
		actor: manager
	});
	const byOneself = await reminderGuard.whyNot(transaction, {
		...{ now, then: undefined, actor: volunteer }
	});

	expect(byLeader).toMatchObject({ code: 'not-yours' });
	expect(byOneself).toBeUndefined();
});
