/**
 * Starting, running out of room, and stopping: each trouble has a message and an exit code.
 */
import { createServer } from 'node:http';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { v4 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hashOfBytes, jpeg } from '#tests/support/pictures.ts';
import {
	joinAs,
	names,
	pushOf,
	secretOf,
	setUpPractice,
	type RealPerson
} from '#tests/support/real-group.ts';
import { Browser, newFolder, pause, RealServer, runCommand } from '#tests/support/real-server.ts';

describe('a start that cannot be', () => {
	const folder = newFolder();
	afterAll(() => rmSync(folder, { recursive: true }));

	test('with a port that is taken says so', async () => {
		const other = createServer().listen(0, '127.0.0.1');
		await new Promise((resolve) => other.once('listening', resolve));
		const address = other.address();
		const port = typeof address === 'object' ? String(address?.port) : '';

		const { code, err } = await RealServer.startToEnd({ dataDir: folder, env: { PORT: port } });
		other.close();

		expect(code).toBe(1);
		expect(err).toBe(
			`Port ${port} is already in use. Stop the other program, or choose another port with PORT.\n`
		);
	});

	test('with bad settings names each of them', async () => {
		const env = { PORT: 'x', ORIGIN: 'http://noticeboard.example' };

		const { code, err } = await RealServer.startToEnd({ dataDir: folder, env });

		expect(code).toBe(1);
		expect(err.split('\n').filter(Boolean)).toHaveLength(2);
		expect(err).toContain('ORIGIN must begin with https://');
	});

	test('on a folder that is a file says so', async () => {
		const dataDir = path.join(folder, 'a-file');
		writeFileSync(dataDir, '');

		const { code, err } = await RealServer.startToEnd({ dataDir });

		expect(code).toBe(1);
		expect(err).toContain(`The folder ${dataDir} cannot be opened.`);
		expect(err.trim().split('\n')).toHaveLength(1);
	});

	test('on a folder that cannot be written to says so', async () => {
		// Root may write everywhere but here.
		const dataDir = process.getuid?.() === 0 ? '/sys/noticeboard' : path.join(folder, 'closed');
		if (process.getuid?.() !== 0) mkdirSync(dataDir, { mode: 0o555 });

		const { code, err } = await RealServer.startToEnd({ dataDir });

		expect(code).toBe(1);
		expect(err).toContain(`The folder ${dataDir} cannot be`);
	});

	test('with a file that is no database says so, and leaves it alone', async () => {
		const dataDir = newFolder();
		writeFileSync(path.join(dataDir, 'noticeboard.db'), 'This is a shopping list.'.repeat(100));

		const { code, err } = await RealServer.startToEnd({ dataDir });
		rmSync(dataDir, { recursive: true });

		expect(code).toBe(1);
		expect(err).toContain('is damaged. Nothing was changed.');
	});

	test('on a full disk says so', async () => {
		const dataDir = newFolder();

		const { code, err } = await RealServer.startToEnd({ dataDir, shell: 'ulimit -f 40' });
		rmSync(dataDir, { recursive: true });

		expect(code).toBe(1);
		expect(err).toContain(`The disk that holds the folder ${dataDir} is full`);
	});

	test('with a database that does not answer says so, without its password', async () => {
		const env = { DATABASE_URL: 'postgres://someone:hunter2@127.0.0.1:1/nowhere' };

		const { code, err, out } = await RealServer.startToEnd({ env });

		expect(code).toBe(1);
		expect(err).toBe('The database does not answer. Is it running? Check DATABASE_URL.\n');
		expect(out + err).not.toContain('hunter2');
	});
});

describe('a running server', () => {
	let server: RealServer;
	let manager: RealPerson;
	beforeAll(async () => {
		server = await RealServer.start({ env: { LOG_LEVEL: 'debug' } });
		manager = await setUpPractice(server, { token: await server.setUpSecret() });
	});
	afterAll(() => server.remove());

	test('has its folder to itself', async () => {
		const { dataDir } = server;

		const { code, err } = await RealServer.startToEnd({ dataDir });

		expect(code).toBe(1);
		expect(err).toContain(`Noticeboard is already running on the folder ${dataDir}.`);
		expect((await manager.browser.ask('GET', '/api/me')).status).toBe(200);
	});

	test('lets the person who looks after it make links meanwhile', async () => {
		const refused = await runCommand(server.dataDir, ['link']);
		const { code, out } = await runCommand(server.dataDir, [
			...['link', '--person', 'zenobia  quillwort']
		]);
		const phone = new Browser(server.address);
		const token = secretOf(out.split('\n')[0] ?? '');
		const joined = await phone.post('/api/join', { token, deviceName: 'New phone' });

		expect(refused).toMatchObject({ code: 1 });
		expect(refused.err).toContain('There is a practice already.');
		expect(code).toBe(0);
		expect(out).toContain(`http://localhost:${server.port}/join#`);
		expect(joined).toMatchObject({ status: 200, json: { role: 'practice-manager' } });
	});

	test.each([
		[['practices'], 'Quillwort Surgery'],
		[['verify'], 'Quillwort Surgery: the history is whole.']
	])('answers the command %s meanwhile', async (command, says) => {
		const { code, out } = await runCommand(server.dataDir, command);

		expect(code).toBe(0);
		expect(out).toContain(says);
	});

	test.each([
		[[], 'Commands:'],
		[['dance'], 'Commands:'],
		[['link', '--person', 'Nobody Here'], 'Nobody of that name is in the group.']
	])('says what is wrong with the command %j', async (command, says) => {
		const { code, err } = await runCommand(server.dataDir, command);

		expect(code).toBe(1);
		expect(err).toContain(says);
	});

	test('is alive and ready', async () => {
		const browser = new Browser(server.address);

		expect((await browser.ask('GET', '/healthz')).status).toBe(200);
		expect((await browser.ask('GET', '/readyz')).json).toEqual({ isReady: true, problems: [] });
	});

	test('has numbers for a monitor on this machine, and not for one that a proxy lets through', async () => {
		const browser = new Browser(server.address);
		const headers = { 'x-forwarded-for': '203.0.113.9' };

		const here = await browser.ask('GET', '/metrics');
		const passedOn = await browser.ask('GET', '/metrics', { headers });

		expect(here.status).toBe(200);
		expect(here.bytes.toString()).toContain('noticeboard_answers_total{status="2xx"}');
		expect(here.headers.get('cache-control')).toBe('no-store');
		expect(passedOn.status).toBe(404);
	});

	test('has logged what was asked, and no name, text or secret', async () => {
		const member = await joinAs(server, manager, { role: 'volunteer' });
		await member.browser.post('/api/join', { code: 'ZZZZZZZZ', deviceName: 'Zara’s phone' });
		await member.browser.ask('GET', '/Zuleika?secret=Zuleika');
		await member.browser.post('/api/sync/push', { Zuleika: 'Zuleika' });
		const secrets = [manager.browser.cookie, member.browser.cookie].map((cookie) =>
			(cookie ?? '').split('.').at(-1)
		);

		const lines = server.output.split('\n').filter((line) => line.startsWith('{'));

		expect(lines.length).toBeGreaterThan(5);
		expect(lines.join('')).toContain('/api/sync/push');
		for (const word of [...Object.values(names), ...secrets, 'Zoe', 'Zara', 'Zuleika', 'ZZZZ']) {
			expect(lines.join('')).not.toContain(word);
		}
	});
});

