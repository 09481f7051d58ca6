/**
 * Invites and codes over the network: used, guessed and tried too often.
 */
import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
	inviteSchema,
	secretOf,
	setUpPractice,
	type RealPerson
} from '#tests/support/real-group.ts';
import { Browser, read, RealServer } from '#tests/support/real-server.ts';

const deviceName = 'Phone';
const tokenLike = (id: string) => `${id}.${'B'.repeat(43)}`;

let server: RealServer;
let manager: RealPerson;
let visitors = 0;

/** Behind a proxy each visitor has an address of their own. */
function visitor(address = `10.1.0.${++visitors}`): Browser {
	return new Browser(server.address, { 'x-forwarded-for': `6.6.6.6, ${address}` });
}

beforeAll(async () => {
	server = await RealServer.start({ env: { TRUST_PROXY: 'true' } });
	manager = await setUpPractice(server, { token: await server.setUpSecret() });
});
afterAll(() => server.remove());

describe('an invite', () => {
	let token: string;
	let code: string;
	beforeEach(async () => {
		const personId = v7();
		await manager.does('person.add', { id: personId, name: 'Zoe Invited', role: 'reader' });
		const made = read(await manager.browser.post('/api/invites', { personId }), inviteSchema);
		({ code } = made);
		token = secretOf(made.link);
	});

	test('keeps its secret behind the # of the address, where no log sees it', async () => {
		const personId = manager.personId;
		const { link } = read(await manager.browser.post('/api/invites', { personId }), inviteSchema);

		expect(new URL(link).pathname).toBe('/join');
		expect(new URL(link).search).toBe('');
	});

	test('is not used up by a look, and is by joining', async () => {
		const phone = visitor();
		const looks = [
			await phone.post('/api/join/look', { token }),
			await phone.post('/api/join/look', { token })
		];
		expect(looks.map(({ status }) => status)).toEqual([200, 200]);

		const joined = await phone.post('/api/join', { token, deviceName });
		const again = await visitor().post('/api/join', { token, deviceName });

		expect(joined).toMatchObject({ status: 200, json: { name: 'Zoe Invited' } });
		expect((await phone.ask('GET', '/api/me')).status).toBe(200);
		expect(again).toMatchObject({ status: 404, json: { error: 'not-found' } });
		expect(again.headers.getSetCookie()).toEqual([]);
	});

	test('gives a new token each time: the one from before is signed out', async () => {
		const phone = visitor();
		await phone.post('/api/join', { token, deviceName });
		const before = phone.cookie;
		const { link } = read(
			await manager.browser.post('/api/invites', { personId: manager.personId }),
			inviteSchema
		);
		await phone.post('/api/join', { token: secretOf(link), deviceName });

		const old = visitor();
		old.cookie = before;

		expect(phone.cookie).not.toBe(before);
		expect((await phone.ask('GET', '/api/me')).json).toMatchObject({ role: 'practice-manager' });
		expect((await old.ask('GET', '/api/me')).status).toBe(401);
	});

	test('takes either the link or the code, and a device with a name', async () => {
		const phone = visitor();
		const bad = [{ token, code, deviceName }, { deviceName }, { token }, { token, deviceName: '' }];
		for (const asked of [...bad, { token, deviceName, personId: v7() }]) {
			expect((await phone.post('/api/join', asked)).status).toBe(400);
		}

		expect((await phone.post('/api/join', { code, deviceName })).status).toBe(200);
	});
});

describe('guessing', () => {
	const guess = (browser: Browser, number: number) =>
		browser.post('/api/join', { code: `2222222${'23456789'.charAt(number)}`, deviceName });

	test('a code is stopped at the sixth try, and only for that address', async () => {
		const guesser = visitor('10.2.0.1');
		const statuses: number[] = [];
		for (let number = 0; number < 6; number++) statuses.push((await guess(guesser, number)).status);

		expect(statuses).toEqual([404, 404, 404, 404, 404, 429]);
		expect((await guess(visitor('10.2.0.2'), 0)).status).toBe(404);
	});

	test('is not helped by a made-up address in front', async () => {
		const statuses: number[] = [];
		for (let number = 0; number < 6; number++) {
			const headers = { 'x-forwarded-for': `7.7.7.${number}, 10.2.0.3` };
			statuses.push((await guess(new Browser(server.address, headers), number)).status);
		}

		expect(statuses.at(-1)).toBe(429);
	});

	test('nor by looking instead of joining', async () => {
		const guesser = visitor('10.2.0.4');
		for (let number = 0; number < 5; number++) await guess(guesser, number);

		expect((await guesser.post('/api/join/look', { code: '22222222' })).status).toBe(429);
	});

	test('a link or a set-up link is stopped in the same way', async () => {
		const guesser = visitor('10.2.0.5');
		const setUp = { practiceName: 'P', groupName: 'G', managerName: 'M', deviceName };
		const links: number[] = [];
		const setUps: number[] = [];
		for (let number = 0; number < 6; number++) {
			const token = tokenLike(v7());
			links.push((await guesser.post('/api/join', { token, deviceName })).status);
			setUps.push((await guesser.post('/api/setup', { ...setUp, token })).status);
		}

		expect([links.at(4), links.at(5)]).toEqual([404, 429]);
		expect([setUps.at(4), setUps.at(5)]).toEqual([404, 429]);
	});

	test('says when to try again', async () => {
		const guesser = visitor('10.2.0.6');
		for (let number = 0; number < 5; number++) await guess(guesser, number);

		const answer = await guess(guesser, 5);

		expect(answer.headers.get('retry-after')).toMatch(/^\d+$/);
		expect(answer.json).toMatchObject({ error: 'too-many' });
	});
});

test('without a proxy the forwarded address counts for nothing', async () => {
	const plain = await RealServer.start();
	const statuses: number[] = [];
	for (let number = 0; number < 6; number++) {
		const browser = new Browser(plain.address, { 'x-forwarded-for': `10.3.0.${number}` });
		const code = `2222222${'23456789'.charAt(number)}`;
		statuses.push((await browser.post('/api/join', { code, deviceName })).status);
	}
	await plain.remove();

	expect(statuses.at(-1)).toBe(429);
});
