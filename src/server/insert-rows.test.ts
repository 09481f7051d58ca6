/** Rows that are inserted together are in the database as they were, each. */
import { expect, test } from 'vitest';
import { onEveryDatabase } from '#tests/support/databases.ts';
import { newPractice } from '#tests/support/practice-server.ts';
import { insertRows } from './insert-rows.ts';

onEveryDatabase('rows inserted together', (open) => {
	const moment = 8_000_000_000_000;
	const rowsOf = (count: number, version: number) =>
		Array.from({ length: count }, (_, index) => ({
			kind: index % 2 === 0 ? 'plot' : 'bed',
			id: `${index}`.padStart(4, '0'),
			body: index % 3 === 0 ? null : `{"title":"It’s ${index}"}`,
			day: null,
			version: version + index,
			deleted_at: index % 3 === 0 ? moment + index : null,
			recent: null
		}));
	const whole = (rows: ReturnType<typeof rowsOf>) =>
		rows.map((row) => ({ ...row, changed_at: moment }));
	const keepAndRead = async (...lists: ReturnType<typeof rowsOf>[]) => {
		const { database } = open();
		const { id } = await newPractice(database);
		const shared = { practice_id: id, changed_at: moment };
		return database.withPractice(id, async (trx) => {
			for (const rows of lists) {
				await insertRows(trx, {
					...{ table: 'record', shared, rows },
					numbers: ['version', 'deleted_at'],
					replacing: ['practice_id', 'kind', 'id']
				});
			}
			return trx
				.selectFrom('record')
				.selectAll()
				.where('practice_id', '=', id)
				.where('kind', 'in', ['plot', 'bed'])
				.orderBy('id')
				.execute();
		});
	};

	test.each([0, 1, 2, 3, 1001])('%i of them', async (count) => {
		const rows = rowsOf(count, 1);

		expect(await keepAndRead(rows)).toMatchObject(whole(rows));
	});

	test.each([1, 500])('%i of them in place of those that were there', async (count) => {
		const fresh = rowsOf(count, 5000);
		const rest = rowsOf(501, 1).slice(count);

		expect(await keepAndRead(rowsOf(501, 1), fresh)).toMatchObject(whole([...fresh, ...rest]));
	});
});
