import { beforeEach, describe, expect, test } from 'vitest';
import { runMutation } from '#domain/mutation.ts';
import type { Actor } from '#domain/roles.ts';
import { accountRecord } from '#features/accounts/record.ts';
import {
	as,
	coordinator,
	idFor,
	manager,
	otherVolunteer,
	reader,
	rotaMember,
	volunteer
} from '#tests/support/actors.ts';
import { memoryTransaction, type MemoryTransaction } from '#tests/support/memory-transaction.ts';
import { removeInsight, writeInsight } from './mutations.ts';
import { insightNoteRecord } from './record.ts';

const facebook = idFor(1);
const instagram = idFor(2);
const noteId = idFor(3);
const month = '2026-10';

let transaction: MemoryTransaction;

beforeEach(async () => {
	transaction = memoryTransaction();
	await open(facebook, 'Facebook');
	await open(instagram, 'Instagram');
});

function open(id: string, name: string, status: 'active' | 'closed' = 'active') {
	return transaction.put(accountRecord, {
		...{ id, createdAt: 0, createdBy: manager.personId, name, group: 'All accounts', status },
		...{ platform: 'facebook', profileUrl: null, purpose: '', ownerId: null, deputyId: null },
		...{ postsPerWeek: 2, accessNote: '', hasTwoStep: true, showsHours: true },
		...{ closedOn: null, checkedOn: null }
	});
}

const write = (who: Actor, changes: object, more: object = {}) =>
	runMutation(
		writeInsight,
		transaction,
		{ id: noteId, month, accountId: facebook, changes, ...more },
		as(who)
	);
const remove = (who: Actor, id = noteId) =>
	runMutation(removeInsight, transaction, { id }, as(who));
const note = (id = noteId) => transaction.get(insightNoteRecord, id);
const notes = () => transaction.between(insightNoteRecord, '2020-01-01', '2030-01-01');

