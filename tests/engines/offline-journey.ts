/**
 * The main job without a signal, in whichever engine: load, work with the server dead, open a deep
 * link again, sync; and what somebody else does shows without a reload.
 */
import { v7 } from 'uuid';
import type { DrivenBrowser } from '#tests/support/driven-browser.ts';
import { names, pushOf } from '#tests/support/real-group.ts';
import { RealServer } from '#tests/support/real-server.ts';

const title = 'Flu clinic';
const words = 'The flu clinic is open on Saturday from 9am.';
/** Opened by their addresses, with the server dead. */
const screens = {
	'/': 'Today',
	'/posts': 'Plan',
	'/rota': 'Rota',
	'/photos': 'Photos',
	'/consents': 'Photo consents',
	'/insights': 'Insights',
	'/search': 'Search',
	'/sync': 'Sync'
} as const;

export async function offlineJourney(browser: DrivenBrowser): Promise<void> {
	let server = await RealServer.start();
	const { dataDir, port } = server;
	const address = `http://localhost:${port}`;
	try {
		await setUp(browser, address, await server.setUpSecret());

		await browser.open(`${address}/people`);
		await browser.press('Sign the pledge');
		await browser.press('Yes, I sign');
		await browser.text('Your pledge: signed');
		// The line may still be the one from before: on a busy computer it follows a moment later.
		await browser.until('the pledge at the practice', isAtThePractice, '"pledgedOn":"');
		await browser.syncLine('Up to date');

		await server.kill();
		await browser.open(`${address}/posts/new`);
		await browser.heading('New post');
		await browser.fill('Short name', title);
		await browser.fill('What you want to say', words);
		await browser.press('Save the draft');
		await browser.heading(title);
		await browser.syncLine('Offline, 1 change waiting');

		await browser.reload();
		await browser.heading(title);
		await browser.field('Words', words);
		for (const [place, heading] of Object.entries(screens)) {
			await browser.open(`${address}${place}`);
			await browser.heading(heading);
		}

		server = await RealServer.start({ dataDir, env: { PORT: String(port) } });
		await browser.syncLine('Up to date');
		await browser.until('the post at the practice', isAtThePractice, title);

		await browser.open(`${address}/people`);
		await browser.heading('People and devices');
		await browser.syncLine('Up to date');
		await browser.run(send, pushOf('person.add', { id: v7(), name: 'Vera', role: 'volunteer' }));
		await browser.text('Vera');
	} finally {
		await server.remove();
	}
}

async function setUp(browser: DrivenBrowser, address: string, secret: string): Promise<void> {
	await browser.open(`${address}/setup#${secret}`);
	await browser.fill('Name of the practice', names.practiceName);
	await browser.fill('Name of the patient group', names.groupName);
	await browser.fill('Your name', names.managerName);
	await browser.press('Set up the practice');
	await browser.heading('Today');
	await browser.syncLine('Up to date');
	await browser.until('the app kept on the phone', async () => {
		const { active } = await navigator.serviceWorker.ready;
		return active?.state === 'activated';
	});
	await browser.reload();
	await browser.until(
		'the app from the phone itself',
		() => navigator.serviceWorker.controller !== null
	);
	await browser.syncLine('Up to date');
}

/** Asked as a new phone of the same person asks. Runs in the page. */
async function isAtThePractice(wanted: string): Promise<boolean> {
	const outboxId = crypto.randomUUID();
	const answer = await fetch('/api/sync/pull', {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ protocol: 1, outboxId, ack: 0, cookie: null, resume: null })
	});
	return (await answer.text()).includes(wanted);
}

/** Another device of the same person. Runs in the page. */
async function send(push: unknown): Promise<boolean> {
	const headers = { 'content-type': 'application/json' };
	const body = JSON.stringify(push);
	const answer = await fetch('/api/sync/push', { method: 'POST', headers, body });
	return answer.ok;
}
