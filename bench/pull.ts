/**
 * Whether the cost of a pull follows the change and not the history: ten changes, asked for in a
 * practice that holds little, and in one that holds many times as much.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { v7 } from 'uuid';
import { openDatabase } from '#server/database.ts';
import { newGroup } from '#tests/support/group-of-people.ts';
import { isPatch, TestDevice } from '#tests/support/practice-server.ts';
import { compare, type Figure } from './figures.ts';

const small = 500;
const turns = 300;
const most = 1.5;

export async function benchPull(): Promise<Figure[]> {
	const folder = mkdtempSync(path.join(tmpdir(), 'noticeboard-bench-'));
	try {
		const few = await practiceWith(path.join(folder, 'few'), small);
		const figures: Figure[] = [];
		for (const times of [4, 40]) {
			const many = await practiceWith(path.join(folder, `many-${times}`), small * times);
			const found = await compare({ ours: () => pull(many), floor: () => pull(few) }, turns);
			await many.engine.database.close();
			figures.push({
				bench: 'pull',
				what: `a pull of 10 changes, ${small * times} records`,
				value: found.ours,
				unit: 'ms',
				floor: found.floor,
				floorIs: `${small} records`,
				most
			});
		}
		await few.engine.database.close();
		return figures;
	} finally {
		rmSync(folder, { recursive: true });
	}
}

/** A device that is ten changes behind, and stays so. */
async function practiceWith(dataDir: string, records: number): Promise<TestDevice> {
	const { engine, manager } = await newGroup(await openDatabase({ dataDir }));
	const writer = new TestDevice(engine, manager.who);
	const add = async (count: number) => {
		for (let left = count; left > 0; left -= 200) {
			await writer.does(...Array.from({ length: Math.min(left, 200) }, newPerson));
		}
	};
	await writer.pulls();
	await add(records);
	const device = new TestDevice(engine, manager.who);
	await device.pulls();
	await add(10);
	return device;
}

function newPerson() {
	return { name: 'person.add', args: { id: v7(), name: 'Zoe Example', role: 'reader' } };
}

async function pull(device: TestDevice): Promise<void> {
	const answer = await device.page();
	if (!isPatch(answer) || answer.changes.length !== 10) throw new Error('Not the ten changes.');
}
