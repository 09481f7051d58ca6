/**
 * A post that names someone, one about an event with its day, and one that the group passes on: on
 * the screen, in a real browser with the device's own database.
 */
import '#ui/app.scss';
import { describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { addDays, dayOf } from '#domain/calendar.ts';
import { consentRecord, photoRecord, venueRecord } from '#features/consent/record.ts';
import { rotaSlotRecord } from '#features/rota/record.ts';
import { idFor, reader, volunteer } from '#tests/support/actors.ts';
import { consentOf, photoOf, venueOf } from '#tests/support/consents.ts';
import { aPost, facebook, openPost, postId } from '#tests/support/post-screen.ts';
import { slot } from '#tests/support/rota-rows.ts';
import { faultsOfPage, seed } from '#tests/support/screen.ts';
import { postRecord } from './record.ts';

const today = dayOf(Date.now());
const button = (name: string | RegExp) => page.getByRole('button', { name });

describe('someone’s name', () => {
	const yes = consentOf(1, {
		...{ firstName: 'Amir', code: 'C-0427', nameToShow: 'first', isHealthAgreed: true },
		...{ accounts: [facebook], expiresOn: addDays(today, 200) }
	});

	test('is fine once the person’s yes is linked, and can be unlinked again', async () => {
		const draft = aPost({ text: 'Well done Amir on beating cancer.' });
		const { post } = await openPost(volunteer, draft, { also: [seed(consentRecord, yes)] });
		await expect.element(page.getByText(/It looks like a name/).first()).toBeVisible();

		await page.getByRole('link', { name: 'People in the words' }).click();
		await page.getByLabelText('Link the yes of').selectOptions('Amir (C-0427)');

		await expect.element(page.getByRole('link', { name: 'Amir (C-0427)' })).toBeVisible();
		await vi.waitFor(async () => expect((await post())?.wordConsentIds).toEqual([yes.id]));
		await expect.element(page.getByText(/It looks like a name/)).not.toBeInTheDocument();
		expect(await faultsOfPage()).toEqual([]);
		await button(/^Unlink/).click();
		await vi.waitFor(async () => expect((await post())?.wordConsentIds).toEqual([]));
	});

	test('is told as a stop when the yes was taken back', async () => {
		const draft = aPost({ text: 'Well done Amir.', wordConsentIds: [yes.id] });
		await openPost(volunteer, draft, {
			also: [seed(consentRecord, { ...yes, status: 'withdrawn' })]
		});

		await expect.element(page.getByText(/Amir \(C-0427\) has taken their yes back/)).toBeVisible();
		expect(page.getByRole('button', { name: 'It is ready' }).elements()).toHaveLength(0);
	});
});

test('A picture shows what the people in it and the owner of the place asked for', async () => {
	const consent = consentOf(1, { code: 'C-0001', limits: 'Not with my house in view' });
	const venue = venueOf({ conditions: 'No screens in view' });
	const photo = photoOf({ placeKind: 'venue', venueId: venue.id, consentIds: [consent.id] });
	await openPost(volunteer, aPost({ pictures: [{ photoId: photo.id, alt: 'A stall' }] }), {
		also: [seed(photoRecord, photo), seed(consentRecord, consent), seed(venueRecord, venue)]
	});

	await expect.element(page.getByText('C-0001 Ada: Not with my house in view')).toBeVisible();
	await expect.element(page.getByText('The surgery: No screens in view')).toBeVisible();
});

describe('an event', () => {
	const eventOn = addDays(today, 10);
	const event = aPost({
		...{ type: 'event', text: 'Come and see us. #LibraryDay' },
		...{ eventOn, eventTime: '10:30', place: 'The library' }
	});

	test('gets the posts of its day in order, with its hashtag and who is on duty', async () => {
		const { store } = await openPost(volunteer, event, {
			also: [seed(rotaSlotRecord, slot(eventOn, volunteer.personId))]
		});

		await page.getByText('Posts for the day itself').click();
		await expect.element(page.getByLabelText('Hashtag of the event')).toHaveValue('#LibraryDay');
		await expect.element(page.getByText(/^On duty on .*: Vera\./)).toBeVisible();
		await button('Make these 4 drafts').click();

		await expect
			.element(page.getByRole('link', { name: 'We start soon: Coffee morning' }))
			.toBeVisible();
		expect(await faultsOfPage()).toEqual([]);
		const pack = await store.by(postRecord, 'packOf', postId);
		expect(pack.map(({ plannedOn }) => plannedOn)).toEqual(Array(4).fill(eventOn));
		expect(pack.every(({ text }) => text.endsWith('#LibraryDay'))).toBe(true);
	});

	test('leads from each post of its day to the event and to the next one', async () => {
		const ofDay = (number: number, plannedTime: string) =>
			aPost({
				...{ id: idFor(number), title: `Post ${number}`, packOf: event.id },
				...{ plannedOn: eventOn, plannedTime, type: 'own', status: 'draft' }
			});
		await openPost(volunteer, ofDay(20, '09:30'), {
			also: [seed(postRecord, event), seed(postRecord, ofDay(21, '10:30'))]
		});

		await expect.element(page.getByText('On the day of: Coffee morning')).toBeVisible();
		await expect.element(page.getByText('Next in order: Post 21')).toBeVisible();
	});
});

describe('a post that is out', () => {
	const posting = { accountId: facebook, url: '', at: Date.now(), by: volunteer.personId };
	const out = aPost({ status: 'posted', postings: [posting] });

	test('is passed on by the group once someone has asked, also by a reader', async () => {
		const groupShare = { by: volunteer.personId, on: today, doneBy: [] };
		const { post } = await openPost(reader, { ...out, groupShare });
		await expect.element(page.getByRole('heading', { name: 'Please share this' })).toBeVisible();
		expect(await faultsOfPage()).toEqual([]);
		await button('I have shared it').click();

		await expect.element(page.getByText('Thank you for passing it on.')).toBeVisible();
		expect((await post())?.groupShare?.doneBy).toEqual([reader.personId]);
	});

	test('asks the group with one tap', async () => {
		const { post } = await openPost(volunteer, out);

		await button('Ask the group to share it').click();

		await expect.element(page.getByRole('heading', { name: 'Please share this' })).toBeVisible();
		expect((await post())?.groupShare).toMatchObject({ by: volunteer.personId, on: today });
	});
});

test('A pause is told on the post before its words', async () => {
	await openPost(volunteer, aPost(), { settings: { isPaused: true, pausedWhy: 'A fire.' } });

	await expect.element(page.getByText('A fire.')).toBeVisible();
});

test('What the group stands for is one line above the words', async () => {
	await openPost(volunteer, aPost(), { settings: { values: 'Kind, open and useful.' } });

	await expect.element(page.getByText('What we stand for: Kind, open and useful.')).toBeVisible();
});
