/**
 * The commands of the person who looks after the server, and what can be said with each.
 *
 * `place` says what a command needs: a database that is there, or one that may be new. Only
 * `restore` needs the folder for itself; the others may run while the server runs.
 */
import type { MemberRow } from '#domain/member.ts';
import { plain, practicesOf, Refused } from './command-line.ts';
import type { Config } from './config.ts';
import type { Engine } from './engine.ts';
import { readBody } from './rows.ts';

export const options = {
	person: { type: 'string' },
	record: { type: 'string' },
	practice: { type: 'string' },
	to: { type: 'string' },
	from: { type: 'string' },
	also: { type: 'string', multiple: true },
	yes: { type: 'boolean' },
	'delete-backups': { type: 'boolean' },
	'new-practice': { type: 'boolean' }
} as const;

type OptionName = keyof typeof options;
export type Wanted = {
	readonly [Name in OptionName]?:
		| ((typeof options)[Name] extends { multiple: true }
				? string[]
				: (typeof options)[Name]['type'] extends 'string'
					? string
					: boolean)
		| undefined;
};

export interface Task {
	readonly run: (engine: Engine, config: Config, wanted: Wanted) => Promise<number>;
	readonly place: 'there' | 'new' | 'for itself';
	readonly takes: readonly OptionName[];
}

export interface PersonMeant {
	readonly practiceId: string;
	readonly personId: string;
	readonly name: string;
}

/** Somebody by name or number; 'ever' finds those too who have left. */
export async function personMeant(
	engine: Engine,
	wanted: Wanted,
	since: 'in the group' | 'ever'
): Promise<PersonMeant> {
	const name = plain(wanted.person ?? '');
	const found: (PersonMeant & { words: string })[] = [];
	for (const practice of await practicesOf(engine)) {
		const asked = wanted.practice;
		const isMeant = asked === undefined || asked === practice.id;
		if (!isMeant && plain(asked) !== plain(practice.name)) continue;
		for (const member of await peopleOf(engine, practice.id)) {
			if (since === 'in the group' && member.leftOn !== null) continue;
			if (plain(member.name) !== name && member.id !== name) continue;
			const words = `${member.id}  ${member.name}, ${member.role}, ${practice.name}`;
			found.push({ practiceId: practice.id, personId: member.id, name: member.name, words });
		}
	}
	const [only] = found;
	if (!only) throw new Refused('Nobody of that name is in the group. Check the spelling.');
	if (found.length > 1) {
		const list = found.map(({ words }) => `  ${words}`).join('\n');
		throw new Refused(`There are several. Use the number with --person:\n${list}`);
	}
	return only;
}

async function peopleOf({ database, registry }: Engine, practiceId: string): Promise<MemberRow[]> {
	const { members } = registry;
	const rows = await database.withPractice(
		practiceId,
		(trx) =>
			trx
				.selectFrom('record')
				.select(['id', 'body'])
				.where('practice_id', '=', practiceId)
				.where('kind', '=', members.kind)
				.execute(),
		'reading'
	);
	return rows.flatMap(({ id, body }) => readBody(members, id, body) ?? []);
}
