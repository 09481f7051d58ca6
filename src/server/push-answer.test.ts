/**
 * What a push is answered with: the outcomes, and what is new since the device's cookie.
 */
import { v7 } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import { onEveryDatabase } from '#tests/support/databases.ts';
import { addPlot, editPlot } from '#tests/support/plot-deeds.ts';
import { isPatch, newPractice, type TestPractice } from '#tests/support/practice-server.ts';
import { usualLimits } from './engine.ts';

onEveryDatabase('the answer to a push', (open) => {
	let practice: TestPractice;

	beforeAll(async () => {
		practice = await newPractice(open().database);
	});
	const joined = async () => {
		practice.engine.limits = usualLimits;
		const device = await practice.join('coordinator');
		await device.pulls();
		return device;
	};

	test('leaves the changes for the next pull when they do not fit', async () => {
		const device = await joined();
		const behind = await practice.join('coordinator');
		const id = v7();
		await behind.pulls();
		practice.engine.limits = { ...usualLimits, pageBytes: 600 };
		await device.does(addPlot(v7()), addPlot(v7()), addPlot(v7()), addPlot(v7()));
		const answer = await behind.push([behind.message(addPlot(id))]);

		expect(answer).toMatchObject({
			from: null,
			to: null,
			changes: [],
			lastSeq: 1,
			outcomes: [{ seq: 1, result: 'applied' }],
			resume: null
		});
		const pages = await behind.pulls();
		expect(pages.length).toBeGreaterThan(1);
		expect(pages.at(-1)).toMatchObject({ lastSeq: 1, outcomes: [{ seq: 1 }] });
		expect(behind.row('plot', id)).toBeDefined();
	});

	test('brings what a large push has changed, also when that is more than a page', async () => {
		const device = await joined();
		practice.engine.limits = { ...usualLimits, pageBytes: 600 };
		const plots = [v7(), v7(), v7()];

		const answer = await device.push(plots.map((plot) => device.message(addPlot(plot))));

		const { to, changes } = isPatch(answer) ? answer : { to: null, changes: [] };
		expect(to).not.toBeNull();
		expect(changes.map((change) => change.id).sort()).toEqual(plots.sort());
		expect(JSON.stringify(changes).length).toBeGreaterThan(600);
	});

	test.each([
		['nobody else has changed anything', 0],
		['others have changed something', 1]
	])('is what a pull from there would bring, where %s', async (_, others) => {
		const device = await joined();
		const [id, edited, cleared] = [v7(), v7(), v7()];
		await device.does(addPlot(edited), addPlot(cleared));
		for (let other = 0; other < others; other++) await practice.join('volunteer');

		const answer = await device.push(
			[
				addPlot(id, { title: 'Peas' }),
				editPlot(edited, { title: 'Beans' }),
				{ name: 'plot.clear', args: { id: cleared } },
				{ name: 'plot.fly', args: {} },
				editPlot(id, { tags: ['sun'] }),
				editPlot(edited, { tags: ['shade'] })
			].map((deed) => device.message(deed))
		);

		expect(answer).toMatchObject({ from: device.cookie, lastSeq: 8 });
		expect(answer).toEqual(await device.page());
		expect(isPatch(answer) && answer.changes).toHaveLength(3 + others);
	});

	test('to a device that has not pulled yet holds outcomes only', async () => {
		await joined();
		const fresh = await practice.join('coordinator');

		const answer = await fresh.push([fresh.message(addPlot(v7()))]);

		expect(answer).toMatchObject({ from: null, to: null, changes: [], lastSeq: 1 });
	});
});
