/**
 * The rota of three months on three phones: it repeats, leaves holidays free, is swapped, meets
 * away dates and a gap at the last minute, until the right person is reminded by push and by mail.
 *
 * The push service and the mail server are on this machine; what the push service opened is handed
 * to the phone's own service worker.
 */
import { addDays, daysBetween, monthOf } from '#domain/calendar.ts';
import AxeBuilder from '@axe-core/playwright';
import { test as plainTest, type Page } from '@playwright/test';
import {
	addAccount,
	changesWait,
	dayAhead,
	expect,
	invite,
	join,
	keepAppOnPhone,
	Practice,
	saysSavedHere,
	setUp,
	signPledge,
	syncLine,
	upToDate
} from '#tests/support/journey.ts';
import { MailServer } from '#tests/support/mail-server.ts';
import { push, shown, standInForPushService } from '#tests/support/phone-push.ts';
import { PushService } from '#tests/support/push-service.ts';
import {
	clashing,
	closed,
	daysOff,
	later,
	lastOn,
	soon,
	swapped,
	team,
	turnOf,
	type TeamName
} from '#tests/support/three-months.ts';

const line = 'All accounts';
const address = 'ravi@mail.example';

interface Reached {
	readonly practice: Practice;
	readonly service: PushService;
	readonly mails: MailServer;
}

const test = plainTest.extend<{ reached: Reached }>({
	reached: async ({ browser }, use) => {
		const service = await PushService.start();
		const mails = await MailServer.start();
		const practice = await Practice.open(browser, {
			...{ PUSH_SERVICES: service.origin, SMTP_URL: mails.url },
			SMTP_FROM: 'Noticeboard <board@noticeboard.example>'
		});
		await use({ practice, service, mails });
		await practice.close();
		await service.close();
		await mails.close();
	}
});

const rowOf = (page: Page, day: string) => page.locator(`#day-${day}`);

async function openDay(page: Page, day: string): Promise<void> {
	await page.goto('/rota');
	await rowOf(page, day)
		.getByText(/^More for /)
		.click();
}

async function giveBack(page: Page, day: string): Promise<void> {
	await openDay(page, day);
	await rowOf(page, day).getByRole('button', { name: 'Give this day back' }).click();
	await expect(rowOf(page, day)).toContainText('Nobody yet');
}

const take = (page: Page, day: string) =>
	rowOf(page, day)
		.getByRole('button', { name: /^Take this day/ })
		.click();

/** Turns come early, at any hour of the day on which this test runs. */
async function remindEarly(page: Page): Promise<void> {
	await page.goto('/reminders');
	await page.getByLabel('Before a turn of mine').selectOption({ label: 'A week before, at 6pm' });
	for (const quiet of ['Quiet from', 'Quiet until']) {
		await page.getByLabel(quiet).fill('00:00');
		await page.getByLabel(quiet).blur();
	}
	await upToDate(page);
}

async function allowReminders(page: Page): Promise<void> {
	await page.goto('/reminders');
	await page.getByRole('button', { name: 'Allow reminders' }).click();
	await expect(page.getByText('Reminders come to this phone or computer.')).toBeVisible();
}

/** How many sheets of A4 the browser would print. */
async function sheetsOf(page: Page): Promise<number> {
	const paper = await page.pdf({ format: 'A4' });
	return [...paper.toString('latin1').matchAll(/\/Type\s*\/Page(?![a-z])/gi)].length;
}

