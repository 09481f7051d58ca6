/**
 * What can be done to a place, and how its no wins.
 */
import { describe, expect, test } from 'vitest';
import { runMutation, type Mutation } from '#domain/mutation.ts';
import { readableRow } from '#domain/record.ts';
import type { Actor } from '#domain/roles.ts';
import {
	as,
	coordinator,
	deputy,
	idFor,
	manager,
	otherVolunteer,
	reader,
	rotaMember,
	volunteer
} from '#tests/support/actors.ts';
import { hall, hallsYes } from '#tests/support/consents.ts';
import { memoryTransaction } from '#tests/support/memory-transaction.ts';
import { venueRecord } from '../record.ts';
import {
	addVenue,
	askVenue,
	confirmVenue,
	editVenue,
	giveVenue,
	refuseVenue,
	venueMutations,
	withdrawVenue
} from './mutations.ts';
import { giveVenueCopy } from './answering.ts';

const { id } = hall;
const yes = hallsYes;
const ask = { id, isAgainAfterNo: false };

function group() {
	const transaction = memoryTransaction();
	const act = (mutation: Mutation, args: object, who: Actor = volunteer) =>
		runMutation(mutation, transaction, args, as(who));
	return { act, transaction, venue: () => transaction.get(venueRecord, id) };
}

/** The hall, after these have been done to it. */
async function withHall(...done: readonly [Mutation, object, Actor?][]) {
	const here = group();
	expect(await here.act(addVenue, hall)).toBeUndefined();
	for (const [mutation, args, who] of done) {
		expect(await here.act(mutation, args, who)).toBeUndefined();
	}
	return here;
}

const about: [Mutation, object, Actor, Actor][] = [
	[addVenue, { ...hall, id: idFor(0x71) }, volunteer, rotaMember],
	[editVenue, { id, changes: { name: 'The hall' } }, volunteer, rotaMember],
	[askVenue, ask, volunteer, rotaMember],
	[giveVenue, yes, volunteer, rotaMember],
	[giveVenueCopy, { id, how: 'print' }, volunteer, rotaMember],
	[refuseVenue, { id }, rotaMember, reader],
	[withdrawVenue, { id }, rotaMember, reader]
];

test.each(about)('$name: who may, and who may not', async (mutation, args, who, other) => {
	const { act } = await withHall();

	expect(await act(mutation, args, other)).toMatchObject({ code: 'role-may-not' });
	expect(await act(mutation, args, who)).toBeUndefined();
});

test.each([
	...about.slice(1).map(([mutation, args, who]) => [mutation, args, who] as const),
	[confirmVenue, { id }, manager] as const
])('$name needs a place on the list, and known arguments', async (mutation, args, who) => {
	const { act } = group();

	expect(await act(mutation, args, who)).toMatchObject({ code: 'no-such-venue' });
	expect(await act(mutation, { ...args, status: 'confirmed' }, who)).toMatchObject({
		code: 'bad-arguments'
	});
});

test('every mutation is on the list', () => {
	expect(venueMutations).toHaveLength(8);
	expect(venueMutations).toEqual(expect.arrayContaining(about.map(([mutation]) => mutation)));
	expect(venueMutations).toContain(confirmVenue);
});

describe('venue.add and venue.edit', () => {
	test('a place starts unasked, and is added once', async () => {
		const { act, venue } = await withHall();

		expect(await venue()).toMatchObject({ ...hall, status: 'not-asked', areas: [] });
		expect(await act(addVenue, hall)).toMatchObject({ code: 'already-here' });
		expect(await act(addVenue, { ...hall, name: ' ' })).toMatchObject({ code: 'bad-arguments' });
	});

	test('what the owner agreed to cannot be edited in', async () => {
		const { act } = await withHall([giveVenue, yes]);

		expect(await act(editVenue, { id, changes: { areas: ['Kitchen'] } })).toMatchObject({
			code: 'bad-arguments'
		});
	});

	test('a new name leaves the answer as it is', async () => {
		const { venue } = await withHall(
			[giveVenue, yes],
			[editVenue, { id, changes: { name: 'Hall' } }]
		);

		expect(await venue()).toMatchObject({ name: 'Hall', status: 'given', address: '1 The Green' });
	});
});

