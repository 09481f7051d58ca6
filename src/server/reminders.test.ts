/**
 * Reminders on each database, through a real push service and a real mail server on this machine:
 * who hears what, once, and what happens when someone cannot be reached.
 */
import { beforeEach, expect, test } from 'vitest';
import { momentOf } from '#domain/clock.ts';
import { onEveryDatabase } from '#tests/support/databases.ts';
import type { Group } from '#tests/support/group-of-people.ts';
import { TestEngine } from '#tests/support/practice-server.ts';
import { remindedPeople } from '#tests/support/reminded-people.ts';
import { openDatabase } from './database.ts';
import { listDevices, removeDevice, signOutEverywhere } from './devices.ts';
import { ReminderRound } from './reminder-round.ts';
import { confirmAddress, setAddress, showWays, subscribe } from './reminder-ways.ts';
import { tellDue } from './reminders.ts';

const minute = 60_000;
/** A Thursday. */
const dutyOn = '2026-12-03';
const evening = momentOf('2026-12-02', '18:00');

onEveryDatabase('reminders', (open) => {
	const reminded = remindedPeople(open);
	let people: ReturnType<typeof reminded>;
	let group: Group;

	beforeEach(() => {
		people = reminded();
		({ group } = people);
	});

	const tellAt = (at: number) => {
		group.engine.time = at;
		return tellDue(people.telling());
	};

	test('tell whoever is on duty the evening before, sealed and signed', async () => {
		const member = await people.reachable('volunteer', 'phone-of-vera');
		await people.onDuty(member, dutyOn);

		await tellAt(evening - minute);
		const before = people.service.delivered.length;
		await tellAt(evening);

		expect(before).toBe(0);
		expect(people.service.delivered).toMatchObject([
			{
				title: 'Your turn is tomorrow',
				path: '/rota',
				phone: 'phone-of-vera',
				subject: people.origin
			}
		]);
		const [{ sealed, signedBy } = { sealed: Buffer.of(), signedBy: '' }] = people.service.delivered;
		expect(sealed.includes('turn')).toBe(false);
		expect(await showWays(group.engine, people.senders, member.who)).toMatchObject({
			publicKey: signedBy
		});
	});

	test('tell each thing once, also after a restart and by several rounds', async () => {
		await people.onDuty(await people.reachable(), dutyOn);
		await tellAt(evening);
		await tellAt(evening + minute);

		const afterRestart = new ReminderRound(
			group.engine,
			{ ...people.senders, mail: undefined },
			people.origin
		);
		await afterRestart.run();

		expect(people.service.delivered).toHaveLength(1);
	});

	test('are sent by one of two servers that look at the same moment', async () => {
		const { database, options } = open();
		await people.onDuty(await people.reachable(), dutyOn);
		const other = database.engine === 'postgres' ? await openDatabase(options) : database;
		const elsewhere = new TestEngine(other, group.engine.registry);
		group.engine.time = evening;
		elsewhere.time = evening;

		const told = await Promise.all(
			[group.engine, elsewhere, elsewhere, group.engine].map((engine) =>
				tellDue(people.telling(engine))
			)
		);

		if (other !== database) await other.close();
		expect(told.map(({ told: count }) => count).sort()).toEqual([0, 0, 0, 1]);
		expect(people.service.delivered).toHaveLength(1);
	});

	test('leave quiet hours alone and come when they end', async () => {
		const member = await people.reachable();
		await people.chooses(member, { dutyLead: 'morning', quietFrom: '20:00', quietUntil: '09:30' });
		await people.onDuty(member, dutyOn);

		await tellAt(momentOf(dutyOn, '09:29'));
		const inQuiet = people.service.delivered.length;
		await tellAt(momentOf(dutyOn, '09:30'));

		expect([inQuiet, people.service.delivered.length]).toEqual([0, 1]);
	});

	test('are not sent for what the person does not want, nor to a phone when only mail is', async () => {
		const [without, byMail] = [await people.reachable(), await people.reachable()];
		await people.chooses(without, { topicsOff: ['duty'] });
		await people.chooses(byMail, { byPush: false });
		await people.onDuty(without, dutyOn);
		await people.onDuty(byMail, '2026-12-04');

		await tellAt(evening);
		await tellAt(momentOf('2026-12-03', '18:00'));

		expect(people.service.asked).toBe(0);
	});

	test('go to an address once its code has been typed, and hold no name', async () => {
		const member = await group.join('volunteer');
		const { who } = member;
		group.engine.time = evening - 10 * minute;
		await setAddress(group.engine, people.senders, { who, address: 'vera@example.com' });
		const [, code = ''] =
			/Type this code in the app: (\w{4} \w{4})/.exec(people.mails.taken[0]?.text ?? '') ?? [];
		await people.onDuty(member, dutyOn);
		await tellAt(evening - minute);
		const wrong = await confirmAddress(group.engine, { who, typed: 'AAAA AAAA' });
		const right = await confirmAddress(group.engine, { who, typed: code });

		await tellAt(evening);

		expect(wrong).toMatchObject({ error: 'bad-request' });
		expect(right).toEqual({ isConfirmed: true });
		expect(people.mails.taken).toHaveLength(2);
		expect(people.mails.taken[1]).toMatchObject({
			to: 'vera@example.com',
			from: 'board@noticeboard.example'
		});
		expect(people.mails.taken[1]?.text).toContain('Subject: Your turn is tomorrow');
		expect(people.mails.taken[1]?.text).toContain(`${people.origin}/rota`);
		expect(people.mails.taken[1]?.text).not.toContain('A volunteer');
	});

	test('say since when someone could not be reached, try again, and say no more once it works', async () => {
		const member = await people.reachable();
		await people.onDuty(member, dutyOn);
		people.service.status = 503;
		await tellAt(evening);
		await tellAt(evening + minute);
		const tries = people.service.asked;
		const troubled = await listDevices(group.engine, group.manager.who);
		people.service.status = 201;
		await tellAt(evening + 5 * minute);

		expect(tries).toBe(1);
		expect(troubled).toMatchObject({
			devices: expect.arrayContaining([
				expect.objectContaining({ id: member.who.deviceId, unreachedSince: evening })
			]) as unknown
		});
		expect(people.service.delivered).toHaveLength(1);
		expect(await showWays(group.engine, people.senders, member.who)).toMatchObject({
			pushTrouble: null
		});
	});

	test.each([404, 410])(
		'end when the push service answers %i, and that is seen',
		async (status) => {
			const member = await people.reachable();
			await people.onDuty(member, dutyOn);
			people.service.status = status;

			await tellAt(evening);
			await tellAt(evening + 60 * minute);

			expect(people.service.asked).toBe(1);
			expect(await showWays(group.engine, people.senders, member.who)).toMatchObject({
				endpoint: null,
				pushTrouble: { since: evening, what: 'ended' }
			});
		}
	);

	test('say since when mail does not arrive', async () => {
		const { who } = await group.join('volunteer');
		group.engine.time = evening - 10 * minute;
		await setAddress(group.engine, people.senders, { who, address: 'vera@example.com' });
		const [, code = ''] =
			/Type this code in the app: (\w{4} \w{4})/.exec(people.mails.taken[0]?.text ?? '') ?? [];
		await confirmAddress(group.engine, { who, typed: code });
		await people.onDuty({ who, token: '' }, dutyOn);
		people.mails.isTaking = false;

		await tellAt(evening);

		expect(await listDevices(group.engine, group.manager.who)).toMatchObject({
			mailTroubles: [{ personId: who.personId, since: evening }]
		});
		expect(group.engine.logged.join('')).not.toContain('vera');
	});

	test('go to every phone of a person, and to none that was removed', async () => {
		const member = await people.reachable('volunteer', 'first');
		const second = await group.signIn(member.who.personId);
		await people.turnOn(second, 'second');
		const third = await group.signIn(member.who.personId);
		await people.turnOn(third, 'third');
		await removeDevice(group.engine, group.manager.who, third.who.deviceId);
		await people.onDuty(member, dutyOn);

		await tellAt(evening);

		expect(people.service.delivered.map(({ phone }) => phone).sort()).toEqual(['first', 'second']);
	});

	test('stop for someone who has left or is signed out everywhere', async () => {
		const [gone, out] = [await people.reachable(), await people.reachable()];
		await people.onDuty(gone, dutyOn);
		await people.onDuty(out, '2026-12-04');
		await group.does('person.leave', { id: gone.who.personId });
		await signOutEverywhere(group.engine, group.manager.who, out.who.personId);

		await tellAt(evening);
		await tellAt(momentOf('2026-12-03', '18:00'));

		expect(people.service.asked).toBe(0);
		const rows = await open().database.withPractice(group.practiceId, (trx) =>
			trx
				.selectFrom('push_subscription')
				.selectAll()
				.where('practice_id', '=', group.practiceId)
				.execute()
		);
		expect(rows).toEqual([]);
	});

	test('are not sent to an address that is no push service', async () => {
		const { who } = await group.join('volunteer');
		const subscription = {
			...people.service.subscription('x'),
			endpoint: people.service.origin.replace('127.0.0.1', 'localhost')
		};

		const answer = await subscribe(group.engine, people.senders, { who, subscription });

		expect(answer).toMatchObject({ error: 'bad-request', field: 'endpoint' });
	});
});
