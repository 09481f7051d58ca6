/**
 * Who may push at all: the person's own record says so, at every change.
 */
import { v4, v7 } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import { protocolVersion } from '#domain/protocol.ts';
import { addPlot } from '#tests/support/plot-deeds.ts';
import { onEveryDatabase } from '#tests/support/databases.ts';
import { newPractice, TestDevice, type TestPractice } from '#tests/support/practice-server.ts';
import { applyPush } from './apply.ts';

onEveryDatabase('a push of a person', (open) => {
	let practice: TestPractice;
	let device: TestDevice;
	let id: string;

	beforeEach(async () => {
		practice = await newPractice(open().database);
		device = await practice.join('coordinator');
		await device.pulls();
		id = v7();
	});

	describe('who may not push at all', () => {
		test('someone who has left is signed out, and the phone is wiped', async () => {
			const { personId } = device.who;
			await device
				.does({
					name: 'gardener.edit',
					args: { id: personId, changes: { leftOn: '2026-11-20' } }
				})
				.catch(() => undefined);

			const answer = await device.push([device.message(addPlot(id))]);

			expect(answer).toMatchObject({ error: 'signed-out', wipe: true });
		});

		test('a person who is not known in this practice', async () => {
			const stranger = new TestDevice(practice.engine, { ...device.who, personId: v7() });

			expect(await stranger.push([])).toMatchObject({ error: 'signed-out', wipe: true });
		});

		test('a practice that is not on this server: nothing is wiped', async () => {
			const stranger = new TestDevice(practice.engine, { ...device.who, practiceId: v4() });

			const answer = await stranger.push([]);

			expect(answer).toMatchObject({ error: 'signed-out' });
			expect(answer).not.toHaveProperty('wipe');
		});

		test('an app that is older or newer than the server keeps its changes', async () => {
			const request = device.pushRequest([device.message(addPlot(id))]);
			const { engine } = practice;

			const old = await applyPush(engine, device.who, { ...request, protocol: 0 });
			const young = await applyPush(engine, device.who, {
				...request,
				protocol: protocolVersion + 1
			});

			expect(old).toMatchObject({ error: 'too-old' });
			expect(young).toMatchObject({ error: 'try-again' });
		});

		test('a role that changes on the way counts from the next change', async () => {
			const { personId } = device.who;
			const toReader = { id: personId, changes: { role: 'reader' } };

			const outcomes = await device.does(
				addPlot(id),
				{ name: 'gardener.edit', args: toReader },
				addPlot(v7())
			);

			expect(outcomes.map(({ result }) => result)).toEqual(['applied', 'applied', 'refused']);
			expect(device.row('plot', id)).toBeUndefined();
			await device.pulls();
			expect(device.row('plot', id)).toBeDefined();
		});
	});
});
