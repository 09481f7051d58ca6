/**
 * What happened to one record, newest first, as one reader may see it.
 *
 * Fields that the reader may not read are left out, and so is a change of nothing else.
 */
import type { Kysely } from 'kysely';
import { overlapRecord } from '#domain/overlap.ts';
import { mayReadField, recordFields } from '#domain/record.ts';
import { leaders, may, type Actor } from '#domain/roles.ts';
import type { Effect } from '#domain/transaction.ts';
import type { HistoryRow } from './chain.ts';
import type { Engine, Who } from './engine.ts';
import { History, readEffects } from './history.ts';
import { readActor, readPractice } from './practice.ts';
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
	readonly outcome: 'applied' | 'overlap';
	/** True when this reader may undo it and nothing newer stands in the way. */
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
	{ registry }: Engine,
	who: Who,
	{ kind, id }: { kind: string; id: string }
): Promise<HistoryLine[]> {
	const practice = await readPractice(trx, who.practiceId);
	const actor = await readActor(trx, registry, who);
	const isReadable = actor && registry.typeOf(kind)?.readers.includes(actor.role);
	// An overlap holds values of another record's field; its story is told there.
	if (!practice || !isReadable || kind === overlapRecord.kind) return [];
	const history = new History(trx, practice);
	const lines: HistoryLine[] = [];
	for (const row of await rowsOf(trx, who.practiceId, { kind, id })) {
		const effects = row.effects === null ? [] : readEffects(row.effects);
		const effect = effects.find((found) => found.kind === kind && found.id === id);
		const fields = effect ? fieldChanges({ registry, role: actor.role }, effect) : [];
		if (effect && fields.length === 0) continue;
		const mutation = registry.mutationNamed(row.name);
		const mayUndo = effect !== undefined && mayUndoRow({ registry, actor, row });
		lines.push({
			uuid: row.uuid,
			at: row.acted_at,
			personId: row.person_id,
			name: row.name,
			says: mutation?.says ?? 'Made a change',
			fields,
			outcome: row.outcome === 'overlap' ? 'overlap' : 'applied',
			canUndo: mayUndo && (await isLatestOfAll(history, row.number, effects))
		});
	}
	return lines;
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

/** The same questions that undo asks: see domain/undo.ts. */
function mayUndoRow({
	registry,
	actor,
	row
}: Pick<Engine, 'registry'> & { actor: Actor; row: HistoryRow }): boolean {
	const mutation = registry.mutationNamed(row.name);
	const isOwn = row.person_id === actor.personId;
	if (!mutation || mutation.final || !may(mutation.allowed, actor.role)) return false;
	return isOwn || leaders.includes(actor.role);
}

async function isLatestOfAll(
	history: History,
	number: number,
	effects: readonly Effect[]
): Promise<boolean> {
	for (const { kind, id } of effects) {
		if ((await history.latestNumber(kind, id)) !== number) return false;
	}
	return true;
}
