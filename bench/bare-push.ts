/**
 * The bare statements of a push that adds people: the reads and writes that it cannot do without,
 * in one transaction, on a database of the same shape and settings. Nothing is checked or hashed.
 */
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { v4 } from 'uuid';
import type { MutationMessage } from '#domain/protocol.ts';
import { keyParts } from '#domain/record.ts';
import { openDatabase } from '#server/database.ts';
import { newGroup } from '#tests/support/group-of-people.ts';

/** The person of each push: the name and the role are always the same. */
export function rowOf(id: string, made: { createdAt: number; createdBy: string }) {
	const rest = { leftOn: null, pledgedOn: null, phone: null, mayCall: false, mayMessage: false };
	return { id, ...made, name: 'Zoe Example', role: 'reader' as const, ...rest };
}

export async function openBarePush(dataDir: string) {
	const { practiceId, manager } = await newGroup(await openDatabase({ dataDir })).then(
		async (group) => {
			await group.engine.database.close();
			return group;
		}
	);
	const { personId, deviceId } = manager.who;
	const outboxId = v4();
	const db = new Sqlite(path.join(dataDir, 'noticeboard.db'));
	for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'fullfsync = ON']) {
		db.pragma(pragma);
	}
	const read = {
		practice: db.prepare('select * from practice where id = ?'),
		record: db.prepare('select body from record where practice_id = ? and kind = ? and id = ?'),
		device: db.prepare('select created_at from device where practice_id = ? and id = ?'),
		outbox: db.prepare('select person_id, last_seq from outbox where practice_id = ? and id = ?'),
		uuid: db.prepare('select number, outcome from history where practice_id = ? and uuid = ?'),
		// Without the cast SQLite plans it anew at each run: see `unseen` in once-built.ts.
		changes: db.prepare(
			'select kind, id, version, body from record where practice_id = cast(? as text) and version > ? order by version, kind, id limit 250'
		)
	};
	const write = {
		record: db.prepare('insert into record values (?, ?, ?, ?, ?, ?, ?, ?, ?)'),
		lookup: db.prepare('insert into lookup values (?, ?, ?, ?, ?)'),
		history: db.prepare(`insert into history values (${Array(17).fill('?').join(', ')})`),
		touched: db.prepare('insert into history_record values (?, ?, ?, ?)'),
		answer: db.prepare('insert into answer values (?, ?, ?, ?)'),
		outbox: db.prepare(
			`insert into outbox values (?, ?, ?, ?, ?, ?)
			on conflict (practice_id, id) do update set last_seq = excluded.last_seq, seen_at = excluded.seen_at`
		),
		practice: db.prepare(
			'update practice set version = ?, history_number = ?, history_head = ? where id = ?'
		)
	};
	const hash = 'a'.repeat(64);
	let number = 1_000_000;
	let seq = 0;
	const one = ({ uuid, was }: MutationMessage) => {
		const { id } = keyParts(Object.keys(was).join());
		number += 1;
		seq += 1;
		const row = rowOf(id, { createdAt: number, createdBy: personId });
		const body = JSON.stringify(row);
		const effects = JSON.stringify([{ kind: 'person', id, before: null, after: row }]);
		read.uuid.get(practiceId, uuid);
		read.record.get(practiceId, 'person', id);
		write.record.run(
			practiceId,
			'person',
			id,
			body,
			null,
			number,
			number,
			null,
			`{"since":${number},"steps":[]}`
		);
		write.lookup.run(practiceId, 'person', 'role', 'reader', id);
		write.history.run(
			...[practiceId, number, number, uuid, outboxId, seq, personId, deviceId, 'person.add'],
			...[effects, 'applied', null, number, number, hash, hash, hash]
		);
		write.touched.run(practiceId, 'person', id, number);
		write.answer.run(practiceId, outboxId, seq, number);
	};
	return {
		write(messages: readonly MutationMessage[]): Promise<void> {
			db.exec('begin immediate');
			const from = number;
			read.practice.get(practiceId);
			read.record.get(practiceId, 'person', personId);
			read.device.get(practiceId, deviceId);
			read.outbox.get(practiceId, outboxId);
			for (const message of messages) one(message);
			write.outbox.run(practiceId, outboxId, personId, deviceId, seq, number);
			write.practice.run(number, number, hash, practiceId);
			read.changes.all(practiceId, from);
			db.exec('commit');
			return Promise.resolve();
		},
		close: () => db.close()
	};
}
