/**
 * The server dies while a new phone takes in all that the practice has: in the end the phone holds
 * it, and what was written meanwhile is there once.
 */
import { expect, test } from 'vitest';
import { killPullRounds } from './pull-rounds.ts';
import { faultTimeoutMs } from './rounds.ts';

test(
	'A long first sync that a killed server cuts off comes to its end',
	{ timeout: faultTimeoutMs },
	async () => {
		expect(await killPullRounds(1)).toEqual({ rounds: 1, lost: 0, doubled: 0, interrupted: 1 });
	}
);
