/** A form over one record in a real browser: what a person types is never lost or overwritten. */
import { mount, unmount } from 'svelte';
import { expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { refuse, type Refusal } from '#domain/refusal.ts';
import type { Fields } from '#domain/transaction.ts';
import { idFor } from '#tests/support/actors.ts';
import { hear, isKept, noteOf, openNotes, type NoteDevice } from '#tests/support/note-device.ts';
import NoteForm from '#tests/support/NoteForm.svelte';
import StoreContext from '#tests/support/StoreContext.svelte';
import { editNote, noteRecord, type Note } from '#tests/sync/kinds.ts';

const id = idFor(1);
const title = () => page.getByLabelText('Title');
const text = () => page.getByLabelText('Text');

type Save = (changes: Partial<Note>, saw: Record<string, Fields>) => Promise<Refusal | undefined>;

async function openDevice(): Promise<NoteDevice> {
	const device = await openNotes();
	await hear(device, 1, [noteOf(id)]);
	return device;
}

/** As a screen does it. */
function saveTo({ store }: NoteDevice): Save {
	return ({ title, text }, saw) =>
		store.mutate(
			editNote,
			{ id, ...(title !== undefined && { title }), ...(text !== undefined && { text }) },
			saw
		);
}

/** Opens the form; returns what closes it. */
async function openForm(
	device: NoteDevice,
	save: Save = saveTo(device)
): Promise<() => Promise<void>> {
	const first = await device.store.get(noteRecord, id);
	if (!first) throw new Error('There is no note.');
	const target = document.body.appendChild(document.createElement('main'));
	let context = new Map<unknown, unknown>();
	const oncontext = (all: Map<unknown, unknown>) => void (context = all);
	const around = mount(StoreContext, { target, props: { store: device.store, oncontext } });
	const form = mount(NoteForm, { target, props: { first, save }, context });
	let isOpen = true;
	const close = async () => {
		if (!isOpen) return;
		isOpen = false;
		await unmount(form);
		await unmount(around);
		target.remove();
	};
	onTestFinished(close);
	return close;
}

async function leaveField(): Promise<void> {
	await userEvent.tab();
}

function titleKept({ store }: NoteDevice) {
	return expect.poll(async () => (await store.get(noteRecord, id))?.title);
}

test('What is typed becomes one change when the person leaves the field', async () => {
	const device = await openDevice();
	await openForm(device);

	await title().fill('Flu clinic');
	await expect.element(page.getByText('Being typed')).toBeVisible();
	expect(device.kept).toHaveLength(0);
	await leaveField();

	await titleKept(device).toBe('Flu clinic');
	await expect.element(page.getByText('As kept')).toBeVisible();
	expect(device.kept).toHaveLength(1);
});

test('What is typed while a save is under way is kept, on top of what is saved', async () => {
	const device = await openDevice();
	const saves: { changes: Partial<Note>; saw: Record<string, Fields> }[] = [];
	let goOn = () => {};
	const held = new Promise<void>((resolve) => (goOn = resolve));
	const save = saveTo(device);
	await openForm(device, async (changes, saw) => {
		saves.push({ changes, saw });
		await held;
		return save(changes, saw);
	});
	await title().fill('Flu');
	await leaveField();
	expect(saves).toHaveLength(1);

	await title().fill('Flu clinic');
	goOn();

	await titleKept(device).toBe('Flu');
	await expect.element(title()).toHaveValue('Flu clinic');
	await expect.element(page.getByText('Being typed')).toBeVisible();
	await leaveField();
	await titleKept(device).toBe('Flu clinic');
	await expect.element(page.getByText('As kept')).toBeVisible();
	expect(saves.at(-1)).toMatchObject({
		changes: { title: 'Flu clinic' },
		saw: { [`note/${id}`]: { title: 'Flu' } }
	});
});

test('What is typed and left while a save is under way is saved after it, and is no other version', async () => {
	const device = await openDevice();
	const saves: Record<string, Fields>[] = [];
	const goOn: (() => void)[] = [];
	const save = saveTo(device);
	await openForm(device, async (changes, saw) => {
		saves.push(saw);
		await new Promise<void>((resolve) => goOn.push(resolve));
		return save(changes, saw);
	});
	await title().fill('Flu');
	await leaveField();

	await title().fill('Flu clinic');
	await leaveField();
	expect(saves).toHaveLength(1);
	goOn[0]?.();

	await expect.poll(() => saves).toHaveLength(2);
	expect(saves.at(-1)).toEqual({ [`note/${id}`]: { title: 'Flu' } });
	goOn[1]?.();
	await titleKept(device).toBe('Flu clinic');
	await expect.element(page.getByText('As kept')).toBeVisible();
});

test('A change in the next moment is on top of the saved one, also before the screen has heard of it', async () => {
	const device = await openDevice();
	const saves: Record<string, Fields>[] = [];
	// Nothing comes back to the screen: it is as slow as can be.
	await openForm(device, (_changes, saw) => {
		saves.push(saw);
		return Promise.resolve(undefined);
	});
	await title().fill('Flu');
	await leaveField();
	await expect.element(page.getByText('As kept')).toBeVisible();
	await expect.element(title()).toHaveValue('Flu');

	await title().fill('Flu clinic');
	await leaveField();

	await expect.poll(() => saves).toHaveLength(2);
	expect(saves.at(-1)).toEqual({ [`note/${id}`]: { title: 'Flu' } });
	await hear(device, 2, [noteOf(id, { title: 'Theirs' })]);
	await expect.element(title()).toHaveValue('Theirs');
});

test('A field in which nobody types follows the record, and the one being typed in stays', async () => {
	const device = await openDevice();
	await openForm(device);
	await title().fill('Mine');

	await hear(device, 2, [noteOf(id, { title: 'Theirs', text: 'Their text' })]);

	await expect.element(text()).toHaveValue('Their text');
	await expect.element(title()).toHaveValue('Mine');
	await leaveField();
	await titleKept(device).toBe('Mine');
	const [message] = (await device.port.next()).mutations;
	// The practice is told what this person saw when they began, so that it can keep both.
	expect(message?.was).toEqual({ [`note/${id}`]: { title: 'A note' } });
});

test('Two people who change one text apart from each other are both in it', async () => {
	const device = await openDevice();
	await openForm(device);
	await text().fill('one two three four five SIX');

	await hear(device, 2, [noteOf(id, { text: 'ONE two three four five six' })]);
	await expect.poll(async () => (await device.store.get(noteRecord, id))?.text).toMatch(/^ONE/);
	await leaveField();

	await expect.element(text()).toHaveValue('ONE two three four five SIX');
	await expect.element(page.getByText('As kept')).toBeVisible();
});

test('What was typed and not saved is offered again when the form is opened again', async () => {
	const device = await openDevice();
	// A form that goes away takes its field along: leaving it so must not save by itself.
	const close = await openForm(device, () => Promise.resolve(refuse('not-now', 'Not now.')));
	await title().fill('Flu clin');
	await close();

	await openForm(device);

	await expect.element(title()).toHaveValue('Flu clin');
	await expect.element(page.getByText('Being typed')).toBeVisible();
	expect(await device.store.get(noteRecord, id)).toMatchObject({ title: 'A note' });
	await title().fill('Flu clinic');
	await leaveField();
	await titleKept(device).toBe('Flu clinic');
	await expect.poll(() => device.tables.session.small('draft').all()).toEqual([]);
});

test('What is typed without ever stopping is kept all the same', async () => {
	const device = await openDevice();
	await openForm(device);
	const typed = () => device.tables.session.small('draft').all();
	const field = title().element();
	if (!(field instanceof HTMLInputElement)) throw new Error('There is no field.');

	let letters = 0;
	while ((await typed()).length === 0 && letters < 200) {
		letters += 1;
		field.value = 'x'.repeat(letters);
		field.dispatchEvent(new Event('input', { bubbles: true }));
		await new Promise((resolve) => setTimeout(resolve, 20));
	}

	expect(await typed()).toHaveLength(1);
});

test('What is refused stays in the form', async () => {
	const device = await openDevice();
	await openForm(device, () => Promise.resolve(refuse('no', 'It is closed.')));

	await title().fill('Flu clinic');
	await leaveField();

	await expect.element(page.getByText('It is closed.')).toBeVisible();
	await expect.element(title()).toHaveValue('Flu clinic');
	isKept(await device.store.mutate(editNote, { id, text: 'Other' }));
	await expect.element(title()).toHaveValue('Flu clinic');
});
