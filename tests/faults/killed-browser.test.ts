/**
 * The phone dies while changes are being saved, with no signal: what it had shown as saved is
 * there when it starts again, and reaches the practice.
 */
import { expect, test } from 'vitest';
import { killBrowserRounds } from './browser-rounds.ts';
import { faultRounds, faultTimeoutMs } from './rounds.ts';

test(
	'Whatever a killed browser had shown as saved is there afterwards, once',
	{ timeout: faultTimeoutMs },
	async () => {
		const tally = await killBrowserRounds(faultRounds);

		expect(tally).toEqual({ rounds: faultRounds, lost: 0, doubled: 0 });
	}
);
