/**
 * One record's history, as the practice tells it; kept on the device for when there is no signal.
 */
import * as z from 'zod/mini';
import { recordKey } from '#domain/record.ts';
import type { Store } from './store.ts';

const historyLineSchema = z.object({
	uuid: z.string(),
	at: z.int(),
	personName: z.string(),
	/** 'Changed the post' */
	says: z.string(),
	fields: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
	canUndo: z.boolean()
});
type HistoryLine = z.infer<typeof historyLineSchema>;
const answerSchema = z.object({ lines: z.array(historyLineSchema) });

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
		await tables.write((session) => session.small('history').put({ key, lines: asked, at: now() }));
		return { lines: asked, isFresh: true };
	}
	const kept = await tables.session.small('history').get(key);
	const lines = z.array(historyLineSchema).safeParse(kept?.lines);
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
