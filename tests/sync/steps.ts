/**
 * What can happen next in the simulated world, each with its weight. A seed picks one after another.
 */
import { addDays, dayOf } from '#domain/calendar.ts';
import { overlapRecord } from '#domain/overlap.ts';
import { settleOverlapMutation } from '#domain/settle.ts';
import type { Mutation } from '#domain/mutation.ts';
import { roles } from '#domain/roles.ts';
import { letGo, sendAgain } from '#store/attention.ts';
import { StorageFull } from '#tests/support/memory-tables.ts';
import { backUp, restore } from './backups.ts';
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
import { silence } from './network.ts';
import { dayMs, type SimulatedDevice, type World } from './world.ts';

type Step = (world: World, device: SimulatedDevice) => Promise<void> | void;

export const steps: readonly (readonly [name: string, weight: number, step: Step])[] = [
	['add', 10, add],
	['edit', 30, edit],
	['close', 3, close],
	['remove', 3, remove],
	['paper', 2, paper],
	['break', 2, breakIt],
	['undo', 4, undo],
	['settle', 4, choose],
	['attend', 3, attend],
	['sync', 30, sync],
	['serve', 40, serve],
	['serve twice', 4, serveTwice],
	['lose request', 5, loseRequest],
	['deliver', 40, deliver],
	['lose answer', 6, loseAnswer],
	['kill tab', 3, (world, device) => world.kill(device)],
	['storage full', 3, storageFull],
	['clock', 2, clock],
	['time', 10, (world) => void (world.now += world.chance.below(3 * 3_600_000))],
	['months', 1, (world) => void (world.now += world.chance.below(40) * dayMs)],
	['clone', 1, clone],
	['role', 2, role],
	['leave', 1, leave],
	['join', 1, join],
	['back up', 1, (world) => backUp(world)],
	['restore', 1, (world) => restore(world)]
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
	const entry = world.chance.pick(await device.tables.session.small('attention').all());
	if (!entry) return;
	try {
		if (world.chance.is(0.5)) await sendAgain(device.store, entry.uuid);
		else await letGo(device.store, entry.uuid);
	} catch (error) {
		if (!(error instanceof StorageFull) && !isDefect(error)) throw error;
		return;
	}
	const stays = await device.tables.session.small('attention').get(entry.uuid);
	// Its author has decided: it is nobody's any more.
	if (!stays) world.saved.delete(entry.uuid);
}

function sync(world: World, device: SimulatedDevice) {
	if (device.rounds < 2) world.startRound(device);
}

async function serve(world: World) {
	const flight = world.chance.pick(world.flights.filter(({ answer }) => answer === undefined));
	if (flight) flight.answer = await flight.serve();
}

/** The network sends a request again, and the device hears either answer. */
async function serveTwice(world: World) {
	const flight = world.chance.pick(world.flights.filter(({ answer }) => answer === undefined));
	if (!flight) return;
	const first = await flight.serve();
	const second = await flight.serve();
	flight.answer = world.chance.is(0.5) ? first : second;
}

function loseRequest(world: World) {
	const flight = world.chance.pick(world.flights.filter(({ answer }) => answer === undefined));
	if (!flight) return;
	world.flights.splice(world.flights.indexOf(flight), 1);
	flight.resolve(silence);
}

function deliver(world: World) {
	const flight = world.chance.pick(world.flights.filter(({ answer }) => answer !== undefined));
	if (!flight?.answer) return;
	world.flights.splice(world.flights.indexOf(flight), 1);
	flight.resolve(flight.answer);
}

/** The server has done it, and the device never hears. */
function loseAnswer(world: World) {
	const flight = world.chance.pick(world.flights.filter(({ answer }) => answer !== undefined));
	if (!flight) return;
	world.flights.splice(world.flights.indexOf(flight), 1);
	flight.resolve(silence);
}

function storageFull(world: World, device: SimulatedDevice) {
	device.tables.failAfterWrites = world.chance.below(12);
}

function clock(world: World, device: SimulatedDevice) {
	device.skewMs = (world.chance.below(5) - 2) * dayMs;
}

/** A copied disk: two devices with one outbox. */
async function clone(world: World, device: SimulatedDevice) {
	if (world.devices.length >= 7) return;
	const twin = await world.addDevice(device.me.personId, device.me.role, device.tables.copy());
	twin.skewMs = device.skewMs;
}

async function role(world: World, device: SimulatedDevice) {
	const changed = world.chance.pick(roles) ?? 'volunteer';
	const { personId: id, name } = device.me;
	await world.setMember({ id, name, role: changed, leftOn: null });
}

async function join(world: World) {
	if (world.devices.length < 7) await world.join('volunteer');
}

async function leave(world: World, device: SimulatedDevice) {
	if (world.devices.filter(({ isWiped }) => !isWiped).length < 3) return;
	const { personId: id, name, role: last } = device.me;
	await world.setMember({ id, name, role: last, leftOn: dayOf(world.now) });
}
