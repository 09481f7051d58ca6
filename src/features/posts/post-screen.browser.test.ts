/**
 * One post on its screen: writing, looking, asking, agreeing, putting out, putting right.
 */
import '#ui/app.scss';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { photoRecord } from '#features/consent/record.ts';
import { coordinator, idFor, manager, otherVolunteer, volunteer } from '#tests/support/actors.ts';
import { photoOf } from '#tests/support/consents.ts';
import { aPost, facebook, openPost, postId, xAccount } from '#tests/support/post-screen.ts';
import { faultsOfPage, openStore, seed, show } from '#tests/support/screen.ts';
import { setDeviceValue } from '#store/tables.ts';
import AnswerByLinkScreen from './AnswerByLinkScreen.svelte';
import NewPostScreen from './NewPostScreen.svelte';
import { postNoteRecord } from './notes/record.ts';
import { postRecord } from './record.ts';

// There is no app around the screen here to go anywhere.
vi.mock('$app/navigation', () => ({ goto: () => Promise.resolve() }));

const url = 'https://facebook.example.org/1';
const posting = { accountId: facebook, url, at: Date.now(), by: volunteer.personId };
const button = (name: string) => page.getByRole('button', { name, exact: true });
const fold = (name: string) => page.getByText(name, { exact: true });

beforeEach(async () => {
	await page.viewport(320, 640);
	history.replaceState(null, '', location.pathname);
});

describe('a draft', () => {
	test('shows the words first, what is left to do, and has no fault that axe knows of', async () => {
		await openPost(volunteer, aPost({ type: 'event' }));

		await expect.element(page.getByLabelText('Words')).toHaveValue('Coffee and a chat.');
		await expect
			.element(page.getByRole('link', { name: 'What this kind of post needs' }))
			.toBeVisible();
		expect(await faultsOfPage()).toEqual([]);
	});

	test('opens the part that a line of the list leads to, and keeps what is typed there', async () => {
		const { post } = await openPost(volunteer, aPost({ type: 'event' }));

		await page.getByRole('link', { name: 'What this kind of post needs' }).click();
		await page.getByLabelText('Place').fill('The library');
		(document.activeElement as HTMLElement).blur();

		await vi.waitFor(async () => expect(await post()).toMatchObject({ place: 'The library' }));
		expect(await faultsOfPage()).toEqual([]);
	});

	test('has other words for one account, counted as that account counts', async () => {
		const { post } = await openPost(
			volunteer,
			aPost({ accounts: [facebook, xAccount], text: 'nhs.uk' })
		);
		await expect.element(page.getByText('Our X: 23 of 280')).toBeVisible();

		await fold('Different words for one account').click();
		await button('Different words for Our X').click();
		await page.getByLabelText('Words for Our X').fill('Hello');
		(document.activeElement as HTMLElement).blur();

		await expect.element(page.getByText('Our X: 5 of 280')).toBeVisible();
		await vi.waitFor(async () =>
			expect(await post()).toMatchObject({ variants: [{ accountId: xAccount, text: 'Hello' }] })
		);
	});

	test('shows how it will look, cut where the feed cuts it', async () => {
		const text = `${'word '.repeat(100)}end https://www.nhs.uk/flu`;
		const photo = photoOf({ id: idFor(500) });
		await openPost(volunteer, aPost({ text, pictures: [{ photoId: photo.id, alt: 'A stall' }] }), {
			also: [seed(photoRecord, photo)]
		});

		await fold('How it will look').click();

		await expect.element(page.getByText('People tap “more” to see the rest:')).toBeVisible();
		await expect.element(page.getByRole('region', { name: 'On Our page' })).toBeVisible();
		await expect.element(page.getByRole('img', { name: 'A stall' })).toBeVisible();
		expect(await faultsOfPage()).toEqual([]);
	});

	test('takes a line with one tap', async () => {
		const { post } = await openPost(volunteer, aPost());

		await fold('Add a line or a hashtag').click();
		await page.getByRole('button', { name: /If you feel unwell/ }).click();

		await vi.waitFor(async () => expect((await post())?.text).toContain('call 111'));
	});

	test('goes through the list for pictures before it is ready', async () => {
		const photo = photoOf({ id: idFor(500) });
		const { post } = await openPost(
			volunteer,
			aPost({ pictures: [{ photoId: photo.id, alt: 'Four people by a stall' }] }),
			{ also: [seed(photoRecord, photo)] }
		);

		await page.getByRole('link', { name: 'The list for pictures' }).click();
		await button('I looked at all of them').click();
		await expect.element(page.getByText(/Tick each line/)).toBeVisible();
		const list = page.getByRole('group', { name: 'Look at each picture' });
		for (const box of list.getByRole('checkbox').all()) await box.click();
		await button('I looked at all of them').click();

		await vi.waitFor(async () =>
			expect(await post()).toMatchObject({ photoLookBy: volunteer.personId })
		);
	});

	test('is read by someone else where nobody approves', async () => {
		const settings = { needsApproval: false, values: 'Kind and clear' };
		const { post } = await openPost(otherVolunteer, aPost(), { settings });

		await page.getByRole('link', { name: 'A second pair of eyes' }).click();
		await expect.element(page.getByText(/Kind and clear/).first()).toBeVisible();
		await button('Yes, I would say this in the waiting room').click();

		await vi.waitFor(async () =>
			expect(await post()).toMatchObject({ secondLookBy: otherVolunteer.personId })
		);
	});

	test('waits while a question is open, and says who was asked', async () => {
		const { post } = await openPost(volunteer, aPost());

		await fold('Not sure? Ask first').click();
		await button('Ask, and let the post wait').click();
		await expect.element(page.getByText(/Choose who to ask/)).toBeVisible();
		await page.getByRole('radio', { name: 'the coordinator' }).click();
		await page.getByLabelText('What are you not sure about?').fill('May we name the shop?');
		await button('Ask, and let the post wait').click();

		await expect.element(page.getByText('You asked the coordinator')).toBeVisible();
		await expect
			.element(page.getByRole('link', { name: 'The answer to a question' }))
			.toBeVisible();
		expect((await post())?.ask).toMatchObject({ question: 'May we name the shop?' });
	});

	test('has notes that only the group sees', async () => {
		const note = { id: idFor(300), createdAt: 1, createdBy: manager.personId, postId };
		const { store } = await openPost(volunteer, aPost(), {
			also: [seed(postNoteRecord, { ...note, text: 'Is it step-free?' })]
		});

		await expect.element(page.getByText('Is it step-free?')).toBeVisible();
		await page.getByLabelText('Your note').fill('Yes, by the side door.');
		await button('Add the note').click();

		await expect.element(page.getByText('Yes, by the side door.')).toBeVisible();
		expect(await store.by(postNoteRecord, 'postId', postId)).toHaveLength(2);
	});
});

