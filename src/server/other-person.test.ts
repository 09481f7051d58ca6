/** Two people on one device: nobody ever sends, or gets, what is the other's. */
import { describe, expect, test } from 'vitest';
import { World } from '#tests/sync/world.ts';

describe('a device on which somebody else signed in', () => {
	test('keeps the first person’s changes until that person is back', async () => {
		const world = new World(1);
		await world.start(['volunteer', 'coordinator']);
		const [first, second] = world.devices;
		if (!first || !second) throw new Error('There are two devices.');
		const { point } = await first.port.next();

		const answer = await world.server.callsOf(second).push(point, [], world.now);

		expect(answer).toMatchObject({ error: 'signed-out' });
		expect(answer).not.toHaveProperty('wipe');
		expect(await world.server.callsOf(second).pull(point)).toMatchObject({ error: 'signed-out' });
		expect(await world.server.callsOf(first).pull(point)).toHaveProperty('changes');
		await world.server.close();
	});
});
