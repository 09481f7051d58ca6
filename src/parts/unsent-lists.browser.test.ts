/** What a person reads and can do on the Sync page when a change waits for a refused one. */
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { Outcome } from '#domain/protocol.ts';
import { idFor } from '#tests/support/actors.ts';
import { faultsIn } from '#tests/support/mounted.ts';
import { hear, isKept, noteOf, openNotes, type NoteDevice } from '#tests/support/note-device.ts';
import { show } from '#tests/support/screen.ts';
import { editNote, logNote } from '#tests/sync/kinds.ts';
import UnsentLists from './UnsentLists.svelte';

const id = idFor(1);
const button = (name: RegExp) => page.getByRole('button', { name });

function refusedAs({ kept }: NoteDevice, seq: number, code: string, message: string): Outcome {
	const refusal = { code, message };
	return { seq, uuid: kept[seq - 1] ?? '', result: 'refused', version: 2, refusal };
}

/** The title was refused while the line that was written after it waited. */
async function open(): Promise<NoteDevice> {
	const device = await openNotes();
	await hear(device, 1, [noteOf(id)]);
	isKept(await device.store.mutate(editNote, { id, title: 'Mine' }));
	isKept(await device.store.mutate(logNote, { id, line: 'Mine too' }));
	await hear(device, 2, [], [refusedAs(device, 1, 'taken', 'Ben was first.')]);
	show(device.store, UnsentLists);
	await expect.element(page.getByText('Ben was first.')).toBeVisible();
	return device;
}

const answerTheSecond = (device: NoteDevice) =>
	hear(device, 3, [], [refusedAs(device, 2, 'held', 'Waits for your earlier change.')]);

test('Until it has been answered it is listed as waiting, with why', async () => {
	await open();

	const item = page.getByRole('listitem').filter({ hasText: 'Wrote a line' });
	await expect
		.element(item.getByText(/builds on a change that the practice could not/))
		.toBeVisible();
	expect(await faultsIn(document.body)).toEqual([]);
});

test('Then it stands under the refused one, and both are sent again with one tap', async () => {
	const device = await open();
	await answerTheSecond(device);
	await expect.element(page.getByText(/After that you changed the same thing again/)).toBeVisible();
	expect(await faultsIn(document.body)).toEqual([]);

	await button(/^Send both again/).click();

	await expect.element(page.getByText('Ben was first.')).not.toBeInTheDocument();
	const { mutations } = await device.port.next();
	expect(mutations.map(({ name }) => name)).toEqual(['note.edit', 'note.log']);
});

test('Either can be let go; what is left is its author’s to choose', async () => {
	const device = await open();
	await answerTheSecond(device);

	await button(/^Let the first go/).click();

	await expect
		.element(page.getByText(/The change before this one has been sorted out/))
		.toBeVisible();
	await button(/^Let it go/).click();
	await expect.element(page.getByText('Needs your attention')).not.toBeInTheDocument();
	expect((await device.port.next()).mutations).toEqual([]);
});
