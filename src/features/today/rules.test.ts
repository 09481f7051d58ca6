/** What each person is told to do now, and what is left to others. */
import { describe, expect, test } from 'vitest';
import type { Actor } from '#domain/roles.ts';
import {
	idFor,
	manager,
	coordinator,
	deputy,
	otherVolunteer,
	reader,
	rotaMember,
	volunteer
} from '#tests/support/actors.ts';
import { consentOf } from '#tests/support/consents.ts';
import { aPerson } from '#tests/support/group.ts';
import { away, slot } from '#tests/support/rota-rows.ts';
import { aPost, everyone, made, titles, today, todayFacts, told } from '#tests/support/today.ts';
import { todosFor } from './rules.ts';

test('On a day with nothing to do, nobody is told anything', () => {
	expect(told({})).toEqual([]);
});

describe('a duty', () => {
	const slots = [slot('2026-11-24', volunteer.personId)];

	test('is told on the day and on the day before', () => {
		expect(told({ slots })).toEqual([]);
		expect(titles(volunteer, { slots: [slot('2026-11-22', volunteer.personId)] })).toEqual([
			'You look after All accounts tomorrow'
		]);
	});

	test('on a day away is a clash, as soon as it is known', () => {
		const aways = [away(volunteer.personId, '2026-11-23', '2026-11-30')];

		expect(titles(volunteer, { slots, aways })).toEqual([
			'You are away on Tuesday 24 November and down to cover'
		]);
		expect(titles(otherVolunteer, { slots, aways })).toEqual([]);
	});

	test('as backup on a day away is one too', () => {
		const asBackup = [slot('2026-11-22', null, { backupId: volunteer.personId })];
		const aways = [away(volunteer.personId, '2026-11-22', '2026-11-22')];

		expect(titles(volunteer, { slots: asBackup, aways })).toEqual([
			'You are away tomorrow and down as backup'
		]);
	});
});

describe('the yearly pledge', () => {
	const people = (pledgedOn: string | null) =>
		everyone.map(({ personId, role }) => aPerson({ id: personId, role, pledgedOn }));

	test('is asked of everybody, whatever their role', () => {
		expect(told({ people: people(null) })).toEqual(everyone);
	});

	test('that has run out says since when, and what it stops', () => {
		const todos = (actor: Actor) => todosFor(todayFacts(actor, { people: people('2025-11-01') }));

		expect(todos(volunteer)).toMatchObject([
			{
				title: 'Sign the yearly pledge again',
				hint: 'It ran out on Sunday 1 November. Until you sign, you cannot plan a new post.',
				status: 'Run out',
				colour: 'red'
			}
		]);
		expect(todos(reader)[0]?.hint).toBe('It ran out on Sunday 1 November.');
	});

	test('that runs out within the month can be signed again', () => {
		expect(todosFor(todayFacts(volunteer, { people: people('2025-12-01') }))).toMatchObject([
			{ hint: 'Yours holds until Tuesday 1 December', dueOn: '2026-12-01', colour: 'blue' }
		]);
	});
});

describe('a post', () => {
	test('to approve is for the practice managers', () => {
		expect(told({ posts: [aPost({ status: 'ready' })] })).toEqual([manager, deputy]);
	});

	test('to put out today is for those who write; managers leave it to them', () => {
		const posts = [aPost({ status: 'approved', plannedOn: today })];

		expect(told({ posts })).toEqual([coordinator, volunteer, otherVolunteer]);
		expect(todosFor(todayFacts(volunteer, { posts }))[0]).toMatchObject({
			title: 'Post “Flu clinic”',
			status: 'Today'
		});
	});

	test('is for the manager where nobody else writes', () => {
		const posts = [aPost({ status: 'approved', plannedOn: '2026-11-20' })];
		const people = [aPerson({ id: manager.personId, role: manager.role, pledgedOn: today })];

		expect(titles(manager, { posts, people })).toContain('Post “Flu clinic”');
	});

	test('that was sent back is for its writer', () => {
		const posts = [aPost({ sentBack: 'Name the street.', writerId: otherVolunteer.personId })];

		expect(told({ posts })).toEqual([otherVolunteer]);
	});
});

describe('the numbers of last month', () => {
	test('are asked of those who write', () => {
		expect(told({ notes: [] })).toEqual([coordinator, volunteer, otherVolunteer]);
		expect(todosFor(todayFacts(volunteer, { notes: [] }))).toMatchObject([
			{ title: 'Enter the numbers of October', hint: 'our Facebook page', status: 'Late' }
		]);
	});

	test('are brought to the practice manager as a sheet, early in the month', () => {
		const { notes } = todayFacts(manager);

		expect(titles(manager, { notes, today: '2026-11-05' })).toEqual([
			'Look at the sheet of October'
		]);
		expect(titles(volunteer, { notes, today: '2026-11-05' })).toEqual([]);
	});
});

describe('a choice', () => {
	test('between two versions is told to those who may make it', () => {
		const overlap = {
			...{ id: idFor(0x30), ...made, about: 'post/1', recordKind: 'post', recordId: idFor(1) },
			...{ title: 'Flu clinic', field: 'text', stands: 'a', other: 'b' },
			...{ standsBy: null, standsAt: null, settledBy: null },
			...{ otherBy: volunteer.personId, otherAt: null }
		};

		expect(titles(volunteer, { overlaps: [overlap] })).toEqual([
			'Choose between two versions of “Flu clinic”'
		]);
	});

	test('about what the practice could not take is told to its author', () => {
		expect(todosFor(todayFacts(rotaMember, { refusedCount: 2 }))).toMatchObject([
			{ title: 'See what the practice could not take (2)', href: '/sync', colour: 'red' }
		]);
	});
});

test('A new group begins with people and accounts', () => {
	const people = [aPerson({ id: manager.personId, role: manager.role, pledgedOn: today })];

	expect(titles(manager, { people, accounts: [] })).toEqual([
		'Invite the first volunteer',
		'List your social media accounts'
	]);
});

test('What is late comes first, then what is soonest', () => {
	const days = todosFor(
		todayFacts(volunteer, {
			posts: [
				aPost({ status: 'approved', plannedOn: '2026-11-19' }),
				aPost({ id: idFor(0x11), plannedOn: '2026-11-23' })
			],
			slots: [slot('2026-11-22', volunteer.personId)],
			consents: [consentOf(1, { expiresOn: '2026-12-10' })]
		})
	).map(({ dueOn }) => dueOn);

	expect(days).toEqual(['2026-11-19', '2026-11-22', '2026-11-23', '2026-12-10']);
});
