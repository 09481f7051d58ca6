/**
 * A push service on this machine: takes messages as a real one does, checks who signed them, and
 * opens them with the key that only the phone has (RFC 8291, RFC 8292), by Node's own crypto.
 */
import {
	createDecipheriv,
	createECDH,
	createPublicKey,
	hkdfSync,
	randomBytes,
	verify,
	type ECDH
} from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as z from 'zod/mini';

const messageSchema = z.strictObject({
	title: z.string(),
	text: z.string(),
	path: z.string(),
	tag: z.string()
});

export interface Delivered extends z.infer<typeof messageSchema> {
	/** The phone that it is for. */
	readonly phone: string;
	/** The public key with which the sender signed. */
	readonly signedBy: string;
	/** Whom to ask about the sender. */
	readonly subject: string;
	readonly ttl: number;
	/** As it was on the way. */
	readonly sealed: Buffer;
}

interface Phone {
	readonly key: ECDH;
	readonly auth: Buffer;
}

export class PushService {
	readonly #server: Server;
	readonly #phones = new Map<string, Phone>();
	readonly delivered: Delivered[] = [];
	/** What it answers from now on: 201, or why not. */
	status = 201;
	/** Every request, delivered or not. */
	asked = 0;

	private constructor() {
		this.#server = createServer((request, response) => {
			this.#take(request).then(
				(status) => response.writeHead(status).end(),
				(error: unknown) => response.writeHead(400).end(String(error))
			);
		});
	}

	static async start(): Promise<PushService> {
		const service = new PushService();
		await new Promise<void>((resolve) => service.#server.listen(0, '127.0.0.1', resolve));
		return service;
	}

	get origin(): string {
		// A server that listens on a port has an address of this kind.
		return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
	}

	/** What the browser of a new phone hands out. */
	subscription(phone: string) {
		const key = createECDH('prime256v1');
		key.generateKeys();
		const auth = randomBytes(16);
		this.#phones.set(phone, { key, auth });
		return {
			endpoint: `${this.origin}/${phone}`,
			keys: {
				p256dh: key.getPublicKey().toString('base64url'),
				auth: auth.toString('base64url')
			}
		};
	}

	async close(): Promise<void> {
		this.#server.closeAllConnections();
		await new Promise((resolve) => this.#server.close(resolve));
	}

	async #take(request: IncomingMessage): Promise<number> {
		this.asked++;
		const pieces: Buffer[] = [];
		for await (const piece of request) if (Buffer.isBuffer(piece)) pieces.push(piece);
		if (this.status !== 201) return this.status;
		const { authorization = '', 'content-encoding': encoding, ttl } = request.headers;
		if (encoding !== 'aes128gcm') throw new Error('Not sealed as RFC 8291 says.');
		const name = (request.url ?? '').slice(1);
		const phone = this.#phones.get(name);
		if (!phone) return 404;
		const sealed = Buffer.concat(pieces);
		const message = messageSchema.parse(JSON.parse(opened(sealed, phone)));
		const signed = signatureOf(authorization, this.origin);
		this.delivered.push({ ...message, ...signed, phone: name, ttl: Number(ttl), sealed });
		return 201;
	}
}

function opened(sealed: Buffer, { key, auth }: Phone): string {
	const salt = sealed.subarray(0, 16);
	const idLength = sealed.readUInt8(20);
	const sender = sealed.subarray(21, 21 + idLength);
	const content = sealed.subarray(21 + idLength);
	const shared = key.computeSecret(sender);
	const about = Buffer.concat([Buffer.from('WebPush: info\0'), key.getPublicKey(), sender]);
	const secret = Buffer.from(hkdfSync('sha256', shared, auth, about, 32));
	const derive = (what: string, length: number) =>
		Buffer.from(hkdfSync('sha256', secret, salt, `Content-Encoding: ${what}\0`, length));
	const cipher = createDecipheriv('aes-128-gcm', derive('aes128gcm', 16), derive('nonce', 12));
	cipher.setAuthTag(content.subarray(-16));
	const plain = Buffer.concat([cipher.update(content.subarray(0, -16)), cipher.final()]);
	const end = plain.lastIndexOf(2);
	return plain.subarray(0, end).toString();
}

const claimsSchema = z.object({ aud: z.string(), exp: z.int(), sub: z.string() });

/** @throws {Error} when the signature does not hold, or was made for another service or time. */
function signatureOf(header: string, origin: string): { signedBy: string; subject: string } {
	const [, token = '', signedBy = ''] = /^vapid t=([^,]+), ?k=(.+)$/.exec(header) ?? [];
	const [head = '', body = '', signature = ''] = token.split('.');
	const point = Buffer.from(signedBy, 'base64url');
	const part = (from: number) => point.subarray(from, from + 32).toString('base64url');
	const key = createPublicKey({
		key: { kty: 'EC', crv: 'P-256', x: part(1), y: part(33) },
		format: 'jwk'
	});
	const isGood = verify(
		'sha256',
		Buffer.from(`${head}.${body}`),
		{ key, dsaEncoding: 'ieee-p1363' },
		Buffer.from(signature, 'base64url')
	);
	if (!isGood) throw new Error('The signature does not hold.');
	const claims = claimsSchema.parse(JSON.parse(Buffer.from(body, 'base64url').toString()));
	const now = Date.now() / 1000;
	if (claims.aud !== origin || claims.exp < now || claims.exp > now + 24 * 60 * 60) {
		throw new Error('Signed for another service or another time.');
	}
	return { signedBy, subject: claims.sub };
}
