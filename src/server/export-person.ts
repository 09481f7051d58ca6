/**
 * What is kept about one person, as files: their own record, what names them, what they did, and
 * their devices.
 *
 * It can hold words of others: somebody must look through it before it is handed over.
 */
import type { Kysely } from 'kysely';
import { fieldOf } from '#domain/record.ts';
import { csvOf } from './csv.ts';
import type { Engine } from './engine.ts';
import { ErasedWords } from './erase-words.ts';
import { FilesFolder, linesOf, spoken } from './export-files.ts';
import { fieldsOf, historyAfter, type Exported } from './export-practice.ts';
import { readPerson } from './members.ts';
import type { Tables } from './tables.ts';

interface Wanted {
	readonly practiceId: string;
	readonly personId: string;
}

/** @throws {Refused} when the folder is not empty. */
export async function writePersonFiles(
	engine: Engine,
	wanted: Wanted,
	to: string
): Promise<Exported> {
	const folder = await FilesFolder.make(to);
	return engine.database.asReader(async (trx) => {
		const person = await readPerson(trx, engine, wanted);
		const { members } = engine.registry;
		const details = ['name', ...(members.confidential?.fields ?? [])];
		const words = person ? details.map((field) => fieldOf(person, field)) : [];
		const named = new ErasedWords(words.filter((word) => typeof word === 'string'));
		const { records, hashes } = await writeRecords(trx, wanted, { folder, named });
		const changes = await writeHistory(trx, engine, { wanted, folder, named });
		await writeDevices(trx, wanted, folder);
		await writeReminderWays(trx, wanted, folder);
		const photos = await writePhotos(trx, wanted, { folder, hashes });
		return { records, changes, photos };
	});
}

interface Sought {
	readonly folder: FilesFolder;
	readonly named: ErasedWords;
}

async function writeRecords(
	trx: Kysely<Tables>,
	{ practiceId, personId }: Wanted,
	{ folder, named }: Sought
): Promise<{ records: number; hashes: Set<string> }> {
	const rows = await trx
		.selectFrom('record')
		.selectAll()
		.where('practice_id', '=', practiceId)
		.where('body', 'is not', null)
		.$narrowType<{ body: string }>()
		.orderBy('kind')
		.orderBy('id')
		.execute();
	const theirs = rows.filter(
		({ id, body }) => id === personId || body.includes(personId) || named.areIn(JSON.parse(body))
	);
	const hashes = new Set<string>();
	for (const [kind, some] of Map.groupBy(theirs, (row) => row.kind)) {
		const records = some.map((row) => ({
			...{ id: row.id, version: row.version, changedAt: row.changed_at },
			...{ deletedAt: row.deleted_at, day: row.day, fields: fieldsOf(row.body) }
		}));
		for (const { fields } of records) {
			if (fields['createdBy'] !== personId) continue;
			for (const value of Object.values(fields)) if (typeof value === 'string') hashes.add(value);
		}
		await folder.writeRecords(kind, records);
	}
	return { records: theirs.length, hashes };
}

/** What they did, and what others did that holds their name. */
async function writeHistory(
	trx: Kysely<Tables>,
	{ registry }: Engine,
	{ wanted, folder, named }: Sought & { wanted: Wanted }
): Promise<number> {
	const { practiceId, personId } = wanted;
	const lines: object[] = [];
	const table: unknown[][] = [];
	let last = 0;
	for (;;) {
		const rows = await historyAfter(trx, practiceId, last);
		if (rows.length === 0) break;
		for (const { number, acted_at, person_id, name, outcome, effects, refusal } of rows) {
			last = number;
			const isOwn = person_id === personId;
			const texts = [effects, refusal].map((text): unknown => (text ? JSON.parse(text) : null));
			if (!isOwn && !effects?.includes(personId) && !named.areIn(texts)) continue;
			const what = registry.mutationNamed(name)?.says ?? name;
			const [changes, no] = texts;
			lines.push({ number, at: acted_at, isOwn, name, outcome, changes, refusal: no });
			const who = isOwn ? 'this person' : 'someone else';
			table.push([number, spoken('at', acted_at), who, what, outcome, effects, refusal]);
		}
	}
	const columns = ['number', 'at', 'who', 'what', 'outcome', 'changes', 'refusal'];
	await folder.write('history.json', linesOf(lines));
	await folder.write('history.csv', csvOf(columns, table));
	return lines.length;
}

async function writeDevices(
	trx: Kysely<Tables>,
	{ practiceId, personId }: Wanted,
	folder: FilesFolder
): Promise<void> {
	const columns = ['name', 'created_at', 'seen_at', 'removed_at', 'expires_at'] as const;
	const devices = await trx
		.selectFrom('device')
		.select(columns)
		.where('practice_id', '=', practiceId)
		.where('person_id', '=', personId)
		.orderBy('created_at')
		.execute();
	await folder.write('devices.json', linesOf(devices));
	const rows = devices.map((device) => columns.map((column) => spoken(column, device[column])));
	await folder.write('devices.csv', csvOf(columns, rows));
}

/** Where their reminders go. */
async function writeReminderWays(
	trx: Kysely<Tables>,
	{ practiceId, personId }: Wanted,
	folder: FilesFolder
): Promise<void> {
	const pushes = await trx
		.selectFrom('push_subscription')
		.select(['endpoint', 'created_at'])
		.where('practice_id', '=', practiceId)
		.where('person_id', '=', personId)
		.execute();
	const mails = await trx
		.selectFrom('mail_address')
		.select(['address', 'confirmed_at'])
		.where('practice_id', '=', practiceId)
		.where('person_id', '=', personId)
		.execute();
	if (pushes.length + mails.length > 0) {
		await folder.write('reminders.json', linesOf([...mails, ...pushes]));
	}
}

async function writePhotos(
	trx: Kysely<Tables>,
	{ practiceId, personId }: Wanted,
	{ folder, hashes }: { folder: FilesFolder; hashes: ReadonlySet<string> }
): Promise<number> {
	const kept = await trx
		.selectFrom('photo')
		.select(['hash', 'created_by'])
		.where('practice_id', '=', practiceId)
		.orderBy('hash')
		.execute();
	const theirs = kept.filter(({ hash, created_by: by }) => hashes.has(hash) || by === personId);
	for (const { hash } of theirs) {
		const { mime, bytes } = await trx
			.selectFrom('photo')
			.select(['mime', 'bytes'])
			.where('practice_id', '=', practiceId)
			.where('hash', '=', hash)
			.executeTakeFirstOrThrow();
		await folder.writePhoto(hash, mime, bytes);
	}
	return theirs.length;
}
