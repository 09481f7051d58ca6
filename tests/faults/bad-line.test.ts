/**
 * A bad line: requests vanish or come twice, answers are cut, late or lost. Each change arrives,
 * once.
 */
import { expect, test } from 'vitest';
import { badLineRounds } from './line-rounds.ts';
import { faultRounds, faultTimeoutMs } from './rounds.ts';

test(
	'What is sent over a bad line arrives, each change once',
	{ timeout: faultTimeoutMs },
	async () => {
		const { lostAnswers, ...tally } = await badLineRounds(faultRounds);

		expect(lostAnswers).toBeGreaterThan(0);
		expect(tally).toEqual({ rounds: faultRounds, lost: 0, doubled: 0 });
	}
);
