/**
 * The headers of every kind of answer: pages, files, the interface, errors and broken requests.
 */
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Browser, RealServer, type Answer } from '#tests/support/real-server.ts';
import { setUpPractice } from '#tests/support/real-group.ts';

const everywhere = {
	'x-content-type-options': 'nosniff',
	'referrer-policy': 'no-referrer',
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
	'x-frame-options': 'DENY'
};
const ask = (method: string, path: string, headers = {}) => ({ method, path, headers });

let server: RealServer;
let browser: Browser;
let script: string;

beforeAll(async () => {
	server = await RealServer.start();
	({ browser } = await setUpPractice(server, { token: await server.setUpSecret() }));
	const page = await browser.ask('GET', '/');
	script = /\/_app\/immutable\/[^"]+\.js/.exec(page.bytes.toString())?.[0] ?? 'no script';
});
afterAll(() => server.remove());

function policyOf({ headers }: Answer): Map<string, string> {
	const parts = (headers.get('content-security-policy') ?? '').split(';');
	return new Map(
		parts.map((part): [string, string] => {
			const [name = '', ...sources] = part.trim().split(' ');
			return [name, sources.join(' ')];
		})
	);
}

describe.each([
	ask('GET', '/'),
	ask('GET', '/join'),
	ask('GET', '/no/such/page'),
	ask('GET', '/manifest.webmanifest'),
	ask('GET', '/service-worker.js'),
	ask('GET', '/robots.txt'),
	ask('GET', '/_app/immutable/no-such-file.js'),
	ask('GET', '/%E0%A4%A'),
	ask('HEAD', '/'),
	ask('OPTIONS', '/'),
	ask('POST', '/'),
	ask('GET', '/healthz'),
	ask('GET', '/readyz'),
	ask('GET', '/metrics'),
	ask('GET', '/api/me'),
	ask('GET', '/api/nothing'),
	ask('PATCH', '/api/me', { 'content-type': 'application/json' }),
	ask('OPTIONS', '/api/me', { origin: 'https://elsewhere.example' }),
	ask('GET', '/api/photos/unknown'),
	ask('POST', '/api/sync/push', { 'content-type': 'text/plain' })
])('$method $path', ({ method, path, headers }) => {
	let answer: Answer;
	beforeAll(async () => {
		answer = await browser.ask(method, path, { headers });
	});

	test('has every header', () => {
		expect(Object.fromEntries(answer.headers)).toMatchObject(everywhere);
		expect(answer.headers.get('permissions-policy')).toContain('geolocation=()');
		expect(answer.headers.get('cache-control')).toMatch(/no-store|no-cache|max-age=0/);
	});

	test('lets nobody else frame it, and runs no script that is not ours', () => {
		const policy = policyOf(answer);
		const scripts = policy.get('script-src') ?? policy.get('default-src') ?? '';

		expect(policy.get('frame-ancestors')).toMatch(/^'none'$/);
		expect(policy.get('default-src')).toMatch(/^'(none|self)'$/);
		expect(scripts).not.toMatch(/unsafe|\*|https?:|data:/);
	});

	test('opens nothing to other sites', () => {
		const open = [...answer.headers.keys()].filter((name) => name.startsWith('access-control'));

		expect(open).toEqual([]);
	});

	test('does not tell what it is made with', () => {
		expect(answer.headers.has('x-powered-by')).toBe(false);
		expect(answer.headers.has('server')).toBe(false);
	});
});

test('files with a hash in their name may be kept for ever', async () => {
	const answer = await browser.ask('GET', script);

	expect(answer.status).toBe(200);
	expect(answer.headers.get('cache-control')).toBe('public,max-age=31536000,immutable');
	expect(Object.fromEntries(answer.headers)).toMatchObject(everywhere);
});

test('the service worker is asked for anew each time', async () => {
	const answer = await browser.ask('GET', '/service-worker.js');

	expect(answer.status).toBe(200);
	expect(answer.headers.get('cache-control')).toBe('no-cache');
	expect(policyOf(answer).get('default-src')).toBe("'self'");
});

test('nothing of the interface is ever kept', async () => {
	for (const path of ['/api/me', '/api/devices', '/api/nothing', '/api/photos/unknown']) {
		const { headers } = await browser.ask('GET', path);

		expect(headers.get('cache-control')).toBe('no-store');
	}
});

test.each([
	['that is no HTTP at all', 'Hello\r\n\r\n', '400'],
	[
		'with a header that is far too long',
		`GET / HTTP/1.1\r\nx: ${'x'.repeat(40_000)}\r\n\r\n`,
		'431'
	]
])('a request %s gets an answer with the headers too', async (_, text, status) => {
	const answer = await raw(server.port, text);

	expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
	for (const [name, value] of Object.entries(everywhere)) {
		expect(answer).toContain(`${name}: ${value}`);
	}
});

describe('on a public address', () => {
	let safe: RealServer;
	beforeAll(async () => {
		safe = await RealServer.start({ env: { ORIGIN: 'https://noticeboard.example' } });
	});
	afterAll(() => safe.remove());

	test('browsers are told to come by https only', async () => {
		const { headers } = await new Browser(safe.address).ask('GET', '/healthz');

		expect(headers.get('strict-transport-security')).toMatch(/^max-age=\d{8}/);
	});

	test('the cookie stays on this host, on https, and away from scripts', async () => {
		const there = new Browser(safe.address);
		const asked = {
			token: await safe.setUpSecret(),
			practiceName: 'P',
			groupName: 'G',
			managerName: 'M',
			deviceName: 'D'
		};

		const { headers } = await there.post('/api/setup', asked);

		const [name, ...rules] = (headers.getSetCookie()[0] ?? '').split('; ');
		expect(name).toMatch(/^__Host-noticeboard=[0-9a-f-]{36}\.[\w-]{43}$/);
		expect(rules.sort()).toEqual([
			'HttpOnly',
			'Max-Age=31536000',
			'Path=/',
			'SameSite=Lax',
			'Secure'
		]);
	});

	test('the link that it prints is the public one', async () => {
		await safe.setUpSecret();

		expect(safe.output).toContain('https://noticeboard.example/setup#');
	});
});

function raw(port: number, text: string): Promise<string> {
	return new Promise((resolve, reject) => {
		const socket = connect(port, '127.0.0.1', () => socket.write(text));
		let answer = '';
		socket.setEncoding('utf8').on('data', (part: string) => (answer += part));
		socket.once('close', () => resolve(answer));
		socket.once('error', reject);
	});
}

describe('a page on the second visit', () => {
	test.each(['/', '/join', '/setup', '/sign-in'])('%s keeps its own policy', async (path) => {
		const first = await browser.ask('GET', path);
		const tag = first.headers.get('etag') ?? '"none"';

		const second = await browser.ask('GET', path, { headers: { 'if-none-match': tag } });

		expect(policyOf(second).get('script-src')).toBe(policyOf(first).get('script-src'));
		expect(policyOf(second).get('script-src')).toContain("'sha256-");
	});
});

test.each(['/join', '/setup', '/consent', '/consent/withdraw', '/answer'])(
	'%s takes nothing before its scripts run: a form would go with what was typed in its address',
	async (path) => {
		const page = (await browser.ask('GET', path)).bytes.toString();
		const [before = '', ...inside] = page.split(/<fieldset[^>]* disabled/);

		expect(inside).toHaveLength(1);
		expect(before).not.toMatch(/<(?:form|input|textarea|button)/);
	}
);
