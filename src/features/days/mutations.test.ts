/**
 * Awareness days in the group's hand: added, changed, hidden, shown, adopted.
 */
import { describe, expect, test } from 'vitest';
import { runMutation, type Mutation } from '#domain/mutation.ts';
import { plainPost } from '#features/ideas/rules.ts';
import { postRecord } from '#features/posts/record.ts';
import { as, coordinator, everyRole, idFor, manager, volunteer } from '#tests/support/actors.ts';
import { aGroup, keepPerson } from '#tests/support/group.ts';
import type { MemoryTransaction } from '#tests/support/memory-transaction.ts';
import { addDay, adoptDay, changeDay, hideDay, removeDay, showDay } from './mutations.ts';
import { awarenessDayRecord } from './record.ts';

const id = idFor(1);
const dates = {
	...{ title: 'Carers Week', firstOn: '2027-06-07', lastOn: '2027-06-13' },
	sourceUrl: 'https://example.org/dates'
};
const shipped = { id, dayId: 'carers-week' };

async function does<Args>(
	transaction: MemoryTransaction,
	mutation: Mutation<string, Args>,
	args: object,
	who = coordinator
): Promise<string | undefined> {
	return (await runMutation(mutation, transaction, args, as(who)))?.code;
}

describe('an awareness day', () => {
	test.each([manager, coordinator])('of the group’s own is added by a $role', async (who) => {
		const transaction = await aGroup();

		expect(await does(transaction, addDay, { id, ...dates }, who)).toBeUndefined();
		expect(await transaction.get(awarenessDayRecord, id)).toMatchObject({
			...{ ...dates, dayId: null, checkedOn: '2026-11-21', isHidden: false }
		});
		expect(await does(transaction, addDay, { id, ...dates }, who)).toBe('already-here');
	});

	test.each(everyRole.slice(2))('is not in the hand of a $role', async (who) => {
		const transaction = await aGroup();
		await does(transaction, addDay, { id, ...dates });

		expect(await does(transaction, addDay, { id: idFor(2), ...dates }, who)).toBe('role-may-not');
		expect(await does(transaction, changeDay, { ...shipped, ...dates }, who)).toBe('role-may-not');
		expect(await does(transaction, hideDay, shipped, who)).toBe('role-may-not');
		expect(await does(transaction, showDay, shipped, who)).toBe('role-may-not');
		expect(await does(transaction, removeDay, { id }, who)).toBe('role-may-not');
	});

	test.each([
		['no name', { title: '' }, 'bad-arguments'],
		['an end before its start', { lastOn: '2027-06-06' }, 'ends-early'],
		['a link that could run code', { sourceUrl: 'javascript:alert(1)' }, 'bad-arguments'],
		['a day that is none', { firstOn: '2027-06-31' }, 'bad-arguments']
	])('is refused with %s', async (_what, wrong, code) => {
		expect(await does(await aGroup(), addDay, { id, ...dates, ...wrong })).toBe(code);
	});

	test('that came with the app gets the group’s dates, and the day they were looked up', async () => {
		const transaction = await aGroup();

		expect(await does(transaction, changeDay, { ...shipped, ...dates })).toBeUndefined();

		expect(await transaction.get(awarenessDayRecord, id)).toMatchObject({
			...{ dayId: 'carers-week', firstOn: '2027-06-07', checkedOn: '2026-11-21' }
		});
	});

	test('is changed where another phone made the record first', async () => {
		const transaction = await aGroup();
		await does(transaction, changeDay, { ...shipped, ...dates });

		await does(transaction, hideDay, { ...shipped, id: idFor(2) });

		expect(await transaction.get(awarenessDayRecord, idFor(2))).toBeUndefined();
		expect(await transaction.get(awarenessDayRecord, id)).toMatchObject({
			isHidden: true,
			firstOn: '2027-06-07'
		});
		await does(transaction, showDay, { ...shipped, id: idFor(3) });
		expect(await transaction.get(awarenessDayRecord, id)).toMatchObject({ isHidden: false });
	});

	test('of the group’s own is removed; one that came with the app is only hidden', async () => {
		const transaction = await aGroup();
		await does(transaction, addDay, { id: idFor(2), ...dates });
		await does(transaction, hideDay, shipped);

		expect(await does(transaction, removeDay, { id: idFor(2) })).toBeUndefined();
		expect(await does(transaction, removeDay, { id })).toBe('came-with-the-app');
		const own = { id: idFor(2), dayId: null };
		expect(await does(transaction, changeDay, { ...own, ...dates })).toBe('no-such-day');
		expect(await does(transaction, hideDay, own)).toBe('no-such-day');
		expect(await does(transaction, showDay, own)).toBe('no-such-day');
	});

	test('is adopted by a volunteer as a draft on its day', async () => {
		const transaction = await aGroup();
		await keepPerson(transaction, volunteer.personId, 'volunteer', { pledgedOn: '2026-11-01' });
		const post = { ...plainPost, id: idFor(9), title: 'Carers Week', plannedOn: '2027-06-07' };

		expect(await does(transaction, adoptDay, post, volunteer)).toBeUndefined();
		expect(await transaction.get(postRecord, idFor(9))).toMatchObject({
			status: 'draft',
			plannedOn: '2027-06-07'
		});
	});

	test.each(everyRole.slice(3))('is not adopted by a $role', async (who) => {
		const post = { ...plainPost, id: idFor(9), title: 'Carers Week' };

		expect(await does(await aGroup(), adoptDay, post, who)).toBe('role-may-not');
	});
});
