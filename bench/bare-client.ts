/**
 * The least that a client of the practice's server can do, inside a page of bench/second-device.ts:
 * it sends changes that lie ready, and keeps what comes as plain rows.
 *
 * It keeps nothing of what it sends, and checks, merges and reads nothing: an answer that is lost
 * is a change that is lost.
 */
import Dexie from 'dexie';
import {
	maxMutations,
	protocolVersion,
	type Cookie,
	type MutationMessage
} from '#domain/protocol.ts';
import { recordKey } from '#domain/record.ts';
import { editPost } from '#features/posts/mutations.ts';
import { postRecord } from '#features/posts/record.ts';
import { newId } from '#store/id.ts';
import { listen } from '#sync/stream.ts';

/** Of what has changed, only the fields that did. */
export interface Row {
	readonly id: string;
	readonly title: string;
}

/** What a bare client reads of an answer: see src/domain/wire.ts. */
interface Answer {
	readonly to: Cookie;
	readonly groups: readonly { kind: string; rows?: readonly Row[]; parts?: readonly Row[] }[];
	readonly resume: string | null;
}

let outboxId = '';
let cookie: Cookie | null = null;
let seq = 0;
let opened: Dexie | undefined;
let posts: Row[] = [];
let ready: MutationMessage[] = [];

function table() {
	if (!opened) throw new Error('The bare client was not started.');
	return opened.table<Row, string>('post');
}

/** Fetches everything and keeps the first posts of it, so many as will be changed. */
export async function bareStart(count: number): Promise<readonly Row[]> {
	outboxId = newId();
	opened = new Dexie('bare');
	opened.version(1).stores({ post: 'id, plannedOn' });
	await opened.open();
	const found = new Map<string, Row>();
	let resume: string | null = null;
	do {
		const answer: Answer = await ask('pull', { resume });
		for (const row of rowsIn(answer)) found.set(row.id, row);
		cookie = answer.to;
		resume = answer.resume;
	} while (resume !== null);
	posts = [...found.values()].slice(0, count);
	await table().bulkPut(posts);
	return posts;
}

/** Makes a change of each post ready; that is no part of what is measured. */
export function bareEdit(title: string): readonly MutationMessage[] {
	ready = posts.map((row, number) => changed(row, `${title} ${number}`));
	posts = posts.map((row, number) => ({ ...row, title: `${title} ${number}` }));
	return ready;
}

export async function bareSend(): Promise<void> {
	for (let at = 0; at < ready.length; at += maxMutations) {
		await bareSendSome(ready.slice(at, at + maxMutations));
	}
}

export async function bareSendSome(mutations: readonly MutationMessage[]): Promise<Cookie> {
	const ack = (mutations[0]?.seq ?? 1) - 1;
	const { to } = await ask('push', { ack, mutations, sentAt: Date.now() });
	cookie = to;
	return to;
}

/** What has changed, as it comes: to lay it over the rows would be more than the least. */
export async function bareFetch(): Promise<void> {
	await table().bulkPut(await bareAsk());
}

export async function bareAsk(): Promise<Row[]> {
	const answer = await ask('pull', { resume: null });
	cookie = answer.to;
	return rowsIn(answer);
}

/** How many posts came that were changed so. */
export function bareChanged(title: string): Promise<number> {
	return table()
		.filter((row) => row.title.startsWith(`${title} `))
		.count();
}

/** One change, sent at once. */
export async function bareSay(title: string): Promise<void> {
	const [first, ...rest] = posts;
	if (!first) throw new Error('There is no post.');
	const message = changed(first, title);
	posts = [{ ...first, title }, ...rest];
	await bareSendSome([message]);
}

/** Calls back with each change that comes, and does nothing with it. */
export function bareHear(onchange: () => void): void {
	const point = { personId: '', outboxId, ack: seq, cookie, resume: null };
	const onpoke = (found: unknown) => {
		if (rowsIn(found as Answer).length > 0) onchange();
	};
	listen(point, { onpoke, onsilence: () => undefined });
}

function changed({ id, title: before }: Row, title: string): MutationMessage {
	seq += 1;
	const was = { [recordKey(postRecord.kind, id)]: { title: before } };
	const args = { id, changes: { title } };
	return { seq, uuid: newId(), name: editPost.name, args, was, at: Date.now() };
}

async function ask(path: 'push' | 'pull', more: object): Promise<Answer> {
	const body = JSON.stringify({ protocol: protocolVersion, outboxId, ack: seq, cookie, ...more });
	const headers = { 'content-type': 'application/json' };
	const answer = await fetch(`/api/sync/${path}`, { method: 'POST', headers, body });
	if (!answer.ok) throw new Error(await answer.text());
	return (await answer.json()) as Answer;
}

function rowsIn({ groups }: Answer): Row[] {
	const ofPosts = groups.filter(({ kind }) => kind === postRecord.kind);
	return ofPosts.flatMap(({ rows = [], parts = [] }) => [...rows, ...parts]);
}
