/**
 * The phone has no room left and dies so: each change is refused in words or there afterwards.
 */
import { expect, test } from 'vitest';
import { fullPhoneRounds } from './quota-rounds.ts';
import { faultTimeoutMs } from './rounds.ts';

test(
	'A full phone says what it does not keep, and loses nothing that it has kept',
	{ timeout: faultTimeoutMs },
	async () => {
		expect(await fullPhoneRounds(1)).toEqual({ rounds: 1, lost: 0, doubled: 0 });
	}
);
