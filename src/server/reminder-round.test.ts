/**
 * The look of each minute: what it may leave out, and that it misses nothing.
 */
import { v7 } from 'uuid';
import { beforeEach, expect, test, vi } from 'vitest';
import { momentOf, timeOf } from '#domain/clock.ts';
import { onEveryDatabase } from '#tests/support/databases.ts';
import type { Group } from '#tests/support/group-of-people.ts';
import { remindedPeople } from '#tests/support/reminded-people.ts';
import { ReminderRound } from './reminder-round.ts';
import { tellDue } from './reminders.ts';

const minute = 60_000;

onEveryDatabase('the look for reminders', (open) => {
	const reminded = remindedPeople(open);
	let people: ReturnType<typeof reminded>;
	let group: Group;

	beforeEach(() => {
		people = reminded();
		({ group } = people);
	});

	test('are not looked for where nothing has changed and nothing is due yet', async () => {
		// The rounds of other tests were before.
		const nextEvening = momentOf('2026-12-09', '18:00');
		const round = new ReminderRound(group.engine, people.senders, people.origin);
		const looks = vi.spyOn(group.engine.database, 'withPractice');
		const looksAt = async (at: number) => {
			group.engine.time = at;
			looks.mockClear();
			await round.run();
			return looks.mock.calls.filter(([id]) => id === group.practiceId).length;
		};
		const member = await people.reachable();
		await people.onDuty(member, '2026-12-10');

		const first = await looksAt(nextEvening - 60 * minute);
		const second = await looksAt(nextEvening - 59 * minute);
		await group.does('person.add', { id: v7(), name: 'Zoe Example', role: 'reader' });
		const afterChange = await looksAt(nextEvening - 58 * minute);
		await people.turnOn(await group.signIn(member.who.personId), 'second');
		const afterNewPhone = await looksAt(nextEvening - 57 * minute);
		const third = await looksAt(nextEvening - minute);
		const whenDue = await looksAt(nextEvening);
		looks.mockRestore();

		expect([first, afterChange, afterNewPhone]).toEqual([1, 1, 1]);
		expect([second, third]).toEqual([0, 0]);
		expect(whenDue).toBeGreaterThan(1);
		expect(people.service.delivered).toHaveLength(2);
	});

	test('are all found, however seldom is looked', async () => {
		const round = new ReminderRound(group.engine, people.senders, people.origin);
		const [vera, walt] = [await people.reachable(), await people.reachable()];
		const begin = momentOf('2026-12-16', '06:00');
		const happens: Record<string, () => Promise<unknown>> = {
			'08:15': () => people.onDuty(vera, '2026-12-17'),
			'17:30': () => people.onDuty(walt, '2026-12-18'),
			'17:45': () => Promise.resolve((people.service.status = 503)),
			'18:45': () => Promise.resolve((people.service.status = 201)),
			'21:00': () => people.chooses(walt, { quietFrom: '17:00', quietUntil: '19:30' })
		};
		const left: number[] = [];
		for (let at = begin; at < begin + 48 * 60 * minute; at += 15 * minute) {
			group.engine.time = at;
			if (at < begin + 24 * 60 * minute) await happens[timeOf(at)]?.();
			await round.run();
			const { asked } = people.service;
			await tellDue(people.telling());
			if (people.service.asked > asked) left.push(at);
		}

		expect(left).toEqual([]);
		const turn = { title: 'Your turn is tomorrow' };
		expect(people.service.delivered).toMatchObject([turn, turn]);
		// Three tries in vain, then once for each of them.
		expect(people.service.asked).toBe(5);
	});
});
