/**
 * The group's own hand in the do's and don'ts.
 */
import { runMutation } from '#domain/mutation.ts';
import { as, coordinator, idFor, manager, volunteer } from '#tests/support/actors.ts';
import { memoryTransaction } from '#tests/support/memory-transaction.ts';
import { describe, expect, test } from 'vitest';
import { addLine, hideLine, removeAddedLine, rewordLine, showLine } from './mutations.ts';
import { guidanceLineRecord } from './record.ts';

const built = { id: idFor(1), lineId: 'rota-swap-early', screen: 'rota', doOrDont: 'do' } as const;
const added = { id: idFor(3), screen: 'rota', doOrDont: 'do', text: 'Ring the bell.' } as const;

async function lines(transaction: ReturnType<typeof memoryTransaction>) {
	return transaction.by(guidanceLineRecord, 'screen', 'rota');
}

describe('rewording a line', () => {
	test('a coordinator may', async () => {
		const transaction = memoryTransaction();
		const args = { ...built, text: 'Swap by Friday.' };

		const outcome = await runMutation(rewordLine, transaction, args, as(coordinator));

		expect(outcome).toBeUndefined();
		expect(await lines(transaction)).toMatchObject([
			{ id: built.id, lineId: 'rota-swap-early', text: 'Swap by Friday.', isHidden: false }
		]);
	});

	test('a volunteer may not', async () => {
		const args = { ...built, text: 'Never swap.' };

		const outcome = await runMutation(rewordLine, memoryTransaction(), args, as(volunteer));

		expect(outcome).toMatchObject({ code: 'role-may-not' });
	});

	test('by two people makes one record, with the later words', async () => {
		const transaction = memoryTransaction();
		await runMutation(rewordLine, transaction, { ...built, text: 'First.' }, as(manager));
		const args = { ...built, id: idFor(2), text: 'Second.' };

		await runMutation(rewordLine, transaction, args, as(coordinator));

		expect(await lines(transaction)).toMatchObject([{ id: built.id, text: 'Second.' }]);
	});

	test('can put the built-in words back, and leaves a hidden line hidden', async () => {
		const transaction = memoryTransaction();
		await runMutation(rewordLine, transaction, { ...built, text: 'First.' }, as(manager));
		await runMutation(hideLine, transaction, built, as(manager));

		await runMutation(rewordLine, transaction, { ...built, text: null }, as(manager));

		expect(await lines(transaction)).toMatchObject([{ text: null, isHidden: true }]);
	});

	test.each([
		['no words', { ...built, text: ' ' }, 'text'],
		['a very long line', { ...built, text: 'a'.repeat(201) }, 'text'],
		['a line that is none', { ...built, lineId: 'No line', text: 'a' }, 'lineId']
	])('is refused with %s', async (_what, args, field) => {
		const outcome = await runMutation(rewordLine, memoryTransaction(), args, as(manager));

		expect(outcome).toMatchObject({ code: 'bad-arguments', field });
	});
});

describe('hiding a line', () => {
	test('a coordinator may', async () => {
		const transaction = memoryTransaction();

		const outcome = await runMutation(hideLine, transaction, built, as(coordinator));

		expect(outcome).toBeUndefined();
		expect(await lines(transaction)).toMatchObject([{ isHidden: true, text: null }]);
	});

	test('a volunteer may not', async () => {
		const outcome = await runMutation(hideLine, memoryTransaction(), built, as(volunteer));

		expect(outcome).toMatchObject({ code: 'role-may-not' });
	});

	test('keeps the group’s own words for later', async () => {
		const transaction = memoryTransaction();
		await runMutation(rewordLine, transaction, { ...built, text: 'Ours.' }, as(manager));

		await runMutation(hideLine, transaction, built, as(manager));

		expect(await lines(transaction)).toMatchObject([{ isHidden: true, text: 'Ours.' }]);
	});

	test('is refused when it is hidden, and without a line', async () => {
		const transaction = memoryTransaction();
		await runMutation(hideLine, transaction, built, as(manager));

		const twice = await runMutation(hideLine, transaction, built, as(manager));
		const without = await runMutation(hideLine, transaction, {}, as(manager));

		expect([twice?.code, without?.code]).toEqual(['already-hidden', 'bad-arguments']);
	});
});

describe('showing a line again', () => {
	const { lineId } = built;

	test('a coordinator may', async () => {
		const transaction = memoryTransaction();
		await runMutation(hideLine, transaction, built, as(manager));

		const outcome = await runMutation(showLine, transaction, { lineId }, as(coordinator));

		expect(outcome).toBeUndefined();
		expect(await lines(transaction)).toMatchObject([{ isHidden: false }]);
	});

	test('a volunteer may not', async () => {
		const outcome = await runMutation(showLine, memoryTransaction(), { lineId }, as(volunteer));

		expect(outcome).toMatchObject({ code: 'role-may-not' });
	});

	test('is refused when it is not hidden, and without a line', async () => {
		const transaction = memoryTransaction();
		await runMutation(rewordLine, transaction, { ...built, text: 'Ours.' }, as(manager));

		const shown = await runMutation(showLine, transaction, { lineId }, as(manager));
		const without = await runMutation(showLine, transaction, {}, as(manager));

		expect([shown?.code, without?.code]).toEqual(['not-hidden', 'bad-arguments']);
	});
});

describe('adding a line of our own', () => {
	test('a coordinator may', async () => {
		const transaction = memoryTransaction();

		const outcome = await runMutation(addLine, transaction, added, as(coordinator));

		expect(outcome).toBeUndefined();
		expect(await lines(transaction)).toMatchObject([{ ...added, lineId: null, isHidden: false }]);
	});

	test('a volunteer may not', async () => {
		const outcome = await runMutation(addLine, memoryTransaction(), added, as(volunteer));

		expect(outcome).toMatchObject({ code: 'role-may-not' });
	});

	test('is refused the second time, and without words', async () => {
		const transaction = memoryTransaction();
		await runMutation(addLine, transaction, added, as(manager));

		const twice = await runMutation(addLine, transaction, added, as(manager));
		const without = await runMutation(addLine, transaction, { ...added, text: '' }, as(manager));

		expect([twice?.code, without?.code]).toEqual(['already-here', 'bad-arguments']);
	});
});

describe('removing a line of our own', () => {
	test('a coordinator may', async () => {
		const transaction = memoryTransaction();
		await runMutation(addLine, transaction, added, as(manager));
		const { id } = added;

		const outcome = await runMutation(removeAddedLine, transaction, { id }, as(coordinator));

		expect(outcome).toBeUndefined();
		expect(await lines(transaction)).toEqual([]);
	});

	test('a volunteer may not', async () => {
		const { id } = added;

		const outcome = await runMutation(removeAddedLine, memoryTransaction(), { id }, as(volunteer));

		expect(outcome).toMatchObject({ code: 'role-may-not' });
	});

	test('a line that came with the app is hidden, not removed', async () => {
		const transaction = memoryTransaction();
		await runMutation(rewordLine, transaction, { ...built, text: 'Ours.' }, as(manager));
		const { id } = built;

		const outcome = await runMutation(removeAddedLine, transaction, { id }, as(manager));

		expect(outcome).toMatchObject({ code: 'is-built-in' });
	});

	test('is refused when it is gone, and without an id', async () => {
		const transaction = memoryTransaction();
		const { id } = added;

		const gone = await runMutation(removeAddedLine, transaction, { id }, as(manager));
		const without = await runMutation(removeAddedLine, transaction, {}, as(manager));

		expect([gone?.code, without?.code]).toEqual(['no-such-line', 'bad-arguments']);
	});
});
