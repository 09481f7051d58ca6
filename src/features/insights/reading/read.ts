/**
 * A table read as what a platform's download says: which file it is, and what it holds.
 */
import { inGroups } from '../rules.ts';
import {
	columnsFor,
	guessColumns,
	isEnough,
	plainHeader,
	recognise,
	signatureOf,
	type Heading
} from './headers.ts';
import { readDays } from './read-days.ts';
import { readPosts } from './read-posts.ts';
import type { Circumstances, Reading, Table } from './reading.ts';
import { matchedSource, otherFiles } from './sources.ts';

/** Some files have a note above their heading. */
const headingWithin = 5;
/** Far more than any platform gives at once. */
const mostRows = 200_000;
const mostColumnsAsked = 60;
const rememberedScore = 1000;

export function readTable(table: Table, circumstances: Circumstances): Reading {
	if (table.length > mostRows) {
		return wrong(
			`This file has ${inGroups(table.length)} lines. Download fewer months at a time, then bring in each file.`
		);
	}
	const heading = headingOf(table, circumstances);
	if (!heading) return unknown(table);
	return heading.source.isOverview
		? readDays(table, heading, circumstances)
		: readPosts(table, heading, circumstances);
}

/** The line that is most like a heading that we know, by a file's marks or by what people said. */
export function headingOf(
	table: Table,
	{ remembered }: Pick<Circumstances, 'remembered'>
): Heading | undefined {
	return table
		.slice(0, headingWithin)
		.flatMap((cells, at) => {
			const headers = cells.map(plainHeader);
			const said = remembered.find(({ signature }) => signature === signatureOf(headers));
			if (said) {
				const means = new Map(said.columns.map((column) => [column.header, column.means]));
				const columns = columnsFor(headers, (header) => means.get(header));
				if (isEnough(columns)) {
					return [{ source: matchedSource, columns, score: rememberedScore, at }];
				}
			}
			const found = recognise(headers);
			return found ? [{ ...found, at }] : [];
		})
		.toSorted((one, other) => other.score - one.score)[0];
}

function unknown(table: Table): Reading {
	const top = table.slice(0, headingWithin).map((cells) => cells.map(plainHeader));
	const other = top.flatMap((headers) =>
		otherFiles.filter(({ marks }) => marks.every((mark) => headers.includes(mark)))
	)[0];
	if (other) return wrong(other.words);
	const widths = top.map((headers) => headers.filter((header) => /\p{L}/u.test(header)).length);
	const at = widths.indexOf(Math.max(...widths));
	const headers = top[at] ?? [];
	const width = widths[at] ?? 0;
	const rows = table.slice(at + 1);
	if (width < 3 || width > mostColumnsAsked || rows.length === 0) {
		return wrong(
			'We do not find any posts in this file. Download the list of your posts as CSV, and choose that file.'
		);
	}
	const guesses = guessColumns(headers);
	return {
		is: 'columns-asked',
		signature: signatureOf(headers),
		columns: headers.flatMap((header, column) =>
			header === ''
				? []
				: {
						header,
						words: (table[at]?.[column] ?? '').trim().slice(0, 120),
						sample: sampleOf(rows, column),
						guess: guesses[column] ?? 'none'
					}
		)
	};
}

function sampleOf(rows: Table, column: number): string {
	const cell = rows.slice(0, 20).find((cells) => (cells[column] ?? '').trim() !== '')?.[column];
	return (cell ?? '').trim().replace(/\s+/g, ' ').slice(0, 60);
}

function wrong(message: string): Reading {
	return { is: 'wrong', message };
}
