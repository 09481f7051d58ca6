/**
 * The practice's computer dies while phones send their changes: each change arrives, once,
 * whether its answer was lost or never given.
 */
import { expect, test } from 'vitest';
import { faultRounds, faultTimeoutMs } from './rounds.ts';
import { killServerRounds } from './server-rounds.ts';

test(
	'What is sent to a server that is killed again and again arrives, each change once',
	{ timeout: faultTimeoutMs },
	async () => {
		const { lostAnswers, ...tally } = await killServerRounds(faultRounds);

		expect(lostAnswers).toBeGreaterThan(0);
		expect(tally).toEqual({ rounds: faultRounds, lost: 0, doubled: 0 });
	}
);
