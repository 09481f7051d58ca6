/**
 * Private calendar addresses on each database: who gets what, and when an address ends.
 */
import { beforeAll, expect, test } from 'vitest';
import { registry } from '#features/registry.ts';
import { onEveryDatabase } from '#tests/support/databases.ts';
import { newGroup, words, type Group, type SignedIn } from '#tests/support/group-of-people.ts';
import { v7 } from 'uuid';
import { removeDevice, signOut, signOutEverywhere } from './devices.ts';
import { endFeed, makeFeed, readFeed, showFeed } from './feed.ts';
import { isTrouble } from './replies.ts';

const kinds = ['post', 'rota-slot', 'rota-settings'];
const hour = 60 * 60_000;
const day = 24 * hour;

onEveryDatabase('a calendar address', (open) => {
	let group: Group;
	beforeAll(async () => {
		group = await newGroup(open().database);
		await group.does('person.pledge', {});
	});

	async function tokenOf({ who }: SignedIn): Promise<string> {
		const made = await makeFeed(group.engine, who);
		if (isTrouble(made)) throw new Error(made.message);
		return made.token;
	}
	const read = (token: string) => readFeed(group.engine, words, { token, kinds });
	const works = async (token: string) => !isTrouble(await read(token));

	async function plan(title: string, plannedOn: string | null): Promise<void> {
		await group.does('post.create', { id: v7(), isIdea: false, content: { title, plannedOn } });
	}

	test('shows the plan, as far back and on as a calendar needs', async () => {
		await plan('Carers', '2026-12-03');
		await plan('Long ago', '2025-11-21');
		await plan('Far away', '2029-01-01');
		await plan('Some day', null);

		const pages = await read(await tokenOf(await group.join('volunteer')));

		expect(pages).toMatchObject({ groupName: 'Elm Road Patient Group', now: group.engine.time });
		expect('rows' in pages && pages.rows.get('post')).toMatchObject([{ row: { title: 'Carers' } }]);
	});

	test('has the rota and how it is run, and says whose calendar it is', async () => {
		const member = await group.join('volunteer');
		const { personId, role } = { ...member.who, role: 'volunteer' };
		const place = { dutyOn: '2026-12-03', group: 'All accounts', place: 'duty' };
		await group.does('rota.assign', { ...place, id: v7(), personId, insteadOf: null });
		await group.does('rota.settings', { changes: { redDays: 9 } });

		const pages = await read(await tokenOf(member));

		expect(pages).toMatchObject({ personId, role });
		expect('rows' in pages && pages.rows.get('rota-slot')).toMatchObject([{ row: { personId } }]);
		expect('rows' in pages && pages.rows.get('rota-settings')).toMatchObject([
			{ row: { redDays: 9 } }
		]);
	});

	test('keeps only the hash of its secret', async () => {
		const token = await tokenOf(await group.join('reader'));
		const [, secret = ''] = token.split('.');

		const rows = await open().database.withPractice(
			group.practiceId,
			(trx) => trx.selectFrom('feed').selectAll().execute(),
			'reading'
		);

		expect(rows.length).toBeGreaterThan(0);
		expect(JSON.stringify(rows)).not.toContain(secret);
		expect(secret).toHaveLength(43);
	});

	test('ends when the person makes a new one, and there is one for each person', async () => {
		const member = await group.join('volunteer');
		const first = await tokenOf(member);

		const second = await tokenOf(member);

		expect([await works(first), await works(second)]).toEqual([false, true]);
	});

	test('ends when the person says so', async () => {
		const member = await group.join('volunteer');
		const token = await tokenOf(member);
		expect(await showFeed(group.engine, member.who)).toEqual({
			feed: { createdAt: group.engine.time, usedAt: null }
		});

		await endFeed(group.engine, member.who);

		expect(await works(token)).toBe(false);
		expect(await showFeed(group.engine, member.who)).toEqual({ feed: null });
	});

	test('ends when the person leaves', async () => {
		const member = await group.join('volunteer');
		const token = await tokenOf(member);

		await group.does('person.leave', { id: member.who.personId });

		expect(await works(token)).toBe(false);
	});

	test.each([
		[
			'is removed',
			(who: SignedIn['who']) => removeDevice(group.engine, group.manager.who, who.deviceId)
		],
		['is signed out', (who: SignedIn['who']) => signOut(group.engine, who)],
		[
			'and all others are signed out',
			(who: SignedIn['who']) => signOutEverywhere(group.engine, group.manager.who, who.personId)
		]
	])('ends when the phone that made it %s', async (_what, end) => {
		const member = await group.join('volunteer');
		const token = await tokenOf(member);

		await end(member.who);

		expect(await works(token)).toBe(false);
		expect(await showFeed(group.engine, member.who)).toEqual({ feed: null });
	});

	test('stays when another phone of the person is removed', async () => {
		const member = await group.join('volunteer');
		const other = await group.signIn(member.who.personId);
		const token = await tokenOf(member);

		await removeDevice(group.engine, group.manager.who, other.who.deviceId);

		expect(await works(token)).toBe(true);
	});

	test('says when a calendar last asked, to the hour', async () => {
		const member = await group.join('volunteer');
		const token = await tokenOf(member);
		const start = group.engine.time;
		await read(token);
		group.engine.time += hour / 2;
		await read(token);

		const shown = await showFeed(group.engine, member.who);

		expect(shown).toEqual({ feed: { createdAt: start, usedAt: start } });
	});

	test('ends with a session that nobody used for 60 days', async () => {
		const token = await tokenOf(await group.join('volunteer'));
		group.engine.time += 60 * day;

		expect(await works(token)).toBe(false);
		group.engine.time -= 60 * day;
	});

	test.each([
		['no secret', () => group.practiceId],
		['a guessed secret', () => `${group.practiceId}.${'A'.repeat(43)}`],
		['an address in it', () => `../../x.${'A'.repeat(43)}`],
		['nothing', () => '']
	])('with %s is not here', async (_what, token) => {
		expect(await read(token())).toMatchObject({ error: 'not-found' });
	});

	test('never opens the plan of another practice', async () => {
		const other = await newGroup(open().database);
		const [, secret = ''] = (await tokenOf(await group.join('volunteer'))).split('.');

		expect(await read(`${other.practiceId}.${secret}`)).toMatchObject({ error: 'not-found' });
	});

	test('shows no kind of record that the person may not read', async () => {
		const token = await tokenOf(await group.join('reader'));
		const closed = registry.records.find(({ readers }) => !readers.includes('reader'));
		if (!closed) throw new Error('A reader may read everything now.');

		const pages = await readFeed(group.engine, words, { token, kinds: [closed.kind] });

		expect('rows' in pages && pages.rows.size).toBe(0);
	});
});
