/**
 * Reminders over the network: how often, to whom, and what the server never gives away.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { MailServer } from '#tests/support/mail-server.ts';
import { PushService } from '#tests/support/push-service.ts';
import { joinAs, setUpPractice, type RealPerson } from '#tests/support/real-group.ts';
import { read, RealServer } from '#tests/support/real-server.ts';

const waysSchema = z.object({ publicKey: z.string(), endpoint: z.nullable(z.string()) });

let server: RealServer;
let service: PushService;
let mails: MailServer;
let manager: RealPerson;

beforeAll(async () => {
	service = await PushService.start();
	mails = await MailServer.start();
	const env = { SMTP_URL: mails.url, PUSH_SERVICES: service.origin, LOG_LEVEL: 'debug' };
	server = await RealServer.start({ env });
	manager = await setUpPractice(server, { token: await server.setUpSecret() });
});
afterAll(async () => {
	await server.remove();
	await service.close();
	await mails.close();
});

const subscribe = ({ browser }: RealPerson, subscription: object) =>
	browser.ask('PUT', '/api/reminders/push', { json: subscription });

test('a phone that allowed reminders gets one to try, signed with the practice’s key', async () => {
	const person = await joinAs(server, manager, { role: 'volunteer' });
	await subscribe(person, service.subscription('phone'));

	const tried = await person.browser.post('/api/reminders/try', {});

	expect(tried.json).toEqual({ isSent: true });
	const { publicKey } = read(await person.browser.ask('GET', '/api/reminders'), waysSchema);
	expect(service.delivered).toMatchObject([{ title: 'Reminders work', signedBy: publicKey }]);
});

test('nobody can try more than five times in ten minutes', async () => {
	const person = await joinAs(server, manager, { role: 'reader' });
	await subscribe(person, service.subscription('often'));
	const statuses: number[] = [];

	for (let count = 0; count < 6; count++) {
		statuses.push((await person.browser.post('/api/reminders/try', {})).status);
	}

	expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
});

test('nobody can flood an address with mail, or guess its code', async () => {
	const person = await joinAs(server, manager, { role: 'reader' });
	const before = mails.taken.length;
	const statuses: number[] = [];

	for (let count = 0; count < 4; count++) {
		const sent = await person.browser.post('/api/reminders/mail', { address: 'zed@example.com' });
		statuses.push(sent.status);
	}
	for (let count = 0; count < 2; count++) {
		const guess = await person.browser.post('/api/reminders/mail/code', { code: 'AAAA AAAA' });
		statuses.push(guess.status);
	}

	expect(statuses).toEqual([200, 200, 200, 200, 400, 429]);
	expect(mails.taken.length - before).toBe(4);
});

test.each([
	'https://127.0.0.1/x',
	'http://169.254.169.254/latest',
	'https://fcm.googleapis.com.evil.example/x',
	'file:///etc/passwd',
	'no address'
])('the server cannot be made to ask %s', async (endpoint) => {
	const { keys } = service.subscription('elsewhere');

	const answer = await subscribe(manager, { endpoint, keys });

	expect(answer.status).toBe(400);
});

test.each([
	'zed@example.com\r\nBcc: all@example.com',
	'zed@example.com, all@example.com',
	'"zed"@example.com',
	'<zed@example.com>',
	'zed'
])('%j is no address for mail', async (address) => {
	const person = await joinAs(server, manager, { role: 'reader' });

	expect((await person.browser.post('/api/reminders/mail', { address })).status).toBe(400);
});

test('a phone’s reminders are its own', async () => {
	const [one, other] = [
		await joinAs(server, manager, { role: 'reader' }),
		await joinAs(server, manager, { role: 'reader' })
	];
	await subscribe(one, service.subscription('of-one'));
	await other.browser.ask('DELETE', '/api/reminders/push');

	const ways = await one.browser.ask('GET', '/api/reminders');
	const others = await other.browser.ask('GET', '/api/reminders');

	expect(read(ways, waysSchema).endpoint).toContain('of-one');
	expect(read(others, waysSchema).endpoint).toBeNull();
	expect(ways.bytes.toString()).not.toContain('private');
});

test('no log holds an address, a code or where a message goes', () => {
	expect(server.output).not.toMatch(/zed@|example\.com|of-one|p256dh|[A-Z2-9]{4} [A-Z2-9]{4}/);
});
