/**
 * The server of the bare clients in bench/second-device.ts: it keeps rows, and thinks about nothing.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import Sqlite from 'better-sqlite3';
import * as z from 'zod/mini';

const rowsSchema = z.array(z.looseObject({ id: z.string() }));
const changesSchema = z.array(
	z.object({ uuid: z.string(), id: z.string(), changes: z.looseObject({}) })
);

/** Keeps what it is sent in SQLite and gives it back; says on what it is told. */
export async function serveBare(): Promise<{ address: string; close: () => void }> {
	const folder = mkdtempSync(path.join(tmpdir(), 'noticeboard-bench-'));
	const db = new Sqlite(path.join(folder, 'bare.db'));
	db.exec('pragma journal_mode = wal; create table post (id text primary key, body text)');
	const insert = db.prepare('insert or replace into post values (?, ?)');
	const keep = db.transaction((rows: z.infer<typeof rowsSchema>) => {
		for (const row of rows) insert.run(row.id, JSON.stringify(row));
	});
	const bodies = db.prepare('select body from post').pluck();
	// In a file of its own: what it takes to lose nothing must not slow the barest one down.
	const kept = new Sqlite(path.join(folder, 'keeper.db'));
	const keeper = keeperIn(kept);
	const listeners = { '/events': [] as ServerResponse[], '/keeper-events': [] as ServerResponse[] };
	const tell = (those: readonly ServerResponse[], words: string) => {
		for (const each of those) each.write(`data: ${words}\n\n`);
	};
	const answerTo = (url: string | undefined, body: string): string | undefined => {
		if (url === '/push') keep(rowsSchema.parse(JSON.parse(body)));
		if (url === '/pull') return `[${bodies.all().join()}]`;
		if (url === '/carry-out') {
			const { answer, poke } = keeper.push(body);
			tell(listeners['/keeper-events'], poke);
			return answer;
		}
		return url === '/changed' ? keeper.changedAfter(body) : undefined;
	};
	const server: Server = createServer((request, response) => {
		void text(request).then((body) => {
			if (request.url === '/events' || request.url === '/keeper-events') {
				listeners[request.url].push(
					response.writeHead(200, { 'content-type': 'text/event-stream' })
				);
				response.write('\n');
				return;
			}
			if (request.url === '/say') tell(listeners['/events'], body);
			const json = answerTo(request.url, body);
			response.setHeader('content-type', json ? 'application/json' : 'text/html; charset=utf-8');
			response.end(json ?? '<!doctype html><title>Bare</title>');
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	const port = typeof address === 'object' ? address?.port : undefined;
	const close = () => {
		for (const each of Object.values(listeners).flat()) each.end();
		server.close();
		db.close();
		kept.close();
		rmSync(folder, { recursive: true });
	};
	return { address: `http://127.0.0.1:${port ?? 0}`, close };
}

/**
 * For the bare client that loses nothing: each change is laid over its row and goes into a history,
 * all of a push in one transaction that is on the disk before it is answered.
 */
function keeperIn(db: Sqlite.Database) {
	db.exec(
		`pragma journal_mode = wal;
		pragma synchronous = full;
		create table record (id text primary key, version integer, body text);
		create index record_version on record (version);
		create table history (uuid text primary key, version integer, body text)`
	);
	const read = db.prepare('select body from record where id = ?').pluck();
	const write = db.prepare('insert or replace into record values (?, ?, ?)');
	const note = db.prepare('insert into history values (?, ?, ?)');
	const changed = db.prepare('select body from history where version > ? order by version').pluck();
	let version = 0;
	const push = db.transaction((body: string) => {
		const all = changesSchema.parse(JSON.parse(body));
		return all.map(({ uuid, id, changes }) => {
			version += 1;
			const before = read.get(id);
			const row: object = typeof before === 'string' ? (JSON.parse(before) as object) : {};
			const change = { id, version, changes };
			write.run(id, version, JSON.stringify({ ...row, ...changes }));
			note.run(uuid, version, JSON.stringify(change));
			return change;
		});
	});
	return {
		push: (body: string) => {
			const changes = push(body);
			const answer = JSON.stringify(changes.map((change) => change.version));
			return { answer, poke: changes.length === 1 ? JSON.stringify(changes) : '[]' };
		},
		changedAfter: (since: string) => `[${changed.all(Number(since)).join()}]`
	};
}
