/**
 * One record's history, as the practice tells it; kept on the device for when there is no signal.
 */
import * as z from 'zod/mini';
import { recordKey } from '#domain/record.ts';
import { unlessFull } from './full-phone.ts';
import type { Store } from './store.ts';
import { historyLinesSchema, type HistoryLine } from './told-history.ts';

const answerSchema = z.object({ lines: historyLinesSchema });

export interface ReadHistory {
	/** Newest first. */
	readonly lines: readonly HistoryLine[];
	/** False when it is what was read last, with no signal now. */
	readonly isFresh: boolean;
}

export async function readHistory(store: Store, kind: string, id: string): Promise<ReadHistory> {
	const { tables, now } = store.parts;
	const key = recordKey(kind, id);
	const asked = await askServer(kind, id);
	if (asked) {
		// On a full phone it is shown all the same, and is not there later with no signal.
		await tables
			.write((session) => session.small('history').put({ key, lines: asked, at: now() }))
			.catch(unlessFull);
		return { lines: asked, isFresh: true };
	}
	const kept = await tables.session.small('history').get(key);
	const lines = historyLinesSchema.safeParse(kept?.lines);
	return { lines: lines.success ? lines.data : [], isFresh: false };
}

async function askServer(kind: string, id: string): Promise<HistoryLine[] | undefined> {
	try {
		const answer = await fetch(`/api/history/${kind}/${id}`, { cache: 'no-store' });
		if (!answer.ok) return undefined;
		return answerSchema.safeParse(await answer.json()).data?.lines;
	} catch {
		return undefined;
	}
}
