/**
 * Reminders on a phone of the journeys: what the browser would hand out, and messages as they come.
 *
 * Chromium's own push service is not reachable from tests. So the browser's subscription is stood
 * in for, and messages are handed to the real service worker through the browser's debugger.
 */
import type { Page } from '@playwright/test';
import type { Practice } from './journey.ts';

interface Subscription {
	readonly endpoint: string;
	readonly keys: { readonly p256dh: string; readonly auth: string };
}

/** From the next page on. The keys are of the browser's own kind. */
export async function standInForPushService(page: Page, given: Subscription): Promise<void> {
	await page.addInitScript((made: Subscription) => {
		const kept = 'stand-in-subscription';
		const subscription = {
			...made,
			toJSON: () => made,
			unsubscribe: () => {
				localStorage.removeItem(kept);
				return Promise.resolve(true);
			}
		};
		Object.defineProperties(PushManager.prototype, {
			getSubscription: {
				value: () => Promise.resolve(localStorage.getItem(kept) === null ? null : subscription)
			},
			subscribe: {
				value: ({ applicationServerKey }: PushSubscriptionOptionsInit) => {
					if (typeof applicationServerKey !== 'string' || applicationServerKey.length !== 87)
						throw new Error('No key was given.');
					localStorage.setItem(kept, 'yes');
					return Promise.resolve(subscription);
				}
			}
		});
	}, given);
}

/** Hands a message to the service worker as the browser does. */
export async function push(page: Page, practice: Practice, message: object): Promise<void> {
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

/** What stands on the phone's lock screen. */
export function shown(page: Page) {
	return page.evaluate(async () => {
		const registration = await navigator.serviceWorker.ready;
		const notifications = await registration.getNotifications();
		return notifications.map(({ title, body, tag }) => ({ title, body, tag }));
	});
}
