/** The posts of the day of an event: what they say, when, who makes them, and in which order. */
import { beforeEach, describe, expect, test } from 'vitest';
import { personRecord } from '#features/people/record.ts';
import { rotaPatternRecord } from '#features/rota/patterns/record.ts';
import { rotaSlotRecord } from '#features/rota/record.ts';
import { idFor, otherVolunteer, rotaMember, volunteer } from '#tests/support/actors.ts';
import { aPerson } from '#tests/support/group.ts';
import { facebook, postId, postsOfTests } from '#tests/support/posts.ts';
import { slot } from '#tests/support/rota-rows.ts';
import { gather } from '../readiness/facts.ts';
import { leftToDo } from '../readiness/left.ts';
import { postRecord } from '../record.ts';
import { onDuty } from './on-duty.ts';
import { packFor, packInOrder } from './pack.ts';

let plan: Awaited<ReturnType<typeof postsOfTests>>;
const eventOn = '2026-12-05';
const event = { type: 'event', eventOn, eventTime: '10:30', place: 'The library' } as const;

beforeEach(async () => {
	plan = await postsOfTests();
});

const made = () => plan.transaction.by(postRecord, 'packOf', postId);
async function make(who = volunteer) {
	const posts = packFor(await plan.post(), '#LibraryDay');
	const given = posts.map((post, index) => ({ ...post, id: idFor(20 + index) }));
	return plan.does(who, 'post.make-event-pack', { posts: given });
}

describe('the posts of the day', () => {
	test('are drafts of that day, around its start, with the place and the hashtag', async () => {
		await plan.draft(event);
		expect(await make()).toBeUndefined();

		const pack = packInOrder(await made());
		expect(pack.map(({ plannedOn, plannedTime }) => [plannedOn, plannedTime])).toEqual([
			[eventOn, '09:30'],
			[eventOn, '10:30'],
			[eventOn, '11:30'],
			[eventOn, '13:00']
		]);
		expect(pack[0]).toMatchObject({
			status: 'draft',
			accounts: [facebook],
			text: 'We start soon, at The library. [What there is to see]. Come and say hello. #LibraryDay'
		});
	});

	test('are not ready while a gap is left in them', async () => {
		await plan.draft(event);
		await make();
		const [first] = packInOrder(await made());
		const at = { today: '2026-11-21', practiceId: idFor(0xaa) };
		const left = first && leftToDo(await gather(plan.transaction, first, at));
		expect(left).toContainEqual(expect.objectContaining({ step: 'text' }));
	});

	test('stay on that day, and have no time where the event has none', async () => {
		await plan.draft({ ...event, eventTime: '23:30' });
		const post = await plan.post();
		expect(packFor(post, '').map(({ plannedTime }) => plannedTime)).toEqual([
			...['22:30', '23:30', '23:59', '23:59']
		]);
		expect(packFor({ ...post, eventTime: null }, '')[0]?.plannedTime).toBeNull();
	});

	test('are made once; dropped ones make room for others', async () => {
		await plan.draft(event);
		await make();
		const posts = [{ id: idFor(50), title: 'One more', text: '', plannedTime: null }];
		const again = () => plan.does(volunteer, 'post.make-event-pack', { posts });
		expect(await again()).toMatchObject({ code: 'already-there' });

		for (const post of await made()) {
			await plan.transaction.put(postRecord, { ...post, status: 'dropped' });
		}
		expect(await again()).toBeUndefined();
		expect(packInOrder(await made())).toMatchObject([{ title: 'One more' }]);
	});

	test('need an event with a day to come, a writer, and this year’s pledge', async () => {
		await plan.draft({ ...event, eventOn: null });
		expect(await make()).toMatchObject({ code: 'no-event-day' });
		await plan.does(volunteer, 'post.edit', { changes: { eventOn: '2026-11-20' } });
		expect(await make()).toMatchObject({ code: 'day-is-past' });
		await plan.does(volunteer, 'post.edit', { changes: { eventOn } });
		expect(await make(rotaMember)).toMatchObject({ code: 'role-may-not' });
		expect(await make(otherVolunteer)).toMatchObject({ code: 'pledge-needed' });
	});
});

test('whoever is on duty that day is named, once', async () => {
	const all = new Map<string, unknown[]>([
		[personRecord.kind, [aPerson({ id: volunteer.personId, name: 'Vera' })]],
		[rotaPatternRecord.kind, []]
	]);
	await plan.transaction.put(rotaSlotRecord, slot(eventOn, volunteer.personId));
	const reads = {
		between: plan.transaction.between.bind(plan.transaction),
		all: (type: { kind: string }) => Promise.resolve(all.get(type.kind) as never)
	};

	expect(await onDuty(reads, eventOn, '2026-11-21')).toEqual(['Vera']);
	expect(await onDuty(reads, '2026-12-06', '2026-11-21')).toEqual([]);
	expect(await onDuty(reads, null, '2026-11-21')).toEqual([]);
});
