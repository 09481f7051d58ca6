/**
 * The people of a practice as the server needs them: who they are now, by their own records.
 */
import type { Kysely } from 'kysely';
import * as z from 'zod/mini';
import type { MemberRow } from '#domain/member.ts';
import { leaders, type Role } from '#domain/roles.ts';
import type { Engine } from './engine.ts';
import { readPersonRow, readPractice } from './practice.ts';
import type { Tables } from './tables.ts';

/** What the server must call by its name; handed in beside the registry. */
export interface GroupWords {
	/** The kind of the one record that holds the names, whose id is the practice's id. */
	readonly practiceKind: string;
	/** The mutation that makes the practice's record and its first person. */
	readonly setUpMutation: string;
}

export interface Place {
	readonly practiceId: string;
	readonly personId: string;
}

/** Someone who belongs to the group today; undefined for everyone else. */
export async function readMember(
	trx: Kysely<Tables>,
	engine: Engine,
	place: Place
): Promise<MemberRow | undefined> {
	const person = await readPerson(trx, engine, place);
	return person?.leftOn === null ? person : undefined;
}

/** Also someone who has left. */
export function readPerson(
	trx: Kysely<Tables>,
	{ registry }: Engine,
	place: Place
): Promise<MemberRow | undefined> {
	return readPersonRow(trx, registry, place);
}

/** Names for a list of what people did, of those too who have left. */
export function namesOfPeople(
	engine: Engine,
	practiceId: string,
	personIds: Iterable<string>
): Promise<ReadonlyMap<string, string>> {
	return engine.database.withPractice(
		practiceId,
		async (trx) => {
			const names = new Map<string, string>();
			for (const personId of new Set(personIds)) {
				const person = await readPerson(trx, engine, { practiceId, personId });
				if (person) names.set(personId, person.name);
			}
			return names;
		},
		'reading'
	);
}

/** Leaders help others in and out; only a practice manager does so for a practice manager. */
export function mayHelp(role: Role, other: Role): boolean {
	if (!leaders.includes(role)) return false;
	return role === 'practice-manager' || other !== 'practice-manager';
}

const namesSchema = z.object({ practiceName: z.string(), groupName: z.string() });

/** The names of practice and group; undefined when there is no such practice. */
export async function readNames(
	trx: Kysely<Tables>,
	{ practiceKind }: GroupWords,
	practiceId: string
): Promise<{ practiceName: string; groupName: string } | undefined> {
	const practice = await readPractice(trx, practiceId);
	if (!practice) return undefined;
	const kept = await trx
		.selectFrom('record')
		.select('body')
		.where('practice_id', '=', practiceId)
		.where('kind', '=', practiceKind)
		.where('id', '=', practiceId)
		.executeTakeFirst();
	const names = kept?.body ? namesSchema.safeParse(JSON.parse(kept.body)) : undefined;
	return names?.success ? names.data : { practiceName: practice.name, groupName: '' };
}
