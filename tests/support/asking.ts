/**
 * Asking someone for a yes on a phone: our questions, the phone in their hand, and back again.
 *
 * Everything is done as people do it, so it needs the app itself on the phone, and no signal.
 */
import type { Locator, Page } from '@playwright/test';
import { expect, names } from './journey.ts';

export interface Asked {
	readonly name: string;
	/** How to find them in the picture. */
	readonly look: string;
	/** An adult when left out. A child is under 13. */
	readonly kind?: 'adult' | 'child' | 'staff';
	/** A yes when left out. */
	readonly says?: 'yes' | 'no';
	/** With a finger; a typed name when left out. */
	readonly signs?: 'drawn' | 'typed';
	/** Gives the phone back by holding the button; by a typed word when left out. */
	readonly givesBack?: 'held' | 'word';
	/** Who signs for a child. */
	readonly parent?: string;
}

const kindLabels = {
	adult: 'An adult',
	child: 'A child or young person under 18',
	staff: 'Someone who works or helps here'
} as const;

/** The first question is on the screen; in the end the answer is kept. */
export async function askThem(page: Page, person: Asked): Promise<void> {
	const { name, kind = 'adult', says = 'yes' } = person;
	await askOurs(page, person);
	if (kind === 'staff') {
		await answerUses(page, { kind, isOwn: false });
		await page.getByRole('button', { name: 'Keep this answer' }).click();
	} else {
		await page.getByRole('button', { name: 'Start, and hand it over' }).click();
		await expect(page.getByRole('dialog', { name: 'The form' })).toBeVisible();
		if (says === 'no') await sayNo(page);
		else await answerInHand(page, person);
		await giveBack(page, person);
	}
	const said = says === 'no' ? `${name} said no.` : `${name} said yes.`;
	await expect(page.getByText(said).first()).toBeVisible();
}

/** Where a kind of question has fields of its own, they are filled in; the rest is left out. */
async function askOurs(page: Page, { name, look, kind = 'adult' }: Asked): Promise<void> {
	await choose(page, 'Who or what is it about?', kindLabels[kind]);
	if (kind === 'child') await choose(page, 'How old is the child?', 'Under 13');
	await next(page);
	await page.getByLabel('First name').fill(name);
	await page.getByLabel('How to find them in the picture').fill(look);
	if (kind !== 'staff') await choose(page, /Do they work or help/, 'No');
	await next(page);
	if (kind === 'child') {
		await choose(page, 'Is there any reason not to show this child?', 'No');
		await next(page);
		await choose(page, 'Did they look unhappy about the picture, in any way?', 'No');
		await next(page);
	}
	await expect(page.getByRole('heading', { name: 'Does anyone help them?' })).toBeVisible();
	await next(page);
	const how = kind === 'staff' ? 'We told them, and they do not mind' : 'Here, on this phone';
	await choose(page, 'How do they answer?', how);
	await next(page);
}

async function answerInHand(page: Page, person: Asked): Promise<void> {
	const { name, kind = 'adult', signs = 'typed', parent = name } = person;
	await answerUses(page, { kind, isOwn: true, parent });
	if (signs === 'drawn') await signWithFinger(page, parent);
	else {
		await choose(page, 'How do you sign?', 'I type my name');
		await page.getByLabel('Type your name to say yes').fill(parent);
	}
	await page.getByRole('button', { name: 'I say yes' }).click();
	await expect(page.getByText(/Your yes is kept/)).toBeVisible();
}

async function sayNo(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'I say no' }).click();
	await expect(page.getByText(/^Thank you\. We do not use it\./)).toBeVisible();
}

interface Uses {
	readonly kind: NonNullable<Asked['kind']>;
	readonly isOwn: boolean;
	readonly parent?: string;
}

