/**
 * What can happen next in the simulated world, each with its weight. A seed picks one after another.
 */
import { addDays, dayOf } from '#domain/calendar.ts';
import { overlapRecord } from '#domain/overlap.ts';
import { settleOverlapMutation } from '#domain/settle.ts';
import type { Mutation } from '#domain/mutation.ts';
import { letGo, sendAgain } from '#store/attention.ts';
import { StorageFull } from '#tests/support/memory-tables.ts';
import {
	addNote,
	addPaper,
	breakNote,
	closeNote,
	editNote,
	logNote,
	noteRecord,
	registry,
	removeNote,
	type Note
} from './kinds.ts';
import { addSticker, labelNote } from './newer-kinds.ts';
import { dropPhoto, takePhoto } from './photos.ts';
import type { SimulatedDevice } from './surroundings.ts';
import type { World } from './world.ts';

type Step = (world: World, device: SimulatedDevice) => Promise<void> | void;
export type Steps = readonly (readonly [name: string, weight: number, step: Step])[];

/** What people do. */
export const deeds: Steps = [
	['add', 10, add],
	['edit', 40, edit],
	['close', 3, close],
	['remove', 3, remove],
	['paper', 2, paper],
	['break', 2, breakIt],
	['undo', 4, undo],
	['settle', 4, choose],
	['attend', 3, attend],
	['take a photo', 4, takePhoto],
	['drop a photo', 1, dropPhoto],
	['label', 9, label],
	['sticker', 1, sticker]
];

async function anyNote(world: World, device: SimulatedDevice): Promise<Note | undefined> {
	return world.chance.pick(await device.store.all(noteRecord));
}

/** A screen's mutation; what is refused, by a full phone too, was not kept. */
async function act<Args>(device: SimulatedDevice, mutation: Mutation<string, Args>, args: Args) {
	try {
		await device.store.mutate(mutation, args);
	} catch (error) {
		if (!isDefect(error)) throw error;
	}
}

function isDefect(error: unknown): boolean {
	return error instanceof Error && error.message === 'A defect.';
}

async function add(world: World, device: SimulatedDevice) {
	const onDay = world.chance.is(0.8)
		? addDays(dayOf(world.now), world.chance.below(60) - 30)
		: null;
	await act(device, addNote, { id: world.newId(), title: `t${world.chance.below(1000)}`, onDay });
}

async function edit(world: World, device: SimulatedDevice) {
	const note = await anyNote(world, device);
	if (!note) return;
	const { chance } = world;
	const { id } = note;
	switch (chance.below(5)) {
		case 0:
			return act(device, editNote, { id, title: `t${chance.below(1000)}` });
		case 1:
			return act(device, logNote, { id, line: `l${chance.below(1000)}` });
		case 2:
			return act(device, editNote, { id, isHidden: chance.is(0.5) });
		default: {
			const words = note.text.split(' ');
			words[chance.below(words.length)] = `w${chance.below(1000)}`;
			return act(device, editNote, { id, text: words.join(' ') });
		}
	}
}

async function close(world: World, device: SimulatedDevice) {
	const note = await anyNote(world, device);
	if (note) await act(device, closeNote, { id: note.id });
}

async function remove(world: World, device: SimulatedDevice) {
	const note = await anyNote(world, device);
	if (note) await act(device, removeNote, { id: note.id });
}

async function paper(world: World, device: SimulatedDevice) {
	await act(device, addPaper, { id: world.newId(), words: 'For leaders' });
}

async function breakIt(world: World, device: SimulatedDevice) {
	const note = await anyNote(world, device);
	if (note) await act(device, breakNote, { id: note.id, onServer: note.title });
}

async function label(world: World, device: SimulatedDevice) {
	const note = await anyNote(world, device);
	if (!note || device.version === 0) return;
	await act(device, labelNote, { id: note.id, label: `l${world.chance.below(1000)}` });
}

async function sticker(world: World, device: SimulatedDevice) {
	if (device.version === 0) return;
	await act(device, addSticker, { id: world.newId(), words: `s${world.chance.below(1000)}` });
}

async function undo(world: World, device: SimulatedDevice) {
	const session = device.tables.session;
	const known = [
		...(await session.small('outbox').all()),
		...(await session.small('answered').all())
	];
	const entry = world.chance.pick(known);
	if (entry) await device.store.undo(entry.uuid);
}

async function choose(world: World, device: SimulatedDevice) {
	const open = (await device.store.all(overlapRecord)).filter(
		({ settledBy }) => settledBy === null
	);
	const overlap = world.chance.pick(open);
	if (!overlap) return;
	const keep = world.chance.is(0.5) ? 'stands' : 'other';
	await act(device, settleOverlapMutation(registry), { id: overlap.id, keep });
}

async function attend(world: World, device: SimulatedDevice) {
	const attention = device.tables.session.small('attention');
	const before = await attention.all();
	const entry = world.chance.pick(before);
	if (!entry) return;
	try {
		if (world.chance.is(0.5)) await sendAgain(device.store, entry.uuid);
		else await letGo(device.store, entry.uuid);
	} catch (error) {
		if (!(error instanceof StorageFull) && !isDefect(error)) throw error;
	}
	const after = new Set((await attention.all()).map(({ uuid }) => uuid));
	// Their author has decided: they are nobody's any more.
	for (const { uuid } of before) if (!after.has(uuid)) world.saved.delete(uuid);
}
