/**
 * Changes that this device did not make itself, as the practice told them in a record's history.
 *
 * Enough to undo one here; whether nothing newer has happened elsewhere, the practice decides.
 */
import * as z from 'zod/mini';
import { keyParts } from '#domain/record.ts';
import type { Effect, Fields } from '#domain/transaction.ts';
import type { TableSession } from './tables.ts';

const historyLineSchema = z.object({
	uuid: z.string(),
	at: z.int(),
	personId: z.string(),
	personName: z.string(),
	/** The mutation's name on the wire. */
	name: z.string(),
	/** 'Changed the post' */
	says: z.string(),
	fields: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
	/** Fields that changed too; what stood in them is not told. */
	untold: z._default(z.array(z.string()), []),
	canUndo: z.boolean()
});
export type HistoryLine = z.infer<typeof historyLineSchema>;

/** Newest first. */
export const historyLinesSchema = z.array(historyLineSchema);

interface Told {
	readonly name: string;
	readonly personId: string;
	readonly canUndo: boolean;
	readonly effects: readonly Effect[];
}

/** Undefined for what no history on this device tells of. */
export async function toldChange(session: TableSession, uuid: string): Promise<Told | undefined> {
	for (const { key, lines } of await session.small('history').all()) {
		const parsed = historyLinesSchema.safeParse(lines);
		const told = parsed.data ?? [];
		const line = told.find((candidate) => candidate.uuid === uuid);
		if (!line) continue;
		const { name, personId, canUndo, fields } = line;
		const pick = (side: 'before' | 'after'): Fields =>
			Object.fromEntries(fields.map((field) => [field.field, field[side] ?? null]));
		// The first of all with nothing before it: the record came with it, and goes with it.
		const isFirst = line === told.at(-1) && fields.every(({ before }) => before === null);
		const before = isFirst ? null : pick('before');
		const effects = [{ ...keyParts(key), before, after: pick('after') }];
		return { name, personId, canUndo, effects };
	}
	return undefined;
}
