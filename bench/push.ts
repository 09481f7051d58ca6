/**
 * What a push costs on SQLite, beside the bare statements that keep the same rows; and the least
 * that a server does that reads by schemas and chains, beside the same. What the phone does is not
 * measured.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { v7 } from 'uuid';
import type { MutationMessage, Patch, Trouble } from '#domain/protocol.ts';
import { openDatabase } from '#server/database.ts';
import { newGroup } from '#tests/support/group-of-people.ts';
import { isPatch, TestDevice } from '#tests/support/practice-server.ts';
import { openBarePush } from './bare-push.ts';
import { compare, type Figure } from './figures.ts';
import { openSurePush } from './sure-push.ts';

const most = 1.5;
/** So many that the median is of code that has long been compiled, as on a server that runs. */
const turns = { ofOne: 2000, ofMany: 100 };

export async function benchPush(): Promise<Figure[]> {
	const folder = mkdtempSync(path.join(tmpdir(), 'noticeboard-bench-'));
	try {
		return [
			...(await benchSize(folder, 1, turns.ofOne)),
			...(await benchSize(folder, 100, turns.ofMany))
		];
	} finally {
		rmSync(folder, { recursive: true });
	}
}

async function benchSize(folder: string, perPush: number, count: number): Promise<Figure[]> {
	const device = await newDevice(path.join(folder, `ours-${perPush}`));
	const bare = await openBarePush(path.join(folder, `bare-${perPush}`));
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
	const sure = await openSurePush(path.join(folder, `least-${perPush}`));
	const least = () => sure.write(messages);
	const times = await compare({ before, ours, floor }, count);
	const leastTimes = await compare({ before, ours: least, floor }, count);
	await device.engine.database.close();
	await sure.close();
	bare.close();
	const figure = { bench: 'push', unit: 'ms', floorIs: 'bare statements' } as const;
	const what = `a push of ${perPush} on SQLite`;
	return [
		{ ...figure, what, value: times.ours, floor: times.floor, most },
		{
			...{ ...figure, what: `${what}, the least that checks and chains` },
			...{ value: leastTimes.ours, floor: leastTimes.floor }
		}
	];
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
