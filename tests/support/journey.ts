/**
 * What people do in the journeys: a practice with its real server, phones, and the usual steps.
 *
 * Phones are browser contexts of their own. Waiting is generous: nothing is timed here.
 */
import {
	expect as plainExpect,
	test as plainTest,
	type Browser,
	type Page
} from '@playwright/test';
import { newFolder, RealServer, type Env } from './real-server.ts';

/** For a busy computer; no test waits for time to pass. */
const patienceMs = 30_000;

export const expect = plainExpect.configure({ timeout: patienceMs });

interface Size {
	readonly width: number;
	readonly height: number;
}

const phone: Size = { width: 360, height: 740 };

export const names = {
	practice: 'Alder Street Surgery',
	group: 'Alder Street patient group',
	manager: 'Morag',
	volunteer: 'Vera',
	account: 'Our Facebook page'
} as const;

/** The practice's server, which can be killed at any moment, and the phones of its people. */
export class Practice {
	readonly #browser: Browser;
	readonly #env: Env;
	#server: RealServer;

	private constructor(browser: Browser, server: RealServer, env: Env) {
		this.#browser = browser;
		this.#server = server;
		this.#env = env;
	}

	/** The settings are those of the server, besides what every test has. */
	static async open(browser: Browser, env: Env = {}): Promise<Practice> {
		return new Practice(browser, await RealServer.start({ dataDir: newFolder(), env }), env);
	}

	/** The one that invites point to: a cookie for 127.0.0.1 does not count there. */
	get address(): string {
		return `http://localhost:${this.#server.port}`;
	}

	setUpSecret(): Promise<string> {
		return this.#server.setUpSecret();
	}

	async newPhone(viewport: Size = phone): Promise<Page> {
		const context = await this.#browser.newContext({ viewport, baseURL: this.address });
		context.setDefaultTimeout(patienceMs);
		return context.newPage();
	}

	/** As a power cut does it. */
	async killServer(): Promise<void> {
		await this.#server.kill();
	}

	/** The same folder, the same address. */
	async startServerAgain(): Promise<void> {
		const { dataDir, port } = this.#server;
		this.#server = await RealServer.start({ dataDir, env: { ...this.#env, PORT: String(port) } });
	}

