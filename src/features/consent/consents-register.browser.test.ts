/**
 * The register of consents: found by code, name and occasion; on paper, and as a table to keep.
 */
import { expect, onTestFinished, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { readableRow } from '#domain/record.ts';
import type { Actor } from '#domain/roles.ts';
import { coordinator, manager, volunteer } from '#tests/support/actors.ts';
import { consentOf, photoOf } from '#tests/support/consents.ts';
import { faultsIn } from '#tests/support/mounted.ts';
import { openStore, seed, show, type Seed } from '#tests/support/screen.ts';
import ConsentsScreen from './ConsentsScreen.svelte';
import { consentRecord, photoRecord, type Consent } from './record.ts';

const adas = consentOf(1, {
	...{ code: 'C-0001', firstName: 'Ada', lastName: 'Example', limits: 'Not my house' },
	...{ purposes: ['poster'], expiresOn: '2099-12-31', occasion: 'Summer fair' }
});
const bens = consentOf(2, {
	...{ code: 'C-0002', firstName: 'Ben', lastName: 'Sample', status: 'withdrawn' },
	withdrawnOn: '2026-11-01'
});
const clinic = photoOf({ occasion: 'Flu clinic', consentIds: [bens.id] });

/** The register of these two, with no more of them than the practice sends to this role. */
async function open(who: Actor): Promise<void> {
	const sent = (consent: Consent): Seed[] => {
		const row = readableRow(consentRecord, consent, who.role);
		return row ? [seed(consentRecord, row)] : [];
	};
	const store = await openStore(who, [...[adas, bens].flatMap(sent), seed(photoRecord, clinic)]);
	show(store, ConsentsScreen);
	await finds('2 of 2');
}

const find = (words: string) => page.getByLabelText(/^Find a name/).fill(words);
const finds = (words: string) => expect.element(page.getByRole('status')).toHaveTextContent(words);

/** The lines of the table for paper, each with a gap between two cells. */
function linesOnPaper(): string[] {
	const lines = document.querySelectorAll('.app-printonly tbody tr');
	return [...lines].map(({ children }) =>
		[...children].map((cell) => cell.textContent.replaceAll(/\s+/g, ' ').trim()).join(' | ')
	);
}

test.each([
	['a code', 'c-0001', 'C-0001'],
	['a first name', 'Ben', 'C-0002'],
	['a last name', 'example', 'C-0001'],
	['the occasion on the form', 'summer fair', 'C-0001'],
	['the occasion of a picture', 'flu clinic', 'C-0002']
])('%s finds that form alone, on the screen and for paper', async (_what, words, code) => {
	await open(coordinator);

	await find(words);

	await finds('1 of 2');
	const list = page.getByRole('list', { name: 'Everyone' });
	await expect.element(list.getByRole('link', { name: new RegExp(code) })).toBeVisible();
	expect(list.getByRole('link').elements()).toHaveLength(1);
	expect(linesOnPaper()).toHaveLength(1);
	expect(linesOnPaper()[0]).toContain(code);
});

test('A volunteer’s phone has no last name to find, and neither prints nor saves the register', async () => {
	await open(volunteer);

	await find('example');

	await finds('0 of 2');
	expect(document.querySelector('.app-printonly table')).toBeNull();
	expect(page.getByRole('button', { name: /^(Print|Save) these/ }).elements()).toHaveLength(0);
});

test('Paper says of each form: code, who, how it stands, until when, what for and limits', async () => {
	await open(manager);
	const printing = vi.spyOn(globalThis, 'print').mockReturnValue();
	onTestFinished(() => printing.mockRestore());

	await page.getByRole('button', { name: 'Print these' }).click();

	expect(printing).toHaveBeenCalledOnce();
	const heads = [...document.querySelectorAll('.app-printonly th[scope="col"]')];
	expect(heads.map(({ textContent }) => textContent)).toEqual([
		...['Code', 'Who', 'State', 'Until', 'What for', 'Limits']
	]);
	const ada = linesOnPaper().find((line) => line.startsWith('C-0001'));
	for (const words of ['Ada Example', 'Summer fair', 'Confirmed', '2099', 'A poster', 'Not my']) {
		expect(ada).toContain(words);
	}
	expect(linesOnPaper().find((line) => line.startsWith('C-0002'))).toContain('Taken back');
	expect(await faultsIn(document.body)).toEqual([]);
});

test('What is found can be saved as a table, and nothing else goes into it', async () => {
	await open(manager);
	const saving = vi.spyOn(URL, 'createObjectURL');
	onTestFinished(() => saving.mockRestore());
	await find('summer');
	await finds('1 of 2');

	await page.getByRole('button', { name: 'Save these as a table' }).click();

	await expect.poll(() => saving.mock.calls.length).toBe(1);
	const [file] = saving.mock.calls[0] ?? [];
	const table = file instanceof Blob ? await file.text() : '';
	expect(table).toContain('C-0001');
	expect(table).toContain('Example');
	expect(table).not.toContain('C-0002');
});
