/**
 * What this browser can do about reminders, and turning them on and off here.
 *
 * The browser asks the person itself, and only after a tap. A no can be taken back only in the
 * browser's own settings.
 */
import { isProblem, subscribe, unsubscribe, type Problem } from './server-calls.svelte.ts';

/** `install`: an iPhone or iPad shows them only in the app on the home screen. */
export type Able = 'yes' | 'install' | 'cannot' | 'denied';

export function isAble(): Able {
	const isApple = /iPhone|iPad/.test(navigator.userAgent);
	const isInstalled = matchMedia('(display-mode: standalone)').matches;
	const canPush =
		'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;
	if (!canPush) return isApple && !isInstalled ? 'install' : 'cannot';
	return Notification.permission === 'denied' ? 'denied' : 'yes';
}

/** Where this browser takes messages now; null when it takes none. */
export async function endpointHere(): Promise<string | null> {
	const registration = await navigator.serviceWorker.getRegistration();
	const subscription = await registration?.pushManager.getSubscription();
	return subscription?.endpoint ?? null;
}

const notAllowed: Problem = {
	problem: 'Reminders are not allowed yet. Press the button again, and choose “Allow”.'
};
const noService: Problem = {
	problem:
		'This browser could not set up reminders. Check your signal and try again, or use e-mail or the calendar instead.'
};

/** Asks the person, then the browser's push service, then tells the practice's server. */
export async function turnOn(publicKey: string): Promise<Problem | undefined> {
	if ((await Notification.requestPermission()) !== 'granted') return notAllowed;
	try {
		const { pushManager } = await navigator.serviceWorker.ready;
		// One that was made for another key no longer counts.
		await (await pushManager.getSubscription())?.unsubscribe();
		const made = await pushManager.subscribe({
			userVisibleOnly: true,
			applicationServerKey: publicKey
		});
		const { endpoint, keys } = made.toJSON();
		const refusal = await subscribe({ endpoint, keys });
		if (isProblem(refusal)) await made.unsubscribe();
		return refusal;
	} catch {
		return noService;
	}
}

export async function turnOff(): Promise<Problem | undefined> {
	const registration = await navigator.serviceWorker.getRegistration();
	await (await registration?.pushManager.getSubscription())?.unsubscribe();
	return unsubscribe();
}
