/** Local places and requests to share: who may do what, and what stays with a decision. */
import { beforeEach, describe, expect, test } from 'vitest';
import { runMutation } from '#domain/mutation.ts';
import type { Actor } from '#domain/roles.ts';
import { postRecord } from '#features/posts/record.ts';
import {
	as,
	coordinator,
	idFor,
	otherVolunteer,
	reader,
	rotaMember,
	volunteer
} from '#tests/support/actors.ts';
import { postsOfTests } from '#tests/support/posts.ts';
import { aroundMutations } from './mutations.ts';
import { localPlaceRecord, shareRequestRecord, type Body } from './record.ts';
import { isVisitDue, placesInOrder, requestsInOrder } from './rules.ts';

let plan: Awaited<ReturnType<typeof postsOfTests>>;
const today = '2026-11-21';
const id = idFor(1);
const postId = idFor(2);

beforeEach(async () => {
	plan = await postsOfTests();
});

async function does(who: Actor, name: string, args: object = {}) {
	const mutation = aroundMutations.find((known) => known.name === name);
	if (!mutation) throw new Error(`There is no '${name}'.`);
	return runMutation(mutation, plan.transaction, { id, ...args }, as(who));
}

describe('a local place', () => {
	const board = {
		...{ name: 'Board in the library', kind: 'board', link: '' },
		...{ rules: 'Ask at the desk.', contact: 'The desk' }
	};
	const place = () => plan.transaction.get(localPlaceRecord, id);

	test('is added and changed by those who write, visited by members, and removed', async () => {
		expect(await does(rotaMember, 'local-place.add', board)).toMatchObject({
			code: 'role-may-not'
		});
		expect(await does(volunteer, 'local-place.add', board)).toBeUndefined();
		await does(coordinator, 'local-place.edit', { changes: { rules: 'One notice a month.' } });
		await does(rotaMember, 'local-place.visit');

		expect(await place()).toMatchObject({
			...{ name: 'Board in the library', rules: 'One notice a month.' },
			...{ visitedOn: today, visitedBy: rotaMember.personId }
		});
		expect(await does(reader, 'local-place.visit')).toMatchObject({ code: 'role-may-not' });
		await does(volunteer, 'local-place.remove');
		expect(await place()).toBeUndefined();
		expect(await does(volunteer, 'local-place.visit')).toMatchObject({ code: 'no-such-place' });
	});

	test('needs a name, and a link that cannot run code', async () => {
		expect(await does(volunteer, 'local-place.add', { ...board, name: ' ' })).toMatchObject({
			field: 'name'
		});
		const link = 'javascript:alert(1)';
		expect(await does(volunteer, 'local-place.add', { ...board, link })).toMatchObject({
			field: 'link'
		});
	});

	test('is worth a visit when nobody was there for three months', async () => {
		await does(volunteer, 'local-place.add', board);
		const row = await place();
		if (!row) throw new Error('The place is not there.');
		const visited = (visitedOn: string | null) => ({ ...row, visitedOn });
		expect(isVisitDue(visited(null), today)).toBe(true);
		expect(isVisitDue(visited('2026-08-23'), today)).toBe(false);
		expect(isVisitDue(visited('2026-08-22'), today)).toBe(true);
		const order = placesInOrder([visited('2026-11-01'), visited(null), visited('2026-10-01')]);
		expect(order.map(({ visitedOn }) => visitedOn)).toEqual([null, '2026-10-01', '2026-11-01']);
	});
});

describe('a request to share', () => {
	const asked = {
		...{ asker: 'Age Well Exampleton', body: 'charity', what: 'A talk on falls' },
		...{ link: 'https://example.org/falls', askedOn: '2026-11-20' }
	};
	const request = () => plan.transaction.get(shareRequestRecord, id);
	const decide = (decision: 'yes' | 'no', reason = 'It fits our patients.', who = volunteer) =>
		does(who, 'share-request.decide', { decision, reason });

	test('is decided by someone who writes, with a reason, and the day and the person stay', async () => {
		await does(rotaMember, 'share-request.add', asked);
		expect(await decide('yes', ' ')).toMatchObject({ field: 'reason' });
		expect(await decide('yes', 'Fits', rotaMember)).toMatchObject({ code: 'role-may-not' });
		expect(await decide('no')).toBeUndefined();
		await decide('yes');

		expect(await request()).toMatchObject({
			...{ decision: 'yes', reason: 'It fits our patients.' },
			...{ decidedOn: today, decidedBy: volunteer.personId }
		});
	});

	test('that got a yes becomes a draft with the original and its author filled in, once', async () => {
		await does(rotaMember, 'share-request.add', asked);
		const write = (who = volunteer) => does(who, 'share-request.write', { postId });
		expect(await write()).toMatchObject({ code: 'no-yes' });
		await decide('yes');
		expect(await write(otherVolunteer)).toMatchObject({ code: 'pledge-needed' });
		expect(await request()).toMatchObject({ postId: null });

		expect(await write()).toBeUndefined();
		expect(await plan.transaction.get(postRecord, postId)).toMatchObject({
			...{ type: 'share', status: 'draft', originalAuthor: 'Age Well Exampleton' },
			originalUrl: 'https://example.org/falls'
		});
		expect(await write()).toMatchObject({ code: 'has-post' });
		expect(await decide('no')).toMatchObject({ code: 'has-post' });
	});

	test('of a party is never a yes, and one of tomorrow is not noted', async () => {
		const body: Body = 'party';
		await does(volunteer, 'share-request.add', { ...asked, body });
		expect(await decide('yes')).toMatchObject({ code: 'takes-sides' });
		expect(await decide('no')).toBeUndefined();
		const tomorrow = { ...asked, id: idFor(9), askedOn: '2026-11-22' };
		expect(await does(volunteer, 'share-request.add', tomorrow)).toMatchObject({
			field: 'askedOn'
		});
	});

	test('waits in the order of asking; what is decided comes newest first', async () => {
		await does(volunteer, 'share-request.add', asked);
		const row = await request();
		if (!row) throw new Error('The request is not there.');
		const on = (askedOn: string, decision: 'yes' | null) => ({ ...row, askedOn, decision });
		const { open, decided } = requestsInOrder([
			...[on('2026-11-03', null), on('2026-11-01', 'yes')],
			...[on('2026-11-02', null), on('2026-11-04', 'yes')]
		]);
		expect(open.map(({ askedOn }) => askedOn)).toEqual(['2026-11-02', '2026-11-03']);
		expect(decided.map(({ askedOn }) => askedOn)).toEqual(['2026-11-04', '2026-11-01']);
	});
});
