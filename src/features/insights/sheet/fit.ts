/**
 * How large the words of the sheet may be so that it stays on one side of A4, in points.
 *
 * Worked out from how long the texts are, for a wide letter: on most printers there is room to
 * spare. SheetPaper.svelte sets the same distances.
 */
import type { SheetPage } from './shape.ts';

export interface Fit {
	/** Points. */
	readonly size: number;
	readonly hasChart: boolean;
}

/** Largest first; the chart goes before the words become too small to read. */
const tries: readonly Fit[] = [
	...[11, 10.5, 10, 9.5, 9, 8.5].map((size) => ({ size, hasChart: true })),
	...[9.5, 9, 8.5, 8, 7.5].map((size) => ({ size, hasChart: false }))
];
/** A4 with its margins, in points. */
const pageHeight = 784;
const pageWidth = 538;
const columnWidth = 256;
const markWidth = 14;
/** Of a wide letter, in parts of the size of the words. */
const letterWidth = 0.54;
const lineHeight = 1.22;
const [lineGap, partGap, cellGap, headRoom, chartRoom] = [1.8, 7, 6, 58, 150];
const footSize = 7.5;

interface Part {
	readonly heading: string;
	readonly lines: readonly string[];
	/** Room taken by frame, sign or number before each line. */
	readonly indent?: number;
}

export function fitOf(page: SheetPage, hasChart: boolean): Fit {
	const found = tries.find(
		(fit) => (hasChart || !fit.hasChart) && heightOf(page, fit) <= pageHeight
	);
	return found ?? { size: 7.5, hasChart: false };
}

/** Whether it fits in words of a size that can still be read well. */
export function fitsPage(page: SheetPage, hasChart: boolean): boolean {
	return heightOf(page, { size: 8.5, hasChart }) <= pageHeight;
}

/** About how high the page gets, in points. */
export function heightOf(page: SheetPage, { size, hasChart }: Fit): number {
	const parts = partsOf(page).filter(({ lines }) => lines.length > 0);
	const heights = parts.map((part) => partHeight(part, columnWidth, size));
	const short = {
		heading: 'In short',
		lines: page.short.map(({ words }) => words),
		indent: markWidth
	};
	const foot = [page.check, page.left.join(' '), `${page.source}${' '.repeat(90)}`];
	return (
		headRoom +
		partHeight(short, pageWidth, size) +
		tableHeight(page, size) +
		columnsHeight(hasChart ? [chartRoom, ...heights] : heights) +
		foot.reduce((sum, words) => sum + linesOf(words, pageWidth, footSize) * footSize * 1.2 + 3, 6)
	);
}

/** Two columns, in order: they end unevenly, because no part is cut in two. */
function columnsHeight(heights: readonly number[]): number {
	const all = heights.reduce((sum, height) => sum + height, 0);
	let [first, best] = [0, all];
	for (const height of heights) {
		first += height;
		best = Math.min(best, Math.max(first, all - first));
	}
	return best;
}

/** What stands in the two columns, as SheetPaper.svelte sets it. */
function partsOf(page: SheetPage): Part[] {
	const said = (list: readonly { account: string; words: string }[]) =>
		list.map(({ account, words }) => `${account}: ${words}`);
	return [
		{
			heading: 'What we said last time',
			lines: page.lastTime.flatMap(({ account, words, cameOfIt }) => [
				`${account}: ${words}`,
				`    → ${cameOfIt === '' ? 'Nobody has written yet what came of it.' : cameOfIt}`
			])
		},
		{
			heading: 'What we want to reach',
			lines: page.goals.map(({ words }) => words),
			indent: markWidth
		},
		{ heading: 'What we learned', lines: said(page.learned), indent: markWidth },
		{ heading: 'What we will change', lines: said(page.change), indent: markWidth + 6 },
		{ heading: 'What people liked', lines: said(page.liked) },
		{ heading: 'What they found hard, or asked for', lines: said(page.hard) },
		{
			heading: 'What several people told us',
			lines: page.themes.map(({ theme, count, after }) => `${theme}: ${count}. ${after}`)
		},
		{ heading: 'What the practice did', lines: said(page.did) },
		{
			heading: 'To do from last time',
			lines: page.actions.map(({ what, who }) => `${what} (${who})`),
			indent: markWidth
		},
		{ heading: 'Our accounts', lines: said(page.reviews) }
	];
}

function partHeight({ lines, indent = 0 }: Part, width: number, size: number): number {
	const head = (size + 1.5) * 1.2 + lineGap + partGap;
	return lines.reduce(
		(sum, words) => sum + linesOf(words, width - indent, size) * size * lineHeight + lineGap,
		head
	);
}

function tableHeight({ numbers }: SheetPage, size: number): number {
	if (numbers.rows.length === 0) return 0;
	const rows = [
		['', ...numbers.accounts.map(({ name }) => name)],
		...numbers.rows.map(({ name, cells }) => [
			name,
			...cells.map(({ value, change }) => (change ? `${value} · ${change}` : value))
		])
	];
	// A browser gives each column the room that it needs, as long as there is enough for all.
	const widths = rows[0]?.map((_, column) => {
		const longest = Math.max(...rows.map((cells) => cells[column]?.length ?? 0));
		return longest * letterWidth * size + cellGap;
	});
	const isEnough = (widths ?? []).reduce((sum, width) => sum + width, 0) <= pageWidth;
	const cell = pageWidth / (numbers.accounts.length + 1) - cellGap;
	const lines = (cells: readonly string[]) =>
		isEnough ? 1 : Math.max(...cells.map((words) => linesOf(words, cell, size)));
	return rows.reduce(
		(sum, cells) => sum + lines(cells) * size * lineHeight + 4,
		size * lineHeight + partGap
	);
}

function linesOf(words: string, width: number, size: number): number {
	return Math.max(1, Math.ceil((words.length * letterWidth * size) / width));
}
