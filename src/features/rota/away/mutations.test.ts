import { beforeEach, describe, expect, test } from 'vitest';
import {
	coordinator,
	idFor,
	manager,
	otherVolunteer,
	reader,
	rotaMember,
	volunteer
} from '#tests/support/actors.ts';
import { ann, sam, tuesday, rotaOfTests } from '#tests/support/rota.ts';
import { awayRecord } from '../record.ts';

let rota: Awaited<ReturnType<typeof rotaOfTests>>;

beforeEach(async () => {
	rota = await rotaOfTests();
});

describe('away dates', () => {
	test.each([volunteer, rotaMember, coordinator, manager])(
		'a $role puts in their own',
		async (who) => {
			expect(await rota.leaveOn(who, '2026-12-01', '2026-12-07')).toBeUndefined();
			expect(await rota.away()).toMatchObject({ personId: who.personId, lastOn: '2026-12-07' });
		}
	);

	test('a leader may for someone else, others may not', async () => {
		const forAnn = { personId: ann };

		expect(await rota.leaveOn(otherVolunteer, '2026-12-01', '2026-12-07', forAnn)).toMatchObject({
			code: 'not-yours'
		});
		expect(await rota.leaveOn(coordinator, '2026-12-01', '2026-12-07', forAnn)).toBeUndefined();
		expect(await rota.away()).toMatchObject({ personId: ann, createdBy: coordinator.personId });
	});

	test('someone who only reads may not', async () => {
		expect(await rota.leaveOn(reader, '2026-12-01', '2026-12-07')).toMatchObject({
			code: 'role-may-not'
		});
	});

	test('the duty stays on the rota; the clash is for people to settle', async () => {
		await rota.take(volunteer);

		expect(await rota.leaveOn(volunteer, tuesday, tuesday)).toBeUndefined();
		expect(await rota.slot()).toMatchObject({ personId: ann });
	});

	test.each([
		['2026-12-07', '2026-12-01', 'ends-before-start'],
		['2026-11-01', '2026-11-20', 'already-past'],
		['2026-12-01', '2027-12-02', 'too-long']
	])('from %s to %s is refused: %s', async (firstOn, lastOn, code) => {
		expect(await rota.leaveOn(volunteer, firstOn, lastOn)).toMatchObject({ code, field: 'lastOn' });
	});

	test('days that are no days are refused', async () => {
		expect(await rota.leaveOn(volunteer, '2026-02-30', '2026-03-01')).toMatchObject({
			code: 'bad-arguments',
			field: 'firstOn'
		});
	});

	test('someone who left has no away dates', async () => {
		await rota.samLeaves('2026-11-01');

		expect(
			await rota.leaveOn(coordinator, '2026-12-01', '2026-12-07', { personId: sam })
		).toMatchObject({ code: 'may-not-cover' });
	});

	test('an id that is in use changes nobody’s dates', async () => {
		await rota.leaveOn(otherVolunteer, '2026-12-01', '2026-12-07');

		expect(await rota.leaveOn(volunteer, '2026-12-01', '2026-12-07')).toMatchObject({
			code: 'id-in-use'
		});
		expect(await rota.away()).toMatchObject({ personId: sam });
	});

	test.each([
		[volunteer, coordinator],
		[coordinator, volunteer]
	])('the same stay noted on two phones is kept once', async (first, second) => {
		const stay = (id: string) => ({ id, personId: ann });

		expect(await rota.leaveOn(first, '2026-12-01', '2026-12-07', stay(idFor(60)))).toBeUndefined();
		expect(await rota.leaveOn(second, '2026-12-01', '2026-12-07', stay(idFor(61)))).toMatchObject({
			code: 'already-away'
		});
		expect(await rota.transaction.by(awayRecord, 'personId', ann)).toHaveLength(1);
	});
});

describe('changing away dates', () => {
	beforeEach(async () => {
		await rota.leaveOn(volunteer, '2026-12-01', '2026-12-07');
	});

	test('only the day that is given is changed', async () => {
		expect(await rota.change(volunteer, { lastOn: '2026-12-09' })).toBeUndefined();
		expect(await rota.away()).toMatchObject({ firstOn: '2026-12-01', lastOn: '2026-12-09' });
	});

	test('a leader may, another member may not', async () => {
		expect(await rota.change(coordinator, { firstOn: '2026-12-02' })).toBeUndefined();
		expect(await rota.change(otherVolunteer, { firstOn: '2026-12-03' })).toMatchObject({
			code: 'not-yours'
		});
		expect(await rota.change(reader, {})).toMatchObject({ code: 'role-may-not' });
	});

	test('the last day may not come before the first', async () => {
		expect(await rota.change(volunteer, { lastOn: '2026-11-30' })).toMatchObject({
			code: 'ends-before-start'
		});
	});

	test('not once they have passed', async () => {
		expect(
			await rota.change(volunteer, { lastOn: '2026-12-20' }, Date.UTC(2026, 11, 8))
		).toMatchObject({
			code: 'already-past'
		});
	});

	test('dates that are gone, or no dates, are refused', async () => {
		expect(await rota.change(volunteer, { lastOn: 'soon' })).toMatchObject({
			code: 'bad-arguments'
		});
		await rota.removeAway(volunteer);
		expect(await rota.change(volunteer, {})).toMatchObject({ code: 'no-such-away' });
	});

	test.each([true, false])(
		'two people change one end each, in either order (%s)',
		async (isMine) => {
			const deeds = [
				() => rota.change(volunteer, { firstOn: '2026-12-02' }),
				() => rota.change(coordinator, { lastOn: '2026-12-10' })
			];
			for (const deed of isMine ? deeds : deeds.reverse()) expect(await deed()).toBeUndefined();

			expect(await rota.away()).toMatchObject({ firstOn: '2026-12-02', lastOn: '2026-12-10' });
		}
	);
});

describe('removing away dates', () => {
	beforeEach(async () => {
		await rota.leaveOn(volunteer, '2026-12-01', '2026-12-07');
	});

	test.each([volunteer, coordinator, manager])(
		'the person and leaders may ($role)',
		async (who) => {
			expect(await rota.removeAway(who)).toBeUndefined();
			expect(await rota.away()).toBeUndefined();
		}
	);

	test('others may not', async () => {
		expect(await rota.removeAway(otherVolunteer)).toMatchObject({ code: 'not-yours' });
		expect(await rota.removeAway(reader)).toMatchObject({ code: 'role-may-not' });
		expect(await rota.removeAway(volunteer, 'x')).toMatchObject({ code: 'bad-arguments' });
	});

	test('changed on one phone and removed on another: gone in either order, and said so', async () => {
		await rota.removeAway(volunteer);
		expect(await rota.change(coordinator, { lastOn: '2026-12-08' })).toMatchObject({
			code: 'no-such-away'
		});
		expect(await rota.removeAway(coordinator)).toMatchObject({ code: 'no-such-away' });

		await rota.leaveOn(volunteer, '2026-12-01', '2026-12-07');
		await rota.change(coordinator, { lastOn: '2026-12-08' });
		expect(await rota.removeAway(volunteer)).toBeUndefined();
		expect(await rota.away()).toBeUndefined();
	});
});
