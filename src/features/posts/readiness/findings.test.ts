/** What the checks find in a whole post: words for each account, pictures, facts, votes, pauses. */
import { beforeEach, describe, expect, test } from 'vitest';
import { hashtagRecord } from '#features/campaigns/record.ts';
import { photoRecord } from '#features/consent/record.ts';
import { contactRecord } from '#features/practice/record.ts';
import { coordinator, idFor, manager, practiceId, volunteer } from '#tests/support/actors.ts';
import { photoOf } from '#tests/support/consents.ts';
import { facebook, postsOfTests, xAccount } from '#tests/support/posts.ts';
import { postRecord } from '../record.ts';
import { gather } from './facts.ts';
import { findings, mustBeFixed, mustNotGoOut } from './findings.ts';
import { stepsFor } from './steps.ts';

let plan: Awaited<ReturnType<typeof postsOfTests>>;

beforeEach(async () => {
	plan = await postsOfTests();
});

const facts = async (today = '2026-11-21') =>
	gather(plan.transaction, await plan.post(), { today, practiceId });
const checks = async () => findings(await facts()).map(({ check }) => check);
const stateOf = async (id: string) =>
	stepsFor(await facts()).find((step) => step.id === id)?.status;

describe('words for one account', () => {
	const long = 'a'.repeat(281);

	test('too long for X only stop it where X gets them', async () => {
		await plan.draft({ text: long, accounts: [facebook, xAccount] });
		expect(mustBeFixed(await facts())).toMatchObject([{ check: 'PC-19', account: xAccount }]);

		const variants = [{ accountId: xAccount, text: 'Short and good.' }];
		await plan.does(volunteer, 'post.edit', { changes: { variants } });
		expect(mustBeFixed(await facts())).toEqual([]);
	});

	test('are checked like all others, and the finding says where it is', async () => {
		const text = 'Her NHS number is 999 000 0018.';
		const variants = [{ accountId: xAccount, text }];
		await plan.draft({ accounts: [facebook, xAccount], variants });

		const found = findings(await facts()).filter(({ check }) => check === 'PC-01');
		expect(found).toMatchObject([{ variantOf: xAccount, level: 'block' }]);
	});

	test('that are empty leave the words for all', async () => {
		await plan.draft({
			text: long,
			accounts: [xAccount],
			variants: [{ accountId: xAccount, text: ' ' }]
		});

		expect(mustBeFixed(await facts())).toMatchObject([{ check: 'PC-19' }]);
	});

	test('say what is the same in a picture once', async () => {
		await plan.transaction.put(photoRecord, photoOf({ id: idFor(500) }));
		await plan.draft({
			accounts: [facebook, xAccount],
			variants: [{ accountId: xAccount, text: 'Other words.' }],
			pictures: [{ photoId: idFor(500), alt: '' }]
		});

		expect((await checks()).filter((check) => check === 'PC-18')).toHaveLength(1);
	});
});

describe('a first name without a title', () => {
	test('near a health word asks for a look', async () => {
		await plan.draft({ text: 'Well done Amir on beating cancer.' });

		expect(findings(await facts())).toContainEqual(
			expect.objectContaining({ check: 'PC-06', level: 'warn' })
		);
	});

	test('makes an accusation a block, for the device and the server alike', async () => {
		await plan.draft({ text: 'Priya lied to us.' });

		expect(mustBeFixed(await facts())).toMatchObject([{ check: 'PC-24' }]);
	});
});

describe('what the practice has set', () => {
	test('lets its own bodies, staff and public contacts through', async () => {
		const text =
			'We recommend Hilltop Carers. Dr Okafor is back after her operation. Call 01632 960001.';
		await plan.draft({ text });
		const before = await checks();
		expect(before).toEqual(expect.arrayContaining(['PC-02', 'PC-06', 'PC-11']));

		const made = { id: idFor(600), createdAt: 0, createdBy: manager.personId };
		const where = { phone: '01632 960001', email: null, url: null, checkedOn: null };
		await plan.transaction.put(contactRecord, {
			...{ ...made, ...where },
			...{ role: 'complaints', name: 'Duty manager' }
		});
		await plan.settings({
			allowedBodies: [{ name: 'Hilltop Carers', why: 'Works for the NHS', addedOn: '2026-11-21' }],
			staffNames: ['Dr Okafor']
		});

		for (const check of ['PC-02', 'PC-06', 'PC-11']) expect(await checks()).not.toContain(check);
	});
});

