/**
 * Which fields of a record name the bytes of a photo, and who may see those bytes.
 *
 * A field called `hash` is for everyone who reads the record; a paper is for some of them.
 */
import type { RecordType, RowBase } from './record.ts';
import type { Actor } from './roles.ts';

/** Each holds the SHA-256 of what the phone sends. */
export function photoFields({ indexes, paper }: Pick<RecordType, 'indexes' | 'paper'>): string[] {
	return [...(indexes.includes('hash') ? ['hash'] : []), ...(paper ? [paper.field] : [])];
}

export function maySeePhoto(
	{ readers, paper }: RecordType,
	{ row, field }: { readonly row: RowBase; readonly field: string },
	{ role, personId }: Actor
): boolean {
	if (!readers.includes(role)) return false;
	if (paper?.field !== field) return true;
	return paper.readers.includes(role) || paper.maker(row) === personId;
}
