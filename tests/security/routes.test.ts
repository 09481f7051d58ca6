/**
 * Every address of the interface × every role × the ids of another practice, on the real server.
 */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { roles, type Role } from '#domain/roles.ts';
import { hashOfBytes, jpeg } from '#tests/support/pictures.ts';
import {
	joinAs,
	pushOf,
	secretOf,
	setUpPractice,
	type RealPerson
} from '#tests/support/real-group.ts';
import { Browser, RealServer, runCommand, type Answer } from '#tests/support/real-server.ts';
import { v4 } from 'uuid';

interface Ids {
	readonly personId: string;
	readonly deviceId: string;
	readonly photo: string;
}

interface Address {
	readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
	/** As its folder is called. */
	readonly folder: string;
	/** Needs no session. */
	readonly isOpen?: true;
	readonly ask: (browser: Browser, ids: Ids) => Promise<Answer>;
	/** The answer to those who may, with ids of their own practice. */
	readonly may: number;
	/** Who else is answered 403. */
	readonly mayNot?: readonly Role[];
	/** The answer to a practice manager for ids of another practice. */
	readonly other?: number;
}

const nameElsewhere = 'Xanthe Elsewhere';
const helpers: readonly Role[] = ['volunteer', 'rota-member', 'reader'];
const stream = `?outbox=${v4()}&ack=0&version=0&epoch=&scope=&protocol=0`;
const pull = { protocol: 1, outboxId: v4(), ack: 0, cookie: null, resume: null };
const subscription = {
	endpoint: 'https://127.0.0.1/inside',
	keys: { p256dh: 'B'.repeat(87), auth: 'A'.repeat(22) }
};
const post = (path: string, json: unknown) => (browser: Browser) => browser.post(path, json);
const get = (path: string) => (browser: Browser) => browser.ask('GET', path);

const addresses: readonly Address[] = [
	{ method: 'POST', folder: 'setup', isOpen: true, may: 400, ask: post('/api/setup', {}) },
	{ method: 'POST', folder: 'join', isOpen: true, may: 400, ask: post('/api/join', {}) },
	{ method: 'POST', folder: 'join/look', isOpen: true, may: 400, ask: post('/api/join/look', {}) },
	{ method: 'POST', folder: 'answer', isOpen: true, may: 400, ask: post('/api/answer', {}) },
	{
		method: 'POST',
		folder: 'answer/look',
		isOpen: true,
		may: 400,
		ask: post('/api/answer/look', {})
	},
	{
		method: 'POST',
		folder: 'answer/photo',
		isOpen: true,
		may: 400,
		ask: post('/api/answer/photo', {})
	},
	...['consent', 'consent/look', 'consent/copy', 'consent/copy/look'].map((folder): Address => ({
		method: 'POST',
		folder,
		isOpen: true,
		may: 400,
		ask: post(`/api/${folder}`, {})
	})),
	{ method: 'GET', folder: 'me', may: 200, ask: get('/api/me') },
	{
		method: 'POST',
		folder: 'invites',
		may: 200,
		mayNot: helpers,
		other: 404,
		ask: (browser, { personId }) => browser.post('/api/invites', { personId })
	},
	{ method: 'GET', folder: 'devices', may: 200, ask: get('/api/devices') },
	{
		method: 'DELETE',
		folder: 'devices/[id]',
		may: 200,
		mayNot: helpers,
		other: 404,
		ask: (browser, { deviceId }) => browser.ask('DELETE', `/api/devices/${deviceId}`)
	},
	{
		method: 'POST',
		folder: 'people/[id]/sign-out-everywhere',
		may: 200,
		mayNot: helpers,
		other: 404,
		ask: (browser, { personId }) => browser.post(`/api/people/${personId}/sign-out-everywhere`, {})
	},
	{
		method: 'POST',
		folder: 'sync/push',
		may: 200,
		ask: (browser) => browser.post('/api/sync/push', pushOf('no.such', {}))
	},
	{ method: 'POST', folder: 'sync/pull', may: 200, ask: post('/api/sync/pull', pull) },
	// With a protocol that is too old, so that the stream does not stay open.
	{ method: 'GET', folder: 'sync/events', may: 426, ask: get(`/api/sync/events${stream}`) },
	{ method: 'GET', folder: 'feed', may: 200, ask: get('/api/feed') },
	{ method: 'POST', folder: 'feed', may: 200, ask: post('/api/feed', {}) },
	{
		method: 'DELETE',
		folder: 'feed',
		may: 200,
		ask: (browser) => browser.ask('DELETE', '/api/feed')
	},
	{ method: 'GET', folder: 'reminders', may: 200, ask: get('/api/reminders') },
	// Nobody may have their messages sent to an address that is no push service.
	{
		method: 'PUT',
		folder: 'reminders/push',
		may: 400,
		ask: (browser) => browser.ask('PUT', '/api/reminders/push', { json: subscription })
	},
	{
		method: 'DELETE',
		folder: 'reminders/push',
		may: 200,
		ask: (browser) => browser.ask('DELETE', '/api/reminders/push')
	},
	// This server has no mail server, and no push on the devices that ask.
	{
		method: 'POST',
		folder: 'reminders/mail',
		may: 404,
		ask: post('/api/reminders/mail', { address: 'zoe@example.com' })
	},
	{
		method: 'DELETE',
		folder: 'reminders/mail',
		may: 200,
		ask: (browser) => browser.ask('DELETE', '/api/reminders/mail')
	},
	{
		method: 'POST',
		folder: 'reminders/mail/code',
		may: 400,
		ask: post('/api/reminders/mail/code', { code: 'AAAA AAAA' })
	},
	{ method: 'POST', folder: 'reminders/try', may: 404, ask: post('/api/reminders/try', {}) },
	{ method: 'GET', folder: 'history', may: 200, ask: get('/api/history') },
	{
		method: 'GET',
		folder: 'history/[kind]/[id]',
		may: 200,
		ask: (browser, { personId }) => browser.ask('GET', `/api/history/person/${personId}`)
	},
	{
		method: 'GET',
		folder: 'photos/[hash]',
		may: 200,
		other: 404,
		ask: (browser, { photo }) => browser.ask('GET', `/api/photos/${photo}`)
	},
	{
		method: 'PUT',
		folder: 'photos/[hash]',
		may: 200,
		mayNot: ['rota-member', 'reader'],
		async ask(browser) {
			const bytes = await jpeg(200);
			const headers = { 'content-type': 'image/jpeg' };
			const body = new Uint8Array(bytes);
			return browser.ask('PUT', `/api/photos/${hashOfBytes(bytes)}`, { body, headers });
		}
	},
	{ method: 'GET', folder: '[...rest]', may: 404, ask: get('/api/nothing/here') },
	{ method: 'POST', folder: 'sign-out', may: 200, ask: post('/api/sign-out', {}) }
];

