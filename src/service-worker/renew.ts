/**
 * Browsers change at will where messages go. The practice's server is told at once, without a
 * screen; where that fails, it is told the next time the person looks at Reminders.
 */
declare const self: ServiceWorkerGlobalScope;

const here = '/api/reminders';

export function listenForRenewal(): void {
	self.addEventListener('pushsubscriptionchange', (event) => {
		event.waitUntil(renew(event));
	});
}

async function renew({ newSubscription }: PushSubscriptionChangeEvent): Promise<void> {
	const subscription = newSubscription ?? (await subscribeAgain());
	const { endpoint, keys } = subscription.toJSON();
	const answer = await fetch(`${here}/push`, {
		method: 'PUT',
		cache: 'no-store',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ endpoint, keys })
	});
	// What the server does not know about must not look as if it worked.
	if (!answer.ok) await subscription.unsubscribe();
}

/** With the practice's key of today: the old subscription may be gone. */
async function subscribeAgain(): Promise<PushSubscription> {
	const answer = await fetch(here, { cache: 'no-store' });
	const ways: unknown = await answer.json();
	const hasKey = typeof ways === 'object' && ways !== null && 'publicKey' in ways;
	if (!hasKey || typeof ways.publicKey !== 'string') throw new Error('The practice gave no key.');
	return self.registration.pushManager.subscribe({
		userVisibleOnly: true,
		applicationServerKey: ways.publicKey
	});
}
