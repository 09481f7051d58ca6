/**
 * The photo of a signed paper: who gets its bytes by their name, and who does not.
 */
import { v7 } from 'uuid';
import { beforeEach, expect, test } from 'vitest';
import type { Role } from '#domain/roles.ts';
import { ada, adasYes } from '#tests/support/consents.ts';
import { onEveryDatabase } from '#tests/support/databases.ts';
import { newGroup, type Group, type SignedIn } from '#tests/support/group-of-people.ts';
import { hashOfBytes, jpeg } from '#tests/support/pictures.ts';
import { TestDevice } from '#tests/support/practice-server.ts';
import { Photos } from './photos.ts';
import { isTrouble } from './replies.ts';

onEveryDatabase('the photo of a signed paper', (open) => {
	let group: Group;
	let photos: Photos;
	let taker: SignedIn;
	let phone: TestDevice;
	let id: string;
	let bytes: Buffer;
	const sees = async ({ who }: SignedIn) => !isTrouble(await photos.get(who, hashOfBytes(bytes)));
	const joined = async (role: Role) =>
		role === 'practice-manager' ? group.manager : group.join(role);

	beforeEach(async () => {
		group = await newGroup(open().database);
		photos = new Photos(group.engine, { dataDir: undefined, minFreeBytes: 0 });
		taker = await group.join('volunteer');
		phone = new TestDevice(group.engine, taker.who);
		id = v7();
		bytes = await jpeg(30);
		await photos.put(taker.who, { hash: hashOfBytes(bytes), bytes });
	});
	const hand = async () => {
		const paperHash = hashOfBytes(bytes);
		await phone.does(
			{ name: 'consent.record', args: { ...ada, id } },
			{
				name: 'consent.give',
				args: { ...adasYes, id, method: 'paper', signature: null, paperHash }
			}
		);
	};

	test('is only for whoever took it while no form names it', async () => {
		expect(await sees(taker)).toBe(true);
		expect(await sees(await group.join('volunteer'))).toBe(false);
		expect(await sees(group.manager)).toBe(false);
	});

	test.each([
		['practice-manager', true],
		['coordinator', true],
		['volunteer', false],
		['rota-member', false],
		['reader', false]
	] as const)('may a %s who did not take it see it? %s', async (role, may) => {
		await hand();

		expect(await sees(await joined(role))).toBe(may);
	});

	test('is for whoever took it until the practice has confirmed the form', async () => {
		await hand();
		expect(await sees(taker)).toBe(true);

		await group.does('consent.confirm', { id });

		expect(await sees(taker)).toBe(false);
		expect(await sees(group.manager)).toBe(true);
	});

	test('looks to others as if it were not there', async () => {
		await hand();
		const { who } = await group.join('reader');

		expect(await photos.get(who, hashOfBytes(bytes))).toEqual(
			await photos.get(who, 'f'.repeat(64))
		);
	});

	test('and a picture of the library is for everyone who sees the library', async () => {
		const picture = { hash: hashOfBytes(bytes), thumb: 'data:image/jpeg;base64,/9j/2Q==' };
		const size = { width: 60, height: 40 };
		await group.does('photo.add', { id: v7(), ...picture, ...size, takenOn: null, source: 'own' });

		expect(await sees(await group.join('reader'))).toBe(true);
	});
});
