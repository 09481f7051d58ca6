/**
 * What is kept of packed records: see packs.ts.
 */

/** What is known of a pack without reading it. */
export interface PackHead {
	/** Kind, highest id, and an id of its own: never used again for another pack. */
	readonly key: string;
	readonly firstId: string;
	readonly lastId: string;
	/** Of those of its records that have a day. */
	readonly firstOn: string | null;
	readonly lastOn: string | null;
	/** The highest in it. */
	readonly version: number;
	readonly count: number;
}

/** One value for each kind, so that a list is found with one small read. */
export interface PackHeads {
	readonly kind: string;
	/** In the order of ids. */
	readonly heads: readonly PackHead[];
}

export interface Pack {
	readonly key: string;
	/** Each a StoredRow as JSON, in the order of ids: see `packedText` in packs.ts. */
	readonly rows: string;
}

/**
 * Everything that the records of a pack can be looked up by, as numbers: see `findOf` in packs.ts.
 * An index in the database would cost more than all the rest of a pack.
 */
export interface PackFinds {
	readonly key: string;
	readonly finds: Uint32Array;
}

export interface Packed {
	readonly head: PackHead;
	readonly pack: Pack;
	readonly finds: PackFinds;
}

/** What the records of a pack are searched by, in the order of ids. */
export interface PackWords {
	key: string;
	ids: string[];
	/** When each was made (ms). */
	at: number[];
	titles: string[];
	/** See `searchText`. */
	texts: string[];
}
