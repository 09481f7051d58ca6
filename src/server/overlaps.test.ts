/**
 * Two people change the same thing without seeing each other's change: nothing gets lost.
 */
import { v7 } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { fingerprint } from '#domain/merge.ts';
import type { Overlap } from '#domain/overlap.ts';
import { onEveryDatabase } from '#tests/support/databases.ts';
import {
	newPractice,
	type Deed,
	type TestDevice,
	type TestPractice
} from '#tests/support/practice-server.ts';

onEveryDatabase('two people change the same thing', (open) => {
	let practice: TestPractice;
	let ann: TestDevice;
	let ben: TestDevice;
	let id: string;

	beforeAll(async () => {
		practice = await newPractice(open().database);
		ann = await practice.join('coordinator');
		ben = await practice.join('volunteer');
	});

	/** A plot that both have seen. */
	const sharedPlot = async (fields: object) => {
		id = v7();
		await ann.does({ name: 'plot.add', args: { id, title: 'Plot', ...fields } });
		await ann.pulls();
		await ben.pulls();
	};
	const edit = (changes: object, was: object): Deed => ({
		name: 'plot.edit',
		args: { id, changes },
		was: { [`plot/${id}`]: { ...was } }
	});
	const overlapsOn = (device: TestDevice) =>
		[...device.held]
			.filter(([key]) => key.startsWith('overlap/'))
			.map(([, row]) => row as Overlap)
			.filter(({ recordId }) => recordId === id);
	/** The plot and its overlaps, as this device has them after a pull. */
	const after = async (device: TestDevice) => {
		await device.pulls();
		return { plot: device.row('plot', id), overlaps: overlapsOn(device) };
	};

	describe('a short value', () => {
		test('the later arrival stands, the other is kept beside it', async () => {
			await sharedPlot({});
			const annAt = practice.engine.time;
			await ann.does(edit({ title: 'Ann’s' }, { title: 'Plot' }));
			practice.engine.time += 60_000;

			const outcomes = await ben.does(edit({ title: 'Ben’s' }, { title: 'Plot' }));

			expect(outcomes).toMatchObject([{ result: 'overlap' }]);
			const { plot, overlaps } = await after(ann);
			expect(plot).toMatchObject({ title: 'Ben’s' });
			expect(overlaps).toMatchObject([
				{
					about: `plot/${id}`,
					recordKind: 'plot',
					title: 'Ben’s',
					field: 'title',
					stands: 'Ben’s',
					other: 'Ann’s',
					standsBy: ben.who.personId,
					standsAt: annAt + 60_000,
					otherBy: ann.who.personId,
					otherAt: annAt,
					settledBy: null
				}
			]);
		});

		test('a value that its author saw is simply replaced', async () => {
			await sharedPlot({});
			await ann.does(edit({ title: 'Ann’s' }, { title: 'Plot' }));
			await ben.pulls();

			const outcomes = await ben.does(edit({ title: 'Ben’s' }, { title: 'Ann’s' }));

			expect(outcomes).toMatchObject([{ result: 'applied' }]);
			expect((await after(ann)).overlaps).toEqual([]);
		});

		test('the same value from both is no overlap', async () => {
			await sharedPlot({});
			await ann.does(edit({ title: 'Same' }, { title: 'Plot' }));

			const outcomes = await ben.does(edit({ title: 'Same' }, { title: 'Plot' }));

			expect(outcomes).toMatchObject([{ result: 'applied' }]);
			expect((await after(ann)).overlaps).toEqual([]);
		});

		test('different fields of one record do not meet', async () => {
			await sharedPlot({});
			await ann.does(edit({ title: 'Ann’s' }, { title: 'Plot' }));

			const outcomes = await ben.does(edit({ dugOn: '2026-12-01' }, { dugOn: null }));

			expect(outcomes).toMatchObject([{ result: 'applied' }]);
			expect((await after(ann)).plot).toMatchObject({ title: 'Ann’s', dugOn: '2026-12-01' });
		});

		test('one person’s second change on top of their first does not meet itself', async () => {
			await sharedPlot({});
			await ann.does(edit({ title: 'Ann’s' }, { title: 'Plot' }));

			await ben.does(
				edit({ title: 'Ben’s' }, { title: 'Plot' }),
				edit({ title: 'Ben’s second' }, { title: 'Ben’s' })
			);

			const { plot, overlaps } = await after(ann);
			expect(plot).toMatchObject({ title: 'Ben’s second' });
			expect(overlaps).toMatchObject([{ other: 'Ann’s' }]);
		});
	});

	describe('long text', () => {
		const text = 'Water in the morning. Weed on Sundays. Lock the gate.';

		test('is merged when the edits do not touch', async () => {
			await sharedPlot({ care: text });
			const anns = text.replace('morning', 'evening');
			await ann.does(edit({ care: anns }, { care: fingerprint(text) }));

			const bens = text.replace('gate', 'shed');
			const outcomes = await ben.does(edit({ care: bens }, { care: fingerprint(text) }));

			expect(outcomes).toMatchObject([{ result: 'applied' }]);
			const { plot, overlaps } = await after(ann);
			expect(plot).toMatchObject({
				care: 'Water in the evening. Weed on Sundays. Lock the shed.'
			});
			expect(overlaps).toEqual([]);
		});

		test('a third change that builds on words which were merged away is merged too', async () => {
			await sharedPlot({ care: text });
			await ann.does(
				edit({ care: text.replace('morning', 'evening') }, { care: fingerprint(text) })
			);
			const bens = text.replace('gate', 'shed');

			const outcomes = await ben.does(
				edit({ care: bens }, { care: fingerprint(text) }),
				edit({ care: bens.replace('Weed', 'Rest') }, { care: fingerprint(bens) })
			);

			expect(outcomes.map(({ result }) => result)).toEqual(['applied', 'applied']);
			expect((await after(ann)).plot).toMatchObject({
				care: 'Water in the evening. Rest on Sundays. Lock the shed.'
			});
		});

		test('that meets in the same words keeps what stands and offers the other', async () => {
			await sharedPlot({ care: text });
			const was = { care: fingerprint(text) };
			const annAt = practice.engine.time;
			await ann.does(edit({ care: text.replace('morning', 'evening') }, was));
			practice.engine.time += 60_000;
			const bens = text.replace('morning', 'afternoon');

			const outcomes = await ben.does(edit({ care: bens }, was));

			expect(outcomes).toMatchObject([{ result: 'overlap' }]);
			const { plot, overlaps } = await after(ben);
			expect(plot).toMatchObject({ care: text.replace('morning', 'evening') });
			expect(overlaps).toMatchObject([
				{
					...{ other: bens, standsBy: ann.who.personId, otherBy: ben.who.personId },
					...{ standsAt: annAt, otherAt: annAt + 60_000 }
				}
			]);
		});

		test('offered twice by one person is one choice, with their newest words', async () => {
			await sharedPlot({ care: text });
			const was = { care: fingerprint(text) };
			await ann.does(edit({ care: 'All new.' }, was));

			await ben.does(
				edit({ care: 'Quite different.' }, was),
				edit({ care: 'Quite different!' }, { care: fingerprint('Quite different.') })
			);

			const { plot, overlaps } = await after(ben);
			expect(plot).toMatchObject({ care: 'All new.' });
			expect(overlaps).toMatchObject([{ stands: 'All new.', other: 'Quite different!' }]);
		});
	});

	describe('a value of which one is safer', () => {
		test('the safer one wins when it arrives first', async () => {
			await sharedPlot({});
			await ann.does(edit({ water: 'shut' }, { water: 'open' }));
			await ann.does(edit({ title: 'More' }, { title: 'Plot' }));

			const outcomes = await ben.does(edit({ water: 'open' }, { water: 'something else' }));

			expect(outcomes).toMatchObject([{ result: 'overlap' }]);
			const { plot, overlaps } = await after(ben);
			expect(plot).toMatchObject({ water: 'shut' });
			expect(overlaps).toMatchObject([
				{ stands: 'shut', other: 'open', standsBy: ann.who.personId, otherBy: ben.who.personId }
			]);
		});

		test('the safer one wins when it arrives last', async () => {
			await sharedPlot({});
			await ann.does(edit({ water: 'shut' }, { water: 'open' }));
			await ann.does(edit({ water: 'open' }, { water: 'shut' }));

			const outcomes = await ben.does(edit({ water: 'shut' }, { water: 'something else' }));

			expect(outcomes).toMatchObject([{ result: 'overlap' }]);
			expect((await after(ann)).plot).toMatchObject({ water: 'shut' });
			expect(overlapsOn(ann)).toMatchObject([{ stands: 'shut', other: 'open' }]);
		});
	});

	test('a change that writes twice meets itself no more than once', async () => {
		await sharedPlot({});
		await ann.does(edit({ title: 'Ann’s' }, { title: 'Plot' }));

		const was = { [`plot/${id}`]: { title: 'Plot', keeper: null } };
		const outcomes = await ben.does({ name: 'plot.take', args: { id }, was });

		expect(outcomes).toMatchObject([{ result: 'applied' }]);
		const { plot, overlaps } = await after(ann);
		expect(plot).toMatchObject({ title: 'Ann’s', keeper: ben.who.personId });
		expect(overlaps).toEqual([]);
	});

	test('a field that rules decide makes no overlap', async () => {
		await sharedPlot({});
		await ann.does({ name: 'plot.take', args: { id } });

		const was = { [`plot/${id}`]: { keeper: null } };
		const outcomes = await ben.does({ name: 'plot.sign', args: { id }, was });

		expect(outcomes).toMatchObject([{ result: 'applied' }]);
		expect((await after(ben)).plot).toMatchObject({ keeper: ben.who.personId });
		expect(overlapsOn(ben)).toEqual([]);
	});

	describe('afterwards', () => {
		const overlapped = async () => {
			await sharedPlot({});
			await ann.does(edit({ title: 'Ann’s' }, { title: 'Plot' }));
			await ben.does(edit({ title: 'Ben’s' }, { title: 'Plot' }));
			await ann.pulls();
			const [overlap] = overlapsOn(ann);
			return overlap?.id ?? '';
		};

		test('one tap puts the other version back', async () => {
			const overlapId = await overlapped();

			await ann.does({ name: 'overlap.settle', args: { id: overlapId, keep: 'other' } });

			const { plot, overlaps } = await after(ben);
			expect(plot).toMatchObject({ title: 'Ann’s' });
			expect(overlaps).toMatchObject([{ settledBy: ann.who.personId }]);
		});

		test('undoing the change takes the overlap away with it', async () => {
			await overlapped();
			const last = ben.outcomes.get(ben.ack);

			const outcomes = await ben.does({ name: 'change.undo', args: { uuid: last?.uuid } });

			expect(outcomes).toMatchObject([{ result: 'applied' }]);
			const { plot, overlaps } = await after(ann);
			expect(plot).toMatchObject({ title: 'Ann’s' });
			expect(overlaps).toEqual([]);
		});
	});

	test('an overlap of a confidential field is seen only by those who may read the field', async () => {
		const cat = await practice.join('practice-manager');
		const { personId } = ben.who;
		const phone = (number: string): Deed => ({
			name: 'gardener.edit',
			args: { id: personId, changes: { phone: number } },
			was: { [`gardener/${personId}`]: { phone: '0191 498 0000' } }
		});
		id = personId;
		await ann.does(phone('020 7946 0001'));

		await cat.does(phone('020 7946 0002'));

		expect((await after(ann)).overlaps).toMatchObject([{ field: 'phone' }]);
		expect((await after(ben)).overlaps).toEqual([]);
		expect(ben.text).not.toContain('020 7946');
		expect(ben.row('gardener', personId)).toMatchObject({ phone: null });
	});
});
