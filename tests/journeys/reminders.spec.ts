/**
 * Reminders in a real browser: allowing them, what the service worker shows, and where a tap leads,
 * also with no signal.
 */
import { createECDH, randomBytes } from 'node:crypto';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import {
	changesWait,
	expect,
	heading,
	keepAppOnPhone,
	names,
	Practice,
	setUp,
	test,
	twoPeople,
	upToDate
} from '#tests/support/journey.ts';
import { push, shown, standInForPushService } from '#tests/support/phone-push.ts';
import { PushService } from '#tests/support/push-service.ts';

const address = 'https://fcm.googleapis.com/fcm/send/made-up';

/** Keys as a browser makes them; nothing is ever sealed with these. */
function subscription() {
	const key = createECDH('prime256v1');
	key.generateKeys();
	const keys = {
		p256dh: key.getPublicKey().toString('base64url'),
		auth: randomBytes(16).toString('base64url')
	};
	return { endpoint: address, keys };
}

/**
 * What a tap asks the browser to open. Only a person's own tap may open a window, so that last step
 * is noted instead of done.
 */
async function tap(page: Page): Promise<string[]> {
	const [worker] = page.context().serviceWorkers();
	if (!worker) throw new Error('There is no service worker.');
	return worker.evaluate(async () => {
		const scope = globalThis as unknown as ServiceWorkerScope;
		const opened: string[] = [];
		scope.clients.openWindow = (path) => {
			opened.push(path);
			return Promise.resolve(null);
		};
		const [notification] = await scope.registration.getNotifications();
		if (notification) {
			const waiting: Promise<unknown>[] = [];
			const event = new Event('notificationclick');
			Object.assign(event, {
				notification,
				waitUntil: (work: Promise<unknown>) => void waiting.push(work)
			});
			scope.dispatchEvent(event);
			await Promise.all(waiting);
		}
		return opened;
	});
}

interface ServiceWorkerScope extends EventTarget {
	readonly registration: ServiceWorkerRegistration;
	readonly clients: { openWindow: (path: string) => Promise<null> };
}

/** The browser renews what it handed out, as it may at any time; no page has to be open for it. */
async function renew(page: Page, newSubscription: object): Promise<void> {
	const [worker] = page.context().serviceWorkers();
	if (!worker) throw new Error('There is no service worker.');
	await worker.evaluate(async (made) => {
		const waiting: Promise<unknown>[] = [];
		const event = new Event('pushsubscriptionchange');
		Object.assign(event, {
			oldSubscription: null,
			newSubscription: { toJSON: () => made },
			waitUntil: (work: Promise<unknown>) => void waiting.push(work)
		});
		(globalThis as unknown as ServiceWorkerScope).dispatchEvent(event);
		await Promise.all(waiting);
	}, newSubscription);
}

const knownToServer = (page: Page) =>
	page.evaluate(async () => {
		const answer = await fetch('/api/reminders');
		const found: unknown = await answer.json();
		return found;
	});

test('Reminders are allowed with one button, and stopped with another', async ({ practice }) => {
	const page = await setUp(practice);
	await page.context().grantPermissions(['notifications'], { origin: practice.address });
	await keepAppOnPhone(page);
	await standInForPushService(page, subscription());
	await page.goto('/more');
	await page.getByRole('link', { name: /^Reminders/ }).click();
	await expect(heading(page, 'Reminders')).toBeVisible();

	await page.getByRole('button', { name: 'Allow reminders' }).click();
	await expect(page.getByText('Reminders come to this phone or computer.')).toBeVisible();
	await expect(page.getByText(/This practice’s server sends no e-mail/)).toBeVisible();
	expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

	await page.getByRole('button', { name: 'Stop reminders here' }).click();
	await expect(page.getByRole('button', { name: 'Allow reminders' })).toBeVisible();
});

test('When the browser changes where messages go, the practice hears of it by itself', async ({
	practice
}) => {
	const page = await setUp(practice);
	await page.context().grantPermissions(['notifications'], { origin: practice.address });
	await keepAppOnPhone(page);
	await standInForPushService(page, subscription());
	await page.goto('/reminders');
	await page.getByRole('button', { name: 'Allow reminders' }).click();
	await expect(page.getByText('Reminders come to this phone or computer.')).toBeVisible();

	await renew(page, { ...subscription(), endpoint: `${address}-anew` });

	expect(await knownToServer(page)).toMatchObject({ endpoint: `${address}-anew` });
});

