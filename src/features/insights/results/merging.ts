/**
 * How numbers that are brought in meet those that stand, and how an import is taken out again.
 *
 * A post is never there twice. What is replaced is kept, so that an undo brings it back.
 */
import { monthOf } from '#domain/calendar.ts';
import { linkKey } from './links.ts';
import { maxEarlier, type PostResult } from './record.ts';

/** A post as a file has it. */
export type Brought = Omit<PostResult, 'importId' | 'earlier'>;

type Known = Pick<PostResult, 'key' | 'link'>;

/** Everything by which a post is known: its key, and its link in the one way to write it. */
export function namesOf({ key, link }: Known): string[] {
	const plain = linkKey(link);
	return plain === '' || plain === key ? [key] : [key, plain];
}

/** Lists of results in which a post is found by any of its names. */
export class Shelves {
	readonly #lists: (PostResult | undefined)[][];
	readonly #places = new Map<string, { shelf: number; at: number }>();

	constructor(lists: readonly (readonly PostResult[])[]) {
		this.#lists = lists.map(() => []);
		lists.forEach((list, shelf) => list.forEach((result) => this.#add(shelf, result)));
	}

	/**
	 * Puts a post on the first shelf, or in its own place where that may stay.
	 *
	 * @param isLeft tells the shelves that a post leaves when it is brought in anew.
	 */
	bring(brought: Brought, importId: string, isLeft: (shelf: number) => boolean): void {
		const place = namesOf(brought).flatMap((name) => this.#places.get(name) ?? [])[0];
		const standing = place && this.#lists[place.shelf]?.[place.at];
		const result = standing ? meet(standing, brought, importId) : asNew(brought, importId);
		if (!result) return;
		if (!place || isLeft(place.shelf)) {
			if (place) this.#set(place, undefined);
			this.#add(0, result);
		} else this.#set(place, result);
	}

	list(shelf: number): PostResult[] {
		return (this.#lists[shelf] ?? []).flatMap((result) => result ?? []);
	}

	#add(shelf: number, result: PostResult): void {
		const list = this.#lists[shelf];
		if (list) this.#set({ shelf, at: list.length }, result);
	}

	#set(place: { shelf: number; at: number }, result: PostResult | undefined): void {
		const list = this.#lists[place.shelf];
		if (list) list[place.at] = result;
		for (const name of result ? namesOf(result) : []) this.#places.set(name, place);
	}
}

/** Undefined where what stands is newer, and stays as it is. */
function meet(standing: PostResult, brought: Brought, importId: string): PostResult | undefined {
	if (standing.takenOn > brought.takenOn) return undefined;
	const isSaidByHand = standing.match === 'hand';
	const isSameFile = standing.importId === importId;
	return {
		...brought,
		// A key that is only the link gives way to the platform's id.
		key: brought.key === linkKey(brought.link) ? standing.key : brought.key,
		link: brought.link === '' ? standing.link : brought.link,
		text: brought.text === '' ? standing.text : brought.text,
		...((isSaidByHand || brought.postId === null) && {
			postId: standing.postId,
			match: standing.match
		}),
		importId,
		earlier: isSameFile
			? standing.earlier
			: [numbersOf(standing), ...standing.earlier].slice(0, maxEarlier)
	};
}

function asNew(brought: Brought, importId: string): PostResult {
	return { ...brought, importId, earlier: [] };
}

/** The post as it would be had this import never been; undefined where it would not be here. */
export function withoutImport(result: PostResult, importId: string): PostResult | undefined {
	const earlier = result.earlier.filter((each) => each.importId !== importId);
	if (result.importId !== importId) {
		return earlier.length === result.earlier.length ? result : { ...result, earlier };
	}
	const [before, ...older] = earlier;
	return before && { ...result, ...before, earlier: older };
}

export function isPartOf(result: PostResult, importId: string): boolean {
	return result.importId === importId || result.earlier.some((each) => each.importId === importId);
}

/** Every post once, the newest numbers of it, in the order of their days. */
export function resultsOf(
	rows: readonly { readonly results: readonly PostResult[] }[]
): PostResult[] {
	const byName = new Map<string, PostResult>();
	const kept = new Set<PostResult>();
	for (const result of rows.flatMap(({ results }) => results)) {
		const names = namesOf(result);
		const standing = names.map((name) => byName.get(name)).find(Boolean);
		if (standing && standing.takenOn > result.takenOn) continue;
		if (standing) kept.delete(standing);
		kept.add(result);
		for (const name of [...names, ...(standing ? namesOf(standing) : [])]) byName.set(name, result);
	}
	return [...kept].sort(inOrder);
}

export function monthsOf(results: readonly PostResult[]): string[] {
	return [...new Set(results.map(({ postedOn }) => monthOf(postedOn)))].sort();
}

function inOrder(one: PostResult, other: PostResult): number {
	return placeOf(one) < placeOf(other) ? -1 : 1;
}

function placeOf({ postedOn, postedAtMinute, key }: PostResult): string {
	return `${postedOn} ${String(postedAtMinute ?? 0).padStart(4, '0')} ${key}`;
}

function numbersOf({ postedOn, postedAtMinute, numbers, takenOn, importId }: PostResult) {
	return { postedOn, postedAtMinute, numbers, takenOn, importId };
}
