/**
 * Where the history of a practice ends: how many changes, and the hash of the last. It names nobody.
 *
 * Printed on the monthly sheet: whoever keeps the paper can show later that nothing was changed.
 */
import type { Engine, Who } from './engine.ts';
import { noPractice, readPractice } from './practice.ts';
import type { Trouble } from '#domain/protocol.ts';

export async function historyHead(
	{ database }: Engine,
	{ practiceId }: Who
): Promise<{ number: number; head: string } | Trouble> {
	const practice = await database.withPractice(
		practiceId,
		(trx) => readPractice(trx, practiceId),
		'reading'
	);
	if (!practice) return noPractice;
	return { number: practice.history_number, head: practice.history_head };
}