describe('the state of a post', () => {
	test('news of a clinic waits for the practice, a link, or its word', async () => {
		await plan.draft({ text: 'The walk-in flu clinic this Saturday is cancelled.' });
		expect(mustBeFixed(await facts())).toMatchObject([{ check: 'PC-32' }]);
		expect(await stateOf('facts')).toBe('Must be changed');

		await plan.does(manager, 'post.confirm-facts');
		expect(mustBeFixed(await facts())).toEqual([]);
	});

	test('a block that a leader may pass goes once they have', async () => {
		await plan.settings({ electionFirstOn: '2026-11-01', electionLastOn: '2026-12-01' });
		await plan.draft({ type: 'question', text: 'What do you think?', closesOn: '2026-12-20' });
		expect(mustBeFixed(await facts())).toMatchObject([{ check: 'PC-34' }]);

		const pass = { check: 'PC-34', reason: 'It is about the waiting room' };
		expect(await plan.does(volunteer, 'post.pass', pass)).toMatchObject({ code: 'may-not-pass' });
		expect(await plan.does(coordinator, 'post.pass', pass)).toBeUndefined();
		expect(mustBeFixed(await facts())).toEqual([]);

		await plan.does(volunteer, 'post.edit', { changes: { text: 'What do you think now?' } });
		expect(mustBeFixed(await facts())).toMatchObject([{ check: 'PC-34' }]);
	});

	test('a picture that nobody knows the origin of stops it', async () => {
		const photo = photoOf({ id: idFor(500), source: 'unknown' });
		await plan.transaction.put(photoRecord, photo);
		await plan.draft({ pictures: [{ photoId: photo.id, alt: 'A nurse shows a leaflet' }] });

		const stops = findings(await facts()).filter(({ level }) => level === 'block');
		expect(stops).toContainEqual(expect.objectContaining({ check: 'PC-14' }));
	});

	test('the same words twice within two weeks are only a tip', async () => {
		await plan.draft();
		await plan.does(volunteer, 'post.make-ready', { looks: [] });
		const { text, accounts } = await plan.post();
		const twin = { ...(await plan.post()), id: idFor(2), text, accounts, plannedOn: '2026-11-22' };
		await plan.transaction.put(postRecord, twin);

		expect(findings(await facts())).toContainEqual(
			expect.objectContaining({ check: 'PC-30', level: 'hint' })
		);
	});

	test('a pause in a crisis holds back what goes out, not what is written', async () => {
		await plan.draft();
		await plan.settings({ isPaused: true, pausedWhy: 'Flood' });

		expect(mustBeFixed(await facts())).toEqual([]);
		expect(mustNotGoOut(await facts())).toMatchObject([{ check: 'PC-35' }]);
	});

	test('a check that the practice has muted says nothing', async () => {
		await plan.settings({ mutedChecks: ['PC-30', 'PC-32'] });
		await plan.draft({ text: 'The walk-in flu clinic this Saturday is cancelled.' });

		expect(await checks()).not.toContain('PC-32');
	});
});

describe('hashtags', () => {
	test('that someone has looked at lately are fine, others ask for a look', async () => {
		const tag = {
			...{ id: idFor(700), createdAt: 0, createdBy: volunteer.personId, campaignId: null },
			...{ tag: '#FluJab', key: '#flujab', purpose: 'Flu jabs' },
			...{ checkedCleanOn: '2026-11-01', checkedBy: volunteer.personId }
		};
		await plan.transaction.put(hashtagRecord, tag);
		await plan.draft({ text: 'Book your jab. #FluJab' });
		const about = async () => findings(await facts()).filter(({ check }) => check === 'PC-15');
		expect(await about()).toEqual([]);

		await plan.transaction.put(hashtagRecord, { ...tag, checkedCleanOn: '2026-06-01' });
		expect(await about()).toMatchObject([{ level: 'warn' }]);

		await plan.does(volunteer, 'post.edit', { changes: { text: 'Book now. #NewTag' } });
		expect(await about()).toMatchObject([{ level: 'warn' }]);
		expect(await plan.does(volunteer, 'post.make-ready', { looks: [] })).toMatchObject({
			code: 'must-be-looked-at'
		});
	});
});

describe('a post for young people', () => {
	const audiences = ['young-people'];
	const ages = (age: number) => ({ minimumAges: { x: { age, checkedOn: '2026-11-01' } } });

	test('does not go where they are too young to be', async () => {
		await plan.draft({ audiences, accounts: [facebook, xAccount] });
		expect(mustBeFixed(await facts())).toEqual([]);

		await plan.settings(ages(16));
		const stops = mustBeFixed(await facts());
		expect(stops).toMatchObject([{ field: 'audiences' }]);
		expect(stops[0]?.saw).toContain('Our page on x');
		expect(await stateOf('where')).toBe('To do');
		expect(await plan.does(volunteer, 'post.make-ready', { looks: [] })).toMatchObject({
			...{ code: 'must-be-fixed', field: 'audiences' }
		});

		await plan.does(volunteer, 'post.edit', { changes: { accounts: [facebook] } });
		expect(mustBeFixed(await facts())).toEqual([]);
	});

	test('is held back too when the age goes up later', async () => {
		await plan.draft({ audiences, accounts: [xAccount] });
		await plan.does(volunteer, 'post.make-ready', { looks: [] });
		await plan.settings(ages(16));

		expect(mustNotGoOut(await facts())).toMatchObject([{ field: 'audiences' }]);
		expect(await plan.does(manager, 'post.approve')).toMatchObject({ code: 'must-be-fixed' });
	});

	test('is not about posts for everyone', async () => {
		await plan.draft({ audiences: ['everyone', 'parents'], accounts: [xAccount] });
		await plan.settings(ages(16));

		expect(mustBeFixed(await facts())).toEqual([]);
	});
});

describe('the list of what is still to do', () => {
	test('leads to the part of the screen where each thing is done', async () => {
		await plan.draft({ text: '', accounts: [], type: 'event' });

		expect(stepsFor(await facts()).map(({ href, status }) => [href, status])).toEqual([
			['#text', 'To do'],
			['#where', 'To do'],
			['#kind', 'To do'],
			['#facts', 'Good to have'],
			['#second-look', 'Good to have']
		]);
	});

	test('asks for the list of pictures and for a gap that is left in the words', async () => {
		await plan.draft({
			text: 'Come on [day].',
			pictures: [{ photoId: idFor(500), alt: 'A door' }]
		});

		expect(await stateOf('photo-look')).toBe('To do');
		expect(await stateOf('text')).toBe('To do');
		expect(await plan.does(volunteer, 'post.make-ready', { looks: [] })).toMatchObject({
			code: 'must-be-fixed'
		});
	});
});
