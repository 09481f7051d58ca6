/**
 * The phone dies in the middle of an update, of its database and of the app: what was saved and not
 * sent is there afterwards, and arrives once.
 */
import { expect, test } from 'vitest';
import { faultRounds, faultTimeoutMs } from './rounds.ts';
import { killUpgradeRounds } from './upgrade-rounds.ts';

test(
	'Whatever was saved before an update that a killed browser cuts off is there afterwards, once',
	{ timeout: faultTimeoutMs },
	async () => {
		const { lost, doubled, upgrades } = await killUpgradeRounds(faultRounds);

		expect({ lost, doubled, upgrades }).toEqual({ lost: 0, doubled: 0, upgrades: 1 });
	}
);
