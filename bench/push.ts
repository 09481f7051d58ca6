/**
 * What a push costs on SQLite, beside the bare statements that keep the same rows, in one
 * transaction on a database of the same shape and settings.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { v4, v7 } from 'uuid';
import { openDatabase } from '#server/database.ts';
import { newGroup } from '#tests/support/group-of-people.ts';
import { isPatch, TestDevice } from '#tests/support/practice-server.ts';
import { compare, type Figure } from './figures.ts';

const most = 1.5;

export async function benchPush(): Promise<Figure[]> {
	const folder = mkdtempSync(path.join(tmpdir(), 'noticeboard-bench-'));
	try {
		return [await benchSize(folder, 1, 300), await benchSize(folder, 100, 30)];
	} finally {
		rmSync(folder, { recursive: true });
	}
}

async function benchSize(folder: string, perPush: number, turns: number): Promise<Figure> {
	const device = await newDevice(path.join(folder, `ours-${perPush}`));
	const bare = await openBare(path.join(folder, `bare-${perPush}`));
	const push = async () => {
		const messages = Array.from({ length: perPush }, () => device.message(newPerson()));
		const answer = await device.push(messages);
		if (!isPatch(answer)) throw new Error(answer.message);
		device.take(answer);
	};
	const times = await compare({ ours: push, floor: () => bare.write(perPush) }, turns);
	await device.engine.database.close();
	bare.close();
	return {
		bench: 'push',
		what: `a push of ${perPush} on SQLite`,
		value: times.ours,
		unit: 'ms',
		floor: times.floor,
		floorIs: 'bare statements',
		most
	};
}

async function newDevice(dataDir: string): Promise<TestDevice> {
	const { engine, manager } = await newGroup(await openDatabase({ dataDir }));
	const device = new TestDevice(engine, manager.who);
	await device.pulls();
	return device;
}

function newPerson() {
	const id = v7();
	return {
		name: 'person.add',
		args: { id, name: 'Zoe Example', role: 'reader' },
		was: { [`person/${id}`]: {} }
	};
}

/** The same reads and writes as a push of this kind needs, as they stand, without any thinking. */
async function openBare(dataDir: string) {
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
		changes: db.prepare(
			'select kind, id, version, body from record where practice_id = ? and version > ? order by version, kind, id limit 250'
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
	const one = () => {
		const id = v7();
		const uuid = v7();
		number += 1;
		seq += 1;
		const row = { id, createdAt: number, createdBy: personId, name: 'Zoe Example' };
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
		write(count: number): Promise<void> {
			db.exec('begin immediate');
			const from = number;
			read.practice.get(practiceId);
			read.record.get(practiceId, 'person', personId);
			read.device.get(practiceId, deviceId);
			read.outbox.get(practiceId, outboxId);
			for (let left = count; left > 0; left--) one();
			write.outbox.run(practiceId, outboxId, personId, deviceId, seq, number);
			write.practice.run(number, number, hash, practiceId);
			read.changes.all(practiceId, from);
			db.exec('commit');
			return Promise.resolve();
		},
		close: () => db.close()
	};
}