/** From the words that are read first to the last day of use. */
async function answerUses(page: Page, { kind, isOwn, parent = '' }: Uses): Promise<void> {
	await expect(page.getByRole('heading', { name: /Please read this/ })).toBeVisible();
	await next(page);
	if (kind === 'child') {
		await choose(page, 'What does the child want?', 'The child says yes');
		await next(page);
		await page.getByLabel('Your name', { exact: true }).fill(parent);
		await page.getByLabel('Who are you to the child?').fill('mother');
		await choose(page, 'May you decide this for the child?', 'Yes');
		await next(page);
	}
	await expect(page.getByRole('heading', { name: 'What may we use it for?' })).toBeVisible();
	await choose(page, 'Posts by the patient group', 'Yes');
	const noes = await page.getByRole('radio', { name: 'No', exact: true }).all();
	for (const no of noes.slice(1)) await no.check();
	await next(page);
	await choose(page, names.account, 'Yes');
	await next(page);
	await choose(page, 'Which name may we show with it?', 'No name');
	await next(page);
	await choose(page, new RegExp(`about ${isOwn ? 'your' : 'their'} health`), 'No');
	await next(page);
	await expect(page.getByLabel('Is there anything we should not show or do?')).toBeVisible();
	await next(page);
	await expect(page.getByLabel('Until when may we use it?')).not.toHaveValue('');
	await next(page);
	await expect(page.getByRole('heading', { name: isOwn ? 'Sign' : 'Their answer' })).toBeVisible();
}

/** What is drawn survives turning the phone. */
async function signWithFinger(page: Page, name: string): Promise<void> {
	await choose(page, 'How do you sign?', 'With my finger');
	await drawSignature(page);
	const upright = page.viewportSize() ?? { width: 360, height: 740 };
	await page.setViewportSize({ width: upright.height, height: upright.width });
	await expect(signed(page)).toBeVisible();
	await page.setViewportSize(upright);
	await expect(signed(page)).toBeVisible();
	await page.getByLabel('Your name', { exact: true }).fill(name);
}

/** Three strokes by pointer. */
export async function drawSignature(page: Page): Promise<void> {
	const box = page.getByRole('img', { name: /^Sign here/ });
	// What draws is fetched only now: a stroke before it is there leaves nothing.
	await expect(async () => {
		await box.scrollIntoViewIfNeeded();
		const { x, y, width, height } = await placeOf(box);
		for (const from of [0.15, 0.4, 0.65]) {
			await page.mouse.move(x + width * from, y + height * 0.3);
			await page.mouse.down();
			await page.mouse.move(x + width * (from + 0.1), y + height * 0.7, { steps: 6 });
			await page.mouse.move(x + width * (from + 0.2), y + height * 0.35, { steps: 6 });
			await page.mouse.up();
		}
		await expect(signed(page)).toBeVisible({ timeout: 2000 });
	}).toPass();
}

function signed(page: Page) {
	return page.getByRole('status').filter({ hasText: /^Signed$/ });
}

/** Where something stands on the screen. */
export async function placeOf(found: Locator) {
	const place = await found.boundingBox();
	if (!place) throw new Error('It is not on the screen.');
	return place;
}

async function giveBack(page: Page, { givesBack = 'word' }: Asked): Promise<void> {
	const form = page.getByRole('dialog', { name: 'The form' });
	if (givesBack === 'held') {
		await page.getByRole('button', { name: /^Give the phone back/ }).hover();
		await page.mouse.down();
		await expect(form).toBeHidden();
		await page.mouse.up();
		return;
	}
	await page.getByText('I cannot hold a button').click();
	await page.getByLabel('Type the word BACK').fill('back');
	await page.getByRole('button', { name: 'Give the phone back', exact: true }).click();
	await expect(form).toBeHidden();
}

function next(page: Page): Promise<void> {
	return page.getByRole('button', { name: 'Next' }).click();
}

async function choose(page: Page, legend: string | RegExp, answer: string): Promise<void> {
	const group = page.getByRole('group', { name: legend });
	await group.getByRole('radio', { name: answer, exact: true }).check();
}