describe('writing the monthly note', () => {
	test('keeps what was typed; what was not stays unknown, never 0', async () => {
		expect(await write(volunteer, { followers: 120, learned1: 'Photos work.' })).toBeUndefined();

		expect(await note()).toMatchObject({
			month,
			monthOn: '2026-10-01',
			accountId: facebook,
			createdBy: volunteer.personId,
			followers: 120,
			reach: null,
			learned1: 'Photos work.',
			willChange: ''
		});
	});

	test.each([volunteer, coordinator, manager])('a $role may', async (who) => {
		expect(await write(who, { reach: 3 })).toBeUndefined();
	});

	test.each([rotaMember, reader])('a $role may not', async (who) => {
		expect(await write(who, { reach: 3 })).toMatchObject({ code: 'role-may-not' });
		expect(await notes()).toEqual([]);
	});

	test('changes only the fields that are given', async () => {
		await write(volunteer, { followers: 120, reach: 900, told: 'The door is heavy.' });

		await write(coordinator, { reach: 950 });

		expect(await note()).toMatchObject({
			followers: 120,
			reach: 950,
			told: 'The door is heavy.',
			createdBy: volunteer.personId
		});
	});

	test('a number can be taken back to not known, and 0 is kept as 0', async () => {
		await write(volunteer, { followers: 120, linkClicks: 0 });

		await write(volunteer, { followers: null });

		expect(await note()).toMatchObject({ followers: null, linkClicks: 0 });
	});

	test.each([-1, 1.5, '12', Number.NaN, 1e15])('“%s” is no number for it', async (followers) => {
		expect(await write(volunteer, { followers })).toMatchObject({
			code: 'bad-arguments',
			field: 'changes.followers'
		});
	});

	test.each(['2026-13', '2026-1', 'October', '2026-10-01'])('“%s” is no month', async (wrong) => {
		expect(await write(volunteer, { reach: 1 }, { month: wrong })).toMatchObject({
			code: 'bad-arguments',
			field: 'month'
		});
	});

	test('the month that runs may be begun, one to come may not', async () => {
		expect(await write(volunteer, { reach: 1 }, { month: '2026-11' })).toBeUndefined();
		expect(await write(volunteer, { reach: 1 }, { month: '2026-12', id: idFor(4) })).toMatchObject({
			code: 'not-yet',
			field: 'month'
		});
	});

	test('texts that would not fit on the sheet are refused', async () => {
		expect(await write(volunteer, { learned1: 'a'.repeat(241) })).toMatchObject({
			code: 'bad-arguments',
			field: 'changes.learned1'
		});
		expect(await write(volunteer, { told: 'a'.repeat(600) })).toBeUndefined();
	});

	test('nothing typed makes no note', async () => {
		expect(await write(volunteer, {})).toMatchObject({ code: 'nothing-written' });
		expect(await notes()).toEqual([]);
	});

	test('fields that a note does not have are refused', async () => {
		expect(await write(volunteer, { month: '2026-01' })).toMatchObject({ code: 'bad-arguments' });
		expect(await write(volunteer, { likes: 1 })).toMatchObject({ code: 'bad-arguments' });
	});

	test('only for accounts on the list; one that closed may still have its last note', async () => {
		expect(await write(volunteer, { reach: 1 }, { accountId: idFor(9) })).toMatchObject({
			code: 'no-such-account'
		});
		await open(instagram, 'Instagram', 'closed');
		expect(await write(volunteer, { reach: 1 }, { accountId: instagram })).toBeUndefined();
	});

	test('each account and each month has its own', async () => {
		await write(volunteer, { reach: 1 });
		await write(volunteer, { reach: 2 }, { id: idFor(4), accountId: instagram });
		await write(volunteer, { reach: 3 }, { id: idFor(5), month: '2026-09' });

		expect((await notes()).map(({ reach }) => reach).sort()).toEqual([1, 2, 3]);
	});

	test('an id that another note has leaves that note alone', async () => {
		await write(volunteer, { reach: 1 });

		expect(await write(volunteer, { reach: 2 }, { month: '2026-09' })).toMatchObject({
			code: 'id-in-use'
		});
		expect(await note()).toMatchObject({ month, reach: 1 });
	});

	test.each([true, false])(
		'begun on two phones without a signal: one note with both parts (%s)',
		async (isMineFirst) => {
			const deeds = [
				() => write(volunteer, { followers: 120 }, { id: idFor(10) }),
				() => write(otherVolunteer, { learned2: 'Ask more.' }, { id: idFor(11) })
			];
			for (const deed of isMineFirst ? deeds : deeds.reverse())
				expect(await deed()).toBeUndefined();

			expect(await notes()).toMatchObject([{ followers: 120, learned2: 'Ask more.' }]);
		}
	);

	test('a box that someone else filled in unseen is not written over, the others are added', async () => {
		await write(volunteer, { followers: 120, learned1: 'Photos work.' }, { id: idFor(10) });

		const theirs = { id: idFor(11) };

		expect(await write(otherVolunteer, { followers: 130, reach: 5 }, theirs)).toMatchObject({
			code: 'written-too',
			field: 'changes.followers'
		});
		expect(await write(otherVolunteer, { learned1: '', reach: 7 }, theirs)).toBeUndefined();
		expect(await write(otherVolunteer, { followers: 120 }, theirs)).toBeUndefined();
		expect(await notes()).toMatchObject([{ followers: 120, learned1: 'Photos work.', reach: 7 }]);
	});

	test.each([true, false])(
		'written and removed at once: what is written stays (%s)',
		async (isFirst) => {
			await write(volunteer, { followers: 120 });
			const deeds = [() => write(otherVolunteer, { reach: 5 }), () => remove(volunteer)];
			for (const deed of isFirst ? deeds : deeds.reverse()) expect(await deed()).toBeUndefined();

			if (isFirst) expect(await notes()).toEqual([]);
			else expect(await notes()).toMatchObject([{ reach: 5, followers: null }]);
		}
	);
});

describe('removing the monthly note', () => {
	beforeEach(async () => {
		await write(volunteer, { followers: 120 });
	});

	test.each([volunteer, coordinator, manager])(
		'who began it, and leaders, may ($role)',
		async (who) => {
			expect(await remove(who)).toBeUndefined();
			expect(await notes()).toEqual([]);
		}
	);

	test('others may not', async () => {
		expect(await remove(otherVolunteer)).toMatchObject({ code: 'not-yours' });
		expect(await remove(rotaMember)).toMatchObject({ code: 'role-may-not' });
		expect(await remove(reader)).toMatchObject({ code: 'role-may-not' });
		expect(await notes()).toHaveLength(1);
	});

	test('one that is gone is gone already', async () => {
		await remove(volunteer);

		expect(await remove(coordinator)).toMatchObject({ code: 'no-such-note' });
	});

	test('an id that is none is refused', async () => {
		expect(await remove(volunteer, 'note')).toMatchObject({ code: 'bad-arguments', field: 'id' });
	});
});
