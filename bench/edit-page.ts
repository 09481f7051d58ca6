/**
 * What bench/second-device.ts runs inside the pages of two phones: the client as the app has it,
 * and a bare one that does the least.
 *
 * Put together by Vite for the benches only; it is no part of the app.
 */
import Dexie from 'dexie';
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
import {
	keeperEdit,
	keeperEditOne,
	keeperFetch,
	keeperSend,
	keeperStart,
	keeperTake,
	type Changed
} from './bare-keeper.ts';

const perPush = 200;

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
async function edit(count: number, turn: number): Promise<number> {
	const { store } = phone();
	posts = await store.newest(postRecord, count);
	const begin = clock();
	for (const [number, { id }] of posts.entries()) {
		const title = `Changed ${turn} ${number}`;
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

/** How many posts have been changed so in a turn. */
async function changed(turn: number): Promise<number> {
	const all = await phone().store.all(postRecord);
	return all.filter(({ title }) => title.startsWith(`Changed ${turn} `)).length;
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

interface BareRow {
	readonly id: string;
}

let held: readonly BareRow[] = [];

/** Handing them in is no part of what is measured. */
function bareHold(rows: readonly BareRow[]): void {
	held = rows;
}

/** The least: sends rows by 200. */
async function bareSend(): Promise<void> {
	const rows = held;
	for (let at = 0; at < rows.length; at += perPush) {
		const body = JSON.stringify(rows.slice(at, at + perPush));
		await counting('/push', { method: 'POST', body });
	}
}

/** The least: fetches what others sent, and keeps it. */
async function bareFetch(name: string): Promise<void> {
	const db = await bareTable(name);
	const rows = (await (await fetch('/pull')).json()) as BareRow[];
	await db.table<BareRow>('post').bulkPut(rows);
	db.close();
}

async function bareTable(name: string): Promise<Dexie> {
	const db = new Dexie(name);
	db.version(1).stores({ post: 'id, plannedOn' });
	return db.open();
}

function bareHear(): Promise<void> {
	return hearing('/events', () => onchange?.());
}

/** The bare client that loses nothing keeps what it is told. */
function keeperHear(): Promise<void> {
	return hearing('/keeper-events', (told) => {
		void keeperTake(JSON.parse(told) as Changed[]).then(() => onchange?.());
	});
}

/** Until the stream is open. */
function hearing(address: string, onmessage: (told: string) => void): Promise<void> {
	return new Promise((resolve) => {
		const source = new EventSource(address);
		source.addEventListener('open', () => resolve());
		source.addEventListener('message', (event: MessageEvent<string>) => onmessage(event.data));
	});
}

async function keeperSay(text: string): Promise<number> {
	const begin = clock();
	await keeperEditOne(text);
	return begin;
}

async function bareSay(text: string): Promise<number> {
	const begin = clock();
	await fetch('/say', { method: 'POST', body: text });
	return begin;
}

const bench = {
	...{ start, round, edit, editOne, changed, hear, heard, bytes },
	...{ bareHold, bareSend, bareFetch, bareHear, bareSay },
	...{ keeperStart, keeperEdit, keeperSend, keeperFetch, keeperHear, keeperSay }
};

declare global {
	// Only a var lands on globalThis, where the bench finds it.
	var editBench: typeof bench;
}
globalThis.editBench = bench;
