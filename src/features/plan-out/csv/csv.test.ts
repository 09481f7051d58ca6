/**
 * The plan as a table, read back as a spreadsheet reads it.
 */
import { describe, expect, test } from 'vitest';
import type { Post } from '#features/posts/record.ts';
import { newPost } from '#features/posts/rules.ts';
import { aMoment, idFor, volunteer } from '#tests/support/actors.ts';
import { planCsv } from './csv.ts';

const account = idFor(50);
const campaign = idFor(51);
const names = {
	accounts: new Map([[account, 'Our Facebook page']]),
	campaigns: new Map([[campaign, 'Flu season']])
};

function aPost(more: Partial<Post> = {}): Post {
	const made = { id: idFor(1), createdAt: aMoment, createdBy: volunteer.personId };
	return { ...newPost(made, { title: 'Carers' }), ...more };
}

/** RFC 4180, letter by letter. */
function cellsOf(text: string): string[][] {
	const rows: string[][] = [[]];
	let cell = '';
	let isQuoted = false;
	const body = text.replace(/^\uFEFF/, '');
	for (let at = 0; at < body.length; at++) {
		const sign = body.charAt(at);
		if (isQuoted && sign === '"' && body.charAt(at + 1) === '"') cell += body.charAt(++at);
		else if (sign === '"') isQuoted = !isQuoted;
		else if (!isQuoted && sign === ',') {
			rows.at(-1)?.push(cell);
			cell = '';
		} else if (!isQuoted && sign === '\r' && body.charAt(at + 1) === '\n') {
			rows.at(-1)?.push(cell);
			cell = '';
			at++;
			rows.push([]);
		} else cell += sign;
	}
	return rows.slice(0, -1);
}

function cellOf(post: Post, column: string): string | undefined {
	const [head = [], row = []] = cellsOf(planCsv([post], names));
	return row[head.indexOf(column)];
}

describe('the plan as a table', () => {
	test('has a row for each post, with days and names as people know them', () => {
		const post = aPost({
			...{ plannedOn: '2026-12-03', plannedTime: '18:30', accounts: [account, idFor(99)] },
			...{ campaignId: campaign, aim: 'listening', status: 'approved' }
		});

		const [head, row] = cellsOf(planCsv([post], names));

		expect(head?.slice(0, 5)).toEqual(['Day', 'Time', 'Name', 'State', 'Accounts']);
		expect(row).toEqual([
			...['03/12/2026', '18:30', 'Carers', 'Approved', 'Our Facebook page', ''],
			...['Listening to patients', 'Our own words', '', 'Flu season', '', '']
		]);
	});

	test('keeps commas, quotes and lines in their cell', () => {
		const text = 'One, two\nthree "four"\r\n, five';

		expect(cellOf(aPost({ text }), 'Text')).toBe(text);
	});

	test.each([
		'=1+1',
		'+44 1632 960001',
		'-5',
		'@SUM(A1)',
		'\t=1',
		'\r=1',
		' =1+1',
		'=HYPERLINK("x")'
	])('never starts a cell with %j, which a spreadsheet may run', (title) => {
		const cell = cellOf(aPost({ title }), 'Name');

		expect(cell).toBe(`'${title}`);
	});

	test('leaves hashtags and plain words as they are', () => {
		const text = '#FluJab is here – come in';

		expect(cellOf(aPost({ text }), 'Text')).toBe(text);
	});

	test('starts with the mark by which Excel knows the letters', () => {
		const text = planCsv([aPost({ title: 'Café' })], names);

		expect(text.charCodeAt(0)).toBe(0xfeff);
		expect(text).toContain('Café');
		expect(text.endsWith('\r\n')).toBe(true);
	});
});
