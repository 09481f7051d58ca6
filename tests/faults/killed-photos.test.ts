/**
 * The phone dies while it makes photos small: every picture that was chosen is there in the end.
 * With 200 of them: `npm run faults -- --only photos --photos 200`.
 */
import { expect, test } from 'vitest';
import { killPhotoRounds } from './photo-rounds.ts';
import { faultTimeoutMs } from './rounds.ts';

test(
	'Of 12 photos of 12 million dots none is lost and none comes twice when the app is killed among them',
	{ timeout: faultTimeoutMs },
	async () => {
		expect(await killPhotoRounds(12)).toEqual({ rounds: 3, lost: 0, doubled: 0 });
	}
);
