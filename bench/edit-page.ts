/**
 * What bench/second-device.ts runs inside the pages of two phones: the client as the app has it,
 * and a bare one that does the least.
 *
 * Put together by Vite for the benches only; it is no part of the app.
 */
import { meSchema } from '#domain/me.ts';
import { fromWire } from '#domain/wire.ts';
import { registry } from '#features/registry.ts';
import { editPost } from '#features/posts/mutations.ts';
import { postRecord, type Post } from '#features/posts/record.ts';
import { newId } from '#store/id.ts';
import { makeTables } from '#store/open-tables.ts';
import { Store } from '#store/store.ts';
import { SyncPort } from '#store/sync-port.ts';
import { ServerCalls } from '#sync/server-calls.ts';
import { listen } from '#sync/stream.ts';
import { syncRound } from '#sync/sync.ts';
import * as bare from './bare-client.ts';
import { keeperEdit, keeperFetch, keeperSend, keeperStart } from './bare-keeper.ts';

/** The same clock in every page of this computer (ms). */
const clock = () => performance.timeOrigin + performance.now();

/** Bodies only, as they go over the wire. */
const wire = { up: 0, down: 0, seen: 0 };

const counting: typeof fetch = (address, init) => {
	const body = init?.body;
	if (typeof body === 'string') wire.up += new TextEncoder().encode(body).length;
	else if (body instanceof Uint8Array) wire.up += body.length;
	return fetch(address, init);
};

/** Since it was last asked. */
function bytes(): { up: number; down: number } {
	for (const entry of performance.getEntriesByType('resource').slice(wire.seen)) {
		wire.seen += 1;
		if (entry instanceof PerformanceResourceTiming) wire.down += entry.encodedBodySize;
	}
	const { up, down } = wire;
	wire.up = wire.down = 0;
	return { up, down };
}

async function open(name: string) {
	performance.setResourceTimingBufferSize(100_000);
	const me = meSchema.parse(await (await fetch('/api/me')).json());
	const { tables } = await makeTables(name, registry, Date.now());
	const parts = { tables, registry, me, now: () => Date.now(), newId };
	const port = new SyncPort(parts);
	await port.noteMe(me);
	return { store: new Store(parts), port, server: new ServerCalls(counting) };
}

type Phone = Awaited<ReturnType<typeof open>>;
let ours: Phone | undefined;
let posts: Post[] = [];
let onchange: (() => void) | undefined;

function phone(): Phone {
	if (!ours) throw new Error('The phone is not open.');
	return ours;
}

/** Opens the phone and fetches everything. */
async function start(name: string): Promise<void> {
	ours = await open(name);
	await round();
	bytes();
}

async function round(): Promise<void> {
	const { server } = phone();
	const given = { port: phone().port, server, now: () => Date.now(), asksAhead: true };
	const result = await syncRound(given);
	if (result !== 'done') throw new Error(`A round ended with ${result}.`);
}

/** Changes so many posts, the newest first, with no signal; how long it took (ms). */
async function edit(count: number, text: string): Promise<number> {
	const { store } = phone();
	posts = await store.newest(postRecord, count);
	const begin = clock();
	for (const [number, { id }] of posts.entries()) {
		const title = `${text} ${number}`;
		const refusal = await store.mutate(editPost, { id, changes: { title } });
		if (refusal) throw new Error(refusal.message);
	}
	return clock() - begin;
}

/** One more change, sent at once; when it began. */
async function editOne(title: string): Promise<number> {
	const { store } = phone();
	const [post] = posts.length > 0 ? posts : (posts = await store.newest(postRecord, 1));
	if (!post) throw new Error('There is no post.');
	const begin = clock();
	const refusal = await store.mutate(editPost, { id: post.id, changes: { title } });
	if (refusal) throw new Error(refusal.message);
	await round();
	return begin;
}

/** How many posts have been changed so. */
async function changed(text: string): Promise<number> {
	const all = await phone().store.all(postRecord);
	return all.filter(({ title }) => title.startsWith(`${text} `)).length;
}

/** Takes in what is told over the event stream. */
async function hear(): Promise<void> {
	const { port } = phone();
	const { point } = await port.next();
	const onpoke = async (found: unknown) => {
		wire.down += JSON.stringify(found).length;
		const patch = fromWire(found);
		if (!patch) await round();
		else await port.take(patch, { cookie: patch.from, resume: null });
		onchange?.();
	};
	listen(point, { onpoke: (found) => void onpoke(found), onsilence: () => undefined });
}

/** When the next change had come and was kept. */
function heard(): Promise<number> {
	return new Promise((resolve) => {
		onchange = () => resolve(clock());
	});
}

/** The bare client, and the one that loses nothing: their rows are the same. */
async function bareStart(count: number): Promise<void> {
	await keeperStart(await bare.bareStart(count));
}

function bareHear(): void {
	bare.bareHear(() => onchange?.());
}

/** When it began. */
async function bareSay(title: string): Promise<number> {
	const begin = clock();
	await bare.bareSay(title);
	return begin;
}

function bareEdit(title: string): void {
	bare.bareEdit(title);
}

const { bareSend, bareFetch, bareChanged } = bare;

const bench = {
	...{ start, round, edit, editOne, changed, hear, heard, bytes },
	...{ bareStart, bareEdit, bareSend, bareFetch, bareChanged, bareHear, bareSay },
	...{ keeperEdit, keeperSend, keeperFetch }
};

declare global {
	// Only a var lands on globalThis, where the bench finds it.
	var editBench: typeof bench;
}
globalThis.editBench = bench;
