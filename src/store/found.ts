/** A record as a list of finds names it. */
import type { RecordType, RowBase } from '#domain/record.ts';

export interface Found {
	readonly kind: string;
	readonly id: string;
	readonly noun: string;
	readonly title: string;
	/** The address of its screen. */
	readonly path: string;
}

export function foundOf(type: RecordType, record: RowBase): Found {
	return named(type, record.id, type.title(record));
}

export function named({ kind, noun, path = '' }: RecordType, id: string, title: string): Found {
	return { kind, id, noun, title, path: path.replace(':id', id) };
}
