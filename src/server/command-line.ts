/**
 * What the commands share: saying a line, refusing in words, and the list of practices.
 */
import type { Engine } from './engine.ts';

/** Said to the person, without a stack. */
export class Refused extends Error {
	override readonly name = 'Refused';
}

export interface ListedPractice {
	readonly id: string;
	readonly name: string;
}

export function practicesOf({ database }: Engine): Promise<ListedPractice[]> {
	return database.asOwner((trx) =>
		trx.selectFrom('practice').select(['id', 'name']).orderBy('created_at').execute()
	);
}

/** The practice that is meant, by its number or name; the only one where none is named. */
export async function practiceMeant(
	engine: Engine,
	asked: string | undefined
): Promise<ListedPractice> {
	const all = await practicesOf(engine);
	const meant = all.filter(
		({ id, name }) => asked === undefined || asked === id || plain(asked) === plain(name)
	);
	const [only] = meant;
	if (only && meant.length === 1) return only;
	if (!only) throw new Refused('There is no such practice. See: npm run cli -- practices');
	const list = meant.map(({ id, name }) => `  ${id}  ${name}`).join('\n');
	throw new Refused(`There are several practices. Say which one with --practice:\n${list}`);
}

/** For comparing what was typed. */
export function plain(name: string): string {
	return name.trim().replace(/\s+/g, ' ').toLowerCase();
}

export function say(line: string): void {
	process.stdout.write(`${line}\n`);
}
