/**
 * Numbers and ids as cells of a download have them.
 *
 * A blank is not a zero: a platform leaves out what it did not count.
 */

const blanks = new Set(['', '-', '--', '–', '—', 'n/a', 'na', 'null', 'none', '.']);

/** A whole number; undefined for 'not given'; 'unreadable' for what is neither. */
export function readCount(cell: string): number | undefined | 'unreadable' {
	const plain = cell.replace(/[\s\u00A0\u202F']/g, '');
	if (blanks.has(plain.toLowerCase())) return undefined;
	// A count has no parts of one: what stands after three figures is a thousand, in any country.
	const digits = /^\d{1,3}([,.]\d{3})+$/.test(plain)
		? plain.replace(/[,.]/g, '')
		: plain.replace(/[,.]0{1,2}$/, '');
	return /^\d{1,12}$/.test(digits) ? Number(digits) : 'unreadable';
}

/** Spreadsheets keep 15 figures of a number and write the rest as noughts, or as E+17. */
const keptFigures = 15;

/** '1.22158E+17': a spreadsheet took the id for a number and threw most of it away. */
export function isSpoiledId(id: string): boolean {
	return /^\d+([.,]\d+)?E\+?\d+$/i.test(id.trim());
}

/** The same, written out: all long ids of a file end in noughts. By chance one may. */
export function endInNoughts(ids: readonly string[]): boolean {
	const long = ids.filter((id) => /^\d+$/.test(id) && id.length > keptFigures);
	return long.length > 1 && long.every((id) => /^0+$/.test(id.slice(keptFigures)));
}

/** Without the marks that make a spreadsheet leave it alone: '="123"', "'123". */
export function plainId(cell: string): string {
	return cell
		.trim()
		.replace(/^="?([^"]*)"?$/, '$1')
		.replace(/^'/, '')
		.slice(0, 300);
}