test('a server without the commands’ folder has nothing to make links for', async () => {
	const dataDir = newFolder();

	const { code, err } = await runCommand(dataDir, ['link']);
	rmSync(dataDir, { recursive: true });

	expect(code).toBe(1);
	expect(err).toContain(`There is no Noticeboard in the folder ${dataDir}.`);
});

describe('with little room left', () => {
	test('photos wait, records go on, and it says so when asked', async () => {
		const server = await RealServer.start({ env: { MIN_FREE_MB: '100000000' } });
		const manager = await setUpPractice(server, { token: await server.setUpSecret() });
		const bytes = await jpeg(50);

		const photo = await manager.browser.ask('PUT', `/api/photos/${hashOfBytes(bytes)}`, {
			body: new Uint8Array(bytes),
			headers: { 'content-type': 'image/jpeg' }
		});
		const added = await manager.does('person.add', { id: v4(), name: 'Zoe', role: 'reader' });
		const ready = await new Browser(server.address).ask('GET', '/readyz');
		await server.remove();

		expect(photo).toMatchObject({ status: 503, json: { error: 'try-again' } });
		expect(added.result).toBe('applied');
		expect(ready).toMatchObject({ status: 503, json: { isReady: false } });
	});

	test('when there is none, nothing is half kept, and what was kept stays', async () => {
		// A megabyte for each file stands for a disk that fills up.
		const server = await RealServer.start({ shell: 'ulimit -f 2048' });
		const manager = await setUpPractice(server, { token: await server.setUpSecret() });
		const values = 'A long text about what the practice holds dear. '.repeat(30);
		const statuses = new Set<number>();
		for (let number = 0; number < 900 && !statuses.has(503); number++) {
			const changes = { values: `${values}${number}` };
			const edit = pushOf('practice.edit', { id: manager.practiceId, changes });
			statuses.add((await manager.browser.post('/api/sync/push', edit)).status);
		}

		const still = await manager.browser.ask('GET', '/api/me');
		const { dataDir } = server;
		await server.kill();
		const later = await RealServer.start({ dataDir });
		const after = await new Browser(later.address).ask('GET', '/readyz');
		const { out } = await runCommand(dataDir, ['verify']);
		await later.remove();

		expect([...statuses].sort()).toEqual([200, 503]);
		expect(still.status).toBe(200);
		expect(after.status).toBe(200);
		expect(out).toContain('the history is whole');
	});
});

describe('stopping', () => {
	test('ends open event streams, finishes, and gives the folder back', async () => {
		const server = await RealServer.start();
		const manager = await setUpPractice(server, { token: await server.setUpSecret() });
		const stream = await fetch(
			`${server.address}/api/sync/events?outbox=${v4()}&ack=0&version=0&epoch=&scope=`,
			{ headers: { cookie: manager.browser.cookie ?? '' } }
		);
		const reading = stream.text();

		const { code } = await server.stop();

		expect(code).toBe(0);
		expect(await reading).toContain('event: alive');
		const again = await RealServer.start({ dataDir: server.dataDir });
		const { status } = await new Browser(again.address).ask('GET', '/healthz');
		await again.remove();
		expect(status).toBe(200);
	});

	test('a device that is removed loses its event stream at once', async () => {
		const server = await RealServer.start();
		const manager = await setUpPractice(server, { token: await server.setUpSecret() });
		const member = await joinAs(server, manager, { role: 'reader' });
		const stream = await fetch(
			`${server.address}/api/sync/events?outbox=${v4()}&ack=0&version=0&epoch=&scope=`,
			{ headers: { cookie: member.browser.cookie ?? '' } }
		);
		const ended = stream.text().then(() => 'ended');

		await manager.browser.post(`/api/people/${member.personId}/sign-out-everywhere`, {});
		const outcome = await Promise.race([ended, pause(10_000)]);
		const next = await member.browser.ask('GET', '/api/me');
		await server.remove();

		expect(outcome).toBe('ended');
		expect(next).toMatchObject({ status: 401, json: { wipe: true } });
	});
});
