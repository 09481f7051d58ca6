/**
 * The numbers of an outbox: each change happens once, however often it is sent.
 */
import { v4, v7 } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import { addPlot, editPlot } from '#tests/support/plot-deeds.ts';
import { onEveryDatabase } from '#tests/support/databases.ts';
import { newPractice, type TestDevice, type TestPractice } from '#tests/support/practice-server.ts';

onEveryDatabase('an outbox', (open) => {
	let practice: TestPractice;
	let device: TestDevice;
	let id: string;

	beforeEach(async () => {
		practice = await newPractice(open().database);
		device = await practice.join('coordinator');
		await device.pulls();
		id = v7();
	});

	describe('sent again', () => {
		test('in whole: the same outcomes, and nothing further happens', async () => {
			const messages = [
				device.message(addPlot(id)),
				device.message({ name: 'plot.take', args: { id } }),
				device.message({ name: 'plot.take', args: { id } })
			];
			const first = await device.push(messages);

			const second = await device.push(messages);

			expect(second).toEqual(first);
			expect(first).toMatchObject({
				lastSeq: 3,
				outcomes: [{ result: 'applied' }, { result: 'applied' }, { result: 'refused' }]
			});
		});

		test('in part: only what is new happens', async () => {
			const first = device.message(addPlot(id));
			const refused = device.message({ name: 'plot.fail', args: {}, was: { [`plot/${id}`]: {} } });
			await device.push([first, refused]);
			const next = device.message(editPlot(id, { title: 'New' }));
			const free = device.message(addPlot(v7()));

			const answer = await device.push([refused, next, free]);

			// The phone did not know of the refusal yet, so what followed on it is still held.
			expect(answer).toMatchObject({
				lastSeq: 4,
				outcomes: [
					{ seq: 1, result: 'applied' },
					{ seq: 2, refusal: { code: 'bad-arguments' } },
					{ seq: 3, refusal: { code: 'held' } },
					{ seq: 4, result: 'applied' }
				]
			});
		});

		test('from another outbox: known by its uuid, it is answered and not run again', async () => {
			const first = device.message(addPlot(id));
			const refused = device.message({ name: 'plot.nothing', args: {} });
			await device.push([first, refused]);
			device.outboxId = v4();

			const answer = await device.push([
				{ ...first, seq: 1 },
				{ ...refused, seq: 2 },
				{ ...first, seq: 3 },
				{ ...device.message(addPlot(v7())), seq: 4 }
			]);
			device.nextSeq = 5;
			const again = await device.push([{ ...refused, seq: 2 }]);

			expect(answer).toMatchObject({
				lastSeq: 4,
				outcomes: [
					{ seq: 1, uuid: first.uuid, result: 'applied' },
					{ seq: 2, uuid: refused.uuid, result: 'refused' },
					{ seq: 3, uuid: first.uuid, result: 'applied' },
					{ seq: 4, result: 'applied' }
				]
			});
			expect(again).toMatchObject({ lastSeq: 4 });
		});

		test('after an acknowledgement: only later outcomes are repeated', async () => {
			await device.does(addPlot(id));

			const answer = await device.push([device.message(editPlot(id, { title: 'Later' }))]);

			expect(answer).toMatchObject({ lastSeq: 2, outcomes: [{ seq: 2 }] });
		});
	});

	describe('numbers that do not fit', () => {
		test('a gap is answered with the number that is missing, and nothing happens', async () => {
			const messages = [addPlot(id), addPlot(v7()), addPlot(v7())].map((deed) =>
				device.message(deed)
			);

			const start = await device.push(messages.slice(1));
			const middle = await device.push(messages.filter((_, index) => index !== 1));

			expect(start).toMatchObject({ error: 'gap', expected: 1 });
			expect(middle).toMatchObject({ error: 'gap', expected: 2 });
			await device.pulls();
			expect(device.row('plot', id)).toBeUndefined();
		});

		test('the same number with another change is a copy of the device', async () => {
			await device.does(addPlot(id));

			const answer = await device.push([{ ...device.message(addPlot(v7())), seq: 1 }]);

			expect(answer).toMatchObject({ error: 'forked' });
		});

		test('an outbox of another person is not taken over', async () => {
			await device.does(addPlot(id));
			const other = await practice.join('coordinator');
			other.outboxId = device.outboxId;

			expect(await other.push([other.message(addPlot(v7()))])).toMatchObject({ error: 'forked' });
			expect(await other.page()).toMatchObject({ error: 'forked' });
		});

		test('a change that another person has sent is not answered', async () => {
			const message = device.message(addPlot(id));
			await device.push([message]);
			const other = await practice.join('coordinator');

			const answer = await other.push([message]);

			expect(answer).toMatchObject({ error: 'forked' });
		});
	});
});
