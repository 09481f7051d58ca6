/**
 * The server process: listens, puts the headers on every answer, hands requests to the built app,
 * and stops without losing any.
 *
 * The port comes first: where it is taken, no database is touched.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { renderUnicodeCompact } from 'uqr';
import type { App } from './app.ts';
import { readConfig, type Config } from './config.ts';
import { headersFor, isPage, rawAnswer, setHeaders } from './headers.ts';
import { setUpLink } from './joining.ts';
import { findRunningApp } from './running.ts';
import { hasPeople, newSetupLink } from './setup.ts';
import { explainStart } from './start-problem.ts';

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => unknown;

const stopWithinMs = 20_000;
const finishWithinMs = 15_000;
const handlerFile = fileURLToPath(new URL('../../build/handler.js', import.meta.url));
/** Above what the interface reads, so that its own limits answer. */
const mostBodyBytes = 16 * 1024 * 1024;

const config = configOrExit();
let handler: Handler | undefined;
let isStopping = false;
let exitCode = 0;
let endDrain: () => void = () => undefined;
let isHttps = config.origin?.startsWith('https:') ?? false;

const server = createServer({ requestTimeout: 120_000, keepAliveTimeout: 65_000 }, answer);
server.on('clientError', (error, socket) => {
	if (!socket.writable) return;
	const isLarge = 'code' in error && error.code === 'HPE_HEADER_OVERFLOW';
	socket.end(
		rawAnswer(isLarge ? '431 Request Header Fields Too Large' : '400 Bad Request', isHttps)
	);
});
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(0));
for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
	process.on(event, (error: unknown) => {
		if (!handler) failToStart(error);
		findRunningApp()?.engine.log.error({ error }, 'The server failed.');
		void stop(1);
	});
}

server.once('error', failToStart);
server.listen(config.port, config.host, () => {
	server.off('error', failToStart);
	start().catch(failToStart);
});

async function start(): Promise<void> {
	const origin = config.origin ?? `http://localhost:${portOf()}`;
	isHttps = origin.startsWith('https:');
	// The built app reads its settings from the environment.
	process.env.ORIGIN = origin;
	process.env.BODY_SIZE_LIMIT = String(mostBodyBytes);
	const built: unknown = await import(pathToFileURL(handlerFile).href);
	if (!hasHandler(built)) throw new Error('The built app has no handler.');
	const app = findRunningApp();
	if (!app) throw new Error('The built app did not start.');
	handler = built.handler;
	noteAddress(origin);
	say(`Noticeboard is running: ${origin}`);
	if (config.port === 0) say(`Port: ${portOf()}`);
	if (!(await hasPeople(app.engine))) await showSetUpLink(app);
	app.nightly.start();
	app.reminders.start();
}

function answer(request: IncomingMessage, response: ServerResponse): void {
	const { pathname } = addressOf(request);
	setHeaders(response, headersFor(pathname, isHttps));
	// A page's own policy comes with the page only: 'not modified' would put the one for files in
	// its place, and the page's start script would be blocked from the second visit on.
	if (isPage(pathname)) delete request.headers['if-none-match'];
	// Whoever comes now is still answered, and comes again on another connection.
	if (isStopping || !handler) response.setHeader('connection', 'close');
	if (!handler) {
		response.writeHead(503, { 'retry-after': '5', 'cache-control': 'no-store' });
		response.end();
		return;
	}
	handler(request, response, () => response.writeHead(404).end());
}

/**
 * Says that it is not ready, and answers for a while yet, so that a balancer sends people elsewhere;
 * a second signal cuts that short. Then it stops listening, ends event streams, lets requests
 * finish and closes the database.
 */
async function stop(code: number): Promise<void> {
	exitCode = Math.max(exitCode, code);
	endDrain();
	if (isStopping) return;
	isStopping = true;
	setTimeout(() => process.exit(1), config.drainMs + stopWithinMs).unref();
	const app = findRunningApp();
	app?.beginStop();
	if (app && code === 0) await drained();
	const isClosed = new Promise((resolve) => server.close(resolve));
	app?.streams.closeAll();
	// A connection whose last answer has gone is idle, and nobody else would close it.
	setInterval(() => server.closeIdleConnections(), 100).unref();
	setTimeout(() => server.closeAllConnections(), finishWithinMs).unref();
	await isClosed;
	await app?.close();
	if (handler) forgetAddress();
	process.exit(exitCode);
}

function drained(): Promise<void> {
	return new Promise((resolve) => {
		endDrain = resolve;
		setTimeout(resolve, config.drainMs);
	});
}

async function showSetUpLink({ engine, origin }: App): Promise<void> {
	const link = setUpLink(origin, await newSetupLink(engine));
	say('There is no practice yet. Open this link within an hour to make one. It works once:');
	say(link);
	if (process.stdout.isTTY) say(renderUnicodeCompact(link));
}

/** Where the commands find the address that people use. */
function noteAddress(origin: string): void {
	if (config.databaseUrl === undefined) writeFileSync(addressFile(), `${origin}\n`);
}

function forgetAddress(): void {
	if (config.databaseUrl === undefined) rmSync(addressFile(), { force: true });
}

function addressFile(): string {
	return path.join(config.dataDir, 'address');
}

function configOrExit(): Config {
	const settings = readConfig(process.env);
	if ('config' in settings) return settings.config;
	for (const problem of settings.problems) process.stderr.write(`${problem}\n`);
	process.exit(1);
}

function failToStart(error: unknown): never {
	process.stderr.write(`${reasonOf(error)}\n`);
	process.exit(1);
}

/** Nothing of a practice has been read yet, so the error's own words are safe to show. */
function reasonOf(error: unknown): string {
	const reason = explainStart(error, config);
	if (reason !== undefined) return reason;
	return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function addressOf({ url = '/' }: IncomingMessage): { pathname: string } {
	return { pathname: url.split('?', 1)[0] ?? '/' };
}

function portOf(): number {
	const address = server.address();
	return typeof address === 'object' && address !== null ? address.port : config.port;
}

function hasHandler(built: unknown): built is { handler: Handler } {
	if (typeof built !== 'object' || built === null || !('handler' in built)) return false;
	return typeof built.handler === 'function';
}

function say(line: string): void {
	process.stdout.write(`${line}\n`);
}
