/**
 * Tables for a spreadsheet, of any values; every cell stands in quotes.
 *
 * What somebody typed is made harmless; a number is a number, also below nought.
 */
import { harmless, utf8Mark } from '#domain/csv.ts';

export function csvOf(columns: readonly string[], rows: readonly (readonly unknown[])[]): string {
	const lines = [columns, ...rows].map((cells) => cells.map(cellOf).join(','));
	return `${utf8Mark}${lines.join('\r\n')}\r\n`;
}

function cellOf(value: unknown): string {
	const text = textOf(value);
	const safe = typeof value === 'number' ? text : harmless(text);
	return `"${safe.replaceAll('"', '""')}"`;
}

function textOf(value: unknown): string {
	if (value === null || value === undefined) return '';
	return typeof value === 'string' ? value : JSON.stringify(value);
}
