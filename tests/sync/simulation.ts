/**
 * One simulated life of a practice: a seed decides who does what, when, and what the network loses.
 *
 * The same seed is the same life. Sources: the sync design, "How it is shown to be true".
 */
import { createHash } from 'node:crypto';
import { HeldChanges } from './held.ts';
import type { Database } from '#server/database.ts';
import { BrokenPromise, promise } from './broken-promise.ts';
import { checkEnd } from './end.ts';
import { happenings } from './happenings.ts';
import { Promises } from './promises.ts';
import { deeds } from './steps.ts';
import { settle, World } from './world.ts';

const stepCount = 120;
/** The longest time between two steps: a life of 120 is a week or so. */
const longestPauseMs = 3 * 3_600_000;
const steps = [...deeds, ...happenings];
const total = steps.reduce((sum, [, weight]) => sum + weight, 0);
/** More rounds than any tangle should need to come undone. */
const mostRounds = 12;
/** After as many in which nothing has changed anywhere, whichever process answers, none will. */
const quietRounds = 2;

export interface Life {
	readonly seed: number;
	/** Undefined when every promise was kept. */
	readonly failure?: string;
	readonly trace: readonly string[];
	/** The same for the same seed: tells that the simulation replays exactly. */
	readonly print: string;
	/** How many changes were held back behind a refused one. */
	readonly heldCount: number;
	/** One device on one calendar day on which it did something. */
	readonly deviceDays: number;
}

/** `databases`: connections to one PostgreSQL, one for each process of the server. */
export async function simulate(seed: number, databases?: readonly Database[]): Promise<Life> {
	const world = new World(seed);
	const trace: string[] = [];
	const promises = new Promises();
	const held = new HeldChanges();
	let failure: string | undefined;
	try {
		await world.start(['practice-manager', 'volunteer', 'coordinator'], databases);
		if (world.chance.is(0.5)) halfUpdated(world);
		for (let turn = 0; turn < stepCount; turn++) {
			await oneStep(world, trace);
			await settle(world);
			await promises.check(world);
			await held.check(world);
		}
		const isQuiet = await comeTogether(world, held);
		await checkEnd(world);
		promise(isQuiet, `After ${mostRounds} rounds devices and server still change.`);
	} catch (error) {
		failure = error instanceof BrokenPromise ? error.message : (error as Error).stack;
	} finally {
		if (!databases) await world.server.close();
	}
	const print = createHash('sha256').update(trace.join('\n')).digest('hex').slice(0, 12);
	const deviceDays = world.deviceDays.size;
	const heldCount = held.count;
	return { seed, trace, print, heldCount, deviceDays, ...(failure !== undefined && { failure }) };
}

/** The practice has just been updated, and one phone with it. */
function halfUpdated(world: World): void {
	world.server.version += 1;
	world.server.restart();
	const [first] = world.devices;
	if (first) world.update(first);
}

async function oneStep(world: World, trace: string[]): Promise<void> {
	const device = world.chance.pick(world.devices.filter(({ isWiped }) => !isWiped));
	if (!device) return;
	let at = world.chance.next() * total;
	const chosen = steps.find(([, weight]) => (at -= weight) < 0) ?? steps[0];
	if (!chosen) return;
	const [name, , step] = chosen;
	world.now += world.chance.below(longestPauseMs);
	if (steps.indexOf(chosen) < deeds.length || name === 'sync') world.lives(device.number);
	trace.push(
		`${name} (device ${device.number}, ${world.saved.size} saved, ${world.flights.length} on the way)`
	);
	await step(world, device);
	// A full phone is full for one step.
	device.tables.failAfterWrites =
		name === 'storage full' ? device.tables.failAfterWrites : undefined;
}

/** The network heals, and every device syncs until nobody has anything to say; false if someone has. */
async function comeTogether(world: World, held: HeldChanges): Promise<boolean> {
	for (const device of world.devices) {
		device.tables.failAfterWrites = undefined;
		if (!device.isWiped) world.update(device);
	}
	let quiet = 0;
	let before = stateOf(world);
	for (let round = 0; round < mostRounds && quiet < quietRounds; round++) {
		for (const device of world.devices) {
			if (device.isWiped) continue;
			if (device.isSignedOut) await world.signInAgain(device);
			await world.cleanRound(device);
			await held.check(world);
		}
		const now = stateOf(world);
		quiet = now === before ? quiet + 1 : 0;
		before = now;
	}
	return quiet === quietRounds;
}

/** Another one as soon as anything has changed on any device or on the server. */
function stateOf({ devices, server }: World): string {
	return [server.writes, ...devices.map(({ tables }) => tables.changes)].join(' ');
}
