/** What a screen shows stays current, however it comes by it. */
import { mount, unmount } from 'svelte';
import { expect, onTestFinished, test } from 'vitest';
import { page } from 'vitest/browser';
import { idFor } from '#tests/support/actors.ts';
import { hear, isKept, noteOf, openNotes, type NoteDevice } from '#tests/support/note-device.ts';
import NoteLine from '#tests/support/NoteLine.svelte';
import StoreContext from '#tests/support/StoreContext.svelte';
import { editNote } from '#tests/sync/kinds.ts';

const id = idFor(1);

/** Shows lines with these labels; returns how often each has read. */
function showLines({ store }: NoteDevice, ...labels: string[]): Record<string, number> {
	const reads: Record<string, number> = {};
	const target = document.body.appendChild(document.createElement('main'));
	let context = new Map<unknown, unknown>();
	const oncontext = (all: Map<unknown, unknown>) => void (context = all);
	const around = mount(StoreContext, { target, props: { store, oncontext } });
	const lines = labels.map((label) => {
		const onread = () => void (reads[label] = (reads[label] ?? 0) + 1);
		// Contexts of its own, as each component of a screen has them.
		return mount(NoteLine, { target, props: { id, label, onread }, context: new Map(context) });
	});
	onTestFinished(async () => {
		for (const line of lines) await unmount(line);
		await unmount(around);
		target.remove();
	});
	return reads;
}

test('A record that was read second, by a helper, is shown anew when it changes', async () => {
	const device = await openNotes();
	await hear(device, 1, [noteOf(id), noteOf(idFor(2))]);
	showLines(device, 'One', 'Other');
	await expect.element(page.getByText('One: A note of 2')).toBeVisible();
	await expect.element(page.getByText('Other: A note of 2')).toBeVisible();

	isKept(await device.store.mutate(editNote, { id, title: 'Mine' }));
	await expect.element(page.getByText('One: Mine of 2')).toBeVisible();
	await hear(device, 2, [noteOf(idFor(2), { state: 'closed' })]);
	await expect.element(page.getByText('Other: Mine of 1')).toBeVisible();
});

test('What no screen has read is no reason to read again', async () => {
	const device = await openNotes();
	await hear(device, 1, [noteOf(id)]);
	const reads = showLines(device, 'One');
	await expect.element(page.getByText('One: A note of 1')).toBeVisible();
	const before = reads['One'];

	await device.port.note({ phase: 'offline' });
	await device.port.note({ phase: 'idle' });
	await hear(device, 2, [noteOf(id, { title: 'Theirs' })]);

	await expect.element(page.getByText('One: Theirs of 1')).toBeVisible();
	expect(reads['One']).toBe((before ?? 0) + 1);
});
