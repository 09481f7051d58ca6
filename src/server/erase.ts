/**
 * Erases a person, or one record, for good: from the records, from history, from packed pages.
 *
 * What was written is gone; that something was done, when and by which number stays, so that the
 * chain of history still holds. All of it is done, or nothing.
 */
import type { Kysely } from 'kysely';
import type { MemberRow } from '#domain/member.ts';
import { overlapRecord } from '#domain/overlap.ts';
import { fieldOf, keyParts, readRow, recordKey } from '#domain/record.ts';
import { Refused } from './command-line.ts';
import type { Engine } from './engine.ts';
import { ErasedWords, instead, partsOf } from './erase-words.ts';
import { eraseHistory, formerValues, numbersAbout } from './erase-history.ts';
import { putOut, standsIn, tracesIn, type StoredBody } from './erase-records.ts';
import { lockPractice } from './practice.ts';
import { fieldsIn, readBody } from './rows.ts';
import { finishWork, startWork, type Work } from './run.ts';
import { forgetSnapshots } from './snapshots.ts';
import type { Tables } from './tables.ts';
import { deletePhotos, hashesInUse } from './tidy.ts';

/** In history, in place of a mutation's name. */
const erasedName = 'server.erase';
const fromServer = 'server';
/** Shorter ones would be found everywhere. */
const fewestLetters = 3;

export interface ErasePerson {
	readonly practiceId: string;
	readonly personId: string;
	/** More words that give them away: a nickname, a maiden name. */
	readonly also: readonly string[];
}

interface Erased {
	readonly title: string;
	/** Records that are gone or were changed, as 'kind/id'. */
	readonly records: readonly string[];
	/** Rows of history whose words are gone. */
	readonly changes: number;
	/** Words that someone else in the group has too: they stay in texts. */
	readonly shared: readonly string[];
	/** Where a single part of the name still stands: it may mean someone else. */
	readonly alone: readonly { readonly part: string; readonly records: readonly string[] }[];
	/** Records with personal details that name this person by number. */
	readonly aboutThem: readonly string[];
}

/** `isCompact`: false when free pages of the database may still hold the words. */
export type Done = Erased & { readonly isCompact: boolean };

/** For a look at what would be done. */
class OnlyLooking extends Error {}

/** @throws {Refused} in words, when it cannot be done. Nothing is changed then. */
export async function erasePerson(
	engine: Engine,
	order: ErasePerson,
	isMeant: boolean
): Promise<Done> {
	return erasing(engine, order.practiceId, isMeant, (work) => person(work, order));
}

export async function eraseRecord(
	engine: Engine,
	{ practiceId, key }: { practiceId: string; key: string },
	isMeant: boolean
): Promise<Done> {
	return erasing(engine, practiceId, isMeant, async (work) => {
		const { kind, id } = keyParts(key);
		const { engine, records } = work;
		if (kind === engine.registry.members.kind) {
			throw new Refused('This is a person. Use: erase --person NAME');
		}
		const type = engine.registry.typeOf(kind);
		const body = await records.body(kind, id);
		const numbers = await numbersAbout(work, kind, id);
		if (numbers.length === 0) throw new Refused(`There is no record ${key} in this practice.`);
		const title = type && body ? type.title(readRow(type, id, JSON.parse(body))) : key;
		const bodies = await storedBodies(work);
		const gone = [key, ...overlapsAbout(bodies, key)];
		const changes = await write(work, { changed: new Map(), gone, numbers });
		return { title, records: gone, changes, shared: [], alone: [], aboutThem: [] };
	});
}

async function erasing(
	engine: Engine,
	practiceId: string,
	isMeant: boolean,
	run: (work: Work) => Promise<Erased>
): Promise<Done> {
	let erased: Erased | undefined;
	try {
		await engine.database.asOwner(async (trx) => {
			const practice = await lockPractice(trx, engine.database, practiceId);
			if (!practice) throw new Refused('There is no such practice.');
			erased = await run(startWork(engine, trx, practice));
			if (!isMeant) throw new OnlyLooking();
		});
	} catch (error) {
		if (!(error instanceof OnlyLooking)) throw error;
	}
	if (!erased) throw new Error('Nothing was erased.');
	return { ...erased, isCompact: isMeant && (await compacted(engine)) };
}

/** Until then the words stand in free pages of the database. */
async function compacted({ database, log }: Engine): Promise<boolean> {
	try {
		await database.compact();
		return true;
	} catch (error) {
		log.error({ error }, 'The database could not be compacted.');
		return false;
	}
}

async function person(work: Work, { practiceId, personId, also }: ErasePerson): Promise<Erased> {
	const { engine, trx, practice } = work;
	const { members } = engine.registry;
	const everyone = await allPeople(work);
	const member = everyone.find(({ id }) => id === personId);
	if (!member) throw new Refused('There is nobody with this number in the practice.');
	requireAnotherManager(member, everyone);
	const key = recordKey(members.kind, personId);
	const fields = ['name', ...(members.confidential?.fields ?? [])];
	const own = [...fields.map((field) => fieldOf(member, field)), ...also];
	const former = await formerValues(work, { kind: members.kind, id: personId, fields });
	const words = [...new Set([...own, ...former])]
		.filter((word) => typeof word === 'string')
		.filter((word) => partsOf(word).join('').length >= fewestLetters);
	const others = everyone.filter(({ id }) => id !== personId);
	const shared = words.filter((word) => new ErasedWords([word]).areIn(others));
	const certain = words.filter((word) => !shared.includes(word));
	const erased = new ErasedWords(certain);

	const bodies = await storedBodies(work);
	const gone = [key, ...overlapsAbout(bodies, key)];
	const rest = bodies.filter((stored) => !gone.includes(recordKey(stored.kind, stored.id)));
	const changed = putOut(engine.registry, rest, erased);
	const numbers = await numbersAbout(work, members.kind, personId);
	const changes = await write(work, { changed, gone, numbers, erased });
	await eraseDoors(trx, { practiceId, personId, erased, now: engine.now() });
	const name = String(erased.without(practice.name, { whole: instead, part: instead }));
	await trx.updateTable('practice').set({ name }).where('id', '=', practiceId).execute();
	const traces = await tracesIn(trx, practiceId, erased);
	if (traces.length > 0) throw new Error(`Words were left in: ${traces.join(', ')}.`);

	const parts = [...new Set(words.flatMap(partsOf))].filter((part) => /\p{L}{3}/u.test(part));
	const left = await storedBodies(work);
	return {
		title: member.name,
		records: [...gone, ...changed.keys()],
		changes,
		shared,
		alone: standsIn(left, parts),
		aboutThem: aboutPerson(work, left, personId)
	};
}

