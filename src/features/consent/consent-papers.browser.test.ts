/**
 * What goes home on paper or by message: the blank form, the copy of a signer, and that of a place;
 * and the paper that comes back, for those who may see it.
 */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { Component } from 'svelte';
import { accountRecord } from '#features/accounts/record.ts';
import { coordinator, manager, otherVolunteer, volunteer } from '#tests/support/actors.ts';
import { consentOf, facebook, venueOf } from '#tests/support/consents.ts';
import { faultsIn } from '#tests/support/mounted.ts';
import { faultsOfPage, openStore, seed, show, type Seed } from '#tests/support/screen.ts';
import { temporaryCode } from './codes/codes.ts';
import ConsentScreen from './ConsentScreen.svelte';
import CopyScreen from './CopyScreen.svelte';
import PaperScreen from './PaperScreen.svelte';
import { consentRecord, venueRecord } from './record.ts';
import VenueScreen from './VenueScreen.svelte';

const account: Seed = seed(accountRecord, {
	...{ id: facebook.id, createdAt: 0, createdBy: manager.personId, name: 'Our Facebook page' },
	...{ platform: 'facebook', profileUrl: null, purpose: '', group: 'All accounts' },
	...{ ownerId: null, deputyId: null, postsPerWeek: 2, accessNote: '', hasTwoStep: true },
	...{ showsHours: true, status: 'active', closedOn: null, checkedOn: null }
});
const given = consentOf(1, { status: 'given', kind: 'adult', wordingVersion: 'adult-1' });
const form = () => page.getByRole('region', { name: 'The form' });

async function opened(
	screen: Component<Record<string, never>>,
	{ seeds = [], hash = '' }: { seeds?: Seed[]; hash?: string } = {}
) {
	location.hash = hash;
	const store = await openStore(volunteer, [account, ...seeds]);
	show(store, screen);
	return store;
}

afterEach(() => {
	location.hash = '';
	vi.restoreAllMocks();
});

describe('the form on paper', () => {
	test('asks for each use and account, in usual and in large print, and can be read by everyone', async () => {
		await opened(PaperScreen);

		await expect.element(form().getByText('On Our Facebook page')).toBeVisible();
		await expect.element(form().getByText('The local paper or radio')).toBeVisible();
		await expect.element(form().getByText('Words of the form: adult-1')).toBeVisible();
		expect(await faultsOfPage()).toEqual([]);
		const usual = form().element().getBoundingClientRect().height;
		await page.getByRole('radio', { name: 'Large' }).click();
		await expect.poll(() => form().element().getBoundingClientRect().height).toBeGreaterThan(usual);
		expect(await faultsOfPage()).toEqual([]);
	});

	test('has easier words, and the words of each kind', async () => {
		await opened(PaperScreen);
		await page.getByRole('radio', { name: 'Easier' }).click();
		await expect.element(form().getByText('We want to use this picture of you.')).toBeVisible();

		await page.getByLabelText('Who or what is it about?').selectOptions('child');
		await expect.element(form().getByText('The child says yes')).toBeVisible();
		await page.getByLabelText('Who or what is it about?').selectOptions('crowd');
		await expect
			.element(form().getByText('We take pictures here today', { exact: true }))
			.toBeVisible();
		expect(form().getByText('Signature').elements()).toHaveLength(0);
	});

	test('for someone on the list carries their code, and the square that finds them again', async () => {
		const asked = consentOf(1, { status: 'asked' });
		await opened(PaperScreen, { seeds: [seed(consentRecord, asked)], hash: `#${asked.id}` });

		await expect.element(form().getByText(temporaryCode(asked.id))).toBeVisible();
		await expect
			.element(form().getByRole('img', { name: 'The square that finds this form again' }))
			.toBeVisible();
	});

	test('for a place asks where, when and what for', async () => {
		await opened(PaperScreen, { hash: '#venue' });

		await expect.element(form().getByText('Where pictures are welcome')).toBeVisible();
		await expect.element(form().getByText('Words of the form: venue-1')).toBeVisible();
	});
});

