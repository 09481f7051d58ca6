/** Words as a search compares them: without accents, in small letters. */
import type { RecordType, RowBase } from '#domain/record.ts';

/** The words that a record is found by. */
export function searchText(type: RecordType, record: RowBase): string {
	return plainWords(`${type.title(record)} ${type.words?.(record) ?? ''}`);
}

export function plainWords(text: string): string {
	return text
		.normalize('NFD')
		.replace(/\p{Diacritic}/gu, '')
		.toLowerCase();
}