let server: RealServer;
let manager: RealPerson;
const people = new Map<Role, RealPerson>();
/** Someone whom nobody minds losing: signed out and removed again and again. */
let target: Ids;
let others: Ids;

beforeAll(async () => {
	server = await RealServer.start();
	manager = await setUpPractice(server, { token: await server.setUpSecret() });
	for (const role of roles) people.set(role, await joinAs(server, manager, { role }));
	target = await idsIn(manager);
	const { out } = await runCommand(server.dataDir, ['link', '--new-practice']);
	const leader = await setUpPractice(server, { token: secretOf(out.split('\n')[0] ?? '') });
	others = await idsIn(leader, nameElsewhere);
});
afterAll(() => server.remove());

async function idsIn(leader: RealPerson, name = 'Zelda'): Promise<Ids> {
	const { personId, browser } = await joinAs(server, leader, { role: 'reader', name });
	const devices = await browser.ask('GET', '/api/devices');
	const [, deviceId = ''] = /"id":"([^"]+)"/.exec(devices.bytes.toString()) ?? [];
	const bytes = await jpeg(name === nameElsewhere ? 40 : 80);
	const photo = hashOfBytes(bytes);
	await leader.browser.ask('PUT', `/api/photos/${photo}`, {
		body: new Uint8Array(bytes),
		headers: { 'content-type': 'image/jpeg' }
	});
	// One that no record names is shown to nobody but its sender.
	const picture = { hash: photo, thumb: 'data:image/jpeg;base64,/9j/2Q==', takenOn: null };
	await leader.does('photo.add', { id: v4(), ...picture, width: 80, height: 60, source: 'own' });
	return { personId, deviceId, photo };
}

test('every address of the interface stands in this list', () => {
	const root = fileURLToPath(new URL('../../src/routes/api', import.meta.url));
	const folders = readdirSync(root, { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('+server.ts'))
		.map((name) => name.replace('/+server.ts', '').replaceAll('\\', '/'));

	expect(folders.sort()).toEqual([...new Set(addresses.map(({ folder }) => folder))].sort());
});

describe.each(addresses)('$method $folder', ({ ask, folder, isOpen, may, mayNot, other }) => {
	test('without a session', async () => {
		const answer = await ask(new Browser(server.address), target);

		expect(answer.status).toBe(isOpen ? may : 401);
		if (!isOpen) expect(answer.json).toMatchObject({ error: 'signed-out' });
	});

	test('with a made-up session', async () => {
		const browser = new Browser(server.address);
		browser.cookie = `noticeboard=${manager.practiceId}.${'A'.repeat(43)}`;

		expect((await ask(browser, target)).status).toBe(isOpen ? may : 401);
	});

	test.each(roles)('as a %s', async (role) => {
		// These end sessions, so each gets a person of its own.
		const isEnding = folder === 'sign-out' || folder === 'devices/[id]';
		const kept = isEnding ? undefined : people.get(role);
		const { browser } = kept ?? (await joinAs(server, manager, { role }));
		const ids = folder.includes('[id]') ? await idsIn(manager) : target;

		expect((await ask(browser, ids)).status).toBe(mayNot?.includes(role) ? 403 : may);
	});

	test('with the ids of another practice', async () => {
		if (ask === addresses.at(-1)?.ask) return;

		const answer = await ask(manager.browser, others);

		expect(answer.status).toBe(other ?? may);
		expect(answer.bytes.includes(nameElsewhere)).toBe(false);
	});
});

test('the history of a record of another practice has no lines', async () => {
	const own = await manager.browser.ask('GET', `/api/history/person/${target.personId}`);
	const foreign = await manager.browser.ask('GET', `/api/history/person/${others.personId}`);

	expect(own.json).toMatchObject({ lines: [{ personName: 'Zenobia Quillwort' }] });
	expect(foreign.json).toEqual({ lines: [] });
});

test('a person of another practice cannot be changed by their id', async () => {
	const answer = await manager.does('person.edit', { id: others.personId, name: 'Changed' });

	expect(answer).toMatchObject({ result: 'refused', refusal: { code: 'no-such-person' } });
});
