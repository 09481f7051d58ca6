/** The looks that a post needs before it is ready, and what takes them away again. */
import { beforeEach, describe, expect, test } from 'vitest';
import {
	coordinator,
	idFor,
	manager,
	reader,
	rotaMember,
	volunteer
} from '#tests/support/actors.ts';
import { facebook, postsOfTests } from '#tests/support/posts.ts';
import { photoQuestions } from './photo-questions.ts';

let plan: Awaited<ReturnType<typeof postsOfTests>>;
const pictures = [{ photoId: idFor(500), alt: 'Four volunteers hold leaflets by the door' }];
const all = photoQuestions.map(({ id }) => id);

beforeEach(async () => {
	plan = await postsOfTests();
});

async function postedPost() {
	await plan.draft();
	await plan.does(volunteer, 'post.make-ready', { looks: [] });
	await plan.does(manager, 'post.approve');
	await plan.does(volunteer, 'post.mark-posted', { accountId: facebook, url: '' });
}

describe('a second pair of eyes', () => {
	test('is someone else than the writer, also a rota member', async () => {
		await plan.draft();

		expect(await plan.does(rotaMember, 'post.look-over')).toBeUndefined();
		expect((await plan.post()).secondLookBy).toBe(rotaMember.personId);
	});

	test('is not the writer, and not a reader', async () => {
		await plan.draft();

		expect(await plan.does(volunteer, 'post.look-over')).toMatchObject({ code: 'own-post' });
		expect(await plan.does(reader, 'post.look-over')).toMatchObject({ code: 'role-may-not' });
		expect(await plan.does(rotaMember, 'post.look-over', { id: 'x' })).toMatchObject({
			code: 'bad-arguments'
		});
	});

	test('is needed before it is ready where nobody approves', async () => {
		await plan.settings({ needsApproval: false });
		await plan.draft();

		expect(await plan.does(volunteer, 'post.make-ready', { looks: [] })).toMatchObject({
			code: 'second-look-left'
		});
		await plan.does(coordinator, 'post.look-over');
		expect(await plan.does(volunteer, 'post.make-ready', { looks: [] })).toBeUndefined();
	});

	test('counts for the words that were read, not for other ones', async () => {
		await plan.draft();
		await plan.does(coordinator, 'post.look-over');

		await plan.does(volunteer, 'post.edit', { changes: { plannedOn: '2026-12-01' } });
		expect((await plan.post()).secondLookBy).toBe(coordinator.personId);

		await plan.does(volunteer, 'post.edit', { changes: { text: 'Other words' } });
		expect((await plan.post()).secondLookBy).toBeNull();
	});

	test('is of no use once it is posted', async () => {
		await postedPost();

		expect(await plan.does(coordinator, 'post.look-over')).toMatchObject({
			code: 'already-posted'
		});
	});
});

describe('the list for pictures', () => {
	test('is kept when every line is ticked', async () => {
		await plan.draft({ pictures });

		expect(await plan.does(volunteer, 'post.look-at-photos', { ticks: all })).toBeUndefined();
		expect((await plan.post()).photoLookBy).toBe(volunteer.personId);
	});

	test('is not kept with a line left open, without pictures, or by a rota member', async () => {
		await plan.draft({ pictures });
		const ticks = all.slice(1);

		expect(await plan.does(volunteer, 'post.look-at-photos', { ticks })).toMatchObject({
			code: 'not-all-ticked',
			field: 'ticks'
		});
		expect(await plan.does(rotaMember, 'post.look-at-photos', { ticks: all })).toMatchObject({
			code: 'role-may-not'
		});
		await plan.does(volunteer, 'post.edit', { changes: { pictures: [] } });
		expect(await plan.does(volunteer, 'post.look-at-photos', { ticks: all })).toMatchObject({
			code: 'no-pictures'
		});
	});

	test('starts again when another picture comes, and not when it is described', async () => {
		await plan.draft({ pictures });
		await plan.does(volunteer, 'post.look-at-photos', { ticks: all });

		const described = pictures.map((picture) => ({ ...picture, alt: 'Four people with leaflets' }));
		await plan.does(volunteer, 'post.edit', { changes: { pictures: described } });
		expect((await plan.post()).photoLookBy).toBe(volunteer.personId);

		const more = [...described, { photoId: idFor(501), alt: '' }];
		await plan.does(volunteer, 'post.edit', { changes: { pictures: more } });
		expect((await plan.post()).photoLookBy).toBeNull();
	});
});

describe('the practice’s word on facts', () => {
	const update = { type: 'service-update', text: 'Our phones are back.' };

	test('makes news from the practice ready, and goes when the words change', async () => {
		await plan.draft(update);
		expect(await plan.does(volunteer, 'post.make-ready', { looks: [] })).toMatchObject({
			code: 'kind-left',
			field: 'announcedUrl'
		});

		expect(await plan.does(manager, 'post.confirm-facts')).toBeUndefined();
		expect(await plan.post()).toMatchObject({
			factsConfirmedBy: manager.personId,
			factsConfirmedOn: '2026-11-21'
		});
		expect(await plan.does(volunteer, 'post.make-ready', { looks: [] })).toBeUndefined();

		await plan.does(volunteer, 'post.edit', { changes: { text: 'Our phones are not back.' } });
		expect((await plan.post()).factsConfirmedBy).toBeNull();
	});

	test('is not the coordinator’s, nor for what is out', async () => {
		await plan.draft(update);
		expect(await plan.does(coordinator, 'post.confirm-facts')).toMatchObject({
			code: 'role-may-not'
		});

		plan = await postsOfTests();
		await postedPost();
		expect(await plan.does(manager, 'post.confirm-facts')).toMatchObject({
			code: 'already-posted'
		});
	});
});

test('who checked the facts is kept with the day', async () => {
	await plan.draft({ checkedBy: 'Vera' });
	expect((await plan.post()).checkedOn).toBe('2026-11-21');

	await plan.does(volunteer, 'post.edit', { changes: { checkedBy: '' } });
	expect((await plan.post()).checkedOn).toBeNull();
});
