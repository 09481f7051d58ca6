/**
 * Reads what a request carries, counted as it comes in, so that a body without a stated length
 * cannot be larger either. What comes compressed may be no larger once it is unpacked.
 */
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type * as z from 'zod/mini';
import { badArguments } from '#domain/mutation.ts';
import type { Trouble } from '#domain/protocol.ts';
import { trouble } from './replies.ts';
import { protocolTrouble } from './troubles.ts';

export const usualBytes = 16 * 1024;
/** A body that is too large is read up to here and dropped: else the phone never hears why. */
const mostDropped = 8 * 1024 * 1024;

const unpack = promisify(gunzip);

const tooMuch = trouble(
	'too-much',
	'This is too large to send. It is still on your phone. Send less at a time.'
);
const unreadable = trouble('bad-request', 'This cannot be read.');

export async function readBytes(request: Request, most: number): Promise<Buffer | Trouble> {
	const stated = Number(request.headers.get('content-length') ?? 0);
	if (stated > mostDropped) return tooMuch;
	if (request.body === null) return Buffer.alloc(0);
	const pieces: Uint8Array[] = [];
	let size = 0;
	const reader: ReadableStreamDefaultReader<Uint8Array> = request.body.getReader();
	for (;;) {
		const { done, value } = await reader.read();
		if (done) break;
		size += value.byteLength;
		if (size <= most) pieces.push(value);
		if (size > mostDropped) return tooMuch;
	}
	return size > most ? tooMuch : Buffer.concat(pieces);
}

interface Expected<Body> {
	readonly schema: z.ZodMiniType<Body>;
	readonly mostBytes: number;
	/**
	 * True for messages of the sync protocol: too old an app is told so before all else, and they
	 * may come compressed.
	 */
	readonly hasProtocol: boolean;
}

export async function readJson<Body>(
	request: Request,
	{ schema, mostBytes, hasProtocol }: Expected<Body>
): Promise<{ body: Body } | Trouble> {
	const sent = await readBytes(request, mostBytes);
	if (!Buffer.isBuffer(sent)) return sent;
	const isPacked = hasProtocol && request.headers.get('content-encoding') === 'gzip';
	const bytes = isPacked ? await unpacked(sent, mostBytes) : sent;
	if (!Buffer.isBuffer(bytes)) return bytes;
	const found = parsed(bytes);
	if (found === undefined) return unreadable;
	const protocol = hasProtocol ? protocolOf(found) : undefined;
	const age = protocol === undefined ? undefined : protocolTrouble(protocol);
	if (age) return age;
	const { success, data: body, error } = schema.safeParse(found);
	if (success) return { body };
	const { message, field } = badArguments(error);
	return trouble('bad-request', message, field);
}

/** Stops at the most: a small body can be made to unpack into one that fills the memory. */
async function unpacked(sent: Buffer, most: number): Promise<Buffer | Trouble> {
	try {
		return await unpack(sent, { maxOutputLength: most });
	} catch (error) {
		const isTooLong = error instanceof RangeError;
		return isTooLong ? tooMuch : unreadable;
	}
}

function protocolOf(found: unknown): number | undefined {
	if (typeof found !== 'object' || found === null || !('protocol' in found)) return undefined;
	return typeof found.protocol === 'number' ? found.protocol : undefined;
}

function parsed(bytes: Buffer): unknown {
	try {
		return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
	} catch {
		return undefined;
	}
}
