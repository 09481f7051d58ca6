/**
 * A change that its author made on top of a refused one: answered, kept, and not carried out.
 */
import { v7 } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import type { MutationMessage } from '#domain/protocol.ts';
import { onEveryDatabase } from '#tests/support/databases.ts';
import { addPlot, editPlot } from '#tests/support/plot-deeds.ts';
import { newPractice, type TestDevice, type TestPractice } from '#tests/support/practice-server.ts';

onEveryDatabase('a change that waits for a refused one', (open) => {
	let practice: TestPractice;
	let device: TestDevice;
	let id: string;

	beforeEach(async () => {
		practice = await newPractice(open().database);
		device = await practice.join('coordinator');
		await device.pulls();
		id = v7();
	});

	const take = () =>
		device.message({ name: 'plot.take', args: { id }, was: { [`plot/${id}`]: {} } });
	const edit = (title: string) => device.message(editPlot(id, { title }));
	const heldBack = (message: MutationMessage): MutationMessage => ({ ...message, isHeld: true });
	const results = async (...messages: MutationMessage[]) => {
		const answer = await device.push(messages);
		if ('error' in answer) return [answer.error];
		device.take(answer);
		const mine = answer.outcomes.filter(({ seq }) => messages.some((sent) => sent.seq === seq));
		return mine.map(({ result, refusal }) => refusal?.code ?? result);
	};
	const taken = async () => {
		await device.does(addPlot(id), { name: 'plot.take', args: { id } });
	};

	describe('in a later push', () => {
		test('is not carried out, and uses up its number', async () => {
			await taken();
			expect(await results(take())).toEqual(['already-taken']);

			expect(await results(heldBack(edit('Held')), device.message(addPlot(v7())))).toEqual([
				'held',
				'applied'
			]);

			await device.pulls();
			expect(device.row('plot', id)).toMatchObject({ title: 'Plot' });
		});

		test('is answered the same when it comes again', async () => {
			await taken();
			await results(take());
			const messages = [heldBack(edit('Held')), device.message(addPlot(v7()))];
			const first = await device.push(messages);

			expect(await device.push(messages)).toEqual(first);
		});

		test('does not hold what its author did once they knew', async () => {
			await taken();
			await results(take());
			const held = heldBack(edit('Held'));

			expect(await results(held, edit('Knowing'))).toEqual(['held', 'applied']);
			expect(await results(held, edit('Knowing too'))).toEqual(['applied']);

			await device.pulls();
			expect(device.row('plot', id)).toMatchObject({ title: 'Knowing too' });
		});

		test('does hold what was done before they knew, in the push that brings the refusal', async () => {
			await taken();
			const [refused, later] = [take(), edit('Not knowing')];
			await results(refused);

			// Another tab had read the queue before it heard.
			expect(await results(refused, later)).toEqual(['held']);
		});
	});

	test('has happened all the same when it was carried out before it was held back', async () => {
		await taken();
		const message = edit('Carried out');
		await results(message);
		Object.assign(device, { outboxId: v7(), ack: 0 });

		expect(await results(heldBack({ ...message, seq: 1 }))).toEqual(['applied']);

		await device.pulls();
		expect(device.row('plot', id)).toMatchObject({ title: 'Carried out' });
	});

	test('goes through when its author sends it again, as a new change', async () => {
		await taken();
		await results(take());
		await results(heldBack(edit('Held')));

		expect(await results(edit('Held'))).toEqual(['applied']);
	});
});
