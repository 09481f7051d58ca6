/**
 * One of two servers on a PostgreSQL dies while phones send: they go on with the other, and what
 * the dead one had answered is there.
 */
import { expect, test } from 'vitest';
import { hasPostgres, postgresSchema } from '#tests/support/databases.ts';
import { killOneOfTwoRounds } from './postgres-rounds.ts';
import { faultRounds, faultTimeoutMs } from './rounds.ts';

test.skipIf(!hasPostgres)(
	'What one of two servers had answered before it was killed is known to the other',
	{ timeout: faultTimeoutMs },
	async () => {
		const place = await postgresSchema();

		const { lostAnswers, ...tally } = await killOneOfTwoRounds(
			faultRounds,
			place.options.databaseUrl ?? ''
		);
		await place.remove();

		expect(lostAnswers).toBeGreaterThan(0);
		expect(tally).toEqual({ rounds: faultRounds, lost: 0, doubled: 0 });
	}
);
