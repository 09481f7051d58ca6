/**
 * What the practice has not answered yet, without reading what is in it: a file of numbers makes
 * entries of a hundred kilobytes, and each of them is looked for whenever another one comes.
 */
import { deviceValue, type TableSession } from './tables.ts';

/** Oldest first. */
export async function waitingSeqs(session: TableSession): Promise<number[]> {
	const { ack } = await deviceValue(session, 'outbox');
	const seqs = await session.small('outbox').keys();
	return seqs.map(Number).filter((seq) => seq > ack);
}
