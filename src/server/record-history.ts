/**
 * What happened to one record, newest first, as one reader may see it.
 *
 * Fields that the reader may not read are left out, and so is a change of nothing else. Of some it
 * only tells that they changed: names, and how to reach someone.
 */
import type { Kysely } from 'kysely';
import { contextFor } from '#domain/mutation.ts';
import { overlapRecord } from '#domain/overlap.ts';
import { mayReadField, recordFields } from '#domain/record.ts';
import type { Effect } from '#domain/transaction.ts';
import { undoName } from '#domain/standard-names.ts';
import type { HistoryRow } from './chain.ts';
import type { Engine, Who } from './engine.ts';
import { readEffects } from './history.ts';
import { readActor, readPractice } from './practice.ts';
import { startWork, wouldRun, type Asked } from './run.ts';
import type { Reader } from './scope.ts';
import type { Tables } from './tables.ts';

const mostLines = 200;

export interface HistoryLine {
	readonly uuid: string;
	/** When the person did it (ms since 1970, UTC). */
	readonly at: number;
	readonly personId: string;
	/** The mutation's name on the wire. */
	readonly name: string;
	/** What the person did, in words: 'Changed the post'. */
	readonly says: string;
	readonly fields: readonly FieldChange[];
	/** Names of fields that changed too; what stood in them is not told. */
	readonly untold: readonly string[];
	readonly outcome: 'applied' | 'overlap';
	/** True when an undo by this reader would be carried out now. */
	readonly canUndo: boolean;
}

/** JSON values; null for none. */
interface FieldChange {
	readonly field: string;
	readonly before: unknown;
	readonly after: unknown;
}

/** Empty for a record that is not there, or not for this reader. */
export function recordHistory(
	engine: Engine,
	who: Who,
	kind: string,
	id: string
): Promise<HistoryLine[]> {
	const read = (trx: Kysely<Tables>) => linesOf(trx, engine, who, { kind, id });
	return engine.database.withPractice(who.practiceId, read, 'reading');
}

async function linesOf(
	trx: Kysely<Tables>,
	engine: Engine,
	who: Who,
	{ kind, id }: { kind: string; id: string }
): Promise<HistoryLine[]> {
	const { registry } = engine;
	const practice = await readPractice(trx, who.practiceId);
	const actor = await readActor(trx, registry, who);
	const isReadable = actor && registry.typeOf(kind)?.readers.includes(actor.role);
	// An overlap holds values of another record's field; its story is told there.
	if (!practice || !isReadable || kind === overlapRecord.kind) return [];
	const work = startWork(engine, trx, practice);
	const context = contextFor(actor, engine.now(), who.practiceId);
	const rows = await rowsOf(trx, who.practiceId, { kind, id });
	const lines: HistoryLine[] = [];
	for (const row of rows) {
		const effects = row.effects === null ? [] : readEffects(row.effects);
		const effect = effects.find((found) => found.kind === kind && found.id === id);
		const all = effect ? fieldChanges({ registry, role: actor.role }, effect) : [];
		if (effect && all.length === 0) continue;
		const isUntold = ({ field }: FieldChange) =>
			registry.typeOf(kind)?.untold?.includes(field) === true;
		const fields = all.filter((change) => !isUntold(change));
		// Only the newest change of a record can be undone; whether it can, undo itself says.
		const isNewest = effect !== undefined && row === rows[0];
		lines.push({
			uuid: row.uuid,
			at: row.acted_at,
			personId: row.person_id,
			name: row.name,
			says: registry.mutationNamed(row.name)?.says ?? 'Made a change',
			fields,
			untold: all
				.filter((change) => isUntold(change) && !isSame(change.before, change.after))
				.map(({ field }) => field),
			outcome: row.outcome === 'overlap' ? 'overlap' : 'applied',
			canUndo: isNewest && (await wouldRun(work, undoOf(row), context))
		});
	}
	return lines;
}

function isSame(one: unknown, other: unknown): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}

/** As nobody has asked for it yet. */
function undoOf({ uuid }: HistoryRow): Asked {
	const nobody = { outboxId: null, seq: null, deviceId: null };
	return { uuid, name: undoName, args: { uuid }, was: {}, ...nobody };
}

function rowsOf(
	trx: Kysely<Tables>,
	practiceId: string,
	{ kind, id }: { kind: string; id: string }
): Promise<HistoryRow[]> {
	return trx
		.selectFrom('history_record')
		.innerJoin('history', (join) =>
			join
				.onRef('history.practice_id', '=', 'history_record.practice_id')
				.onRef('history.number', '=', 'history_record.number')
		)
		.selectAll('history')
		.where('history_record.practice_id', '=', practiceId)
		.where('history_record.kind', '=', kind)
		.where('history_record.id', '=', id)
		.orderBy('history_record.number', 'desc')
		.limit(mostLines)
		.execute();
}

function fieldChanges({ registry, role }: Reader, effect: Effect): FieldChange[] {
	const type = registry.typeOf(effect.kind);
	if (!type) return [];
	const names = new Set([...Object.keys(effect.before ?? {}), ...Object.keys(effect.after ?? {})]);
	return [...names]
		.filter((field) => !Object.hasOwn(recordFields, field) && mayReadField(type, field, role))
		.map((field) => ({
			field,
			before: effect.before?.[field] ?? null,
			after: effect.after?.[field] ?? null
		}));
}
