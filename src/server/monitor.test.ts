/**
 * Numbers for a monitor: who may read them, and that they hold nothing but numbers.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { onEveryDatabase } from '#tests/support/databases.ts';
import { newPractice, type TestPractice } from '#tests/support/practice-server.ts';
import { Monitor } from './monitor.ts';
import { NightlyRound } from './nightly.ts';
import { Streams } from './streams.ts';

const token = 'a-token-of-twenty-letters';

onEveryDatabase('the numbers for a monitor', (open) => {
	let practice: TestPractice;
	let monitor: Monitor;
	beforeAll(async () => {
		practice = await newPractice(open().database);
		const { engine } = practice;
		monitor = new Monitor({ engine, streams: new Streams(engine), dataDir: '/', token });
	});
	const ask = (headers: Record<string, string> = {}, from = '127.0.0.1') =>
		monitor.answer({
			request: new Request('https://noticeboard.example/metrics', {
				headers: { host: 'localhost:3000', ...headers }
			}),
			getClientAddress: () => from
		});

	describe('may be read', () => {
		test.each([
			['from this machine', {}, '127.0.0.1'],
			['from this machine, by its newer address', { host: '[::1]:3000' }, '::1'],
			['from this machine, as a socket for both says it', {}, '::ffff:127.0.0.1'],
			['from anywhere with the token', { authorization: `Bearer ${token}` }, '203.0.113.9']
		])('%s', async (_, headers, from) => {
			expect((await ask(headers, from)).status).toBe(200);
		});
	});

	describe('are not there', () => {
		test.each([
			['for another machine', {}, '203.0.113.9'],
			['with a wrong token', { authorization: 'Bearer wrong' }, '127.0.0.1'],
			['through a proxy on this machine', { 'x-forwarded-for': '203.0.113.9' }, '127.0.0.1'],
			['through a proxy that says so in the new way', { forwarded: 'for=203.0.113.9' }, '::1'],
			['under the public name', { host: 'noticeboard.example' }, '127.0.0.1'],
			['without a host', { host: '' }, '127.0.0.1']
		])('%s', async (_, headers, from) => {
			const answer = await ask(headers, from);

			expect(answer.status).toBe(404);
			expect(await answer.text()).not.toContain('noticeboard_');
		});

		test('with an empty token where none is set', async () => {
			const { engine } = practice;
			const parts = { engine, streams: new Streams(engine), dataDir: '/', token: undefined };
			const request = new Request('http://localhost/', {
				headers: { authorization: 'Bearer undefined' }
			});

			const answer = await new Monitor(parts).answer({ request, getClientAddress: () => '::1' });

			expect(answer.status).toBe(404);
		});
	});

	test('count answers, and tell when the nightly work was done', async () => {
		for (const status of [200, 201, 404, 503]) monitor.answered(status);
		const before = await (await ask()).text();
		await new NightlyRound(practice.engine, '/dev/null/nowhere').run();

		const after = await (await ask()).text();

		expect(before).toContain('noticeboard_answers_total{status="2xx"} 2\n');
		expect(before).toContain('noticeboard_answers_total{status="5xx"} 1\n');
		expect(before).toContain('noticeboard_database_up 1\n');
		expect(before).toMatch(/^noticeboard_disk_free_bytes [1-9]\d*$/m);
		expect(before).not.toContain('job_last_run_seconds');
		const seconds = Math.round(practice.engine.time / 1000);
		expect(after).toContain(`noticeboard_job_last_run_seconds{job="tidy"} ${seconds}\n`);
		// The backup had nowhere to go: a monitor sees that it is missing.
		expect(after).not.toContain('job="backup"');
	});

	test('hold no id and no name', async () => {
		const text = await (await ask()).text();

		for (const line of text.trimEnd().split('\n')) {
			expect(line).toMatch(/^(# (HELP|TYPE) .+|noticeboard_[a-z_]+(\{[a-z]+="\w+"\})? \d+)$/);
		}
		expect(text).not.toContain(practice.id);
	});
});
