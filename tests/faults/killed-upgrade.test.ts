/**
 * The phone dies in the middle of an update of its database: what was saved and not sent is there
 * afterwards, and arrives once.
 */
import { expect, test } from 'vitest';
import { faultTimeoutMs } from './rounds.ts';
import { killUpgradeRounds } from './upgrade-rounds.ts';

test(
	'Whatever was saved before an update that a killed browser cuts off is there afterwards, once',
	{ timeout: faultTimeoutMs },
	async () => {
		const tally = await killUpgradeRounds(1);

		expect(tally).toEqual({ rounds: 1, lost: 0, doubled: 0, upgrades: 1, takenOver: 0 });
	}
);
