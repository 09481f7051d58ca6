/**
 * Everything of the insights as tables: one row a line, numbers by the platform's own names.
 *
 * A number that nobody knows is an empty cell. Fewer than 5 people are never a number (S2-44).
 */
import type { Objective } from '#features/campaigns/record.ts';
import { watchOf } from '#features/campaigns/rules.ts';
import type { Action, Meeting } from '#features/meetings/record.ts';
import type { Figures } from '../figures/monthly.ts';
import { peopleCell } from '../figures/people.ts';
import type { InsightImport } from '../imports/record.ts';
import { insightNoteRecord, noteFields, numberFields, type InsightNote } from '../record.ts';
import { measures as postMeasures, type PostResults } from '../results/record.ts';
import { verdictNames, type AccountReview } from '../reviews/record.ts';
import type { Measure } from '../rules.ts';
import { insightSettingsRecord, type InsightSettings } from '../settings/record.ts';
import { themeSortNames, type Theme } from '../themes/record.ts';

export interface Everything {
	readonly accounts: readonly { readonly id: string; readonly name: string }[];
	readonly notes: readonly InsightNote[];
	readonly results: readonly PostResults[];
	readonly themes: readonly Theme[];
	readonly reviews: readonly AccountReview[];
	readonly meetings: readonly Meeting[];
	readonly actions: readonly Action[];
	readonly imports: readonly InsightImport[];
	readonly objectives: readonly Objective[];
	readonly settings: InsightSettings;
	readonly figures: Figures;
	readonly months: readonly string[];
	readonly postTitle: (id: string) => string;
	readonly nameOf: (personId: string) => string;
}

/** The heads of the columns, then the rows. */
type Rows = readonly (readonly string[])[];

export interface OutTable {
	/** Of the file: 'monthly-notes'. */
	readonly name: string;
	readonly about: string;
	readonly rows: Rows;
}

const ofPeople: readonly Measure[] = ['followers', 'reach'];

export function tablesOf(all: Everything): OutTable[] {
	return [
		{ name: 'figures', about: 'Every number of every month and account', rows: figureRows(all) },
		{
			name: 'monthly-notes',
			about: 'The monthly notes, as they were written',
			rows: noteRows(all)
		},
		{ name: 'post-results', about: 'The numbers of single posts', rows: resultRows(all) },
		{ name: 'themes', about: 'What people told us, by theme', rows: themeRows(all) },
		{ name: 'account-reviews', about: 'Keep, fix or close', rows: reviewRows(all) },
		{ name: 'meetings', about: 'Meetings and what was agreed there', rows: meetingRows(all) },
		{ name: 'objectives', about: 'What we want to reach', rows: objectiveRows(all) },
		{ name: 'files-brought-in', about: 'Files that were brought in', rows: importRows(all) },
		{ name: 'how-we-look-back', about: 'How we look back', rows: settingRows(all) }
	];
}

function figureRows({ figures, accounts, months }: Everything): Rows {
	const rows = months.flatMap((month) =>
		accounts.flatMap(({ id, name }) =>
			numberFields.flatMap((field) => {
				const known = figures.at(id, month).figures[field];
				if (!known) return [];
				const value = ofPeople.includes(field) ? peopleCell(known.value) : String(known.value);
				return [[month, name, labelOf(field), value, known.name, known.from]];
			})
		)
	);
	return [['Month', 'Account', 'Number', 'Value', 'Its name at the source', 'From'], ...rows];
}

function noteRows(all: Everything): Rows {
	const rows = byMonth(all.notes).map((note) => [
		note.month,
		accountName(all, note.accountId),
		...noteFields.map((field) => {
			const value = note[field];
			if (typeof value === 'string') return value;
			return field === 'followers' || field === 'reach' ? peopleCell(value) : String(value ?? '');
		})
	]);
	return [['Month', 'Account', ...noteFields.map(labelOf)], ...rows];
}

function resultRows(all: Everything): Rows {
	const rows = byMonth(all.results).flatMap((row) =>
		row.results.map((result) => [
			accountName(all, row.accountId),
			result.postedOn,
			result.postedAtMinute === null ? '' : timeOf(result.postedAtMinute),
			result.postId === null ? '' : all.postTitle(result.postId),
			result.text,
			result.link,
			result.type,
			...postMeasures.map((measure) => {
				const count = result.numbers[measure] ?? null;
				const isOfPeople = measure === 'reach' || measure === 'viewers';
				return isOfPeople ? peopleCell(count) : String(count ?? '');
			}),
			result.takenOn
		])
	);
	const about = ['Account', 'Day', 'Time', 'Post in our plan', 'Text', 'Link', 'Kind'];
	return [[...about, ...postMeasures, 'Numbers taken on'], ...rows];
}

