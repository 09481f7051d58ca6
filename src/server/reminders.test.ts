/**
 * Reminders on each database, through a real push service and a real mail server on this machine:
 * who hears what, once, and what happens when someone cannot be reached.
 */
import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { momentOf } from '#domain/clock.ts';
import type { Role } from '#domain/roles.ts';
import { onEveryDatabase } from '#tests/support/databases.ts';
import { newGroup, type Group, type SignedIn } from '#tests/support/group-of-people.ts';
import { MailServer } from '#tests/support/mail-server.ts';
import { TestEngine } from '#tests/support/practice-server.ts';
import { PushService } from '#tests/support/push-service.ts';
import { openDatabase } from './database.ts';
import { listDevices, removeDevice, signOutEverywhere } from './devices.ts';
import { MailSender } from './mail.ts';
import { PushSender } from './push.ts';
import { ReminderRound } from './reminder-round.ts';
import { confirmAddress, setAddress, showWays, subscribe, type Senders } from './reminder-ways.ts';
import { tellDue } from './reminders.ts';
import { runAs } from './run-as.ts';

const origin = 'https://noticeboard.example';
const minute = 60_000;
/** A Thursday. */
const dutyOn = '2026-12-03';
const evening = momentOf('2026-12-02', '18:00');

onEveryDatabase('reminders', (open) => {
	let group: Group;
	let service: PushService;
	let mails: MailServer;
	let senders: Senders;

	beforeAll(async () => {
		service = await PushService.start();
		mails = await MailServer.start();
		senders = {
			push: new PushSender({ subject: origin, keys: undefined, services: [service.origin] }),
			mail: new MailSender({ url: mails.url, from: 'Noticeboard <board@noticeboard.example>' })
		};
	});
	afterAll(async () => {
		senders.mail?.close();
		await service.close();
		await mails.close();
	});
	beforeEach(async () => {
		group = await newGroup(open().database);
		await group.does('person.pledge', {});
		service.status = 201;
		service.delivered.length = 0;
		service.asked = 0;
		mails.isTaking = true;
		mails.taken.length = 0;
	});

	const telling = (engine = group.engine) => ({
		...{ engine, senders, origin },
		practiceId: group.practiceId
	});
	const tellAt = (at: number) => {
		group.engine.time = at;
		return tellDue(telling());
	};

	async function reachable(role: Role = 'volunteer', phone: string = v7()): Promise<SignedIn> {
		const member = await group.join(role);
		await turnOn(member, phone);
		return member;
	}

	async function turnOn({ who }: SignedIn, phone: string): Promise<void> {
		const subscription = service.subscription(phone);
		expect(await subscribe(group.engine, senders, { who, subscription })).toEqual({ isOn: true });
	}

	async function onDuty({ who }: SignedIn, day = dutyOn): Promise<void> {
		const place = { dutyOn: day, group: 'All accounts', personId: who.personId };
		await group.does('rota.assign', { ...place, id: v7(), place: 'duty', insteadOf: null });
	}

	async function chooses({ who }: SignedIn, changes: object): Promise<void> {
		const { practiceId, personId } = who;
		const deeds = [{ name: 'reminder-choice.set', args: { changes } }];
		await runAs(group.engine, practiceId, personId, deeds, group.engine.now());
	}

	test('tell whoever is on duty the evening before, sealed and signed', async () => {
		const member = await reachable('volunteer', 'phone-of-vera');
		await onDuty(member);

		await tellAt(evening - minute);
		const before = service.delivered.length;
		await tellAt(evening);

		expect(before).toBe(0);
		expect(service.delivered).toMatchObject([
			{ title: 'Your turn is tomorrow', path: '/rota', phone: 'phone-of-vera', subject: origin }
		]);
		const [{ sealed, signedBy } = { sealed: Buffer.of(), signedBy: '' }] = service.delivered;
		expect(sealed.includes('turn')).toBe(false);
		expect(await showWays(group.engine, senders, member.who)).toMatchObject({
			publicKey: signedBy
		});
	});

	test('tell each thing once, also after a restart and by several rounds', async () => {
		await onDuty(await reachable());
		await tellAt(evening);
		await tellAt(evening + minute);

		const afterRestart = new ReminderRound(group.engine, { ...senders, mail: undefined }, origin);
		await afterRestart.run();

		expect(service.delivered).toHaveLength(1);
	});

	test('are sent by one of two servers that look at the same moment', async () => {
		const { database, options } = open();
		await onDuty(await reachable());
		const other = database.engine === 'postgres' ? await openDatabase(options) : database;
		const elsewhere = new TestEngine(other, group.engine.registry);
		group.engine.time = evening;
		elsewhere.time = evening;

		const told = await Promise.all(
			[group.engine, elsewhere, elsewhere, group.engine].map((engine) => tellDue(telling(engine)))
		);

		if (other !== database) await other.close();
		expect(told.sort()).toEqual([0, 0, 0, 1]);
		expect(service.delivered).toHaveLength(1);
	});

	test('leave quiet hours alone and come when they end', async () => {
		const member = await reachable();
		await chooses(member, { dutyLead: 'morning', quietFrom: '20:00', quietUntil: '09:30' });
		await onDuty(member);

		await tellAt(momentOf(dutyOn, '09:29'));
		const inQuiet = service.delivered.length;
		await tellAt(momentOf(dutyOn, '09:30'));

		expect([inQuiet, service.delivered.length]).toEqual([0, 1]);
	});

	test('are not sent for what the person does not want, nor to a phone when only mail is', async () => {
		const [without, byMail] = [await reachable(), await reachable()];
		await chooses(without, { topicsOff: ['duty'] });
		await chooses(byMail, { byPush: false });
		await onDuty(without);
		await onDuty(byMail, '2026-12-04');

		await tellAt(evening);
		await tellAt(momentOf('2026-12-03', '18:00'));

		expect(service.asked).toBe(0);
	});

	test('go to an address once its code has been typed, and hold no name', async () => {
		const member = await group.join('volunteer');
		const { who } = member;
		group.engine.time = evening - 10 * minute;
		await setAddress(group.engine, senders, { who, address: 'vera@example.com' });
		const [, code = ''] =
			/Type this code in the app: (\w{4} \w{4})/.exec(mails.taken[0]?.text ?? '') ?? [];
		await onDuty(member);
		await tellAt(evening - minute);
		const wrong = await confirmAddress(group.engine, { who, typed: 'AAAA AAAA' });
		const right = await confirmAddress(group.engine, { who, typed: code });

		await tellAt(evening);

		expect(wrong).toMatchObject({ error: 'bad-request' });
		expect(right).toEqual({ isConfirmed: true });
		expect(mails.taken).toHaveLength(2);
		expect(mails.taken[1]).toMatchObject({
			to: 'vera@example.com',
			from: 'board@noticeboard.example'
		});
		expect(mails.taken[1]?.text).toContain('Subject: Your turn is tomorrow');
		expect(mails.taken[1]?.text).toContain(`${origin}/rota`);
		expect(mails.taken[1]?.text).not.toContain('A volunteer');
	});

	test('say since when someone could not be reached, try again, and say no more once it works', async () => {
		const member = await reachable();
		await onDuty(member);
		service.status = 503;
		await tellAt(evening);
		await tellAt(evening + minute);
		const tries = service.asked;
		const troubled = await listDevices(group.engine, group.manager.who);
		service.status = 201;
		await tellAt(evening + 5 * minute);

		expect(tries).toBe(1);
		expect(troubled).toMatchObject({
			devices: expect.arrayContaining([
				expect.objectContaining({ id: member.who.deviceId, unreachedSince: evening })
			]) as unknown
		});
		expect(service.delivered).toHaveLength(1);
		expect(await showWays(group.engine, senders, member.who)).toMatchObject({ pushTrouble: null });
	});

	test.each([404, 410])(
		'end when the push service answers %i, and that is seen',
		async (status) => {
			const member = await reachable();
			await onDuty(member);
			service.status = status;

			await tellAt(evening);
			await tellAt(evening + 60 * minute);

			expect(service.asked).toBe(1);
			expect(await showWays(group.engine, senders, member.who)).toMatchObject({
				endpoint: null,
				pushTrouble: { since: evening, what: 'ended' }
			});
		}
	);

	test('say since when mail does not arrive', async () => {
		const { who } = await group.join('volunteer');
		group.engine.time = evening - 10 * minute;
		await setAddress(group.engine, senders, { who, address: 'vera@example.com' });
		const [, code = ''] =
			/Type this code in the app: (\w{4} \w{4})/.exec(mails.taken[0]?.text ?? '') ?? [];
		await confirmAddress(group.engine, { who, typed: code });
		await onDuty({ who, token: '' });
		mails.isTaking = false;

		await tellAt(evening);

		expect(await listDevices(group.engine, group.manager.who)).toMatchObject({
			mailTroubles: [{ personId: who.personId, since: evening }]
		});
		expect(group.engine.logged.join('')).not.toContain('vera');
	});

	test('go to every phone of a person, and to none that was removed', async () => {
		const member = await reachable('volunteer', 'first');
		const second = await group.signIn(member.who.personId);
		await turnOn(second, 'second');
		const third = await group.signIn(member.who.personId);
		await turnOn(third, 'third');
		await removeDevice(group.engine, group.manager.who, third.who.deviceId);
		await onDuty(member);

		await tellAt(evening);

		expect(service.delivered.map(({ phone }) => phone).sort()).toEqual(['first', 'second']);
	});

	test('stop for someone who has left or is signed out everywhere', async () => {
		const [gone, out] = [await reachable(), await reachable()];
		await onDuty(gone);
		await onDuty(out, '2026-12-04');
		await group.does('person.leave', { id: gone.who.personId });
		await signOutEverywhere(group.engine, group.manager.who, out.who.personId);

		await tellAt(evening);
		await tellAt(momentOf('2026-12-03', '18:00'));

		expect(service.asked).toBe(0);
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
			...service.subscription('x'),
			endpoint: service.origin.replace('127.0.0.1', 'localhost')
		};

		const answer = await subscribe(group.engine, senders, { who, subscription });

		expect(answer).toMatchObject({ error: 'bad-request', field: 'endpoint' });
	});
});
