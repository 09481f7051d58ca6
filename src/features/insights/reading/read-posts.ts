/**
 * A file with a line for each post. A line that cannot be read is named; the others still count.
 */
import { linkKey } from '../results/links.ts';
import { measures, type PostResult } from '../results/record.ts';
import {
	isUnclear,
	orderOf,
	rangeInName,
	readWhen,
	settled,
	type Order,
	type Unclear,
	type When
} from './dates.ts';
import { endInNoughts, isSpoiledId, plainId, readCount } from './numbers.ts';
import type { Heading } from './headers.ts';
import type {
	Circumstances,
	OrderAsked,
	Reading,
	ReadPost,
	Table,
	Trouble,
	WrongFile
} from './reading.ts';
import { addUp, lastOfEach } from './same-post.ts';
import type { Field } from './sources.ts';

const mostTroubles = 50;
/** As much of a text as helps to find it in the plan. */
const mostText = 2000;
const unseen = /\p{Cc}+/gu;

export const twoWays: WrongFile = {
	is: 'wrong',
	message:
		'Some days in this file have the month first and some have the day first. A spreadsheet does that when the file is opened and saved. ' +
		'Download the file again and do not open it. Nothing was brought in.'
};

export function readPosts(
	table: Table,
	{ source, columns, at }: Heading,
	{ fileName, today, order: said }: Circumstances
): Reading {
	const cellOf = (cells: readonly string[], field: Field) => cells[columns.get(field) ?? -1] ?? '';
	const lines = table
		.slice(at + 1)
		.map((cells, index) => ({
			cells,
			line: at + 2 + index,
			id: plainId(cellOf(cells, 'id')).replace(unseen, ''),
			link: linkIn(cellOf(cells, 'link')),
			when: readWhen(cellOf(cells, 'postedAt'))
		}))
		.filter(({ id, link, when }, index) => {
			const isNote = index === 0 && id === '' && link === '' && !when;
			return !isNote && !(when === undefined && /^total$/i.test(id));
		});
	const whens = lines.flatMap(({ when }) => when ?? []);
	const days = lines.flatMap(({ cells }) => readWhen(cellOf(cells, 'day')) ?? []);
	// 'Lifetime' stands there in the usual file, in the language of whoever downloads it.
	const isDaily = days.length > lines.length / 2;
	const order = said ?? orderOf([...whens, ...days], { range: rangeInName(fileName), today });
	if (order === 'mixed') return twoWays;
	if (order === 'unclear') return orderAsked(whens);

	const areNoughts = endInNoughts(lines.map(({ id }) => id));
	const troubles: Trouble[] = [];
	let spoiled = 0;
	const read = lines.flatMap(({ cells, line, id, link, when }): ReadPost[] => {
		const say = (words: string): [] => {
			troubles.push({ line, words });
			return [];
		};
		const isSpoiled = isSpoiledId(id) || areNoughts;
		if (isSpoiled) spoiled += 1;
		const key = id === '' || isSpoiled ? linkKey(link) : id;
		if (key === '') {
			return say(
				isSpoiled
					? 'A spreadsheet has spoiled the number of the post, and there is no link.'
					: 'Nothing says which post it is: no number and no link.'
			);
		}
		const posted = when && settled(when, order);
		if (!posted) return say('The day cannot be read.');
		if (posted.on > today) return say('The day is still to come.');
		const numbers: PostResult['numbers'] = {};
		for (const measure of measures) {
			if (!columns.has(measure)) continue;
			const count = readCount(cellOf(cells, measure));
			if (count === 'unreadable') say(`“${cellOf(cells, measure).slice(0, 20)}” is no number.`);
			else if (count !== undefined) numbers[measure] = count;
		}
		if (Object.keys(numbers).length === 0) return say('There is no number for this post.');
		return [
			{
				...{ line, key, link, postedOn: posted.on, postedAtMinute: posted.minute, numbers },
				text: textIn(cellOf(cells, 'text')) || textIn(cellOf(cells, 'title')),
				type: textIn(cellOf(cells, 'type')).slice(0, 40),
				page: textIn(cellOf(cells, 'page')).slice(0, 120)
			}
		];
	});

	const posts = isDaily ? addUp(read) : lastOfEach(read);
	if (posts.length === 0) return noPosts(troubles);
	const { id, name, platforms } = source;
	return {
		...{ is: 'posts', source: id, name, platforms, posts, isDaily, rows: lines.length },
		notes: notesOn({ spoiled, isDaily, doubles: isDaily ? 0 : read.length - posts.length }),
		troubles: troubles.slice(0, mostTroubles),
		troubleCount: troubles.length,
		order: canBeOther(whens) ? order : undefined
	};
}

/** Both numbers of every day could be the month. */
function canBeOther(whens: readonly (When | Unclear)[]): boolean {
	const unclear = whens.filter(isUnclear);
	return (
		unclear.some(({ first, second }) => first !== second) &&
		unclear.every(({ first, second }) => first <= 12 && second <= 12)
	);
}

export function orderAsked(whens: readonly (When | Unclear)[]): OrderAsked {
	const range = (order: Order) => {
		const days = whens.flatMap((when) => settled(when, order)?.on ?? []).sort();
		return { firstOn: days[0] ?? '', lastOn: days.at(-1) ?? '' };
	};
	const written = whens.find((when) => isUnclear(when) && when.first !== when.second);
	return {
		is: 'order-asked',
		written: written && isUnclear(written) ? written.written : '',
		monthFirst: range('month-first'),
		dayFirst: range('day-first')
	};
}

function notesOn(found: { spoiled: number; isDaily: boolean; doubles: number }): string[] {
	const { spoiled, isDaily, doubles } = found;
	const notes: string[] = [];
	if (isDaily) {
		notes.push(
			'This file has a line for each post and day. We added the days up for each post. It only counts these days, so numbers that you have already stay. How many people saw a post cannot be added up, so it is left out.'
		);
	}
	if (spoiled > 0) {
		notes.push(
			'A spreadsheet has spoiled the numbers by which posts are known. We go by their links. It is safer to download the file again and not to open it in a spreadsheet.'
		);
	}
	if (doubles > 0) {
		const words = doubles === 1 ? 'One post is' : `${doubles} posts are`;
		notes.push(`${words} in the file twice. The last line counts.`);
	}
	return notes;
}

function noPosts(troubles: readonly Trouble[]): WrongFile {
	const [first] = troubles;
	const why = first ? ` Line ${first.line}: ${first.words}` : '';
	return {
		is: 'wrong',
		message: `No post in this file can be read. Nothing was brought in.${why}`
	};
}

/** '' for what is no web address, or too long to keep. */
function linkIn(cell: string): string {
	const link = cell.trim();
	if (!/^https?:\/\//i.test(link) || !URL.canParse(link)) return '';
	const { href } = new URL(link);
	return href.length > 300 ? '' : href;
}

/** Names of other people's accounts are left out. */
function textIn(cell: string): string {
	return cell
		.replace(/@[\p{L}\p{N}_.]*[\p{L}\p{N}_]/gu, '@…')
		.replace(unseen, ' ')
		.replace(/\s+/g, ' ')
		.trim()
		.slice(0, mostText)
		.replace(/[\uD800-\uDBFF]$/, '');
}