test('Whom reminders do not reach is marked in the list of people, until they arrive again', async ({
	browser
}) => {
	test.setTimeout(300_000);
	const service = await PushService.start();
	const practice = await Practice.open(browser, { PUSH_SERVICES: service.origin });
	const { manager, volunteer } = await twoPeople(practice);
	await volunteer.context().grantPermissions(['notifications'], { origin: practice.address });
	await standInForPushService(volunteer, service.subscription('phone-of-vera'));
	await volunteer.goto('/reminders');
	await volunteer.getByRole('button', { name: 'Allow reminders' }).click();
	await expect(volunteer.getByText('Reminders come to this phone or computer.')).toBeVisible();
	const cardOf = (page: Page) => page.locator('.nhsuk-card', { hasText: names.volunteer });
	const marked = /No reminders since/;

	service.status = 500;
	await volunteer.getByRole('button', { name: 'Send me one now' }).click();
	await expect(volunteer.getByText(/^This phone could not be reached since/)).toBeVisible();

	await manager.goto('/people');
	await expect(cardOf(manager)).toContainText(marked);
	await expect(manager.getByText(marked)).toHaveCount(1);
	await manager.getByRole('link', { name: names.volunteer }).click();
	await manager.getByText('Phones and computers').click();
	await expect(manager.getByText(/Reminders could not be delivered since/)).toBeVisible();

	service.status = 201;
	await volunteer.getByRole('button', { name: 'Send me one now' }).click();
	await expect(volunteer.getByText(/^It is on its way/)).toBeVisible();
	await manager.goto('/people');
	await expect(cardOf(manager)).toBeVisible();
	await expect(manager.getByText(marked)).toHaveCount(0);
	await practice.close();
	await service.close();
});

test('A no to the browser is answered with the way back', async ({ practice }) => {
	const page = await setUp(practice);
	await page.addInitScript(() => {
		Object.defineProperty(Notification, 'permission', { get: () => 'denied' });
	});

	await page.goto('/reminders');

	await expect(page.getByText(/You have said no to reminders here/)).toBeVisible();
});

test('What is chosen is kept with no signal, and reaches the practice later', async ({
	practice
}) => {
	const page = await setUp(practice);
	await keepAppOnPhone(page);
	await page.goto('/reminders');
	await expect(page.getByLabel('Before a turn of mine')).toBeVisible();
	await practice.killServer();

	await page.getByLabel('Before a turn of mine').selectOption({ label: 'Two days before, at 6pm' });
	await page
		.getByRole('checkbox', { name: 'The month’s numbers are due' })
		.waitFor({ state: 'detached' });
	await page.getByRole('checkbox', { name: 'A post waits for my yes' }).uncheck();
	await changesWait(page, 2);
	await page.reload();

	await expect(page.getByLabel('Before a turn of mine')).toHaveValue('two-days');
	await expect(page.getByRole('checkbox', { name: 'A post waits for my yes' })).not.toBeChecked();
	await practice.startServerAgain();
	await upToDate(page);
});

test('A pushed reminder is shown, and a tap opens its screen with no signal', async ({
	practice
}) => {
	const page = await setUp(practice);
	await page.context().grantPermissions(['notifications'], { origin: practice.address });
	await keepAppOnPhone(page);
	const message = {
		title: 'Your turn is tomorrow',
		text: 'All accounts.',
		path: '/rota',
		tag: 'a'
	};

	await push(page, practice, message);
	await push(page, practice, message);

	await expect
		.poll(() => shown(page))
		.toEqual([{ title: 'Your turn is tomorrow', body: 'All accounts.', tag: 'a' }]);
	expect(await tap(page)).toEqual([message.path]);
	await practice.killServer();
	const opened = await page.context().newPage();
	await opened.goto(message.path);
	await expect(heading(opened, 'Rota')).toBeVisible();
});

test('A message that cannot be read still says that there is something to do', async ({
	practice
}) => {
	const page = await setUp(practice);
	await page.context().grantPermissions(['notifications'], { origin: practice.address });
	await keepAppOnPhone(page);

	await push(page, practice, { path: 'https://elsewhere.example/x' });

	await expect.poll(() => shown(page)).toMatchObject([{ title: 'Noticeboard' }]);
});
