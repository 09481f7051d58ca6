/**
 * The server dies while it brings an older database up to date: all that was there is there when it
 * starts again, and it takes what phones send.
 */
import { expect, test } from 'vitest';
import { hasPostgres, postgresSchema } from '#tests/support/databases.ts';
import { killMigrationRounds } from './migration-rounds.ts';
import { faultTimeoutMs } from './rounds.ts';

test(
	'A server killed while it brings an older database up to date loses nothing',
	{ timeout: faultTimeoutMs },
	async () => {
		expect(await killMigrationRounds(1)).toEqual({ rounds: 1, lost: 0, doubled: 0, kills: 2 });
	}
);

test.skipIf(!hasPostgres)(
	'A server killed while it brings an older PostgreSQL up to date loses nothing',
	{ timeout: faultTimeoutMs },
	async () => {
		const place = await postgresSchema();

		const tally = await killMigrationRounds(1, place.options.databaseUrl ?? '');
		await place.remove();

		expect(tally).toEqual({ rounds: 1, lost: 0, doubled: 0, kills: 2 });
	}
);
