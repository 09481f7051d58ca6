/**
 * A link with which someone without an account sees one record and answers about it, once.
 *
 * Whoever asks knows the secret; only its hash is kept, with the record. A guess, a used link, an
 * old one and one of another practice all get the same answer. What is shown is handed in.
 */
import type { Kysely } from 'kysely';
import type { Trouble } from '#domain/protocol.ts';
import type { Role } from '#domain/roles.ts';
import type { Transaction } from '#domain/transaction.ts';
import type { Engine } from './engine.ts';
import { readMember, readNames, type GroupWords } from './members.ts';
import { lockPractice, readPractice } from './practice.ts';
import { notFound, trouble } from './replies.ts';
import { runAsWithin, signer, type Wish } from './run-as.ts';
import { startWork } from './run.ts';
import { hashOf, readCopyCode, readToken } from './secrets.ts';
import type { Tables } from './tables.ts';
import { SqlTransaction } from './transaction.ts';

/** What a link opens, as far as it may be shown. */
interface Linked {
	readonly id: string;
	/** In whose name the answer counts; 'signer' for someone who is in no group. */
	readonly madeBy: string;
	/** Who may still hold such a link; those who have another role by now may not. */
	readonly heldBy: readonly Role[];
	readonly until: number;
	readonly shown: object;
	/** Names of the pictures that may be seen. */
	readonly photos: readonly string[];
}

/** Knows the feature: the server names none. */
export interface LinkLooks {
	/** Where the secret is a code that names no practice: the field in which its hash stands. */
	readonly code?: { readonly kind: string; readonly field: string };
	find(
		reads: Transaction,
		linkHash: string,
		at: { today: string; practiceId: string }
	): Promise<Linked | undefined>;
}
export interface LinkWords<Answer> extends LinkLooks {
	wish(id: string, linkHash: string, answer: Answer): Wish;
}

export interface LinkLook {
	readonly practiceName: string;
	readonly groupName: string;
	readonly until: number;
	readonly shown: object;
}

const noLink = trouble(
	'not-found',
	'This link does not work any more. It works once, and for some days. Ask for a new one.'
);
const noCode = trouble(
	'not-found',
	'This code does not work. Check it, or ask the practice. Nothing has been changed.'
);
const goneFor = ({ code }: LinkLooks) => (code ? noCode : noLink);

interface Asked {
	readonly token: string;
	readonly today: string;
}

/** Looking does not use it up: a message app that previews the link must not spend it. */
export function lookAtLink(
	engine: Engine,
	words: GroupWords & LinkLooks,
	asked: Asked
): Promise<LinkLook | Trouble> {
	return opened(engine, words, asked, async (trx, { practiceId, linked }) => {
		const names = await readNames(trx, words, practiceId);
		if (!names) return noLink;
		return { ...names, until: linked.until, shown: linked.shown };
	});
}

/** True when this picture belongs to what the link shows. */
export function photoOfLink(
	engine: Engine,
	words: LinkLooks,
	{ hash, ...asked }: Asked & { hash: string }
): Promise<{ mime: string; bytes: Buffer } | Trouble> {
	return opened(engine, words, asked, async (trx, { practiceId, linked }) => {
		if (!linked.photos.includes(hash)) return notFound;
		const photo = await trx
			.selectFrom('photo')
			.select(['mime', 'bytes'])
			.where('practice_id', '=', practiceId)
			.where('hash', '=', hash)
			.executeTakeFirst();
		return photo ?? notFound;
	});
}

/** Of two answers that come at the same moment, one is told that the link is used. */
export async function answerLink<Answer>(
	engine: Engine,
	words: LinkWords<Answer>,
	{ answer, ...asked }: Asked & { answer: Answer }
): Promise<{ practiceId: string } | Trouble> {
	const read = await readAsked(engine, words, asked);
	if (!read) return goneFor(words);
	const { practiceId, secretHash } = read;
	return engine.database.withPractice(practiceId, async (trx) => {
		if (!(await lockPractice(trx, engine.database, practiceId))) return noLink;
		const linked = await find(engine, words, trx, { ...asked, practiceId, secretHash });
		if (!linked) return goneFor(words);
		const refusal = await runAsWithin(engine, trx, {
			practiceId,
			personId: linked.madeBy,
			wishes: [words.wish(linked.id, secretHash, answer)],
			now: engine.now()
		});
		if (!refusal) return { practiceId };
		return trouble('bad-request', refusal.message, refusal.field);
	});
}

type Place = { readonly practiceId: string; readonly linked: Linked };

async function opened<Found>(
	engine: Engine,
	words: LinkLooks,
	asked: Asked,
	show: (trx: Kysely<Tables>, place: Place) => Promise<Found | Trouble>
): Promise<Found | Trouble> {
	const read = await readAsked(engine, words, asked);
	if (!read) return goneFor(words);
	const { practiceId, secretHash } = read;
	return engine.database.withPractice(
		practiceId,
		async (trx) => {
			const linked = await find(engine, words, trx, { ...asked, practiceId, secretHash });
			return linked ? show(trx, { practiceId, linked }) : goneFor(words);
		},
		'reading'
	);
}

/** A code is looked up across practices by its hash; a token names its own. */
function readAsked(engine: Engine, { code: place }: LinkLooks, { token }: Asked) {
	if (!place) return readToken(token);
	const code = readCopyCode(token);
	if (code === undefined) return undefined;
	const secretHash = hashOf(code);
	return engine.database.asReader(async (trx) => {
		const found = await trx
			.selectFrom('lookup')
			.select('practice_id')
			.where('kind', '=', place.kind)
			.where('field', '=', place.field)
			.where('value', '=', secretHash)
			.executeTakeFirst();
		return found && { practiceId: found.practice_id, secretHash };
	});
}

/** A link is good while it is young, and while whoever made it belongs to the group. */
async function find(
	engine: Engine,
	words: LinkLooks,
	trx: Kysely<Tables>,
	{ practiceId, secretHash, today }: { practiceId: string; secretHash: string; today: string }
): Promise<Linked | undefined> {
	const practice = await readPractice(trx, practiceId);
	if (!practice) return undefined;
	const { records, history } = startWork(engine, trx, practice);
	const reads = new SqlTransaction(records, history);
	const linked = await words.find(reads, secretHash, { today, practiceId });
	if (!linked || linked.until <= engine.now()) return undefined;
	if (linked.madeBy === signer) return linked;
	const maker = await readMember(trx, engine, { practiceId, personId: linked.madeBy });
	return maker && linked.heldBy.includes(maker.role) ? linked : undefined;
}
