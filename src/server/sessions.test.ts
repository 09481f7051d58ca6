/**
 * Being in: sessions, the list of devices, and being signed out.
 */
import { beforeAll, expect, test } from 'vitest';
import { onEveryDatabase } from '#tests/support/databases.ts';
import { newGroup, words, type Group, type SignedIn } from '#tests/support/group-of-people.ts';
import { listDevices, removeDevice, signOut, signOutEverywhere } from './devices.ts';
import { isTrouble } from './replies.ts';
import { meOf, whoHolds } from './sessions.ts';

const day = 86_400_000;

onEveryDatabase('a session', (open) => {
	let group: Group;
	beforeAll(async () => {
		group = await newGroup(open().database);
	});
	const isIn = async ({ token }: SignedIn) => !isTrouble(await whoHolds(group.engine, token));

	test('says who it is, with the role that the person has now', async () => {
		const member = await group.join('volunteer');
		await group.does('person.setRole', { id: member.who.personId, role: 'coordinator' });

		expect(await meOf(group.engine, words, member.who)).toMatchObject({
			name: 'A volunteer',
			role: 'coordinator',
			practiceName: 'Elm Road Surgery'
		});
	});

	test.each([
		['no token', undefined],
		['half a token', '01900000-0000-7000-8000-000000000001'],
		['a guessed token', `01900000-0000-7000-8000-000000000001.${'A'.repeat(43)}`],
		['a token with an address in it', `../..../x.${'A'.repeat(43)}`]
	])('is nobody with %s, and nothing is to be deleted', async (_, token) => {
		const answer = await whoHolds(group.engine, token);

		expect(answer).toMatchObject({ error: 'signed-out' });
		expect(answer).not.toHaveProperty('wipe');
	});

	test('never opens the door of another practice', async () => {
		const other = await newGroup(open().database);
		const [, secret] = group.manager.token.split('.');

		const answer = await whoHolds(group.engine, `${other.practiceId}.${secret ?? ''}`);

		expect(answer).toMatchObject({ error: 'signed-out' });
	});

	test('ends after 60 days without use, and the changes on the phone are kept', async () => {
		const member = await group.join('volunteer');
		group.engine.time += 60 * day;

		const answer = await whoHolds(group.engine, member.token);

		expect(answer).toMatchObject({ error: 'signed-out' });
		expect(answer).not.toHaveProperty('wipe');
	});

	test('goes on while it is used, but for a year at most', async () => {
		const member = await group.join('volunteer');
		for (let month = 1; month <= 12; month++) {
			group.engine.time += 30 * day;
			expect(await isIn(member)).toBe(true);
		}
		group.engine.time += 5 * day;

		expect(await isIn(member)).toBe(false);
	});

	test('ends when the person leaves the group, and the phone deletes what it holds', async () => {
		const member = await group.join('volunteer');
		await group.does('person.leave', { id: member.who.personId });

		expect(await whoHolds(group.engine, member.token)).toMatchObject({
			error: 'signed-out',
			wipe: true
		});
	});

	test('ends by signing out, on this device only', async () => {
		const phone = await group.join('volunteer');
		const tablet = await group.signIn(phone.who.personId);

		await signOut(group.engine, phone.who);

		expect([await isIn(phone), await isIn(tablet)]).toEqual([false, true]);
	});
});

onEveryDatabase('the devices', (open) => {
	let group: Group;
	beforeAll(async () => {
		group = await newGroup(open().database);
	});
	const seenBy = async ({ who }: SignedIn) => {
		const list = await listDevices(group.engine, who);
		if (isTrouble(list)) throw new Error(list.message);
		return list.devices;
	};
	const wiped = async ({ token }: SignedIn) => whoHolds(group.engine, token);

	test('a person sees their own, with the one in their hand', async () => {
		const phone = await group.join('volunteer');
		const tablet = await group.signIn(phone.who.personId);

		const devices = await seenBy(phone);

		expect(devices).toHaveLength(2);
		expect(devices.find(({ isThisOne }) => isThisOne)?.id).toBe(phone.who.deviceId);
		expect(devices.map(({ id }) => id)).toContain(tablet.who.deviceId);
	});

	test('a leader sees everyone’s, with when they were last seen', async () => {
		const phone = await group.join('reader');
		group.engine.time += day;
		const coordinator = await group.join('coordinator');
		await whoHolds(group.engine, phone.token);

		const device = (await seenBy(coordinator)).find(({ id }) => id === phone.who.deviceId);

		expect(device).toMatchObject({ personId: phone.who.personId, seenAt: group.engine.time });
		expect(device).not.toHaveProperty('token_hash');
	});

	test('a removed one is told to delete what it holds, and is off the list', async () => {
		const lost = await group.join('volunteer');
		const own = await group.signIn(lost.who.personId);

		const done = await removeDevice(group.engine, own.who, lost.who.deviceId);

		expect(done).toEqual({ removed: [lost.who.deviceId] });
		expect(await wiped(lost)).toMatchObject({ error: 'signed-out', wipe: true });
		expect((await seenBy(own)).map(({ id }) => id)).toEqual([own.who.deviceId]);
	});

	test('all of a person go at once', async () => {
		const phone = await group.join('volunteer');
		const tablet = await group.signIn(phone.who.personId);

		await signOutEverywhere(group.engine, group.manager.who, phone.who.personId);

		expect(await wiped(phone)).toMatchObject({ wipe: true });
		expect(await wiped(tablet)).toMatchObject({ wipe: true });
	});

	test.each([
		['practice-manager', 'practice-manager', true],
		['practice-manager', 'volunteer', true],
		['coordinator', 'volunteer', true],
		['coordinator', 'practice-manager', false],
		['volunteer', 'volunteer', false],
		['rota-member', 'reader', false],
		['reader', 'practice-manager', false]
	] as const)('may a %s sign a %s out? %s', async (role, other, may) => {
		const actor = await group.join(role);
		const target = await group.join(other);

		const one = await removeDevice(group.engine, actor.who, target.who.deviceId);
		const all = await signOutEverywhere(group.engine, actor.who, target.who.personId);

		const expected = may ? { removed: expect.any(Array) as unknown } : { error: 'may-not' };
		expect([one, all]).toMatchObject([expected, expected]);
		expect(isTrouble(await wiped(target))).toBe(may);
	});

	test('those of another practice are not there', async () => {
		const other = await newGroup(open().database);

		const answers = [
			await removeDevice(group.engine, group.manager.who, other.manager.who.deviceId),
			await signOutEverywhere(group.engine, group.manager.who, other.manager.who.personId)
		];

		expect(answers).toMatchObject([{ error: 'not-found' }, { error: 'not-found' }]);
		expect(isTrouble(await wiped(other.manager))).toBe(false);
	});
});