describe('the copy of a signer', () => {
	async function copyOpened() {
		const store = await openStore(volunteer, [account, seed(consentRecord, given)]);
		show(store, CopyScreen, { id: given.id });
		await page.getByRole('button', { name: 'Make a copy' }).click();
		await expect
			.element(page.getByRole('img', { name: 'The square that takes the yes back' }))
			.toBeVisible();
		return store;
	}
	const kept = async (store: Awaited<ReturnType<typeof openStore>>) =>
		(await store.all(consentRecord))[0];

	test('is printed with its square, and the way it was given is kept', async () => {
		const store = await copyOpened();
		const printing = vi.spyOn(globalThis, 'print').mockReturnValue();
		await page.getByRole('button', { name: 'Print it' }).click();

		await expect.poll(() => printing.mock.calls.length).toBe(1);
		expect(await kept(store)).toMatchObject({ copyHow: 'print' });
		expect((await kept(store))?.copyHashes).toHaveLength(1);
		expect(await faultsOfPage()).toEqual([]);
	});

	test('goes into the share sheet with the link that takes the yes back', async () => {
		const shared: ShareData[] = [];
		const share = (what: ShareData) => {
			shared.push(what);
			return Promise.resolve();
		};
		Object.defineProperty(navigator, 'share', { configurable: true, value: share });
		try {
			const store = await copyOpened();
			await page.getByRole('button', { name: 'Share it' }).click();

			await expect.poll(() => shared.length).toBe(1);
			expect(shared[0]?.text).toMatch(/withdraw#[A-Z0-9]{16}/);
			expect(await kept(store)).toMatchObject({ copyHow: 'share' });
		} finally {
			Reflect.deleteProperty(navigator, 'share');
		}
	});

	test('opens as an email to send, and what was given is kept first', async () => {
		const store = await copyOpened();

		await page.getByRole('button', { name: 'Put it in an email' }).click();

		await expect.element(page.getByText(/^Your email app opens with the copy/)).toBeVisible();
		expect(await kept(store)).toMatchObject({ copyHow: 'mail' });
		expect((await kept(store))?.copyHashes).toHaveLength(1);
	});
});

describe('the paper that came back', () => {
	async function pageFor(who: typeof volunteer, takenBy: string) {
		const store = await openStore(who, [account]);
		const bytes = await (await picture()).arrayBuffer();
		const added = await store.addPhoto(bytes, 'image/png');
		if ('refusal' in added) throw new Error(added.refusal.message);
		const row = { ...given, method: 'paper' as const, paperHash: added.hash, takenBy };
		await store.parts.tables.write((session) =>
			session.rows(consentRecord.kind).put({ id: row.id, version: 1, row })
		);
		show(store, ConsentScreen, { id: row.id });
		await expect.element(page.getByRole('heading', { name: 'How they answered' })).toBeVisible();
	}
	const picture = () =>
		new Promise<Blob>((resolve, reject) => {
			const canvas = document.createElement('canvas');
			canvas.width = canvas.height = 20;
			canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('No picture.'))));
		});
	const paper = () => page.getByRole('img', { name: /^The signed form/ });

	test.each([
		['the coordinator', coordinator],
		['whoever took it, until it is confirmed', volunteer]
	] as const)('is seen by %s', async (_, who) => {
		await pageFor(who, volunteer.personId);

		await expect.element(paper()).toBeVisible();
	});

	test('is seen by no other volunteer', async () => {
		await pageFor(otherVolunteer, volunteer.personId);

		expect(page.getByText('The signed form').elements()).toHaveLength(0);
	});
});

describe('a place', () => {
	const hall = venueOf({ status: 'asked', areas: [], areasNotAllowed: [], givenOn: null });

	test('says yes to some uses, and how; nothing is ticked before', async () => {
		const store = await openStore(volunteer, [account, seed(venueRecord, hall)]);
		show(store, VenueScreen, { id: hall.id });
		await page.getByText('They say yes', { exact: true }).click();
		await expect.element(page.getByText('Let them read this, or read it to them:')).toBeVisible();
		const uses = page.getByRole('group', { name: 'What may pictures from here be used for?' });
		expect(uses.getByRole('checkbox', { checked: true }).elements()).toHaveLength(0);
		expect(await faultsIn(document.body)).toEqual([]);

		await page.getByLabelText('Who said yes?').fill('Cleo Example, warden');
		await page.getByLabelText('Where are pictures welcome?').fill('Main hall');
		await uses.getByRole('checkbox', { name: 'Posts by the patient group' }).click();
		await page.getByRole('checkbox', { name: 'Our Facebook page' }).click();
		await page.getByLabelText('At which times?', { exact: false }).fill('At weekends');
		await page.getByRole('checkbox', { name: 'No name badges' }).click();
		await page.getByRole('button', { name: 'Keep this yes' }).click();
		await expect.element(page.getByText('Choose how they say yes.').first()).toBeVisible();
		await page.getByRole('radio', { name: 'Said yes in an email' }).click();
		await page.getByRole('button', { name: 'Keep this yes' }).click();

		await expect
			.poll(async () => store.get(venueRecord, hall.id))
			.toMatchObject({
				...{ status: 'given', purposes: ['ppg-posts'], accounts: [facebook.id] },
				...{ times: 'At weekends', looks: ['badges'], method: 'email', mayPromote: false },
				...{ wordingVersion: 'venue-1', agreedBy: 'Cleo Example, warden' }
			});
		const printing = vi.spyOn(globalThis, 'print').mockReturnValue();
		await page.getByRole('button', { name: 'Print it' }).click();
		await expect.poll(() => printing.mock.calls.length).toBe(1);
		expect(await store.get(venueRecord, hall.id)).toMatchObject({ copyHow: 'print' });
	});
});
