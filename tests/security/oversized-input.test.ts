/**
 * What is too large to come in, in one piece or in many, and what is no photo.
 */
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { maxPushBytes } from '#domain/protocol.ts';
import { hashOfBytes, jpeg, pixelBomb, svg } from '#tests/support/pictures.ts';
import { joinAs, pushOf, setUpPractice, type RealPerson } from '#tests/support/real-group.ts';
import { RealServer } from '#tests/support/real-server.ts';

let server: RealServer;
let volunteer: RealPerson;

beforeAll(async () => {
	server = await RealServer.start();
	const manager = await setUpPractice(server, { token: await server.setUpSecret() });
	volunteer = await joinAs(server, manager, { role: 'volunteer' });
});
afterAll(() => server.remove());

describe('too much', () => {
	const padded = (bytes: number) => {
		const text = JSON.stringify(pushOf('no.such', { text: '' }));
		return text.replace('"text":""', `"text":"${'x'.repeat(bytes - text.length)}"`);
	};
	const send = (path: string, text: string) =>
		volunteer.browser.ask('POST', path, {
			body: text,
			headers: { 'content-type': 'application/json' }
		});
	/** Without a length that is told beforehand. */
	const sendInPieces = (path: string, text: string, method = 'POST', kind = 'application/json') =>
		volunteer.browser.ask(method, path, {
			body: new Blob([text]).stream(),
			headers: { 'content-type': kind }
		});

	test('a push may be as large as the limit, and not a byte more', async () => {
		expect((await send('/api/sync/push', padded(maxPushBytes))).status).toBe(200);
		expect((await send('/api/sync/push', padded(maxPushBytes + 1))).status).toBe(413);
	});

	test('nor in pieces', async () => {
		expect((await sendInPieces('/api/sync/push', padded(maxPushBytes))).status).toBe(200);
		expect(await sendInPieces('/api/sync/push', padded(maxPushBytes + 1))).toMatchObject({
			status: 413,
			json: { error: 'too-much' }
		});
	});

	test('nor compressed, however small that is', async () => {
		const packed = (bytes: Buffer) =>
			volunteer.browser.ask('POST', '/api/sync/push', {
				body: new Uint8Array(bytes),
				headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' }
			});
		const [most, more, bomb] = [maxPushBytes, maxPushBytes + 1, 50_000_000].map((bytes) =>
			gzipSync(padded(bytes))
		);

		expect((await packed(most ?? Buffer.alloc(0))).status).toBe(200);
		expect((await packed(more ?? Buffer.alloc(0))).status).toBe(413);
		expect(bomb?.length).toBeLessThan(maxPushBytes);
		expect((await packed(bomb ?? Buffer.alloc(0))).status).toBe(413);
		expect((await packed(Buffer.from('not compressed'))).status).toBe(400);
	});

	test.each(['/api/join', '/api/setup', '/api/invites', '/api/sign-out', '/api/sync/pull'])(
		'%s takes 16 kB',
		async (path) => {
			const text = (bytes: number) => `{"x":"${'x'.repeat(bytes - 8)}"}`;

			expect((await send(path, text(16 * 1024))).status).toBe(400);
			expect((await send(path, text(16 * 1024 + 1))).status).toBe(413);
			expect((await sendInPieces(path, text(16 * 1024 + 1))).status).toBe(413);
		}
	);

	test('a photo of more than 2 MB is refused, in pieces too', async () => {
		const path = `/api/photos/${'a'.repeat(64)}`;
		const text = 'x'.repeat(2 * 1024 * 1024 + 1);

		expect((await sendInPieces(path, text, 'PUT', 'image/jpeg')).status).toBe(413);
	});

	test('the server still answers after that', async () => {
		expect((await volunteer.browser.ask('GET', '/api/me')).status).toBe(200);
	});
});

describe('as a photo', () => {
	const put = (bytes: Buffer, kind = 'image/jpeg') =>
		volunteer.browser.ask('PUT', `/api/photos/${hashOfBytes(bytes)}`, {
			body: new Uint8Array(bytes),
			headers: { 'content-type': kind }
		});

	test('an SVG is refused, whatever it says that it is', async () => {
		expect((await put(svg)).status).toBe(400);
		expect((await put(svg, 'image/svg+xml')).status).toBe(400);
	});

	test('a picture with 144 million pixels is refused', async () => {
		const bomb = await pixelBomb();
		expect(bomb.length).toBeLessThan(2 * 1024 * 1024);

		expect(await put(bomb)).toMatchObject({ status: 400, json: { field: 'photo' } });
		expect((await volunteer.browser.ask('GET', '/api/me')).status).toBe(200);
	});

	test('a real one comes back as a picture that runs nothing', async () => {
		const bytes = await jpeg(77);
		expect((await put(bytes)).status).toBe(200);

		const { headers, status } = await volunteer.browser.ask(
			'GET',
			`/api/photos/${hashOfBytes(bytes)}`
		);

		expect(status).toBe(200);
		expect(Object.fromEntries(headers)).toMatchObject({
			'content-type': 'image/jpeg',
			'content-security-policy': "default-src 'none'; sandbox",
			'cache-control': 'private, max-age=31536000, immutable',
			'x-content-type-options': 'nosniff'
		});
	});
});