interface Writing {
	/** New bodies, by key. */
	readonly changed: ReadonlyMap<string, string>;
	readonly gone: readonly string[];
	/** Rows of history that lose their words in any case. */
	readonly numbers: readonly number[];
	readonly erased?: ErasedWords;
}

/** @returns how many rows of history lost their words. */
async function write(work: Work, { changed, gone, numbers, erased }: Writing): Promise<number> {
	const { engine, trx, practice, records, history } = work;
	const hashesBefore = await hashesInUse(trx, practice.id);
	const keys = [...gone, ...changed.keys()];
	for (const key of keys) {
		const { kind, id } = keyParts(key);
		const body = changed.get(key);
		records.change(kind, id, body === undefined ? null : { body, fields: fieldsIn(body) });
	}
	const version = history.counter.version + 1;
	records.keep(version);
	const now = engine.now();
	history.add({
		uuid: engine.newId(),
		name: erasedName,
		personId: fromServer,
		...{ deviceId: null, outboxId: null, seq: null, refusal: undefined },
		// That it was changed, so that nothing older is undone over it; not what it was.
		effects: keys.map((key) => {
			const after = changed.has(key) ? {} : null;
			return { ...keyParts(key), before: {}, after };
		}),
		...{ outcome: 'applied', version, actedAt: now, receivedAt: now }
	});
	await finishWork(work);
	const changes = await eraseHistory(work, { numbers, erased });
	await forgetSnapshots(trx, practice.id);
	const hashesAfter = await hashesInUse(trx, practice.id);
	await deletePhotos(trx, practice.id, [...hashesBefore.difference(hashesAfter)]);
	return changes;
}

/** What a person has here besides records. */
const tablesOfOne = [
	...(['invite', 'feed', 'push_subscription', 'mail_address'] as const),
	...(['reminder', 'reminder_trouble'] as const)
];

/** Their devices hear that they are removed, and delete what they hold. */
async function eraseDoors(
	trx: Kysely<Tables>,
	place: { practiceId: string; personId: string; erased: ErasedWords; now: number }
): Promise<void> {
	const { practiceId, personId, erased, now } = place;
	const devices = await trx
		.selectFrom('device')
		.select(['id', 'name', 'person_id', 'removed_at'])
		.where('practice_id', '=', practiceId)
		.execute();
	for (const { id, name, person_id, removed_at } of devices) {
		const isOwn = person_id === personId;
		if (!isOwn && !erased.areIn(name)) continue;
		await trx
			.updateTable('device')
			.set({ name: 'Device', removed_at: isOwn ? (removed_at ?? now) : removed_at })
			.where('practice_id', '=', practiceId)
			.where('id', '=', id)
			.execute();
	}
	for (const table of tablesOfOne) {
		await trx
			.deleteFrom(table)
			.where('practice_id', '=', practiceId)
			.where('person_id', '=', personId)
			.execute();
	}
}

async function allPeople({ engine, trx, practice }: Work): Promise<MemberRow[]> {
	const { members } = engine.registry;
	const rows = await trx
		.selectFrom('record')
		.select(['id', 'body'])
		.where('practice_id', '=', practice.id)
		.where('kind', '=', members.kind)
		.execute();
	return rows.flatMap(({ id, body }) => readBody(members, id, body) ?? []);
}

function requireAnotherManager(member: MemberRow, everyone: readonly MemberRow[]): void {
	const isManager = ({ role, leftOn }: MemberRow) => role === 'practice-manager' && leftOn === null;
	if (!isManager(member) || everyone.some((each) => each.id !== member.id && isManager(each)))
		return;
	throw new Refused(
		'This is the only practice manager. Make someone else a practice manager first.'
	);
}

function storedBodies({ trx, practice }: Work): Promise<StoredBody[]> {
	return trx
		.selectFrom('record')
		.select(['kind', 'id', 'body'])
		.where('practice_id', '=', practice.id)
		.where('body', 'is not', null)
		.$narrowType<{ body: string }>()
		.execute();
}

/** They hold two versions of a field of that record. */
function overlapsAbout(bodies: readonly StoredBody[], key: string): string[] {
	return bodies
		.filter(({ kind, body }) => kind === overlapRecord.kind && body.includes(`"${key}"`))
		.map(({ kind, id }) => recordKey(kind, id));
}

/** Fields whose names end in 'By' say who did something, not whom it is about. */
function aboutPerson({ engine }: Work, bodies: readonly StoredBody[], personId: string): string[] {
	return bodies
		.filter(({ kind, body }) => {
			if (!engine.registry.typeOf(kind)?.confidential || !body.includes(personId)) return false;
			const row: unknown = JSON.parse(body);
			return Object.entries(row ?? {}).some(
				([field, value]) => value === personId && !field.endsWith('By')
			);
		})
		.map(({ kind, id }) => recordKey(kind, id));
}
