/**
 * Tables for spreadsheets: commas, quotes, CR LF, and a mark that says UTF-8.
 *
 * A cell that a spreadsheet would take for a formula gets a ' in front: its text is harmless then.
 */

/** Spreadsheets take a file for UTF-8 only with this in front. */
export const utf8Mark = '\uFEFF';

/** Also behind spaces, which some programs skip. */
const formula = /^\s*[=+\-@\t\r]/;

export function harmless(text: string): string {
	return formula.test(text) ? `'${text}` : text;
}

/** Quotes stand only where they are needed. */
export function csvOf(rows: readonly (readonly string[])[]): string {
	return utf8Mark + rows.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
}

function cell(text: string): string {
	const safe = harmless(text);
	return /[",\r\n;']/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
