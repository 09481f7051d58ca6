/**
 * A real reverse proxy in front of some servers: Caddy, from Debian, on a folder of its own.
 *
 * It spreads requests over all servers, and asks the next one while a server cannot be reached.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as z from 'zod/mini';
import { installDebianPackages, onPath, say } from './programs.ts';
import { pause } from './real-server.ts';

const upstreamsSchema = z.array(z.object({ fails: z.int() }));

export interface Proxy {
	readonly address: string;
	/** Until it would give a request to any of the servers. */
	seesAll(): Promise<void>;
	stop(): Promise<void>;
}

/** Installs it where it is missing; undefined, after one loud line, where that fails. */
export function ensureProxy(): string | undefined {
	const found = () => onPath('caddy')[0];
	const program = found() ?? (installDebianPackages(['caddy']) ? found() : undefined);
	if (!program) say('!!! NO CADDY: several servers are not tested behind a proxy. !!!');
	return program;
}

export async function startProxy(program: string, ports: readonly number[]): Promise<Proxy> {
	const folder = mkdtempSync(path.join(tmpdir(), 'noticeboard-proxy-'));
	const [port, adminPort] = [await freePort(), await freePort()];
	const address = `http://localhost:${port}`;
	const file = path.join(folder, 'Caddyfile');
	const servers = ports.map((each) => `127.0.0.1:${each}`).join(' ');
	writeFileSync(file, settings(address, servers, adminPort));
	const child = spawn(program, ['run', '--config', file, '--adapter', 'caddyfile'], {
		stdio: 'ignore',
		env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder }
	});
	const endWithUs = () => child.kill('SIGKILL');
	process.once('exit', endWithUs);
	const end = Date.now() + 30_000;
	while (!(await fetch(`${address}/healthz`).catch(() => undefined))) {
		if (Date.now() > end || child.exitCode !== null) throw new Error('Caddy does not start.');
		await pause(100);
	}
	return {
		address,
		async seesAll() {
			for (;;) {
				const answer = await fetch(`http://127.0.0.1:${adminPort}/reverse_proxy/upstreams`);
				const seen = upstreamsSchema.parse(await answer.json());
				if (seen.every(({ fails }) => fails === 0)) return;
				await pause(100);
			}
		},
		async stop() {
			process.off('exit', endWithUs);
			const ended = once(child, 'exit');
			child.kill('SIGKILL');
			await ended;
			rmSync(folder, { recursive: true, force: true });
		}
	};
}

/**
 * Tries another server for five seconds, as long as nothing of the request has been taken. A server
 * that starts answers 503 until its database is there: then it gets nothing for a second.
 */
function settings(address: string, servers: string, adminPort: number): string {
	return `{
	admin 127.0.0.1:${adminPort}
	auto_https off
}
${address} {
	reverse_proxy ${servers} {
		lb_policy round_robin
		lb_try_duration 5s
		lb_try_interval 100ms
		fail_duration 1s
		unhealthy_status 503
		flush_interval -1
	}
}
`;
}

async function freePort(): Promise<number> {
	const probe = createServer().listen(0, '127.0.0.1');
	await once(probe, 'listening');
	const address = probe.address();
	probe.close();
	await once(probe, 'close');
	if (address === null || typeof address === 'string') throw new Error('No free port was given.');
	return address.port;
}