describe('venue.ask and venue.give', () => {
	test('first asked, then a yes for some parts and days', async () => {
		const asked = await withHall([askVenue, ask]);
		expect(await asked.venue()).toMatchObject({ status: 'asked', askedOn: '2026-11-21' });

		await asked.act(giveVenue, yes);

		expect(await asked.venue()).toMatchObject({
			...{ status: 'given', areas: ['Main hall'], areasNotAllowed: ['Kitchen'] },
			...{ expiresOn: '2027-11-21', takenBy: volunteer.personId }
		});
	});

	test('being asked again changes nothing until there is a new answer', async () => {
		const { act, venue } = await withHall([giveVenue, yes], [confirmVenue, { id }, manager]);

		await act(askVenue, ask);
		expect(await venue()).toMatchObject({ status: 'confirmed' });

		await act(giveVenue, { ...yes, areas: ['Main hall', 'Garden'] }, otherVolunteer);
		expect(await venue()).toMatchObject({ status: 'given', confirmedAt: null, confirmedBy: null });
	});

	test.each([
		['not-yet', { givenOn: '2026-11-22' }],
		['ends-too-soon', { firstOn: '2026-12-01', expiresOn: '2026-11-30' }],
		['bad-arguments', { areas: [] }],
		['bad-arguments', { areas: [' '] }],
		['bad-arguments', { agreedBy: '' }]
	])('a yes is refused as %s', async (code, changes) => {
		const { act } = await withHall();

		expect(await act(giveVenue, { ...yes, ...changes })).toMatchObject({ code });
	});
});

describe('venue.confirm: the practice checks the yes of a place', () => {
	test('the practice manager may, once', async () => {
		const { act, venue } = await withHall([giveVenue, yes], [confirmVenue, { id }, manager]);

		expect(await venue()).toMatchObject({
			...{ status: 'confirmed', confirmedBy: manager.personId, confirmedAt: as(manager).actedAt }
		});
		expect(await act(confirmVenue, { id }, deputy)).toMatchObject({ code: 'not-waiting' });
	});

	test('nobody else may', async () => {
		const { act } = await withHall([giveVenue, yes]);

		for (const who of [coordinator, volunteer, rotaMember, reader]) {
			expect(await act(confirmVenue, { id }, who)).toMatchObject({ code: 'role-may-not' });
		}
	});

	test('not their own; then the deputy does it', async () => {
		const { act } = await withHall([giveVenue, yes, manager]);

		expect(await act(confirmVenue, { id }, manager)).toMatchObject({ code: 'your-own' });
		expect(await act(confirmVenue, { id }, deputy)).toBeUndefined();
	});

	test('not before there is a yes', async () => {
		const { act } = await withHall([askVenue, ask]);

		expect(await act(confirmVenue, { id }, manager)).toMatchObject({ code: 'not-waiting' });
	});
});

describe('venue.refuse and venue.withdraw: a no wins', () => {
	test.each([
		['refused', refuseVenue],
		['withdrawn', withdrawVenue]
	])('%s: over a yes, and whatever arrives later', async (status, no) => {
		const { act, venue } = await withHall(
			[giveVenue, yes],
			[confirmVenue, { id }, manager],
			[no, { id }, rotaMember]
		);

		expect(await act(giveVenue, yes)).toMatchObject({ code: 'said-no' });
		expect(await act(askVenue, ask)).toMatchObject({ code: 'said-no' });
		expect(await act(confirmVenue, { id }, manager)).toMatchObject({ code: 'not-waiting' });
		expect(await act(refuseVenue, { id })).toBeUndefined();
		expect(await act(withdrawVenue, { id })).toBeUndefined();
		expect(await venue()).toMatchObject({ status });
	});

	test('whoever knows of the no can ask again', async () => {
		const { act, venue } = await withHall([refuseVenue, { id }]);

		await act(askVenue, { id, isAgainAfterNo: true });
		expect(await venue()).toMatchObject({ status: 'asked' });

		expect(await act(giveVenue, yes)).toBeUndefined();
	});
});

test('how to reach the owner is for the practice manager and the coordinator', async () => {
	const { venue } = await withHall([editVenue, { id, changes: { contact: '01632 960001' } }]);
	const row = await venue();
	if (!row) throw new Error('no place');

	expect(readableRow(venueRecord, row, 'volunteer')).toMatchObject({ contact: null });
	expect(readableRow(venueRecord, row, 'coordinator')).toMatchObject({ contact: '01632 960001' });
});