function themeRows({ themes }: Everything): Rows {
	const rows = byMonth(themes).map(
		({ month, theme, sort, count, passedTo, passedOn, cameOfIt }) => [
			...[month, theme, themeSortNames[sort], peopleCell(count)],
			...[passedTo, passedOn ?? '', cameOfIt]
		]
	);
	return [
		[
			'Month',
			'Theme',
			'Kind',
			'How many people',
			'Passed to',
			'Passed on the day',
			'What came of it'
		],
		...rows
	];
}

function reviewRows(all: Everything): Rows {
	const sorted = [...all.reviews].sort((one, other) => one.quarter.localeCompare(other.quarter));
	const rows = sorted.map(({ quarter, accountId, verdict, why, decidedOn }) => [
		...[quarter, accountName(all, accountId), verdictNames[verdict], why, decidedOn]
	]);
	return [['Quarter', 'Account', 'Decided', 'Why', 'Decided on'], ...rows];
}

function meetingRows({ meetings, actions, nameOf }: Everything): Rows {
	const sorted = [...meetings].sort((one, other) => one.heldOn.localeCompare(other.heldOn));
	const rows = sorted.flatMap(({ id, heldOn, decisions }) => [
		[heldOn, 'Decided', decisions, '', '', ''],
		...actions
			.filter(({ meetingId }) => meetingId === id)
			.map(({ what, whoId, dueOn, doneOn }) => [
				...[heldOn, 'To do', what, whoId === null ? '' : nameOf(whoId), dueOn, doneOn ?? '']
			])
	]);
	return [['Meeting', 'What', 'Words', 'Who', 'By', 'Done on'], ...rows];
}

function objectiveRows({ objectives }: Everything): Rows {
	const rows = objectives.map((objective) => [
		...[objective.title, watchOf(objective), cell(objective.goal)],
		...[cell(objective.ownCount), cell(objective.ownCountOn)]
	]);
	return [['What we want to reach', 'Number', 'We hope for', 'Counted', 'Counted on'], ...rows];
}

const stateWords = { 'coming-in': 'Stopped half-way', done: 'In', undone: 'Undone' } as const;

function importRows(all: Everything): Rows {
	const sorted = [...all.imports].sort((one, other) => one.createdAt - other.createdAt);
	const rows = sorted.map((each) => [
		...[accountName(all, each.accountId), each.fileName, each.source, String(each.posts)],
		...[each.firstOn, each.lastOn, each.broughtOn, stateWords[each.status]]
	]);
	const heads = ['Account', 'File', 'Kind', 'Posts', 'First day', 'Last day', 'Brought in on'];
	return [[...heads, 'State'], ...rows];
}

function settingRows({ settings }: Everything): Rows {
	const names = new Map(Object.entries(insightSettingsRecord.labels ?? {}));
	const known = Object.entries(settings).filter(([name]) => names.has(name));
	const rows = known.map(([name, value]) => [names.get(name) ?? name, cell(value)]);
	return [['Setting', 'Value'], ...rows];
}

function cell(value: string | number | boolean | null): string {
	return String(value ?? '');
}

function byMonth<Row extends { readonly month: string }>(rows: readonly Row[]): Row[] {
	return [...rows].sort((one, other) => one.month.localeCompare(other.month));
}

function accountName({ accounts }: Everything, id: string): string {
	return accounts.find((account) => account.id === id)?.name ?? '';
}

function labelOf(field: (typeof noteFields)[number]): string {
	return insightNoteRecord.labels?.[field] ?? field;
}

function timeOf(minute: number): string {
	const [hour, rest] = [Math.floor(minute / 60), minute % 60];
	return `${String(hour).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
}

/** The same tables in one file for programs: a list of objects by the name of each table. */
export function jsonOf(tables: readonly OutTable[]): string {
	const named = tables.map(({ name, rows }) => {
		const [heads = [], ...rest] = rows;
		return [
			name,
			rest.map((row) => Object.fromEntries(heads.map((head, index) => [head, row[index] ?? ''])))
		];
	});
	return JSON.stringify(Object.fromEntries(named), null, '\t');
}
