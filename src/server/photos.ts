/**
 * Photos: named by the SHA-256 of what the phone sends, made safe, kept in the database.
 *
 * Sending the same one again changes nothing. A photo of another practice, one that only others may
 * see and one that is not there look the same.
 */
import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { maySeePhoto, photoFields } from '#domain/photo-fields.ts';
import type { Trouble } from '#domain/protocol.ts';
import { writers } from '#domain/roles.ts';
import { freeBytes } from './disk.ts';
import type { Engine, Who } from './engine.ts';
import { readMember } from './members.ts';
import { cleanPicture, kindOf, type Picture } from './picture.ts';
import { readActor, signedOut } from './practice.ts';
import { bodiesWith } from './records.ts';
import { notFound, trouble } from './replies.ts';
import { readBody } from './rows.ts';
import type { Tables } from './tables.ts';

export const mostPhotoBytes = 2 * 1024 * 1024;
/** Others wait on their phones: each waiting picture holds its bytes in memory. */
const mostWaiting = 20;

const mayNot = trouble('may-not', 'Your role cannot add photos. Ask your coordinator to do it.');
const wrongHash = trouble(
	'bad-request',
	'This photo changed on its way. Your phone sends it again.',
	'hash'
);
const notAPicture = trouble('bad-request', 'Use a JPEG, PNG or WebP picture.', 'photo');
const broken = trouble(
	'bad-request',
	'This picture cannot be opened, or has too many pixels. Choose another one.',
	'photo'
);
const noRoom = trouble(
	'try-again',
	"The practice's server is nearly full, so photos wait on your phone. Tell your practice manager."
);
const busy = trouble('try-again', 'Many photos are coming in. Yours waits on your phone.');

export interface PhotoRules {
	/** Where the data is, to see how much room is left; undefined on another machine. */
	readonly dataDir: string | undefined;
	readonly minFreeBytes: number;
}

export interface KeptPhoto {
	readonly mime: string;
	readonly bytes: Buffer;
}

/** Takes pictures one at a time: each needs about 120 MB while it is worked on. */
export class Photos {
	readonly #engine: Engine;
	readonly #rules: PhotoRules;
	#last: Promise<unknown> = Promise.resolve();
	#waiting = 0;

	constructor(engine: Engine, rules: PhotoRules) {
		this.#engine = engine;
		this.#rules = rules;
	}

	/** @returns 'kept' also when it was there already. */
	async put(
		who: Who,
		{ hash, bytes }: { hash: string; bytes: Buffer }
	): Promise<{ kept: true } | Trouble> {
		const refusal = await this.#mayPut(who);
		if (refusal) return refusal;
		if (!isHash(hash) || createHash('sha256').update(bytes).digest('hex') !== hash) {
			return wrongHash;
		}
		if (await this.#isKept(who, hash)) return { kept: true };
		const kind = kindOf(bytes);
		if (!kind) return notAPicture;
		if (await this.#isNearlyFull()) return noRoom;
		if (this.#waiting >= mostWaiting) return busy;
		const picture = await this.#inTurn(() => cleanPicture(bytes, kind));
		if (!picture) return broken;
		await this.#keep(who, hash, picture);
		return { kept: true };
	}

	async get(who: Who, hash: string): Promise<KeptPhoto | Trouble> {
		if (!isHash(hash)) return notFound;
		const find = async (trx: Kysely<Tables>) => {
			const found = await trx
				.selectFrom('photo')
				.select(['mime', 'bytes', 'created_by'])
				.where('practice_id', '=', who.practiceId)
				.where('hash', '=', hash)
				.executeTakeFirst();
			if (!found || !(await this.#maySee(trx, who, { hash, by: found.created_by })))
				return notFound;
			return { mime: found.mime, bytes: found.bytes };
		};
		return this.#engine.database.withPractice(who.practiceId, find, 'reading');
	}

	/** As the records that name it say; before any does, it is for whoever sent it. */
	async #maySee(
		trx: Kysely<Tables>,
		who: Who,
		{ hash, by }: { hash: string; by: string }
	): Promise<boolean> {
		const { registry } = this.#engine;
		const actor = await readActor(trx, registry, who);
		if (!actor) return false;
		let isNamed = false;
		for (const type of registry.records) {
			for (const field of photoFields(type)) {
				const looked = { practiceId: who.practiceId, kind: type.kind, field, value: hash };
				const rows = await bodiesWith(trx, looked);
				for (const { id, body } of rows) {
					const row = readBody(type, id, body);
					if (!row) continue;
					isNamed = true;
					if (maySeePhoto(type, { row, field }, actor)) return true;
				}
			}
		}
		return !isNamed && by === who.personId;
	}

	#mayPut(who: Who): Promise<Trouble | undefined> {
		return this.#engine.database.withPractice(
			who.practiceId,
			async (trx) => {
				const member = await readMember(trx, this.#engine, who);
				if (!member) return signedOut;
				return writers.includes(member.role) ? undefined : mayNot;
			},
			'reading'
		);
	}

	/** Whoever sends it again is about to need it, so the time until it is forgotten starts anew. */
	#isKept({ practiceId }: Who, hash: string): Promise<boolean> {
		const look = async (trx: Kysely<Tables>) => {
			const kept = await trx
				.updateTable('photo')
				.set({ unreferenced_since: null })
				.where('practice_id', '=', practiceId)
				.where('hash', '=', hash)
				.executeTakeFirst();
			return kept.numUpdatedRows > 0n;
		};
		return this.#engine.database.withPractice(practiceId, look);
	}

	async #keep(who: Who, hash: string, { mime, bytes, width, height }: Picture): Promise<void> {
		await this.#engine.database.withPractice(who.practiceId, (trx) =>
			trx
				.insertInto('photo')
				.values({
					practice_id: who.practiceId,
					hash,
					mime,
					bytes,
					size: bytes.length,
					width,
					height,
					created_at: this.#engine.now(),
					created_by: who.personId,
					unreferenced_since: null
				})
				.onConflict((conflict) => conflict.columns(['practice_id', 'hash']).doNothing())
				.execute()
		);
	}

	async #isNearlyFull(): Promise<boolean> {
		const { dataDir, minFreeBytes } = this.#rules;
		const free = dataDir === undefined ? undefined : await freeBytes(dataDir);
		return free !== undefined && free < minFreeBytes;
	}

	async #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
		this.#waiting += 1;
		const turn = this.#last.then(work).finally(() => (this.#waiting -= 1));
		this.#last = turn.catch(() => undefined);
		return turn;
	}
}

function isHash(text: string): boolean {
	return /^[0-9a-f]{64}$/.test(text);
}
