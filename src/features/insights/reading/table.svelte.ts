/**
 * Text taken apart into lines and cells: quotes, line ends inside them, and what stands between.
 *
 * The mark between cells is not guessed from how often it comes, because commas fill every caption:
 * it is the one with which the heading is known.
 */
import Papa from 'papaparse';
import { headingOf } from './read.ts';
import type { Circumstances, Table } from './reading.ts';

const marks = [',', ';', '\t'];
const pieceLetters = 256 * 1024;

interface Parts {
	readonly text: string;
	readonly remembered: Circumstances['remembered'];
	/** Called with the letters read so far. */
	readonly onprogress?: (letters: number) => void;
}

export function tableOf({ text, remembered, onprogress }: Parts): Table {
	const rows: string[][] = [];
	// Excel's own first line, which says what stands between cells.
	const plain = text.replace(/^\uFEFF/, '').replace(/^"?sep=."?\r?\n/i, '');
	Papa.parse<string[]>(plain, {
		delimiter: markOf(plain, remembered),
		skipEmptyLines: 'greedy',
		chunkSize: pieceLetters,
		complete: () => undefined,
		chunk: ({ data: some, meta }: Papa.ParseResult<string[]>) => {
			for (const cells of some) rows.push(cells);
			onprogress?.(meta.cursor);
		}
	});
	return rows;
}

function markOf(text: string, remembered: Circumstances['remembered']): string {
	const tries = marks.map((mark) => {
		const { data: top } = Papa.parse<string[]>(text, {
			delimiter: mark,
			preview: 6,
			skipEmptyLines: 'greedy'
		});
		const width = Math.max(0, ...top.map((cells) => cells.length));
		return { mark, score: headingOf(top, { remembered })?.score ?? 0, width };
	});
	const [best] = tries.toSorted((one, other) => other.score - one.score || other.width - one.width);
	return best?.mark ?? ',';
}
