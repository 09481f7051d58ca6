/** The practice's disk is full in the middle of a push: what was answered is there, and all of it. */
import { expect, test } from 'vitest';
import { fullDiskRounds } from './full-disk-rounds.ts';
import { faultRounds, faultTimeoutMs } from './rounds.ts';

test(
	'What is sent while the disk is full arrives once there is room, each change once',
	{ timeout: faultTimeoutMs },
	async () => {
		const { lostAnswers, ...tally } = await fullDiskRounds(faultRounds);

		expect(lostAnswers).toBeGreaterThan(0);
		expect(tally).toEqual({ rounds: faultRounds, lost: 0, doubled: 0 });
	}
);
