/** Lists of facts and tasks, tables and tags against the NHS's own examples. */
import { outlineOf } from '#tests/support/markup.ts';
import {
	examples,
	maybeWords,
	sizeOf,
	summaryRows,
	tableCells,
	textOf,
	wordsOf
} from '#tests/support/nhs-examples.ts';
import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import SummaryList from './SummaryList.svelte';
import Table from './Table.svelte';
import Tag from './Tag.svelte';
import type { TagColour } from './tag-colours.ts';
import TaskList from './TaskList.svelte';

const colours: readonly TagColour[] = [
	...(['white', 'grey', 'green', 'aqua-green', 'blue'] as const),
	...(['purple', 'pink', 'red', 'orange', 'yellow'] as const)
];

test.each(examples('tag', ['default', 'without border', 'with text escaping']))(
	'a state is the NHS tag: $name, $given.text',
	({ given, html }) => {
		const border = given.border === false ? ('none' as const) : undefined;
		const props = {
			words: given.text ?? '',
			colour: colours.find((colour) => colour === given.colour),
			border
		};

		const { body } = render(Tag, { props });

		expect(outlineOf(body)).toEqual(outlineOf(html));
	}
);

describe('facts are the NHS summary list', () => {
	test.each(
		examples('summary-list', [
			'default',
			'with actions',
			'with actions as buttons',
			'with multiple actions',
			'without border',
			'without last row border'
		])
	)('$name', ({ given, html }) => {
		const rows = summaryRows(given).map(({ key, value, actions }) => ({
			key: textOf(key) ?? '',
			value: wordsOf(value),
			actions: actions?.items.map(({ text, href, visuallyHiddenText = '' }) => ({
				words: text,
				hiddenWords: visuallyHiddenText,
				href
			}))
		}));
		const borders =
			given.border === false ? 'none' : given.lastRowBorder === false ? 'not-last' : 'all';

		const { body } = render(SummaryList, { props: { rows, borders } });

		// Our buttons never send a form.
		expect(outlineOf(body, ['type'])).toEqual(outlineOf(html, ['type']));
	});
});

test.each(examples('task-list', ['default']))('things to do are the NHS task list', (example) => {
	const { given, html } = example;
	const tasks = (given.items ?? []).map((item, index) => ({
		id: String(index),
		title: wordsOf(item.heading),
		href: item.href,
		hint: maybeWords(item.hint),
		status: item.status?.tag.text ?? '',
		colour: item.status?.tag.colour || undefined
	}));

	const { body } = render(TaskList, { props: { id: 'health', tasks } });

	expect(outlineOf(body)).toEqual(outlineOf(html));
});

describe('rows and columns are the NHS table', () => {
	const drawn = (html: string) => !/striped|reverse|--no-|data-sort/.test(html);

	test.each(
		examples('tables', ['default', 'with numeric format', 'with string items']).filter(({ html }) =>
			drawn(html)
		)
	)('$name', ({ given, html }) => {
		const { head, rows } = tableCells(given);
		const formatOf = (index: number) => {
			const cell = head[index];
			return typeof cell === 'object' ? cell.format : undefined;
		};
		const props = {
			caption: wordsOf(given.caption),
			captionSize: sizeOf(given.caption),
			columns: head.map((cell, index) => ({
				label: textOf(cell) ?? '',
				format: formatOf(index)
			})),
			rows: rows.map((cells, index) => ({
				id: String(index),
				cells: cells.map((cell) => textOf(cell) ?? '')
			})),
			firstCell: given.firstCellIsHeader ? ('header' as const) : undefined,
			layout: given.responsive ? ('responsive' as const) : undefined,
			spacing: given.compact ? ('compact' as const) : undefined
		};

		const { body } = render(Table, { props });

		expect(outlineOf(body)).toEqual(outlineOf(html.replaceAll('nhsuk-u-nowrap', '')));
	});

	test('numbers are written the British way', () => {
		const columns = [{ label: 'Followers', format: 'numeric' as const }];
		const rows = [{ id: 'a', cells: [12345] }];

		const { body } = render(Table, { props: { caption: 'Accounts', columns, rows } });

		expect(body).toContain('12,345');
	});
});
