/**
 * Push, pull, history and photos as the network asks for them: after a push, everyone hears of it.
 */
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import type { PullRequest, PushRequest, Trouble } from '#domain/protocol.ts';
import { isTerse, toWire } from '#domain/wire.ts';
import { applyPush } from './apply.ts';
import { readBytes } from './body.ts';
import { answerPullPacked } from './changes.ts';
import { tokenIn } from './cookie.ts';
import { readStreamStart, streamAnswer } from './events.ts';
import { namesOfPeople } from './members.ts';
import { mostPhotoBytes } from './photos.ts';
import { recordHistory } from './record-history.ts';
import { isTrouble, jsonAnswer } from './replies.ts';
import type { OwnCall } from './route.ts';
import { whoHolds } from './sessions.ts';
import { unpackPatch } from './snapshots.ts';

const compress = promisify(brotliCompress);
const worthPacking = 512;
/** Tells the phone that what it sends may be compressed too. */
const takesPacked = { 'accept-encoding': 'gzip' };

type Answer = Promise<Response | Trouble>;

export async function pushHere(call: OwnCall & { body: PushRequest }): Answer {
	const { app, who, body } = call;
	const answer = await applyPush(app.engine, who, body);
	if (isTrouble(answer)) return answer;
	if (body.mutations.length > 0) app.streams.poke(who.practiceId);
	return patchAnswer(call, toWire(answer, body.protocol));
}

export async function pullHere(call: OwnCall & { body: PullRequest }): Answer {
	const { app, who, body } = call;
	const answer = await answerPullPacked(app.engine, who, body);
	if (isTrouble(answer)) return answer;
	const { protocol } = body;
	if (!('packed' in answer)) return patchAnswer(call, toWire(answer, protocol));
	// Pages are kept as the newest apps take them.
	if (takesBrotli(call) && isTerse(protocol)) return packedAnswer(answer.packed);
	return patchAnswer(call, toWire(await unpackPatch(answer.packed), protocol));
}

export function listenHere({ app, who, event }: OwnCall): Answer {
	const { url, request } = event;
	const read = readStreamStart(url);
	if (isTrouble(read)) return Promise.resolve(read);
	const { engine, streams, cookies } = app;
	const token = tokenIn(cookies, request.headers.get('cookie'));
	const isStillIn = async () => !isTrouble(await whoHolds(engine, token));
	return Promise.resolve(streamAnswer({ engine, streams, isStillIn }, who, read.start));
}

export async function historyHere({ app, who, part }: OwnCall): Promise<object> {
	const lines = await recordHistory(app.engine, who, part('kind'), part('id'));
	const personIds = lines.map(({ personId }) => personId);
	const names = await namesOfPeople(app.engine, who.practiceId, personIds);
	const nameOf = (personId: string) => names.get(personId) ?? nameOfNobody(personId);
	return { lines: lines.map((line) => ({ ...line, personName: nameOf(line.personId) })) };
}

/** A practice is set up before there is anybody; and people's records can be erased. */
function nameOfNobody(personId: string): string {
	if (personId === 'signer') return 'The person who signed';
	return personId === 'set-up' ? 'Setting up' : 'Someone who is not here any more';
}

export async function keepPhotoHere({ app, who, event, part }: OwnCall): Promise<object> {
	const bytes = await readBytes(event.request, mostPhotoBytes);
	return isTrouble(bytes) ? bytes : app.photos.put(who, { hash: part('hash'), bytes });
}

export async function showPhotoHere({ app, who, part }: OwnCall): Answer {
	const found = await app.photos.get(who, part('hash'));
	if (isTrouble(found)) return found;
	return new Response(new Uint8Array(found.bytes), {
		headers: {
			'content-type': found.mime,
			'content-length': String(found.bytes.length),
			'cache-control': 'private, max-age=31536000, immutable',
			'content-security-policy': "default-src 'none'; sandbox",
			'x-content-type-options': 'nosniff'
		}
	});
}

async function patchAnswer(call: OwnCall, patch: object): Promise<Response> {
	const text = JSON.stringify(patch);
	const isSmall = text.length < worthPacking;
	if (isSmall || !takesBrotli(call)) return jsonAnswer(patch, takesPacked);
	const params = { [constants.BROTLI_PARAM_QUALITY]: 4 };
	return packedAnswer(await compress(Buffer.from(text), { params }));
}

function packedAnswer(packed: Buffer): Response {
	return new Response(new Uint8Array(packed), {
		headers: {
			...takesPacked,
			'content-type': 'application/json',
			'content-encoding': 'br',
			'cache-control': 'no-store'
		}
	});
}

function takesBrotli({ event }: OwnCall): boolean {
	const accepted = event.request.headers.get('accept-encoding') ?? '';
	return accepted.split(',').some((kind) => /^\s*br\s*(;\s*q=(?!0(\.0*)?\s*$).*)?$/.test(kind));
}
