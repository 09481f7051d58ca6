/** Which apps the server talks with: those that speak its number, and the one before. */
import { describe, expect, test } from 'vitest';
import {
	oldestAccepted,
	oldestAcceptedBy,
	protocolVersion,
	troubleStatus
} from '#domain/protocol.ts';
import { onEveryDatabase } from '#tests/support/databases.ts';
import { addPlot, editPlot } from '#tests/support/plot-deeds.ts';
import { newPractice, type TestDevice } from '#tests/support/practice-server.ts';
import { v7 } from 'uuid';
import { applyPush } from './apply.ts';
import { answerPull } from './changes.ts';
import { protocolTrouble } from './troubles.ts';

describe('an app of another age', () => {
	test('of the number before is served, and an older one is told to update', () => {
		expect(protocolTrouble(6, 7)).toBeUndefined();
		expect(protocolTrouble(7, 7)).toBeUndefined();
		expect(protocolTrouble(5, 7)).toMatchObject({ error: 'too-old' });
		expect(troubleStatus['too-old']).toBe(426);
	});

	test('that is newer than the server tries again later', () => {
		expect(protocolTrouble(8, 7)).toMatchObject({ error: 'try-again' });
	});

	test('there is none before the first', () => {
		expect(oldestAcceptedBy(1)).toBe(1);
		expect(oldestAcceptedBy(2)).toBe(1);
		expect(protocolTrouble(0, 1)).toMatchObject({ error: 'too-old' });
		expect(protocolTrouble(1, 2)).toBeUndefined();
	});
});

onEveryDatabase('the numbers of today', (open) => {
	const ask = async (protocol: number) => {
		const practice = await newPractice(open().database);
		const device: TestDevice = await practice.join('coordinator');
		const message = device.message(addPlot(v7()));
		const push = { ...device.pushRequest([message]), protocol };
		const pull = { ...device.pullRequest(), protocol };
		const pushed = await applyPush(device.engine, device.who, push);
		const pulled = await answerPull(device.engine, device.who, pull);
		return { pushed, pulled };
	};

	test.each([...new Set([oldestAccepted, protocolVersion])])('%i is served', async (protocol) => {
		const { pushed, pulled } = await ask(protocol);

		expect(pushed).toMatchObject({ outcomes: [{ result: 'applied' }] });
		expect(pulled).toHaveProperty('changes');
	});

	test('an app of the number before is sent whole records, and today’s only what changed', async () => {
		const practice = await newPractice(open().database);
		const [ann, old] = [await practice.join('coordinator'), await practice.join('coordinator')];
		const id = v7();
		await ann.does(addPlot(id, { care: 'Weed' }));
		await old.pulls();
		const before = { ...old.pullRequest(), protocol: 1 };

		await ann.does(editPlot(id, { care: 'Rest' }));

		const now = await answerPull(old.engine, old.who, old.pullRequest());
		const then = await answerPull(old.engine, old.who, before);
		expect(now).toMatchObject({ changes: [{ id, row: { care: 'Rest' }, isPart: true }] });
		expect(now).not.toHaveProperty('changes.0.row.title');
		expect(then).toMatchObject({ changes: [{ id, row: { care: 'Rest', title: 'Plot' } }] });
		expect(then).not.toHaveProperty('changes.0.isPart');
	});

	test('the one before the oldest is told to update, and nothing of it is carried out', async () => {
		const { pushed, pulled } = await ask(oldestAccepted - 1);

		expect(pushed).toMatchObject({ error: 'too-old' });
		expect(pulled).toMatchObject({ error: 'too-old' });
	});
});
