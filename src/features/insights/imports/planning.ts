/**
 * Cuts a file into mutations, and says beforehand what they will do.
 *
 * A push takes 256 kB, and carries what is brought in and what stood in each record before. So a
 * record and a mutation stay well below that; a month with very many posts has several records.
 */
import { daysBetween, monthOf } from '#domain/calendar.ts';
import type { ReadPost } from '../reading/reading.ts';
import { namesOf, type Brought } from '../results/merging.ts';
import { maxResultText, type PostResult, type PostResults } from '../results/record.ts';
import type { Match } from './matching.ts';
import { mostAtOnce } from './mutations.ts';

const mostLettersInRow = 80_000;
const mostLettersAtOnce = 40_000;
/** A platform goes on counting for some days. */
const settlesAfterDays = 7;

interface Parts {
	readonly posts: readonly ReadPost[];
	/** Every record of the account. */
	readonly rows: readonly PostResults[];
	readonly matches: ReadonlyMap<string, Match>;
	readonly takenOn: string;
	readonly isDaily: boolean;
	readonly keepsTexts: boolean;
	readonly newId: () => string;
}

interface Piece {
	readonly rowId: string;
	readonly fromId: string | null;
	readonly month: string;
	readonly results: Brought[];
}

export interface ImportPlan {
	readonly pieces: readonly Piece[];
	readonly posts: number;
	readonly fresh: number;
	readonly replaced: number;
	/** Posts whose numbers stay: those that stand are newer, or count more days. */
	readonly kept: number;
	/** Posts that stood on another day until now. */
	readonly moved: number;
	/** Posts whose numbers can still rise. */
	readonly young: number;
	readonly firstOn: string;
	readonly lastOn: string;
	/** The first of those whose numbers are replaced. */
	readonly replacing: readonly { readonly before: PostResult; readonly after: Brought }[];
}

const mostShown = 10;

export function planImport(parts: Parts): ImportPlan {
	const { posts, rows, takenOn, isDaily } = parts;
	const places = placesIn(rows);
	const desks = new Desks(parts);
	const replacing: { before: PostResult; after: Brought }[] = [];
	const count = { fresh: 0, replaced: 0, kept: 0, moved: 0 };
	for (const post of posts) {
		const brought = broughtFrom(post, parts);
		const place = namesOf(brought).flatMap((name) => places.get(name) ?? [])[0];
		if (place && (isDaily || place.result.takenOn > takenOn)) {
			count.kept += 1;
			continue;
		}
		const hasMoved = place !== undefined && place.row.month !== monthOf(post.postedOn);
		count[place ? 'replaced' : 'fresh'] += 1;
		if (place && replacing.length < mostShown) {
			replacing.push({ before: place.result, after: brought });
		}
		if (place && place.result.postedOn !== post.postedOn) count.moved += 1;
		desks.add(brought, hasMoved ? undefined : place?.row, hasMoved ? place.row.id : null);
	}
	const days = posts.map(({ postedOn }) => postedOn).sort();
	return {
		...count,
		replacing,
		pieces: desks.pieces,
		posts: posts.length,
		young: days.filter((day) => daysBetween(day, takenOn) < settlesAfterDays).length,
		firstOn: days[0] ?? takenOn,
		lastOn: days.at(-1) ?? takenOn
	};
}

function broughtFrom(post: ReadPost, { matches, takenOn, keepsTexts }: Parts): Brought {
	const { key, link, postedOn, postedAtMinute, type, numbers } = post;
	const found = matches.get(key);
	return {
		...{ key, link, postedOn, postedAtMinute, type, numbers, takenOn },
		text: keepsTexts ? post.text.slice(0, maxResultText).replace(/[\uD800-\uDBFF]$/, '') : '',
		postId: found?.postId ?? null,
		match: found?.match ?? null
	};
}

interface Place {
	readonly row: PostResults;
	readonly result: PostResult;
}

function placesIn(rows: readonly PostResults[]): Map<string, Place> {
	return new Map(
		rows.flatMap((row) =>
			row.results.flatMap((result) =>
				namesOf(result).map((name) => [name, { row, result }] as const)
			)
		)
	);
}

/** Gathers posts for each record, and begins a new piece or a new record when one is full. */
class Desks {
	readonly #pieces: (Piece & { letters: number })[] = [];
	readonly #open = new Map<string, Piece & { letters: number }>();
	readonly #lettersByRow = new Map<string, number>();
	/** Records of a month, those that have room last. */
	readonly #rowIds = new Map<string, string[]>();
	readonly #newId: () => string;

	constructor({ rows, newId }: Parts) {
		this.#newId = newId;
		for (const { id, month, results } of rows) {
			this.#rowIds.set(month, [...(this.#rowIds.get(month) ?? []), id]);
			this.#lettersByRow.set(id, JSON.stringify(results).length);
		}
	}

	get pieces(): Piece[] {
		return this.#pieces.map(({ rowId, fromId, month, results }) => ({
			...{ rowId, fromId, month, results }
		}));
	}

	add(brought: Brought, row: PostResults | undefined, fromId: string | null): void {
		const letters = JSON.stringify(brought).length + 60;
		const month = monthOf(brought.postedOn);
		const rowId = row?.id ?? this.#rowWithRoom(month, letters);
		this.#lettersByRow.set(rowId, (this.#lettersByRow.get(rowId) ?? 0) + letters);
		const name = `${rowId}/${fromId ?? ''}`;
		const open = this.#open.get(name);
		const isFull =
			open && (open.results.length >= mostAtOnce || open.letters + letters > mostLettersAtOnce);
		const piece = open && !isFull ? open : { rowId, fromId, month, results: [], letters: 0 };
		if (piece !== open) this.#pieces.push(piece);
		this.#open.set(name, piece);
		piece.results.push(brought);
		piece.letters += letters;
	}

	#rowWithRoom(month: string, letters: number): string {
		const ids = this.#rowIds.get(month) ?? [];
		const last = ids.find((id) => (this.#lettersByRow.get(id) ?? 0) + letters < mostLettersInRow);
		if (last !== undefined) return last;
		const id = this.#newId();
		this.#rowIds.set(month, [...ids, id]);
		return id;
	}
}
