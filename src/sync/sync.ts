/**
 * One round: what people did goes up, how things are comes down.
 *
 * Safe to repeat, safe to lose at any point: the store keeps what is not answered.
 */
import type { SyncPoint, SyncPort } from '#store/sync-port.ts';
import { isPatch, type Answer, type ServerCalls } from './server-calls.ts';

export type RoundResult =
	| 'done'
	| 'offline'
	| 'signed-out'
	| 'wipe'
	| 'too-old'
	| 'try-again'
	| 'refused'
	/** There is no room for what came; what is here stays, and what waits is still sent. */
	| 'storage-full';

export interface RoundParts {
	readonly port: SyncPort;
	readonly server: Pick<ServerCalls, 'push' | 'pull' | 'sendPhoto'>;
	readonly now: () => number;
	/** Whether the phone is on Wi-Fi for certain; left out, it is taken for not. */
	readonly isOnWifi?: () => boolean;
	/** Asks for the next page while one is kept: then keeping and fetching take no longer than one. */
	readonly asksAhead?: boolean;
}

/** More calls than any real round needs: a guard against going round for ever. */
const mostCalls = 2000;

export async function syncRound(parts: RoundParts): Promise<RoundResult> {
	let hasPulled = false;
	/** The next page, asked for while this one is being kept. */
	let ahead: { resume: string; answer: Promise<Answer> } | undefined;
	for (let call = 0; call < mostCalls; call++) {
		const { point, mutations } = await parts.port.next();
		const isPush = mutations.length > 0;
		if (!isPush && hasPulled) {
			const result = await sendPhoto(parts);
			// What was done in the meantime goes before the next photo.
			if (result === 'sent') continue;
			return result;
		}
		const answer = isPush
			? await parts.server.push(point, mutations, parts.now())
			: await (ahead?.resume === point.resume ? ahead.answer : parts.server.pull(point));
		ahead = undefined;
		const trouble = await handleTrouble(parts, answer, point);
		if (trouble === 'again') continue;
		if (trouble) return trouble;
		if (!isPatch(answer)) return 'try-again';
		if (parts.asksAhead && !isPush && answer.resume !== null) {
			const { resume } = answer;
			ahead = { resume, answer: parts.server.pull({ ...point, resume }) };
		}
		const asked = isPush ? { cookie: point.cookie, resume: null } : point;
		const taken = await parts.port.take(answer, asked);
		if (taken === 'full') return 'storage-full';
		hasPulled = answer.to !== null && answer.resume === null && taken === 'taken';
		if (isPush && answer.outcomes.length === 0) return 'try-again';
	}
	return 'try-again';
}

/** 'again': the next call will go better. Undefined: there was no trouble. */
async function handleTrouble(
	{ port }: RoundParts,
	answer: Answer,
	{ outboxId, resume }: SyncPoint
): Promise<RoundResult | 'again' | undefined> {
	if (isPatch(answer)) return undefined;
	switch (answer.error) {
		case 'offline':
			return 'offline';
		case 'signed-out':
			return answer.wipe ? 'wipe' : 'signed-out';
		case 'too-old':
			return 'too-old';
		case 'gap':
		case 'forked':
			await port.fork(outboxId);
			return 'again';
		case 'try-again':
		case 'too-many':
			return 'try-again';
		case 'bad-request':
		case 'cross-site':
		case 'may-not':
		case 'not-found':
		case 'too-much':
			if (resume === null) return 'refused';
			// The server no longer knows where this pull was: it starts again from its first page.
			await port.forgetPage();
			return 'again';
	}
}

/** One photo, whole: after a break it goes again from its start. 'done' when none has to go now. */
async function sendPhoto({ port, server, isOnWifi }: RoundParts): Promise<RoundResult | 'sent'> {
	const photo = (await port.mayPhotosGo(isOnWifi?.() ?? false)) && (await port.nextPhoto());
	if (!photo) {
		if (photo === undefined) await port.photosAreSent();
		await port.tidyPhotos();
		await port.makeDigests();
		return 'done';
	}
	const answer = await server.sendPhoto(photo.hash, photo.mime, photo.bytes);
	if (answer === 'sent') await port.notePhoto(photo.hash, { isSent: true });
	else if (answer.error === 'offline') return 'offline';
	else if (['bad-request', 'too-much', 'may-not'].includes(answer.error)) {
		await port.notePhoto(photo.hash, { refusal: answer.message });
	} else if (answer.error === 'signed-out') return answer.wipe ? 'wipe' : 'signed-out';
	else return 'try-again';
	return 'sent';
}
