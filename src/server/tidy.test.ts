/**
 * What the nightly round forgets, and what it must not forget.
 */
import { v4, v7 } from 'uuid';
import { beforeEach, expect, test } from 'vitest';
import { onEveryDatabase } from '#tests/support/databases.ts';
import { newGroup, type Group } from '#tests/support/group-of-people.ts';
import { addPlot } from '#tests/support/plot-deeds.ts';
import { hashOfBytes, jpeg } from '#tests/support/pictures.ts';
import { dayMs, newPractice, type TestPractice } from '#tests/support/practice-server.ts';
import { verifyHistory } from './chain.ts';
import { invite, look } from './invites.ts';
import { Photos } from './photos.ts';
import { isTrouble } from './replies.ts';
import type { Tables } from './tables.ts';
import { tidyPractice } from './tidy.ts';

onEveryDatabase('the nightly tidying', (open) => {
	let practice: TestPractice;
	beforeEach(async () => {
		practice = await newPractice(open().database);
	});
	const tidy = () => tidyPractice(practice.engine, practice.id);
	const rowsIn = (table: keyof Tables & ('answer' | 'invite' | 'record' | 'snapshot_page')) =>
		open().database.asOwner((trx) =>
			trx.selectFrom(table).selectAll().where('practice_id', '=', practice.id).execute()
		);

	test('forgets removed records after half a year, and leaves the history whole', async () => {
		const ann = await practice.join('coordinator');
		const id = v7();
		await ann.does(addPlot(id));
		await ann.does({ name: 'plot.clear', args: { id } });
		const early = await tidy();
		practice.engine.time += 181 * dayMs;

		const late = await tidy();

		expect([early.tombstones, late.tombstones]).toEqual([0, 1]);
		const report = await open().database.asOwner((trx) => verifyHistory(trx, practice.id));
		expect(report).toMatchObject({ isWhole: true });
	});

	test('forgets answers after half a year; a phone that still wants one gets it all the same', async () => {
		const ann = await practice.join('coordinator');
		const id = v7();
		const lost = [
			ann.message(addPlot(id)),
			ann.message({ name: 'plot.nothing', args: {} }),
			ann.message(addPlot(v7()))
		];
		await ann.push(lost);
		expect(await tidy()).toMatchObject({ answers: 0 });
		practice.engine.time += 181 * dayMs;
		expect(await tidy()).toMatchObject({ answers: 3 });
		expect(await rowsIn('answer')).toEqual([]);

		const again = await ann.push(lost);
		ann.outboxId = v4();
		const renumbered = await ann.push(lost);

		// The phone then takes a new identity, and history knows each change by its uuid.
		expect(again).toMatchObject({ error: 'forked' });
		expect(renumbered).toMatchObject({
			outcomes: [{ result: 'applied' }, { result: 'refused' }, { result: 'applied' }]
		});
	});

	test('keeps the answers of the last half year', async () => {
		const ann = await practice.join('coordinator');
		await ann.does(addPlot(v7()));
		practice.engine.time += 100 * dayMs;
		await ann.does(addPlot(v7()));
		practice.engine.time += 100 * dayMs;

		expect(await tidy()).toMatchObject({ answers: 1 });
		expect(await rowsIn('answer')).toMatchObject([{ seq: 2 }]);
	});

	test('forgets old packed pages, and not those of today', async () => {
		const ann = await practice.join('coordinator');
		practice.engine.limits = { pageBytes: 1000, firstOfKind: 500 };
		await ann.does(...Array.from({ length: 30 }, () => addPlot(v7())));
		await (await practice.join('reader')).pulls();
		await tidy();
		const early = await rowsIn('snapshot_page');
		practice.engine.time += 4 * dayMs;

		await tidy();

		expect(early.length).toBeGreaterThan(1);
		expect(await rowsIn('snapshot_page')).toEqual([]);
	});
});

onEveryDatabase('the nightly tidying of a group', (open) => {
	let group: Group;
	let photos: Photos;
	beforeEach(async () => {
		group = await newGroup(open().database);
		photos = new Photos(group.engine, { dataDir: undefined, minFreeBytes: 0 });
	});
	const tidy = () => tidyPractice(group.engine, group.practiceId);
	const newInvite = async () => {
		const personId = await group.addPerson('Zoe', 'reader');
		const made = await invite(group.engine, group.manager.who, personId);
		if (isTrouble(made)) throw new Error(made.message);
		return made;
	};
	const words = { practiceKind: 'practice', setUpMutation: 'practice.setUp' };

	test('forgets invites a month after they ran out, and none that is good', async () => {
		const old = await newInvite();
		group.engine.time += 36 * dayMs;
		const tooEarly = await tidy();
		group.engine.time += 2 * dayMs;
		const good = await newInvite();

		const late = await tidy();

		expect([tooEarly.invites, late.invites]).toEqual([0, 1]);
		expect(await look(group.engine, words, { token: good.token })).toMatchObject({
			personName: 'Zoe'
		});
		expect(await look(group.engine, words, { token: old.token })).toMatchObject({
			error: 'not-found'
		});
	});

	test('forgets a picture that no record has wanted for a month', async () => {
		const bytes = await jpeg(1);
		const hash = hashOfBytes(bytes);
		const isThere = async () => !isTrouble(await photos.get(group.manager.who, hash));
		await photos.put(group.manager.who, { hash, bytes });
		await tidy();
		group.engine.time += 29 * dayMs;
		await tidy();
		const early = await isThere();
		group.engine.time += 2 * dayMs;

		const tidied = await tidy();

		expect(early).toBe(true);
		expect(tidied).toMatchObject({ photos: 1 });
		expect(await isThere()).toBe(false);
	});

	test('keeps a picture that a record refers to, and counts anew when it is sent again', async () => {
		const [used, resent] = [await jpeg(2), await jpeg(3)];
		const hash = hashOfBytes(used);
		for (const bytes of [used, resent]) {
			await photos.put(group.manager.who, { hash: hashOfBytes(bytes), bytes });
		}
		await tidy();
		await group.does('photo.add', photoArgs(hash));
		group.engine.time += 40 * dayMs;
		await photos.put(group.manager.who, { hash: hashOfBytes(resent), bytes: resent });

		expect(await tidy()).toMatchObject({ photos: 0 });
		group.engine.time += 31 * dayMs;
		expect(await tidy()).toMatchObject({ photos: 1 });

		expect(await photos.get(group.manager.who, hash)).toMatchObject({ mime: 'image/jpeg' });
	});
});

function photoArgs(hash: string) {
	const thumb = 'data:image/jpeg;base64,/9j/2Q==';
	const size = { width: 60, height: 40 };
	return { id: v7(), hash, thumb, ...size, takenOn: null, source: 'own' };
}
