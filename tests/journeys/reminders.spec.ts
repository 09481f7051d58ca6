/**
 * Reminders in a real browser: allowing them, what the service worker shows, and where a tap leads,
 * also with no signal.
 *
 * Chromium's own push service is not reachable from tests. So the browser's subscription is stood
 * in for, and messages are handed to the real service worker through the browser's debugger.
 */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import {
	changesWait,
	expect,
	heading,
	keepAppOnPhone,
	setUp,
	test,
	upToDate,
	type Practice
} from '#tests/support/journey.ts';

const endpoint = 'https://fcm.googleapis.com/fcm/send/made-up';

/** The keys are the browser's own kind; only where messages go is made up. */
async function standInForPushService(page: Page): Promise<void> {
	await page.addInitScript((address: string) => {
		let subscription: unknown = null;
		Object.defineProperties(PushManager.prototype, {
			getSubscription: { value: () => Promise.resolve(subscription) },
			subscribe: {
				value: async ({ applicationServerKey }: PushSubscriptionOptionsInit) => {
					if (typeof applicationServerKey !== 'string' || applicationServerKey.length !== 87)
						throw new Error('No key was given.');
					const pair = await crypto.subtle.generateKey(
						{ name: 'ECDH', namedCurve: 'P-256' },
						true,
						['deriveBits']
					);
					const raw = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
					const text = (bytes: Uint8Array) =>
						btoa(String.fromCharCode(...bytes))
							.replaceAll('+', '-')
							.replaceAll('/', '_')
							.replaceAll('=', '');
					const keys = {
						p256dh: text(raw),
						auth: text(crypto.getRandomValues(new Uint8Array(16)))
					};
					subscription = {
						endpoint: address,
						toJSON: () => ({ endpoint: address, keys }),
						unsubscribe: () => {
							subscription = null;
							return Promise.resolve(true);
						}
					};
					return subscription;
				}
			}
		});
	}, endpoint);
}

async function push(page: Page, practice: Practice, message: object): Promise<void> {
	const debug = await page.context().newCDPSession(page);
	const registered = new Promise<string>((resolve) => {
		debug.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
			const own = registrations.find(({ scopeURL }) => scopeURL === `${practice.address}/`);
			if (own) resolve(own.registrationId);
		});
	});
	await debug.send('ServiceWorker.enable');
	await debug.send('ServiceWorker.deliverPushMessage', {
		origin: practice.address,
		registrationId: await registered,
		// eslint-disable-next-line id-denylist -- the debugger's own name
		data: JSON.stringify(message)
	});
}

const shown = (page: Page) =>
	page.evaluate(async () => {
		const registration = await navigator.serviceWorker.ready;
		const notifications = await registration.getNotifications();
		return notifications.map(({ title, body, tag }) => ({ title, body, tag }));
	});

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

test('Reminders are allowed with one button, and stopped with another', async ({ practice }) => {
	const page = await setUp(practice);
	await page.context().grantPermissions(['notifications'], { origin: practice.address });
	await keepAppOnPhone(page);
	await standInForPushService(page);
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
