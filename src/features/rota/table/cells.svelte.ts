/**
 * The text of a table taken apart into rows of cells, whichever sign stands between them.
 *
 * Loaded only when a table is brought in. Empty lines are kept, so that lines can be counted.
 */
import Papa from 'papaparse';
import { utf8Mark } from '#domain/csv.ts';

const marks = [',', ';', '\t'];

export function cellsOf(text: string): string[][] {
	// What spreadsheets write: their own mark of the alphabet, and a line that names the sign.
	const content = text.replace(utf8Mark, '').replace(/^"?sep=(.)"?\r?\n/i, '');
	return Papa.parse<string[]>(content, { delimiter: markOf(content) }).data;
}

/** By the first line alone: a comma in a note says nothing. */
function markOf(text: string): string {
	const columns = marks.map((mark) => {
		const [head] = Papa.parse<string[]>(text, { delimiter: mark, preview: 1 }).data;
		return { mark, count: head?.length ?? 0 };
	});
	return columns.reduce((best, each) => (each.count > best.count ? each : best)).mark;
}
