/**
 * The night lets photos and forms go: by mutations in history, with their bytes and their words.
 */
import { v7 } from 'uuid';
import { beforeEach, expect, test } from 'vitest';
import { dayOf } from '#domain/calendar.ts';
import { ada, adasYes } from '#tests/support/consents.ts';
import { onEveryDatabase } from '#tests/support/databases.ts';
import { newGroup, type Group } from '#tests/support/group-of-people.ts';
import { hashOfBytes, jpeg } from '#tests/support/pictures.ts';
import { dayMs, TestDevice } from '#tests/support/practice-server.ts';
import { verifyHistory } from './chain.ts';
import { doChores } from './chores.ts';
import { Photos } from './photos.ts';
import { recordHistory } from './record-history.ts';
import { isTrouble } from './replies.ts';

onEveryDatabase('the night', (open) => {
	let group: Group;
	let phone: TestDevice;
	let photos: Photos;
	let hash: string;
	const [id, photoId] = [v7(), v7()];
	const night = () => doChores(group.engine, group.practiceId);
	const isPhotoThere = async () => !isTrouble(await photos.get(group.manager.who, hash));
	const switchOn = () => group.does('keeping.switch', { isOn: true, hasLooked: true });

	beforeEach(async () => {
		group = await newGroup(open().database);
		photos = new Photos(group.engine, { dataDir: undefined, minFreeBytes: 0 });
		phone = new TestDevice(group.engine, (await group.join('volunteer')).who);
		const bytes = await jpeg(7);
		hash = hashOfBytes(bytes);
		await photos.put(group.manager.who, { hash, bytes });
		const thumb = 'data:image/jpeg;base64,/9j/2Q==';
		const size = { width: 60, height: 40 };
		const picture = { id: photoId, hash, thumb, ...size, takenOn: null, source: 'own' };
		const givenOn = dayOf(group.engine.time);
		await phone.does(
			{ name: 'photo.add', args: picture },
			{ name: 'consent.record', args: { ...ada, id } },
			{ name: 'photo.linkPeople', args: { id: photoId, link: [id], unlink: [] } },
			{ name: 'consent.give', args: { ...adasYes, id, givenOn } },
			{ name: 'consent.withdraw', args: { id, accounts: null, how: 'By phone' } }
		);
	});

	test('does nothing until a practice manager has switched it on', async () => {
		group.engine.time += 400 * dayMs;

		expect(await night()).toBe(0);
		expect(await isPhotoThere()).toBe(true);
	});

	test('deletes a photo 30 days after the yes was taken back: on phones, and its bytes at once', async () => {
		await switchOn();
		group.engine.time += 29 * dayMs;
		const early = await night();
		group.engine.time += dayMs;

		expect([early, await night(), await night()]).toEqual([0, 1, 0]);

		await phone.pulls();
		expect(phone.row('photo', photoId)).toMatchObject({ status: 'removed', hash: '', thumb: '' });
		expect(await isPhotoThere()).toBe(false);
	});

	test('cuts a form down two years later, in history too, and tells that it did', async () => {
		await switchOn();
		group.engine.time += 31 * dayMs;
		await night();
		group.engine.time += 731 * dayMs;

		expect(await night()).toBe(1);

		await phone.pulls();
		expect(phone.row('consent', id)).toMatchObject({
			...{ status: 'withdrawn', firstName: '', reducedOn: dayOf(group.engine.time) }
		});
		const lines = await recordHistory(group.engine, group.manager.who, 'consent', id);
		expect(lines[0]).toMatchObject({
			...{ personId: 'server', says: 'Cut a consent down to its days and outcome', canUndo: false }
		});
		expect(lines).toHaveLength(4);
		expect(JSON.stringify(lines)).not.toContain('Ada');
		const report = await open().database.asOwner((trx) => verifyHistory(trx, group.practiceId));
		expect(report).toMatchObject({ isWhole: true });
	});

	test('keeps all of it while there is a reason in law', async () => {
		await switchOn();
		await group.does('consent.hold', { id, why: 'A complaint' });
		group.engine.time += 2000 * dayMs;

		expect(await night()).toBe(0);
		expect(await isPhotoThere()).toBe(true);
	});
});
