/**
 * Tables for a spreadsheet. A cell that begins like a formula gets an apostrophe in front, so that
 * no spreadsheet carries out what somebody typed.
 */
/** Spreadsheets take the file for UTF-8 only with this in front. */
const mark = '\u{feff}';
const likeFormula = /^[\s]*[=+\-@]|^[\t\r]/;

export function csvOf(columns: readonly string[], rows: readonly (readonly unknown[])[]): string {
	const lines = [columns, ...rows].map((cells) => cells.map(cellOf).join(','));
	return `${mark}${lines.join('\r\n')}\r\n`;
}

function cellOf(value: unknown): string {
	const text = textOf(value);
	const safe = typeof value !== 'number' && likeFormula.test(text) ? `'${text}` : text;
	return `"${safe.replaceAll('"', '""')}"`;
}

function textOf(value: unknown): string {
	if (value === null || value === undefined) return '';
	return typeof value === 'string' ? value : JSON.stringify(value);
}
