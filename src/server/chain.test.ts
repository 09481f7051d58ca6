/**
 * History is append only: whoever changes it afterwards is found out.
 */
import type { Kysely } from 'kysely';
import { v7 } from 'uuid';
import { beforeEach, expect, test } from 'vitest';
import { onEveryDatabase } from '#tests/support/databases.ts';
import { newPractice, type TestDevice, type TestPractice } from '#tests/support/practice-server.ts';
import { verifyHistory } from './chain.ts';
import type { Tables } from './tables.ts';

onEveryDatabase('the chain of history', (open) => {
	let practice: TestPractice;
	let device: TestDevice;

	beforeEach(async () => {
		practice = await newPractice(open().database);
		device = await practice.join('coordinator');
		const id = v7();
		await device.does(
			{ name: 'plot.add', args: { id, title: 'Plot' } },
			{ name: 'plot.nothing', args: {} },
			{ name: 'plot.edit', args: { id, changes: { title: 'Ann’s' } } }
		);
	});
	const verify = () => open().database.asOwner((trx) => verifyHistory(trx, practice.id));
	const tamper = (work: (trx: Kysely<Tables>) => Promise<unknown>) => open().database.asOwner(work);

	test('is whole as the server wrote it', async () => {
		expect(await verify()).toMatchObject({ isWhole: true, rows: 4 });
	});

	test('shows a changed detail', async () => {
		await tamper((trx) =>
			trx
				.updateTable('history')
				.set({ person_id: v7() })
				.where('practice_id', '=', practice.id)
				.where('number', '=', 2)
				.execute()
		);

		expect(await verify()).toMatchObject({ isWhole: false, number: 2 });
	});

	test('shows changed fields', async () => {
		await tamper((trx) =>
			trx
				.updateTable('history')
				.set({ effects: '[]' })
				.where('practice_id', '=', practice.id)
				.where('number', '=', 4)
				.execute()
		);

		expect(await verify()).toMatchObject({ isWhole: false, number: 4 });
	});

	test('shows a row taken out of the middle, and the last row taken away', async () => {
		const remove = (number: number) =>
			tamper((trx) =>
				trx
					.deleteFrom('history')
					.where('practice_id', '=', practice.id)
					.where('number', '=', number)
					.execute()
			);

		await remove(4);
		expect(await verify()).toMatchObject({ isWhole: false, number: 4 });
		await remove(2);
		expect(await verify()).toMatchObject({ isWhole: false, number: 2 });
	});

	test('holds when someone’s words are erased', async () => {
		await tamper((trx) =>
			trx
				.updateTable('history')
				.set({ effects: null, refusal: null })
				.where('practice_id', '=', practice.id)
				.execute()
		);

		expect(await verify()).toMatchObject({ isWhole: true, rows: 4 });
		expect(await device.push([])).toMatchObject({ lastSeq: 3 });
		device.ack = 0;
		expect(await device.push([])).toMatchObject({
			outcomes: [{}, { refusal: { code: 'erased' } }, {}]
		});
	});
});
