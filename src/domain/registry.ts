/**
 * The list of record types and mutations that the engine is handed. Names are unique.
 *
 * Undo and the choice between two versions come with it, for every kind.
 */
import type { ChoresDue } from './chore.ts';
import type { MemberType } from './member.ts';
import type { Mutation } from './mutation.ts';
import { overlapRecord } from './overlap.ts';
import type { Guard } from './put-back.ts';
import type { RecordType } from './record.ts';
import type { Reminders } from './reminder.ts';
import { settleOverlapMutation } from './settle.ts';
import { undoMutation } from './undo.ts';

export interface Registry {
	readonly records: readonly RecordType[];
	readonly mutations: readonly Mutation[];
	/** The record type of the people, from which roles are read. */
	readonly members: MemberType;
	typeOf(kind: string): RecordType | undefined;
	mutationNamed(name: string): Mutation | undefined;
	/** What undo and the choice between two versions ask first; none for most kinds. */
	guardOf(kind: string): Guard | undefined;
	/** What people are told about, by the server; none in most tests. */
	readonly reminders?: Reminders | undefined;
	/** What the server does at night, by mutations; none in most tests. */
	readonly chores?: ChoresDue | undefined;
}

interface Parts {
	readonly records: readonly RecordType[];
	readonly mutations: readonly Mutation[];
	readonly guards?: readonly Guard[];
	readonly members: MemberType;
	readonly reminders?: Reminders;
	readonly chores?: ChoresDue;
}

/** @throws {Error} when a name stands twice. A defect, seen at the first start. */
export function defineRegistry(parts: Parts): Registry {
	const { records, mutations, guards = [], members, reminders, chores } = parts;
	const types = new Map<string, RecordType>();
	const named = new Map<string, Mutation>();
	const guarded = new Map<string, Guard>();
	const typeOf = (kind: string) => types.get(kind);
	const mutationNamed = (name: string) => named.get(name);
	const guardOf = (kind: string) => guarded.get(kind);
	const allRecords = [...records, overlapRecord];
	const allMutations = [
		...mutations,
		undoMutation({ typeOf, mutationNamed, guardOf }),
		settleOverlapMutation({ typeOf, guardOf })
	];
	for (const type of allRecords) addOnce(types, type.kind, type);
	for (const mutation of allMutations) addOnce(named, mutation.name, mutation);
	for (const guard of guards) addOnce(guarded, guard.kind, guard);
	const lists = { records: allRecords, mutations: allMutations, members };
	return { ...lists, typeOf, mutationNamed, guardOf, reminders, chores };
}

function addOnce<Value>(map: Map<string, Value>, name: string, value: Value): void {
	if (map.has(name)) throw new Error(`The registry has two of '${name}'.`);
	map.set(name, value);
}
