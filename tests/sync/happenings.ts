/**
 * What happens to phones, network and server in the simulated world, each with its weight.
 */
import { dayOf } from '#domain/calendar.ts';
import { roles } from '#domain/roles.ts';
import { removeDevice } from '#server/devices.ts';
import { tidyPractice } from '#server/tidy.ts';
import { backUp, restore } from './backups.ts';
import type { Flight } from './network.ts';
import { newest } from './newer-kinds.ts';
import type { Steps } from './steps.ts';
import type { SimulatedDevice } from './surroundings.ts';
import { dayMs, type World } from './world.ts';

export const happenings: Steps = [
	['sync', 45, sync],
	['serve', 40, serve],
	['serve twice', 4, serveTwice],
	['lose request', 5, loseRequest],
	['deliver', 40, deliver],
	['lose answer', 6, loseAnswer],
	['server dies', 5, serverDies],
	['database fails', 3, databaseFails],
	['listen', 3, listen],
	['poke', 12, poke],
	['deliver poke', 10, deliverPoke],
	['kill tab', 3, (world, device) => world.kill(device)],
	['storage full', 3, storageFull],
	['clock', 2, clock],
	['away', 1, away],
	['months', 2, months],
	['night', 2, night],
	['clone', 1, clone],
	['role', 2, role],
	['leave', 1, leave],
	['join', 1, join],
	['remove device', 1, removeIt],
	['sign in again', 3, signIn],
	['update server', 2, updateServer],
	['update app', 4, updateApp],
	['back up', 2, (world) => backUp(world)],
	['restore', 1, (world) => restore(world)]
];

function sync(world: World, device: SimulatedDevice) {
	if (world.now >= device.awayUntil && device.rounds < 2) world.startRound(device);
}

function anyFlight(world: World, isServed: boolean): Flight | undefined {
	const flight = world.chance.pick(world.flights.filter((one) => one.isServed === isServed));
	if (flight) world.lives(flight.deviceNumber);
	return flight;
}

async function serve(world: World) {
	await anyFlight(world, false)?.serve();
}

/** The network sends a request again, and the device hears either answer. */
async function serveTwice(world: World) {
	const flight = anyFlight(world, false);
	if (!flight) return;
	const isFirst = world.chance.is(0.5);
	await flight.serve(isFirst);
	await flight.serve(!isFirst);
}

function land(world: World, flight: Flight | undefined, isHeard: boolean) {
	if (!flight) return;
	world.flights.splice(world.flights.indexOf(flight), 1);
	if (isHeard) flight.deliver();
	else flight.lose();
}

function loseRequest(world: World) {
	land(world, anyFlight(world, false), false);
}

function deliver(world: World) {
	land(world, anyFlight(world, true), true);
}

/** The server has done it, and the device never hears. */
function loseAnswer(world: World) {
	land(world, anyFlight(world, true), false);
}

/** Between any two statements of whatever it was doing; then new processes come up. */
async function serverDies(world: World) {
	const flight = anyFlight(world, false);
	if (!flight) return;
	const hasDied = await world.server.dying(world.chance.below(24), () => flight.serve());
	world.server.restart();
	// Every open connection ends with it.
	for (const device of world.devices) device.listener = undefined;
	if (hasDied) land(world, flight, false);
}

/** The server lives and says that it cannot answer just now. */
async function databaseFails(world: World) {
	const flight = anyFlight(world, false);
	await world.server.dying(world.chance.below(24), async () => flight?.serve());
}

async function listen(world: World, device: SimulatedDevice) {
	const { point } = await device.port.next();
	const who = await world.server.who(device);
	if (!point.cookie || 'error' in who) return;
	const { outboxId, ack, cookie } = point;
	const protocol = world.server.protocolOf(device);
	const place = { who, outboxId, protocol, ack, cookie };
	device.listener = { ...place, scope: undefined, told: cookie.version };
}

/** The event stream speaks: as the server does, it then takes the device to be that far. */
async function poke(world: World, device: SimulatedDevice) {
	const { listener, life } = device;
	if (!listener) return;
	const patch = await world.server.poke(device, listener);
	if (patch === undefined) return;
	if (patch === 'news') {
		device.listener = undefined;
		sync(world, device);
		return;
	}
	listener.ack = patch.lastSeq;
	listener.cookie = patch.to;
	listener.told = patch.to?.version ?? listener.told;
	world.pokes.push({ device, life, patch });
}

/** In order or not, with a push or a pull on its way or not. */
async function deliverPoke(world: World) {
	const flying = world.chance.pick(world.pokes);
	if (!flying) return;
	const { device, life, patch } = flying;
	world.pokes.splice(world.pokes.indexOf(flying), 1);
	if (device.isWiped || device.life !== life) return;
	world.lives(device.number);
	const taken = await device.port.take(patch, { cookie: patch.from, resume: null });
	if (taken === 'elsewhere') sync(world, device);
}

function storageFull(world: World, device: SimulatedDevice) {
	device.tables.failAfterWrites = world.chance.below(12);
}

/** Days wrong, or up to an hour a day too fast or too slow. */
function clock(world: World, device: SimulatedDevice) {
	if (world.chance.is(0.5)) device.skewMs = (world.chance.below(5) - 2) * dayMs;
	else device.drift = (world.chance.next() - 0.5) / 12;
}

/** No signal for up to seven months. */
function away(world: World, device: SimulatedDevice) {
	device.awayUntil = world.now + world.chance.below(210) * dayMs;
}

/** Nobody does anything for a while; half a year in one of four. The nights come all the same. */
async function months(world: World) {
	world.now += (world.chance.is(0.25) ? 180 : 0) * dayMs + world.chance.below(50) * dayMs;
	if (world.chance.is(0.7)) await night(world);
}

async function night(world: World) {
	await tidyPractice(world.server.engine, world.server.practiceId);
}

/** A copied disk: two devices with one outbox and one session. */
async function clone(world: World, device: SimulatedDevice) {
	if (world.devices.length >= 7) return;
	const { personId, role: held } = device.me;
	const twin = await world.addDevice(personId, held, device.tables.copy(), device.version);
	twin.skewMs = device.skewMs;
	if (world.chance.is(0.5)) twin.token = device.token;
}

async function role(world: World, device: SimulatedDevice) {
	const changed = world.chance.pick(roles) ?? 'volunteer';
	const { personId: id, name } = device.me;
	await world.setMember({ id, name, role: changed, leftOn: null });
}

async function join(world: World) {
	if (world.devices.length < 7) await world.join('volunteer');
}

function isLastButTwo(world: World): boolean {
	return world.devices.filter(({ isWiped }) => !isWiped).length < 3;
}

async function leave(world: World, device: SimulatedDevice) {
	if (isLastButTwo(world)) return;
	const { personId: id, name, role: last } = device.me;
	await world.setMember({ id, name, role: last, leftOn: dayOf(world.now) });
}

async function removeIt(world: World, device: SimulatedDevice) {
	if (isLastButTwo(world)) return;
	const who = await world.server.who(device);
	if ('error' in who) return;
	await removeDevice(world.server.engine, who, who.deviceId);
	world.removedTokens.add(device.token);
}

async function signIn(world: World, device: SimulatedDevice) {
	if (device.isSignedOut) await world.signInAgain(device);
}

function updateServer({ server }: World) {
	if (server.version === newest) return;
	server.version += 1;
	server.restart();
}

/** Loaded anew: as new as the server. */
function updateApp(world: World, device: SimulatedDevice) {
	if (device.version < world.server.version) world.update(device);
}