describe('the practice’s yes', () => {
	test('is asked before it is given', async () => {
		const { post } = await openPost(manager, aPost({ status: 'ready', readyAt: Date.now() }));

		await button('Approve').click();
		await expect.element(page.getByText('Would you say this in the waiting room?')).toBeVisible();
		expect(await faultsOfPage()).toEqual([]);
		await button('Yes, approve it').click();

		await vi.waitFor(async () => expect(await post()).toMatchObject({ status: 'approved' }));
	});

	test('can come through a link that is shown once, and is kept as a hash', async () => {
		const { post } = await openPost(manager, aPost({ status: 'ready', readyAt: Date.now() }));

		await fold('Let a colleague answer by a link').click();
		await button('Make a link').click();

		const link = page.getByText(/\/answer#/);
		await expect.element(link).toBeVisible();
		const secret = link.element().textContent.split('.').at(-1)?.trim() ?? '';
		const kept = await post();
		expect(kept?.linkHash).toMatch(/^[0-9a-f]{64}$/);
		expect(JSON.stringify(kept)).not.toContain(secret);
	});

	test('that is late is told to the writer', async () => {
		const readyAt = Date.now() - 4 * 86_400_000;
		await openPost(volunteer, aPost({ status: 'ready', readyAt }));

		await expect.element(page.getByText(/more than 2 days/)).toBeVisible();
	});
});

describe('putting it out', () => {
	const ready = { status: 'approved', accounts: [facebook, xAccount] } as const;

	test('goes one account after the other, with its own words and as that account', async () => {
		const variants = [{ accountId: xAccount, text: 'Short for X.' }];
		const { post } = await openPost(
			volunteer,
			aPost({ ...ready, accounts: [...ready.accounts], variants })
		);

		await expect.element(page.getByText('You are about to post as Our page.')).toBeVisible();
		await expect
			.element(page.getByText('Anything posted may stay online', { exact: false }))
			.toBeVisible();
		expect(await faultsOfPage()).toEqual([]);
		await page.getByLabelText('Posted? Paste its link').fill('not a link');
		await page.getByRole('button', { name: /^Mark as posted/ }).click();
		await expect.element(page.getByText(/Enter a whole link/)).toBeVisible();
		await page.getByLabelText('Posted? Paste its link').fill(url);
		await page.getByRole('button', { name: /^Mark as posted/ }).click();

		await expect.element(page.getByText('You are about to post as Our X.')).toBeVisible();
		await expect.element(page.getByText('Short for X.').first()).toBeVisible();
		expect(await post()).toMatchObject({ status: 'approved', postings: [{ url }] });
	});

	test('stops a picture when this phone has not synced for a week; the coordinator may go on', async () => {
		const photo = photoOf({ id: idFor(500), consentIds: [], nobodyRecognisable: true });
		const { store, post } = await openPost(
			coordinator,
			aPost({
				status: 'approved',
				pictures: [{ photoId: photo.id, alt: 'A stall with leaflets' }]
			}),
			{ also: [seed(photoRecord, photo)] }
		);
		await store.parts.tables.write((session) => setDeviceValue(session, 'cookie', null));

		await expect.element(page.getByText(/more than 7 days/)).toBeVisible();
		expect(page.getByRole('button', { name: /^Mark as posted/ }).elements()).toHaveLength(0);
		await button('Go on without syncing').click();
		await page.getByLabelText('Why can it not wait?').fill('The practice told me by phone');
		await button('Yes, go on').click();

		await expect.element(page.getByRole('button', { name: /^Mark as posted/ })).toBeVisible();
		expect((await post())?.passes).toHaveLength(1);
	});
});

describe('once it is out', () => {
	test('what was wrong becomes a correction', async () => {
		const { store } = await openPost(volunteer, aPost({ status: 'posted', postings: [posting] }));

		await fold('Something is wrong in it: correct it').click();
		await page.getByLabelText('What was wrong?').fill('we gave the wrong day');
		await page.getByLabelText('What is right?').fill('It is on Sunday.');
		await expect.element(page.getByText(/^Correction: we gave the wrong day\./)).toBeVisible();
		expect(await faultsOfPage()).toEqual([]);
		await button('Make the correction')
			.click()
			.catch(() => undefined);

		await vi.waitFor(async () => {
			const [correction] = await store.by(postRecord, 'correctionOf', postId);
			expect(correction?.text).toBe('Correction: we gave the wrong day.\n\nIt is on Sunday.');
		});
	});

	test('it is taken down only with a reason, which stays', async () => {
		const { post } = await openPost(volunteer, aPost({ status: 'posted', postings: [posting] }));

		await button('We took it down').click();
		await button('Yes, it is down').click();
		await expect.element(page.getByText(/Say why it was taken down/)).toBeVisible();
		await page.getByLabelText('Why was it taken down?').fill('Wrong picture');
		await button('Yes, it is down').click();

		await expect.element(page.getByText(/Wrong picture/)).toBeVisible();
		expect(await post()).toMatchObject({ status: 'taken-down' });
	});
});

describe('other screens', () => {
	test('a new post starts from a pattern of its kind', async () => {
		const store = await openStore(volunteer, []);
		show(store, NewPostScreen);

		await page.getByLabelText('Kind of post').selectOptions('An event or meeting');
		await button('Start with a pattern').click();

		await expect
			.element(page.getByLabelText('What you want to say'))
			.toHaveValue(
				'[What it is] on [day] at [time], at [place]. [How people get in]. All welcome.'
			);
		expect(await faultsOfPage()).toEqual([]);
	});

	test('a link for an answer that does not open says so', async () => {
		history.replaceState(null, '', '#not-a-link');
		const store = await openStore(volunteer, []);
		show(store, AnswerByLinkScreen);

		await expect
			.element(page.getByRole('heading', { name: 'This link does not open' }))
			.toBeVisible();
	});
});
