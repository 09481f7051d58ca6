/** What people can do to a repeating post, who may, and what is refused. */
import { beforeEach, describe, expect, test } from 'vitest';

import {
	coordinator,
	idFor,
	manager,
	reader,
	rotaMember,
	volunteer
} from '#tests/support/actors.ts';

import { monday, repeatContent, repeatsOfTests, type RepeatDeed } from '#tests/support/repeats.ts';

const newId = idFor(501);
const postId = idFor(600);

let plan: Awaited<ReturnType<typeof repeatsOfTests>>;

beforeEach(async () => {
	plan = await repeatsOfTests();
});

const deeds: readonly [RepeatDeed, object][] = [
	['post-repeat.add', { id: newId, content: repeatContent() }],
	['post-repeat.edit', { changes: { title: 'Other words' } }],
	['post-repeat.change-from', { newId, content: repeatContent({ firstOn: monday }) }],
	['post-repeat.end', { lastOn: '2026-12-24' }],
	['post-repeat.remove', {}],
	['post-repeat.skip', { plannedOn: monday }],
	['post-repeat.bring-back', { plannedOn: '2026-11-30' }],
	['post-repeat.write', { plannedOn: monday, postId }]
];

describe('who may', () => {
	for (const [name, args] of deeds) {
		test.each([manager, coordinator, volunteer])(`${name}: a $role may`, async (who) => {
			await plan.keep({ skippedOn: ['2026-11-30'] });

			expect(await plan.does(who, name, args)).toBeUndefined();
		});

		test.each([rotaMember, reader])(`${name}: a $role may not`, async (who) => {
			await plan.keep({ skippedOn: ['2026-11-30'] });

			expect(await plan.does(who, name, args)).toMatchObject({ code: 'role-may-not' });
		});
	}

	test.each(deeds.slice(1))('%s: what is no longer here is said so', async (name, args) => {
		expect(await plan.does(volunteer, name, args)).toMatchObject({ code: 'no-such-repeat' });
	});
});

describe('adding one', () => {
	test('keeps the words and when they come', async () => {
		await plan.does(volunteer, 'post-repeat.add', { content: repeatContent() });

		expect(await plan.kept()).toMatchObject({
			title: 'The group meets',
			pattern: { unit: 'week', every: 1, weekday: 1 },
			skippedOn: [],
			writtenOn: [],
			createdBy: volunteer.personId
		});
	});

	test('twice is refused', async () => {
		await plan.keep();

		expect(
			await plan.does(volunteer, 'post-repeat.add', { content: repeatContent() })
		).toMatchObject({
			code: 'already-there'
		});
	});

	test.each([
		['an empty name', { title: ' ' }, 'content.title'],
		['a day that does not exist', { firstOn: '2026-02-30' }, 'content.firstOn'],
		['every 0 weeks', { pattern: { unit: 'week', every: 0, weekday: 1 } }, 'content.pattern.every'],
		[
			'an eighth day',
			{ pattern: { unit: 'week', every: 1, weekday: 8 } },
			'content.pattern.weekday'
		],
		[
			'a fifth Monday',
			{ pattern: { unit: 'month', every: 1, weekday: 1, nth: '5' } },
			'content.pattern.nth'
		],
		['a field that is not known', { skippedOn: [] }, 'content']
	])('%s is refused at its field', async (_, more, field) => {
		expect(
			await plan.does(volunteer, 'post-repeat.add', { content: repeatContent(more) })
		).toMatchObject({
			code: 'bad-arguments',
			field
		});
	});

	test('a last day before the first is refused', async () => {
		const early = repeatContent({ lastOn: '2026-11-01' });

		expect(await plan.does(volunteer, 'post-repeat.add', { content: early })).toMatchObject({
			code: 'ends-too-early'
		});
	});

	test('an account that nobody knows is refused', async () => {
		const elsewhere = repeatContent({ accounts: [idFor(999)] });

		expect(await plan.does(volunteer, 'post-repeat.add', { content: elsewhere })).toMatchObject({
			code: 'no-such-account'
		});
	});
});

describe('changing one', () => {
	test('other words are for every post to come, and the rest stays', async () => {
		await plan.keep({ skippedOn: ['2026-11-30'] });

		await plan.does(volunteer, 'post-repeat.edit', { changes: { text: 'We meet at 6pm.' } });

		expect(await plan.kept()).toMatchObject({
			text: 'We meet at 6pm.',
			title: 'The group meets',
			skippedOn: ['2026-11-30']
		});
	});

	test('its days cannot be changed as if they had always been so', async () => {
		await plan.keep();

		expect(
			await plan.does(volunteer, 'post-repeat.edit', { changes: { firstOn: '2026-12-01' } })
		).toMatchObject({ code: 'bad-arguments' });
	});

	test('another rhythm from a day on ends this one the day before and begins a new one', async () => {
		await plan.keep({ skippedOn: ['2026-11-09', '2026-12-07'], writtenOn: ['2026-11-16'] });
		const tuesdays = { unit: 'week', every: 1, weekday: 2 };
		const changed = repeatContent({ pattern: tuesdays, firstOn: '2026-12-01' });

		await plan.does(volunteer, 'post-repeat.change-from', { newId, content: changed });

		expect(await plan.kept()).toMatchObject({ lastOn: '2026-11-30', writtenOn: ['2026-11-16'] });
		expect(await plan.kept(newId)).toMatchObject({
			pattern: tuesdays,
			firstOn: '2026-12-01',
			skippedOn: ['2026-12-07'],
			writtenOn: []
		});
	});

	test('before it has ever come, the new one takes its place', async () => {
		await plan.keep({ firstOn: '2026-12-07' });
		const sooner = repeatContent({ firstOn: '2026-11-30' });

		await plan.does(volunteer, 'post-repeat.change-from', { newId, content: sooner });

		expect(await plan.kept()).toBeUndefined();
		expect(await plan.kept(newId)).toMatchObject({ firstOn: '2026-11-30' });
	});

	test('a change for days that are over is refused', async () => {
		await plan.keep();
		const past = repeatContent({ firstOn: '2026-11-16' });

		expect(
			await plan.does(volunteer, 'post-repeat.change-from', { newId, content: past })
		).toMatchObject({ code: 'day-is-past', field: 'content.firstOn' });
	});
});

describe('ending one', () => {
	test('it comes no more after its last day, and can go on again', async () => {
		await plan.keep();

		await plan.does(volunteer, 'post-repeat.end', { lastOn: '2026-12-24' });
		expect(await plan.kept()).toMatchObject({ lastOn: '2026-12-24' });

		await plan.does(volunteer, 'post-repeat.end', { lastOn: null });
		expect(await plan.kept()).toMatchObject({ lastOn: null });
	});

	test('a last day before the first is refused', async () => {
		await plan.keep();

		expect(await plan.does(volunteer, 'post-repeat.end', { lastOn: '2026-11-01' })).toMatchObject({
			code: 'ends-too-early'
		});
	});

	test('it can be removed while no post was made from it', async () => {
		await plan.keep();

		await plan.does(volunteer, 'post-repeat.remove');

		expect(await plan.kept()).toBeUndefined();
	});

	test('it stays when posts were made from it', async () => {
		await plan.keep({ writtenOn: ['2026-11-16'] });

		expect(await plan.does(volunteer, 'post-repeat.remove')).toMatchObject({ code: 'has-posts' });
	});
});