test('Three phones make a rota, change it, and the right person is reminded', async ({
	reached: { practice, service, mails }
}) => {
	test.setTimeout(900_000);
	const manager = await setUp(practice);
	await addAccount(manager);
	const phones = new Map<TeamName, Page>();
	for (const [name, role] of [
		['Cora', 'Coordinator'],
		['Vera', 'Volunteer'],
		['Ravi', 'Rota member']
	] as const) {
		const page = await join(practice, await invite(manager, name, role), name);
		await signPledge(page);
		await page.context().grantPermissions(['notifications'], { origin: practice.address });
		await keepAppOnPhone(page);
		await standInForPushService(page, service.subscription(`phone-of-${name}`));
		await upToDate(page);
		phones.set(name, page);
	}
	await manager.context().close();
	const phoneOf = (name: TeamName): Page => {
		const page = phones.get(name);
		if (!page) throw new Error(`${name} has no phone.`);
		return page;
	};
	const [cora, vera, ravi] = [phoneOf('Cora'), phoneOf('Vera'), phoneOf('Ravi')];

	await test.step('The coordinator sets up three months by turns', async () => {
		await cora.goto('/rota/set-up');
		await cora.getByRole('button', { name: 'Add a repeating rota' }).click();
		for (const day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']) {
			await cora.getByRole('checkbox', { name: day }).check();
		}
		for (const name of team) await cora.getByRole('checkbox', { name, exact: true }).check();
		await cora.getByLabel('From which day?').fill(soon);
		await cora.getByLabel(/^Until which day/).fill(lastOn);
		await cora.getByRole('button', { name: 'Repeat this' }).click();
		await saysSavedHere(cora);
		await cora.getByLabel('Another day').fill(closed);
		await cora.getByRole('button', { name: 'Add this day' }).click();
		await upToDate(cora);
	});

	await test.step('All three see their own turns, and nobody is down for a day off', async () => {
		for (const name of team) {
			const page = phoneOf(name);
			await page.goto('/rota');
			await expect(rowOf(page, turnOf(name, 0))).toContainText('You cover');
		}
		for (const day of [closed, ...daysOff]) {
			await vera.goto(`/rota/month/${monthOf(day)}`);
			const rows = vera.getByRole('rowheader');
			await expect(rows.first()).toBeVisible();
			const number = new RegExp(`\\b${Number(day.slice(8))}\\b`);
			expect(await rows.filter({ hasText: number }).count(), day).toBe(0);
		}
	});

	await test.step('A month is one sheet of A4, without phone numbers until they are asked for', async () => {
		await vera.goto(`/rota/month/${monthOf(addDays(soon, 31))}`);
		await expect(vera.getByRole('rowheader').first()).toBeVisible();
		expect(await sheetsOf(vera)).toBe(1);
		expect((await new AxeBuilder({ page: vera }).analyze()).violations).toEqual([]);
	});

	await test.step('Ravi can be reached by push and by mail', async () => {
		await remindEarly(ravi);
		await allowReminders(ravi);
		await ravi.getByLabel('Your e-mail address').fill(address);
		await ravi.getByRole('button', { name: 'Send me a code' }).click();
		await expect(ravi.getByLabel('Code from the e-mail')).toBeVisible();
		const [, code = ''] = /in the app: (.+)/.exec(mails.taken.at(-1)?.text ?? '') ?? [];
		await ravi.getByLabel('Code from the e-mail').fill(code);
		await ravi.getByRole('button', { name: 'This is my address' }).click();
		await expect(ravi.getByText(`Reminders go to ${address}.`)).toBeVisible();
	});

	await test.step('Vera swaps a day with Ravi, and both see it', async () => {
		await openDay(vera, swapped);
		const row = rowOf(vera, swapped);
		await row.getByLabel('I can’t. Who could do it?').selectOption({ label: 'Ravi' });
		await row.getByRole('button', { name: 'Ask Ravi' }).click();
		await expect(vera.getByText(/^You ask Ravi to take/)).toBeVisible();
		await upToDate(vera);
		await ravi.goto('/rota');
		await ravi.getByRole('button', { name: /^I can take it/ }).click();
		await expect(rowOf(ravi, swapped)).toContainText('You cover');
		await upToDate(ravi);
		await vera.goto('/rota');
		await expect(vera.getByText(/^Ravi took over .* from you\.$/).first()).toBeVisible();
		await expect(rowOf(vera, swapped)).toContainText('Ravi');
	});

	await test.step('Ravi’s away dates meet a duty: he is told at once, and gives it back', async () => {
		await ravi.getByLabel('First day away').fill(clashing);
		await ravi.getByLabel('Last day away').fill(clashing);
		await expect(ravi.getByText(/You are on the rota then/)).toBeVisible();
		await ravi.getByRole('button', { name: 'Add these dates' }).click();
		await expect(rowOf(ravi, clashing)).toContainText('Clash:');
		await giveBack(ravi, clashing);
		await upToDate(ravi);
	});

	await test.step('Two take that day with no signal: one has it, the other hears of the next', async () => {
		await giveBack(vera, later);
		await upToDate(vera);
		await cora.goto('/rota');
		await expect(rowOf(cora, clashing)).toContainText('Nobody yet');
		await expect(rowOf(vera, clashing)).toContainText('Nobody yet');
		await practice.killServer();
		await take(cora, clashing);
		await changesWait(cora, 1);
		await take(vera, clashing);
		await changesWait(vera, 1);
		await vera.context().setOffline(true);
		await practice.startServerAgain();
		await upToDate(cora);
		await vera.context().setOffline(false);
		await expect(syncLine(vera)).toHaveText('Needs your attention');
		await expect(rowOf(vera, clashing)).toContainText('Cora');
		await vera.goto('/sync');
		await expect(vera.getByText(/^Cora covers .* The next free day is /)).toBeVisible();
		await vera.getByRole('button', { name: 'Let it go' }).click();
		await upToDate(vera);
	});

	await test.step('Vera cannot come at the last minute; the backup sees it and takes the day', async () => {
		await giveBack(vera, soon);
		await upToDate(vera);
		if (daysBetween(dayAhead(0), soon) <= 2) {
			await expect(vera.getByText(/^That is soon: nobody covers/)).toBeVisible();
			await ravi.goto('/');
			await expect(ravi.getByText(/^Nobody covers .* any more\./)).toBeVisible();
			await ravi.getByRole('button', { name: /^I will cover that day/ }).click();
			await expect(ravi.getByText(/^Nobody covers .* any more\./)).toBeHidden();
			await ravi.goto('/rota');
		} else {
			await ravi.goto('/rota');
			await take(ravi, soon);
		}
		await expect(rowOf(ravi, soon)).toContainText('You cover');
		await upToDate(ravi);
		await remindEarly(vera);
		await allowReminders(vera);
	});

	await test.step('Ravi is reminded of it on his phone and by mail; Vera is not', async () => {
		const tag = `duty/${soon}/${line}/duty`;
		const found = () => service.delivered.filter((message) => message.tag === tag);
		await expect.poll(() => found().length, { timeout: 150_000 }).toBeGreaterThan(0);
		expect(found().map(({ phone }) => phone)).toEqual(['phone-of-Ravi']);
		const [{ title, text, path } = { title: '', text: '', path: '' }] = found();
		expect(title).toMatch(/^Your turn is /);
		await push(ravi, practice, { title, text, path, tag });
		await expect.poll(() => shown(ravi)).toContainEqual({ title, body: text, tag });

		const mail = () =>
			mails.taken.filter(({ to, text: words }) => to === address && words.includes(title));
		await expect.poll(() => mail().length).toBe(1);
		expect(mail()[0]?.text).toContain(`${practice.address}/rota`);
		// A later look at the clock tells Vera of her own days, and of this one nobody any more.
		await expect
			.poll(() => service.delivered.some(({ phone }) => phone === 'phone-of-Vera'), {
				timeout: 150_000
			})
			.toBe(true);
		expect(found()).toHaveLength(1);
	});
});