	async close(): Promise<void> {
		await Promise.all(this.#browser.contexts().map((context) => context.close()));
		await this.#server.remove();
	}
}

export const test = plainTest.extend<{ practice: Practice }>({
	practice: async ({ browser }, use) => {
		const practice = await Practice.open(browser);
		await use(practice);
		await practice.close();
	}
});

/** The first person: the practice manager, with one account on the list. */
export async function setUp(practice: Practice): Promise<Page> {
	const manager = await practice.newPhone();
	await manager.goto(`/setup#${await practice.setUpSecret()}`);
	await manager.getByLabel('Name of the practice').fill(names.practice);
	await manager.getByLabel('Name of the patient group').fill(names.group);
	await manager.getByLabel('Your name').fill(names.manager);
	await manager.getByRole('button', { name: 'Set up the practice' }).click();
	await expect(heading(manager, 'Today')).toBeVisible();
	await upToDate(manager);
	return manager;
}

export async function addAccount(page: Page): Promise<void> {
	await page.goto('/accounts');
	await page.getByRole('button', { name: 'Add an account' }).click();
	await page.getByLabel('Where is it?').selectOption({ label: 'Facebook' });
	await page.getByLabel('Name of the account').fill(names.account);
	await page.getByLabel('Link to the page').fill('https://www.facebook.com/example');
	await page.getByLabel('What is it for, and for whom?').fill('News of the surgery, for patients');
	await page.getByRole('button', { name: 'Add this account' }).click();
	await expect(heading(page, names.account)).toBeVisible();
}

/** `role` as the form calls it; a volunteer when left out. @returns the link that they open. */
export async function invite(page: Page, name: string, role?: string): Promise<string> {
	await page.goto('/people');
	const first = page.getByRole('button', { name: 'Add a person' });
	const nameBox = page.getByLabel('Name', { exact: true });
	// Until everyone is read, the button stands where the form of a first person comes.
	await expect(async () => {
		if (!(await nameBox.isVisible())) await first.click({ timeout: 1000 });
		await plainExpect(nameBox).toBeVisible({ timeout: 1000 });
	}).toPass();
	await nameBox.fill(name);
	if (role !== undefined) await page.getByRole('radio', { name: role, exact: true }).check();
	await page.getByRole('button', { name: 'Add this person' }).click();
	await expect(heading(page, name)).toBeVisible();
	await page.getByRole('button', { name: `Invite ${name}` }).click();
	const link = page.getByRole('region', { name: `Invite for ${name}` }).getByText('/join#');
	await expect(link).toBeVisible();
	return link.innerText();
}

/** One button press, and the person is in. */
export async function join(practice: Practice, link: string, name: string): Promise<Page> {
	const page = await practice.newPhone();
	await page.goto(link);
	await page.getByRole('button', { name: `Join as ${name}` }).click();
	await expect(heading(page, 'Today')).toBeVisible();
	await upToDate(page);
	return page;
}

export async function signPledge(page: Page): Promise<void> {
	await page.goto('/people');
	await page.getByRole('button', { name: 'Sign the pledge' }).click();
	await page.getByRole('button', { name: 'Yes, I sign' }).click();
	await expect(page.getByText(/Your pledge: signed/)).toBeVisible();
}

/** The app itself is on the phone and answers for the server, as after any second visit. */
export async function keepAppOnPhone(page: Page): Promise<void> {
	await page.evaluate(async () => {
		await navigator.serviceWorker.ready;
	});
	await page.reload();
	await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

/** The manager and a volunteer, each with a phone that works with no signal. */
export async function twoPeople(practice: Practice): Promise<{ manager: Page; volunteer: Page }> {
	const manager = await setUp(practice);
	await addAccount(manager);
	const link = await invite(manager, names.volunteer);
	const volunteer = await join(practice, link, names.volunteer);
	await signPledge(volunteer);
	await upToDate(volunteer);
	await keepAppOnPhone(volunteer);
	await upToDate(volunteer);
	return { manager, volunteer };
}

export async function planPost(page: Page, title: string, text: string): Promise<void> {
	await page.goto('/posts/new');
	await page.getByLabel('Short name').fill(title);
	await page.getByLabel('What you want to say').fill(text);
	await page.getByRole('checkbox', { name: names.account }).check();
	await page.getByLabel('Day (you can choose later)').fill(dayAhead(7));
	await page.getByRole('button', { name: 'Save the draft' }).click();
	await expect(heading(page, title)).toBeVisible();
}

/** An adult says yes to one use on every account, and types the name. */
export async function askAdult(page: Page, firstName: string): Promise<void> {
	await askUntilHandOver(page, firstName);
	await answerAsAdult(page, firstName);
	await page.getByText('I cannot hold a button').click();
	await page.getByLabel('Type the word BACK').fill('back');
	await page.getByRole('button', { name: 'Give the phone back', exact: true }).click();
	await expect(page.getByText(`${firstName} said yes.`, { exact: false }).first()).toBeVisible();
}

/** An adult is written down, and the phone is in their hand. */
export async function askUntilHandOver(page: Page, firstName: string): Promise<void> {
	const next = () => page.getByRole('button', { name: 'Next' }).click();
	const choose = (legend: string | RegExp, answer: string) =>
		page
			.getByRole('group', { name: legend })
			.getByRole('radio', { name: answer, exact: true })
			.check();
	await page.goto('/consents/new');
	await choose('Who or what is it about?', 'An adult');
	await next();
	await page.getByLabel('First name').fill(firstName);
	await page.getByLabel('How to find them in the picture').fill('woman in green, left');
	await choose(/Do they work or help/, 'No');
	await next();
	await expect(page.getByRole('heading', { name: 'Does anyone help them?' })).toBeVisible();
	await next();
	await choose('How do they answer?', 'Here, on this phone');
	await next();
	await page.getByRole('button', { name: 'Start, and hand it over' }).click();
}

/** The questions that the person answers, here or on their own phone. */
export async function answerAsAdult(page: Page, firstName: string): Promise<void> {
	const next = () => page.getByRole('button', { name: 'Next' }).click();
	const choose = (legend: string | RegExp, answer: string) =>
		page
			.getByRole('group', { name: legend })
			.getByRole('radio', { name: answer, exact: true })
			.check();
	await expect(page.getByRole('heading', { name: /Please read this/ })).toBeVisible();
	await next();
	await expect(page.getByRole('heading', { name: 'What may we use it for?' })).toBeVisible();
	await choose('Posts by the patient group', 'Yes');
	const uses = page.getByRole('radio', { name: 'No', exact: true });
	for (const use of (await uses.all()).slice(1)) await use.check();
	await next();
	await choose(names.account, 'Yes');
	await next();
	await choose('Which name may we show with it?', 'No name');
	await next();
	await choose(/tell something about (your|their) health/, 'No');
	await next();
	await expect(page.getByLabel('Is there anything we should not show or do?')).toBeVisible();
	await next();
	await expect(page.getByLabel('Until when may we use it?')).not.toHaveValue('');
	await next();
	await choose('How do you sign?', 'I type my name');
	await page.getByLabel('Type your name to say yes').fill(firstName);
	await page.getByRole('button', { name: 'I say yes' }).click();
	await expect(page.getByText(/Your yes is kept/)).toBeVisible();
}

/** This month's note on the account: one thing learned. */
export async function writeNote(page: Page, learned: string): Promise<void> {
	await page.goto('/insights/new');
	await page.getByLabel('Month', { exact: true }).selectOption(dayAhead(0).slice(0, 7));
	await page.getByLabel('Account', { exact: true }).selectOption({ label: names.account });
	await page.getByLabel('First thing').fill(learned);
	await page.getByLabel('First thing').blur();
}

export function heading(page: Page, name: string | RegExp) {
	return page.getByRole('heading', { level: 1, name });
}

/** The short message after a change; it is closed, so that the next one is a new one. */
export async function saysSavedHere(page: Page): Promise<void> {
	await expect(page.getByText(/^Saved on this phone\. /)).toBeVisible();
	await page.getByRole('button', { name: 'Close this message' }).click();
}

export async function upToDate(page: Page): Promise<void> {
	await expect(syncLine(page)).toHaveText('Up to date');
}

export async function changesWait(page: Page, count: number): Promise<void> {
	const words = `Offline, ${count} ${count === 1 ? 'change' : 'changes'} waiting`;
	await expect(syncLine(page)).toHaveText(words);
}

export function syncLine(page: Page) {
	return page.getByRole('banner').getByRole('status');
}

/** A day in the UK, counted from today: '2026-12-03'. */
export function dayAhead(days: number): string {
	const words = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });
	return words.format(Date.now() + days * 86_400_000);
}
