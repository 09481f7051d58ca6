/**
 * What is kept of digests: see digests.ts.
 */

/** What was made of a record, to be read in its place. */
export interface StoredDigest {
	id: string;
	/** The record's day. */
	on: string;
	shape: number;
	value: unknown;
}

/** Says that all digests of a kind lie in one value, which is read much faster than each by itself. */
export interface DigestPack {
	shape: number;
	/** Another one for each pack: who has read this one need not read it again. */
	mark: string;
}

export interface PackedDigest {
	on: string;
	value: unknown;
}

/** Only of kinds that have digests. */
export interface DigestTable {
	between(firstOn: string, lastOn: string): Promise<StoredDigest[]>;
	put(digest: StoredDigest): Promise<void>;
	/** Undefined since a record was written. */
	pack(): Promise<DigestPack | undefined>;
	/** What the pack holds, in the order of days. */
	packed(): Promise<readonly PackedDigest[]>;
	putPack(pack: DigestPack, digests: readonly PackedDigest[]): Promise<void>;
}
