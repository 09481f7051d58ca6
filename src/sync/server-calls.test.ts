/** A line that is dead often does not say so: what is asked on it is given up, and asked again. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { protocolVersion } from '#domain/protocol.ts';
import type { SyncPoint } from '#store/sync-port.ts';
import { idFor } from '#tests/support/actors.ts';
import { ServerCalls } from './server-calls.ts';

const minuteMs = 60_000;
const point: SyncPoint = {
	...{ personId: idFor(1), outboxId: idFor(2), ack: 0 },
	...{ cookie: null, resume: null }
};
const patch = {
	...{ protocol: protocolVersion, epoch: 'first', from: null, to: null, lastSeq: 0 },
	...{ outcomes: [], changes: [], resume: null, progress: null }
};

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

/** Answers nothing until it is given up, as a browser does it. */
const deadLine: typeof fetch = (_address, { signal } = {}) =>
	new Promise((_resolve, reject) => {
		signal?.addEventListener('abort', () => reject(new DOMException('Given up.', 'AbortError')));
	});

test('A call on which nothing comes counts as no signal after a while', async () => {
	const calls = new ServerCalls(deadLine);

	const pulled = calls.pull(point);
	const pushed = calls.push(point, [], 0);
	await vi.advanceTimersByTimeAsync(2 * minuteMs);

	expect(await pulled).toEqual({ error: 'offline' });
	expect(await pushed).toEqual({ error: 'offline' });
});

test('A photo has the longer, the larger it is, and is given up all the same', async () => {
	let isOver = false;
	const sent = new ServerCalls(deadLine).sendPhoto('a', 'image/jpeg', new ArrayBuffer(600_000));
	void sent.then(() => (isOver = true));

	await vi.advanceTimersByTimeAsync(5 * minuteMs);
	expect(isOver).toBe(false);
	await vi.advanceTimersByTimeAsync(5 * minuteMs);
	expect(await sent).toEqual({ error: 'offline' });
});

test('An answer that comes slowly, piece by piece, is waited for', async () => {
	const pieces = JSON.stringify(patch).match(/.{1,20}/g) ?? [];
	const body = new ReadableStream<Uint8Array>({
		async pull(controller) {
			await new Promise((resolve) => setTimeout(resolve, minuteMs / 2));
			const piece = pieces.shift();
			if (piece === undefined) controller.close();
			else controller.enqueue(new TextEncoder().encode(piece));
		}
	});
	const calls = new ServerCalls(() => Promise.resolve(new Response(body)));

	const answer = calls.pull(point);
	await vi.advanceTimersByTimeAsync(20 * minuteMs);

	expect(await answer).toEqual(patch);
});

describe('What is sent', () => {
	const mutations = Array.from({ length: 20 }, (_, number) => ({
		...{ seq: number + 1, uuid: idFor(number), name: 'note.edit', at: 0, was: {} },
		args: { title: 'A note that is changed' }
	}));
	/** What the server read, and whether it came compressed. */
	const asked: { isPacked: boolean; body: unknown }[] = [];

	/** A server that may be one from before an update. */
	function server(takesPacked: () => boolean): typeof fetch {
		return async (_address, init) => {
			const isPacked = new Headers(init?.headers).get('content-encoding') === 'gzip';
			if (isPacked && !takesPacked())
				return Response.json({ error: 'bad-request', message: '' }, { status: 400 });
			const sent = new Response(init?.body ?? null).body;
			const plain = isPacked ? sent?.pipeThrough(new DecompressionStream('gzip')) : sent;
			asked.push({ isPacked, body: await new Response(plain ?? null).json() });
			const headers: Record<string, string> = takesPacked() ? { 'accept-encoding': 'gzip' } : {};
			return Response.json(patch, { headers });
		};
	}
	const read = () => asked.map(({ isPacked }) => isPacked);
	beforeEach(() => void asked.splice(0));

	test('is compressed once the server has said that it reads that, unless it is small', async () => {
		const calls = new ServerCalls(server(() => true));

		await calls.push(point, mutations, 0);
		await calls.push(point, mutations, 0);
		await calls.pull(point);

		expect(read()).toEqual([false, true, false]);
		expect(asked[1]?.body).toEqual(asked[0]?.body);
	});

	test('goes as it is again when an older server is back', async () => {
		let isNew = true;
		const calls = new ServerCalls(server(() => isNew));
		await calls.push(point, mutations, 0);
		isNew = false;

		expect(await calls.push(point, mutations, 0)).toMatchObject({ error: 'bad-request' });
		expect(await calls.push(point, mutations, 0)).toEqual(patch);

		expect(read()).toEqual([false, false]);
	});

	test('goes as it is from then on, where something on the way refuses what is compressed', async () => {
		const answers = server(() => true);
		const calls = new ServerCalls(async (address, init) =>
			new Headers(init?.headers).has('content-encoding')
				? new Response('<h1>Unsupported</h1>', { status: 415 })
				: answers(address, init)
		);
		await calls.push(point, mutations, 0);

		expect(await calls.push(point, mutations, 0)).toEqual({ error: 'offline' });
		expect(await calls.push(point, mutations, 0)).toEqual(patch);
		expect(await calls.push(point, mutations, 0)).toEqual(patch);

		expect(read()).toEqual([false, false, false]);
	});
});
