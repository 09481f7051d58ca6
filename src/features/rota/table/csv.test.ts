import { describe, expect, test } from 'vitest';
import { idFor } from '#tests/support/actors.ts';
import { all, ann, away, person, sam, slot } from '#tests/support/rota-rows.ts';
import { coverFor } from '../rules.ts';
import { cellsOf } from './cells.svelte.ts';
import { readRotaTable, rotaCsv } from './csv.ts';

const people = [
	person(ann, 'Ann Lee'),
	person(sam, 'Sam'),
	person(idFor(3), 'Twin'),
	person(idFor(4), 'twin')
];
const today = '2026-11-21';
const known = { people, groups: [all, 'Take photos'], slots: [], aways: [], today };

const readRotaCsv = (text: string, given: Parameters<typeof readRotaTable>[1]) =>
	readRotaTable(cellsOf(text), given);

describe('the rota as a table', () => {
	test('has UK dates, names, and no phone number', () => {
		const slots = [slot('2026-12-03', ann, { backupId: sam, note: 'Two, three' })];

		expect(rotaCsv([coverFor(slots, all, '2026-12-03')], people)).toBe(
			'\uFEFFDay,Duty,Who covers,Backup,Handover note\r\n' +
				'03/12/2026,All accounts,Ann Lee,Sam,"Two, three"\r\n'
		);
	});

	test.each(['=1+1', '+44', '-1', '@here', '\t=1', ' =1'])(
		'a note that begins like a formula (%j) is harmless',
		(note) => {
			const table = rotaCsv([coverFor([slot(today, ann, { note })], all, today)], people);

			expect(table).toContain(`"'${note}"`);
		}
	);
});

describe('bringing a table in', () => {
	test('what goes out comes in again', () => {
		const slots = [slot('2026-12-03', ann, { backupId: sam }), slot('2026-12-04', sam)];
		const covers = slots.map(({ dutyOn }) => coverFor(slots, all, dutyOn));

		expect(readRotaCsv(rotaCsv(covers, people), known)).toEqual({
			rows: [
				{ line: 2, dutyOn: '2026-12-03', group: all, personId: ann, backupId: sam },
				{ line: 3, dutyOn: '2026-12-04', group: all, personId: sam, backupId: null }
			],
			problems: []
		});
	});

	test.each([
		['commas', 'Day,Who covers\n3/12/2026,ann lee\n'],
		['semicolons', 'Date;Name\r\n03.12.2026;"Ann Lee"\r\n'],
		['tabs, and a day as programs write it', 'day\twho\n2026-12-03\tANN  LEE']
	])('with %s', (_, text) => {
		expect(readRotaCsv(text, known).rows).toMatchObject([{ dutyOn: '2026-12-03', personId: ann }]);
	});

	test('a note may hold commas and quotes, and lines are counted as a person sees them', () => {
		const note = '"One, ""two"", three"';
		const lines = [
			'sep=;',
			'Day;Who covers;Handover note',
			`03/12/2026;Sam;${note}`,
			'',
			'04/12/2026;Zed;x'
		];

		const { rows, problems } = readRotaCsv(lines.join('\r\n'), known);

		expect(rows).toMatchObject([{ line: 2, dutyOn: '2026-12-03', personId: sam }]);
		expect(problems).toEqual(['Line 4: nobody on the team is called “Zed”.']);
	});

	test('the day comes before the month', () => {
		expect(readRotaCsv('Day,Who\n02/12/2026,Sam', known).rows).toMatchObject([
			{ dutyOn: '2026-12-02' }
		]);
		expect(readRotaCsv('Day,Who\n12/31/2026,Sam', known).problems).toEqual([
			'Line 2: “12/31/2026” is not a day. Write it like 03/12/2026.'
		]);
	});

	test.each([
		['a name that nobody has', '03/12/2026,,Zed', 'nobody on the team is called “Zed”.'],
		['a name that two have', '03/12/2026,,Twin', 'two people are called “Twin”.'],
		['a duty that there is not', '03/12/2026,Cooking,Sam', 'there is no duty “Cooking”.']
	])('says where it cannot use %s', (_, line, words) => {
		const { rows, problems } = readRotaCsv(`Day,Duty,Who covers\n${line}`, known);

		expect(rows).toEqual([]);
		expect(problems).toEqual([`Line 2: ${words}`]);
	});

	test('a day that someone holds, and one on which the person is away, are told', () => {
		const given = {
			...known,
			slots: [slot('2026-12-03', ann)],
			aways: [away(sam, '2026-12-04', '2026-12-05')]
		};
		const { rows, problems } = readRotaCsv('Day,Who\n03/12/2026,Sam\n04/12/2026,Sam', given);

		expect(rows).toEqual([]);
		expect(problems).toEqual([
			'Line 2: someone else is down for Thursday 3 December. They keep it.',
			'Line 3: Sam is away on Friday 4 December.'
		]);
	});

	test('past days, empty lines and what is there already are left out without a word', () => {
		const given = { ...known, slots: [slot('2026-12-03', sam)] };
		const text = 'Day,Who\n01/01/2026,Sam\n\n03/12/2026,Sam\n';

		expect(readRotaCsv(text, given)).toEqual({ rows: [], problems: [] });
	});

	test('a day that stands there twice counts once', () => {
		const { rows, problems } = readRotaCsv('Day,Who\n03/12/2026,Sam\n03/12/2026,Ann Lee', known);

		expect(rows).toHaveLength(1);
		expect(problems).toEqual(['Line 3: this day stands in the table twice.']);
	});

	test('a table without the two columns is not guessed at', () => {
		expect(readRotaCsv('a,b\n1,2', known).problems).toHaveLength(1);
		expect(readRotaCsv('', known).problems).toHaveLength(1);
	});
});
