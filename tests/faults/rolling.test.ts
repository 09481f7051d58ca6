/**
 * An update without a pause: of two servers one is always there, and a server that is stopped lets
 * everyone go first.
 */
import { v4 } from 'uuid';
import { expect, test } from 'vitest';
import { hasPostgres, postgresSchema } from '#tests/support/databases.ts';
import { startTurns } from '#tests/support/proxy.ts';
import { setUpPractice } from '#tests/support/real-group.ts';
import { Browser, RealServer } from '#tests/support/real-server.ts';
import { faultTimeoutMs } from './rounds.ts';
import { rollingRounds } from './rolling-rounds.ts';

test.skipIf(!hasPostgres)(
	'While two servers are updated one after the other, phones go on and lose nothing',
	{ timeout: faultTimeoutMs },
	async () => {
		const place = await postgresSchema();
		const databaseUrl = place.options.databaseUrl ?? '';

		const { sent, lostAnswers, mostRetries, streamsEnded, ...tally } = await rollingRounds(1, {
			databaseUrl,
			startProxy: startTurns
		});
		await place.remove();

		expect(sent).toBeGreaterThan(0);
		expect(streamsEnded).toBeGreaterThan(0);
		expect(mostRetries, `${lostAnswers} answers were lost`).toBeLessThanOrEqual(1);
		expect(tally).toEqual({ rounds: 1, lost: 0, doubled: 0, heard: 1, streamsRefused: 0 });
	}
);

test('A server that is to stop says so, answers until it is told again, and then ends', async () => {
	const server = await RealServer.start({ env: { DRAIN_SECONDS: '300' } });
	const { browser } = await setUpPractice(server, { token: await server.setUpSecret() });
	const { signal } = new AbortController();
	const start = { outbox: v4(), ack: '0', version: '0', epoch: '', scope: '' };
	const query = new URLSearchParams(start).toString();
	const stream = await browser.open(`/api/sync/events?${query}`, signal);
	const said = stream.text();
	const anyone = new Browser(server.address);

	const stopping = server.stop();
	let ready = await anyone.ask('GET', '/readyz');
	while (ready.status === 200) ready = await anyone.ask('GET', '/readyz');
	const me = await browser.ask('GET', '/api/me');
	const page = await anyone.ask('GET', '/');
	const { code } = await server.stop();
	await stopping;
	const gone = await anyone.ask('GET', '/healthz').catch(() => 'gone');
	await server.remove();

	expect(ready).toMatchObject({ status: 503, json: { problems: ['The server is stopping.'] } });
	expect(me.status).toBe(200);
	expect(me.headers.get('connection')).toBe('close');
	expect(page.status).toBe(200);
	expect(await said).toContain('event: alive');
	expect(code).toBe(0);
	expect(gone).toBe('gone');
});
