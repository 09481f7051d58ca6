/**
 * Headings of a table, made plain, and which file they are of.
 *
 * Never by their order: platforms move columns about. Capitals, spaces and unseen letters differ.
 */
import { fingerprint } from '#domain/merge.ts';
import { isMeasure, sources, type Field, type Source } from './sources.ts';

/** 'Reactions, Comments and Shares ' with an unseen mark → 'reactions, comments and shares'. */
export function plainHeader(cell: string): string {
	return cell
		.normalize('NFKC')
		.replace(/[\p{Cf}\p{Cc}]+/gu, (unseen) => (/[\t\n\r]/.test(unseen) ? ' ' : ''))
		.replace(/[“”„«»]/g, '"')
		.replace(/[‘’]/g, "'")
		.replace(/\s+/g, ' ')
		.trim()
		.toLowerCase()
		.slice(0, 120);
}

/** The same for a file with the same headings in any order. */
export function signatureOf(headers: readonly string[]): string {
	const names = headers.filter((header) => header !== '');
	return fingerprint([...new Set(names)].sort().join('\n'));
}

/** Which column holds which field; each field once. */
export type Columns = ReadonlyMap<Field, number>;

export function columnsFor(
	headers: readonly string[],
	meaning: (header: string) => Field | undefined
): Columns {
	const columns = new Map<Field, number>();
	headers.forEach((header, index) => {
		const field = meaning(header);
		if (field !== undefined && field !== 'none' && !columns.has(field)) columns.set(field, index);
	});
	return columns;
}

/** Enough to bring in: which post it is, when it went out, and a number. */
export function isEnough(columns: Columns): boolean {
	const names = [...columns.keys()];
	return (
		(columns.has('id') || columns.has('link')) && columns.has('postedAt') && names.some(isMeasure)
	);
}

interface Recognised {
	readonly source: Source;
	readonly columns: Columns;
	readonly score: number;
}

/** A heading with its place in the table. */
export interface Heading extends Recognised {
	readonly at: number;
}

const markWeight = 3;
const leastScore = 5;

/** The source whose headings fit best; undefined when none fits. */
export function recognise(headers: readonly string[]): Recognised | undefined {
	return sources
		.map((source) => {
			const meaning = new Map(Object.entries(source.headings));
			const columns = columnsFor(headers, (header) => meaning.get(header));
			const marks = source.marks.filter((mark) => headers.includes(mark)).length;
			return { source, columns, score: columns.size + marks * markWeight, marks };
		})
		.filter(
			({ source, columns, score, marks }) =>
				marks > 0 &&
				score >= leastScore &&
				(source.isOverview ? columns.has('day') && columns.size > 1 : isEnough(columns))
		)
		.toSorted((one, other) => other.score - one.score)[0];
}

const guesses: readonly (readonly [RegExp, Field])[] = [
	[/(^|\b)(id|nr)$|-id\b/, 'id'],
	[/link|url|permal/, 'link'],
	[/time|tid$|date|zeit|publi/, 'postedAt'],
	[/text|descri|beschrei|beskriv|message|caption/, 'text'],
	[/view|aufruf|visning/, 'views'],
	[/reach|reichweite|räckvidd/, 'reach'],
	[/[a-zäö], .*komment|reactions, /, 'interactions'],
	[/reakt|react/, 'reactions'],
	[/like|gefällt|gilla/, 'likes'],
	[/comment|komment/, 'comments']
];

/** A first try for the matching step, which a person looks over. Each field once. */
export function guessColumns(headers: readonly string[]): Field[] {
	const known = new Map(sources.flatMap(({ headings }) => Object.entries(headings)));
	const taken = new Set<Field>();
	return headers.map((header) => {
		const guess = known.get(header) ?? guesses.find(([pattern]) => pattern.test(header))?.[1];
		if (guess === undefined || guess === 'none' || taken.has(guess)) return 'none';
		taken.add(guess);
		return guess;
	});
}
