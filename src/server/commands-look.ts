/**
 * The commands that only look: which practices there are, and whether their history is whole.
 */
import { verifyHistory } from './chain.ts';
import { practicesOf, say } from './command-line.ts';
import type { Engine } from './engine.ts';

export async function practices(engine: Engine): Promise<number> {
	for (const { id, name } of await practicesOf(engine)) say(`${id}  ${name}`);
	return 0;
}

export async function verify(engine: Engine): Promise<number> {
	let isWhole = true;
	for (const { id, name } of await practicesOf(engine)) {
		const report = await engine.database.withPractice(
			id,
			(trx) => verifyHistory(trx, id),
			'reading'
		);
		if (!report.isWhole) isWhole = false;
		say(
			report.isWhole
				? `${name}: the history is whole. ${report.rows} changes, head ${report.head || 'none'}`
				: `${name}: the history is broken at change ${report.number}. ${report.problem}`
		);
	}
	return isWhole ? 0 : 1;
}
