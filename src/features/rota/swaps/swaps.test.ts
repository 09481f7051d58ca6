import { beforeEach, describe, expect, test } from 'vitest';
import {
	coordinator,
	idFor,
	otherVolunteer,
	reader,
	rotaMember,
	volunteer
} from '#tests/support/actors.ts';
import { ann, group, sam, tuesday } from '#tests/support/rota.ts';
import { deskOfTests, freshId, swapId } from '#tests/support/rota-desk.ts';
import { person } from '#tests/support/rota-rows.ts';
import { editRotaSettings } from '../settings/mutations.ts';
import { confirmSwap, declineSwap, passOn, withdrawSwap } from './mutations.ts';
import type { RotaSwap } from './record.ts';
import { swapsFor, swapWords } from './rules.ts';

let desk: Awaited<ReturnType<typeof deskOfTests>>;

beforeEach(async () => {
	desk = await deskOfTests();
	await desk.take(volunteer);
});

const yes = { id: swapId, slotId: freshId };
const pass = { id: swapId, slotId: freshId, dutyOn: tuesday, group, toId: sam, hasAgreed: true };

describe('offering a day', () => {
	test('changes nothing until somebody says yes', async () => {
		expect(await desk.offer(volunteer)).toBeUndefined();
		expect(await desk.who()).toBe(ann);

		expect(await desk.accept(otherVolunteer)).toBeUndefined();
		expect(await desk.who()).toBe(sam);
		expect(await desk.swap()).toMatchObject({ state: 'done', takerId: sam });
	});

	test('only its holder may, once, on a day to come', async () => {
		expect(await desk.offer(otherVolunteer)).toMatchObject({ code: 'not-yours' });
		expect(await desk.offer(reader)).toMatchObject({ code: 'role-may-not' });
		expect(await desk.offer(volunteer, null, '2026-11-20')).toMatchObject({ code: 'day-is-past' });
		await desk.offer(volunteer);
		expect(await desk.offer(volunteer)).toMatchObject({ code: 'already-offered' });
	});

	test('not to someone who is away or only reads', async () => {
		await desk.leaveOn(otherVolunteer, tuesday, tuesday);

		expect(await desk.offer(volunteer, sam)).toMatchObject({ code: 'is-away' });
		expect(await desk.offer(volunteer, reader.personId)).toMatchObject({ code: 'may-not-cover' });
	});

	test('an offer to one person is not for another', async () => {
		await desk.offer(volunteer, sam);

		expect(await desk.accept(rotaMember)).toMatchObject({ code: 'already-answered' });
		expect(await desk.who()).toBe(ann);
	});

	test('who says yes second is told kindly who was first', async () => {
		await desk.offer(volunteer);
		await desk.accept(otherVolunteer);

		const answer = await desk.accept(rotaMember);
		expect(answer?.message).toBe('Sam said yes before you. Thank you for offering.');
		expect(await desk.who()).toBe(sam);
	});

	test('a day that has gone to someone else since stays theirs', async () => {
		await desk.offer(volunteer);
		await desk.put(coordinator, rotaMember.personId, { insteadOf: ann });

		expect(await desk.accept(otherVolunteer)).toMatchObject({ code: 'changed-since' });
		expect(await desk.who()).toBe(rotaMember.personId);
	});

	test('no, and taking it back', async () => {
		await desk.offer(volunteer, sam);
		const { does } = desk;

		expect(await does(rotaMember, declineSwap, { id: swapId })).toMatchObject({
			code: 'not-yours'
		});
		expect(await does(otherVolunteer, withdrawSwap, { id: swapId })).toMatchObject({
			code: 'not-yours'
		});
		expect(await does(otherVolunteer, declineSwap, { id: swapId })).toBeUndefined();
		expect(await desk.who()).toBe(ann);
		expect(await does(volunteer, withdrawSwap, { id: swapId })).toMatchObject({
			code: 'already-answered'
		});
	});

	test('an offer that was taken back cannot be taken up', async () => {
		await desk.offer(volunteer);
		expect(await desk.does(volunteer, withdrawSwap, { id: swapId })).toBeUndefined();

		expect(await desk.accept(otherVolunteer)).toMatchObject({ code: 'already-answered' });
	});

	test('a day that repeats changes hands for that day alone', async () => {
		await desk.repeat({ personIds: [ann], firstOn: '2026-11-25' });
		await desk.offer(volunteer, null, '2026-11-26');
		await desk.accept(otherVolunteer);

		expect(await desk.who('2026-11-26')).toBe(sam);
		expect(await desk.who('2026-11-27')).toBe(ann);
	});
});

describe('where the group wants a yes', () => {
	beforeEach(() => desk.does(coordinator, editRotaSettings, { changes: { swapNeedsYes: true } }));

	test('the day changes hands with the coordinator’s yes', async () => {
		await desk.offer(volunteer);
		await desk.accept(otherVolunteer);
		expect(await desk.who()).toBe(ann);

		expect(await desk.does(volunteer, confirmSwap, yes)).toMatchObject({ code: 'role-may-not' });
		expect(await desk.does(coordinator, confirmSwap, yes)).toBeUndefined();
		expect(await desk.who()).toBe(sam);
	});

	test('and not with their no', async () => {
		await desk.does(volunteer, passOn, pass);
		expect(await desk.swap()).toMatchObject({ state: 'accepted' });

		expect(await desk.does(coordinator, declineSwap, { id: swapId })).toBeUndefined();
		expect(await desk.who()).toBe(ann);
	});
});

describe('“I can’t, but Sam can”', () => {
	test('is one step, for someone who has agreed', async () => {
		expect(await desk.does(volunteer, passOn, { ...pass, hasAgreed: false })).toMatchObject({
			code: 'bad-arguments'
		});
		expect(await desk.does(volunteer, passOn, pass)).toBeUndefined();
		expect(await desk.who()).toBe(sam);
	});

	test('not for a day of someone else', async () => {
		expect(await desk.does(rotaMember, passOn, pass)).toMatchObject({ code: 'not-yours' });
	});
});

describe('who sees what', () => {
	const people = [person(ann, 'Ann'), person(sam, 'Sam')];
	const swap: RotaSwap = {
		...{ id: idFor(1), createdAt: 0, createdBy: ann, dutyOn: tuesday, group },
		...{ fromId: ann, toId: sam, takerId: null, state: 'offered' }
	};
	const today = '2026-11-21';

	test('both see it, others do not', () => {
		expect(swapsFor([swap], volunteer, today)).toHaveLength(1);
		expect(swapsFor([swap], otherVolunteer, today)).toHaveLength(1);
		expect(swapsFor([swap], rotaMember, today)).toEqual([]);
		expect(swapsFor([{ ...swap, toId: null }], rotaMember, today)).toHaveLength(1);
		expect(swapsFor([swap], volunteer, '2026-11-25')).toEqual([]);
	});

	test('a coordinator sees what waits for a yes', () => {
		const accepted: RotaSwap = { ...swap, takerId: sam, state: 'accepted' };

		expect(swapsFor([accepted], coordinator, today)).toHaveLength(1);
		expect(swapsFor([swap], coordinator, today)).toEqual([]);
	});

	test('in words', () => {
		expect(swapWords(swap, people, today, ann)).toBe(
			'You ask Sam to take Tuesday 24 November (All accounts).'
		);
		expect(swapWords({ ...swap, takerId: sam, state: 'done' }, people, today, ann)).toBe(
			'Sam took over Tuesday 24 November (All accounts) from you.'
		);
	});
});
