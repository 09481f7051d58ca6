/**
 * What stands in front of some servers and gives each request to one that says that it is ready:
 * a real Caddy on a folder of its own, or a few lines of Node for tests that must run everywhere.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, createServer, request, type Server } from 'node:http';
import { createServer as createProbe } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { installDebianPackages, onPath, say } from './programs.ts';
import { pause } from './real-server.ts';

export interface Proxy {
	readonly address: string;
	stop(): Promise<void>;
}

/** Installs it where it is missing; undefined, after one loud line, where that fails. */
export function ensureProxy(): string | undefined {
	const found = () => onPath('caddy')[0];
	const program = found() ?? (installDebianPackages(['caddy']) ? found() : undefined);
	if (!program) say('!!! NO CADDY: several servers are not tested behind a proxy. !!!');
	return program;
}

export async function startCaddy(program: string, ports: readonly number[]): Promise<Proxy> {
	const folder = mkdtempSync(path.join(tmpdir(), 'noticeboard-proxy-'));
	const address = `http://localhost:${await freePort()}`;
	const file = path.join(folder, 'Caddyfile');
	const servers = ports.map((each) => `127.0.0.1:${each}`).join(' ');
	writeFileSync(file, settings(address, servers));
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
		async stop() {
			process.off('exit', endWithUs);
			const ended = once(child, 'exit');
			child.kill('SIGKILL');
			await ended;
			rmSync(folder, { recursive: true, force: true });
		}
	};
}

/** As docs/running.md shows it, only that it asks more often. */
function settings(address: string, servers: string): string {
	return `{
	admin off
	auto_https off
}
${address} {
	reverse_proxy ${servers} {
		lb_policy least_conn
		lb_try_duration 5s
		health_uri /readyz
		health_interval 200ms
		health_timeout 10s
		flush_interval -1
	}
}
`;
}

/** Takes turns among those that are ready, and keeps connections open as real ones do. */
export async function startTurns(ports: readonly number[]): Promise<Proxy> {
	const ready = new Set(ports);
	const agent = new Agent({ keepAlive: true });
	let turn = 0;
	const server = createServer((asked, answer) => {
		const choice = ports.filter((port) => ready.has(port));
		const port = choice[turn++ % choice.length];
		if (port === undefined) {
			answer.writeHead(503).end();
			return;
		}
		const { method, url, headers } = asked;
		const passed = request({ host: '127.0.0.1', port, method, path: url, headers, agent });
		passed.on('response', (found) => {
			answer.writeHead(found.statusCode ?? 502, found.headers);
			found.pipe(answer);
		});
		passed.on('error', () => (answer.headersSent ? answer.destroy() : answer.writeHead(502).end()));
		answer.on('close', () => passed.destroy());
		asked.pipe(passed);
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	let isOver = false;
	const watching = ports.map(async (port) => {
		while (!isOver) {
			const said = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
			if (said?.ok) ready.add(port);
			else ready.delete(port);
			await pause(100);
		}
	});
	return {
		address: `http://127.0.0.1:${portOf(server)}`,
		async stop() {
			isOver = true;
			await Promise.all(watching);
			agent.destroy();
			server.closeAllConnections();
			server.close();
		}
	};
}

function portOf(server: Pick<Server, 'address'>): number {
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('No port was given.');
	return address.port;
}

async function freePort(): Promise<number> {
	const probe = createProbe().listen(0, '127.0.0.1');
	await once(probe, 'listening');
	const port = portOf(probe);
	probe.close();
	await once(probe, 'close');
	return port;
}
