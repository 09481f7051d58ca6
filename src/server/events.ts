/**
 * The event stream of one device: patches and news as they come, and a sign of life every 20 s.
 *
 * The browser shows no comments to the page, so the sign of life is an event with a name.
 */
import * as z from 'zod/mini';
import { cookieSchema, type Patch, type Trouble } from '#domain/protocol.ts';
import { toWire } from '#domain/wire.ts';
import type { Engine, Who } from './engine.ts';
import type { News } from './pokes.ts';
import { trouble } from './replies.ts';
import type { Streams, StreamStart } from './streams.ts';
import { protocolTrouble } from './troubles.ts';

/** Of an app that does not say: the first did not. */
const firstProtocol = 1;
const aliveEveryMs = 20_000;
/** Removal on another server ends a stream here at the third sign of life. */
const askAgainEvery = 3;
/** A device that takes nothing for so long gets a new stream when it is back. */
const mostUnsent = 64;

const count = z.string().check(z.regex(/^\d{1,15}$/, 'This is not a whole number.'));
const asked = z.strictObject({
	outbox: z.uuid('This is not the number of an outbox.'),
	ack: count,
	version: count,
	epoch: z.string().check(z.maxLength(64)),
	scope: z.string().check(z.maxLength(64)),
	protocol: z.optional(count)
});

export function readStreamStart(address: URL): { start: StreamStart } | Trouble {
	const parsed = asked.safeParse(Object.fromEntries(address.searchParams));
	if (!parsed.success) {
		const field = parsed.error.issues[0]?.path.map(String).join('.');
		return trouble('bad-request', 'The address of this stream cannot be read.', field);
	}
	const { outbox: outboxId, ack, version, epoch, scope } = parsed.data;
	const protocol = Number(parsed.data.protocol ?? firstProtocol);
	const age = protocolTrouble(protocol);
	if (age) return age;
	const cookie = cookieSchema.safeParse({ epoch, version: Number(version), scope, protocol });
	const isFresh = epoch === '' || !cookie.success;
	const place = { outboxId, protocol, ack: Number(ack) };
	return { start: { ...place, cookie: isFresh ? null : cookie.data } };
}

interface Source {
	readonly engine: Engine;
	readonly streams: Streams;
	/** False once the session has ended. */
	readonly isStillIn: () => Promise<boolean>;
}

export function streamAnswer(
	{ engine, streams, isStillIn }: Source,
	who: Who,
	start: StreamStart
): Response {
	const text = new TextEncoder();
	let leave = () => false;
	const body = new ReadableStream<Uint8Array>({
		start(controller) {
			let isOpen = true;
			let beats = 0;
			const end = () => {
				if (leave()) controller.close();
			};
			const send = (name: string, found: unknown) => {
				if (!isOpen) return;
				if ((controller.desiredSize ?? 0) < -mostUnsent) end();
				else controller.enqueue(text.encode(`event: ${name}\ndata: ${JSON.stringify(found)}\n\n`));
			};
			const beat = async () => {
				beats += 1;
				if (beats % askAgainEvery === 0 && !(await isStillIn())) end();
				else send('alive', beats);
			};
			const timer = setInterval(() => {
				beat().catch((error: unknown) => engine.log.error({ error }, 'A stream failed.'));
			}, aliveEveryMs);
			timer.unref();
			const poke = (found: Patch | News) =>
				send('poke', 'news' in found ? found : toWire(found, start.protocol));
			const open = streams.open(who, start, poke, end);
			leave = () => {
				const wasOpen = isOpen;
				isOpen = false;
				clearInterval(timer);
				open.close();
				return wasOpen;
			};
			// The first bytes let the browser know that the stream is there.
			send('alive', beats);
		},
		cancel() {
			leave();
		}
	});
	return new Response(body, {
		headers: {
			'content-type': 'text/event-stream',
			'cache-control': 'no-store',
			'x-accel-buffering': 'no'
		}
	});
}
