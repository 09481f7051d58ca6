/**
 * What a push costs on SQLite, beside the bare statements that keep the same rows, in one
 * transaction on a database of the same shape and settings. What the phone does is not measured.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { v4, v7 } from 'uuid';
import type { MutationMessage, Patch, Trouble } from '#domain/protocol.ts';
import { keyParts } from '#domain/record.ts';
import { openDatabase } from '#server/database.ts';
import { newGroup } from '#tests/support/group-of-people.ts';
import { isPatch, TestDevice } from '#tests/support/practice-server.ts';
import { compare, type Figure } from './figures.ts';

const most = 1.5;
/** So many that the median is of code that has long been compiled, as on a server that runs. */
const turns = { ofOne: 2000, ofMany: 100 };

export async function benchPush(): Promise<Figure[]> {
	const folder = mkdtempSync(path.join(tmpdir(), 'noticeboard-bench-'));
	try {
		return [await benchSize(folder, 1, turns.ofOne), await benchSize(folder, 100, turns.ofMany)];
	} finally {
		rmSync(folder, { recursive: true });
	}
}

async function benchSize(folder: string, perPush: number, count: number): Promise<Figure> {
	const device = await newDevice(path.join(folder, `ours-${perPush}`));
	const bare = await openBare(path.join(folder, `bare-${perPush}`));
	let messages: MutationMessage[] = [];
	let answer: Patch | Trouble | undefined;
	const before = () => {
		if (answer) taken(device, answer);
		messages = Array.from({ length: perPush }, () => device.message(newPerson()));
	};
	const ours = async () => {
		answer = await device.push(messages);
	};
	const floor = () => bare.write(messages);
	const times = await compare({ before, ours, floor }, count);
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

function taken(device: TestDevice, answer: Patch | Trouble): void {
	if (!isPatch(answer)) throw new Error(answer.message);
	device.take(answer);
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
