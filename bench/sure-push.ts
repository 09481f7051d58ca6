/**
 * The least that keeps what a push promises, of a push that adds people: the rows of the bare
 * statements, asked for with the server's own library and written many at once; each change and
 * each record read by its schema; each row of history chained to the one before.
 *
 * There are no roles, no merging, no undo, and nobody else who changes anything.
 */
import type { Kysely } from 'kysely';
import { v4 } from 'uuid';
import type { MutationMessage } from '#domain/protocol.ts';
import { keyParts } from '#domain/record.ts';
import { addPerson } from '#features/people/mutations.ts';
import { personRecord } from '#features/people/record.ts';
import { chained, type HistoryRow } from '#server/chain.ts';
import { openDatabase } from '#server/database.ts';
import type { Who } from '#server/engine.ts';
import { insertRows } from '#server/insert-rows.ts';
import { onceBuilt } from '#server/once-built.ts';
import { readOutbox } from '#server/outcomes.ts';
import { saveOutbox } from '#server/outbox.ts';
import { lockPractice, readActor, saveCounter, type PracticeCounter } from '#server/practice.ts';
import { keptAs } from '#server/rows.ts';
import type { Tables } from '#server/tables.ts';
import { newGroup } from '#tests/support/group-of-people.ts';
import { rowOf } from './bare-push.ts';

const { kind } = personRecord;

export async function openSurePush(dataDir: string) {
	const { engine, manager } = await newGroup(await openDatabase({ dataDir }));
	const { database, registry } = engine;
	const { who } = manager;
	const { practiceId } = who;
	const outboxId = v4();
	let lastSeq = 0;
	const push = async (trx: Kysely<Tables>, messages: readonly MutationMessage[]) => {
		const practice = await lockPractice(trx, database, practiceId);
		if (!practice) throw new Error('There is no practice.');
		await readActor(trx, registry, who);
		await readOutbox(trx, { practiceId, outboxId });
		await readKnown(trx, practiceId, messages);
		const now = engine.now();
		const from = { who, outboxId, now };
		let counter: PracticeCounter = practice;
		const people: Added[] = [];
		for (const message of messages) {
			lastSeq += 1;
			const added = addedBy(message, counter, { ...from, seq: lastSeq });
			people.push(added);
			const { version, number: history_number, hash: history_head } = added.row;
			counter = { version, history_number, history_head };
		}
		await keep(trx, people);
		await saveCounter(trx, database, { practiceId, counter });
		const answers = people.map(({ row }) => ({ seq: row.seq ?? 0, number: row.number }));
		await saveOutbox(trx, who, { outboxId, answers, lastSeq, now });
	};
	return {
		write: (messages: readonly MutationMessage[]) =>
			database.withPractice(practiceId, (trx) => push(trx, messages)),
		close: () => database.close()
	};
}

interface From {
	readonly who: Who;
	readonly outboxId: string;
	readonly now: number;
	readonly seq: number;
}

/** A person who was added: their row of history, and the text of their record. */
interface Added {
	readonly id: string;
	readonly row: HistoryRow;
	readonly body: string;
}

function addedBy(
	{ uuid, args }: MutationMessage,
	{ version, history_number, history_head }: PracticeCounter,
	{ who, outboxId, now, seq }: From
): Added {
	const { id } = addPerson.args.parse(args);
	const person = rowOf(id, { createdAt: now, createdBy: who.personId });
	const row = {
		practice_id: who.practiceId,
		number: history_number + 1,
		version: version + 1,
		uuid,
		outbox_id: outboxId,
		seq,
		person_id: who.personId,
		device_id: who.deviceId,
		name: addPerson.name,
		effects: JSON.stringify([{ kind, id, before: null, after: person }]),
		outcome: 'applied',
		refusal: null,
		acted_at: now,
		received_at: now
	};
	return { id, row: chained(row, history_head), body: keptAs(personRecord, person).body };
}

/** Whether they have been here before, and whether their records have. */
async function readKnown(
	trx: Kysely<Tables>,
	practiceId: string,
	messages: readonly MutationMessage[]
): Promise<void> {
	const uuids = messages.map(({ uuid }) => uuid);
	await onceBuilt(trx, `least: ${uuids.length} uuids`, [practiceId, ...uuids], () =>
		trx
			.selectFrom('history')
			.select(['uuid', 'number', 'outcome'])
			.where('practice_id', '=', practiceId)
			.where('uuid', 'in', uuids)
	);
	const ids = messages.flatMap(({ was }) => Object.keys(was).map((key) => keyParts(key).id));
	await onceBuilt(trx, `least: ${ids.length} records`, [practiceId, kind, ...ids], () =>
		trx
			.selectFrom('record')
			.select(['id', 'body', 'version', 'recent'])
			.where('practice_id', '=', practiceId)
			.where('kind', '=', kind)
			.where('id', 'in', ids)
	);
}

async function keep(trx: Kysely<Tables>, people: readonly Added[]): Promise<void> {
	const [first] = people;
	if (!first) return;
	const { practice_id, outbox_id, person_id, device_id, received_at } = first.row;
	const records = people.map(({ id, row: { version }, body }) => {
		const recent = JSON.stringify({ since: version, steps: [] });
		return { kind, id, body, day: null, version, deleted_at: null, recent };
	});
	await insertRows(trx, {
		...{ table: 'record', rows: records, numbers: ['version', 'deleted_at'] },
		shared: { practice_id, changed_at: received_at }
	});
	await insertRows(trx, {
		...{ table: 'lookup', numbers: [], shared: { practice_id } },
		rows: people.map(({ id }) => ({ kind, field: 'role', value: 'reader', id }))
	});
	await insertRows(trx, {
		...{ table: 'history', rows: people.map(({ row }) => row) },
		shared: { practice_id, outbox_id, person_id, device_id },
		numbers: ['number', 'version', 'seq', 'acted_at', 'received_at']
	});
	await insertRows(trx, {
		...{ table: 'history_record', numbers: ['number'], shared: { practice_id } },
		rows: people.map(({ id, row: { number } }) => ({ kind, id, number }))
	});
}
