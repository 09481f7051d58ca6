/** Which fields changed since a version: known for certain, or not at all. */
import { describe, expect, test } from 'vitest';
import type { Fields } from '#domain/transaction.ts';
import { changedSince, notedAs, type Noted } from './recent.ts';
import { fieldsIn } from './rows.ts';

/** The note beside a record that gets these fields. */
function noted(before: Noted | undefined, fields: Fields | undefined, version: number) {
	const was = before?.body ? fieldsIn(before.body) : undefined;
	return notedAs(before, { was, fields, version }).recent;
}

/** A record after each of its bodies, which came with these versions. */
function life(...steps: readonly [number, object | null][]): Noted {
	let last: Noted | undefined;
	for (const [version, fields] of steps) {
		const body = fields && JSON.stringify(fields);
		last = { body, version, recent: noted(last, fields ? { ...fields } : undefined, version) };
	}
	if (!last) throw new Error('A life has a beginning.');
	return last;
}

const since = (record: Noted, version: number) => {
	const names = changedSince(record, version);
	return names && [...new Set(names)].sort();
};

describe('the fields that changed', () => {
	const plot = life([3, { a: 1, b: 1 }], [5, { a: 2, b: 1 }], [9, { a: 2, b: [1], c: null }]);

	test('are those of every later version', () => {
		expect(since(plot, 3)).toEqual(['a', 'b', 'c']);
		expect(since(plot, 4)).toEqual(['a', 'b', 'c']);
		expect(since(plot, 5)).toEqual(['b', 'c']);
		expect(since(plot, 9)).toEqual([]);
	});

	test('are all of them for whoever has not seen the record', () => {
		expect(since(plot, 2)).toBeUndefined();
	});

	test('are all of them where one is gone, or the record had been gone', () => {
		expect(since(life([3, { a: 1, b: 1 }], [5, { a: 1 }]), 4)).toBeUndefined();
		expect(since(life([3, { a: 1 }], [4, null], [5, { a: 1 }]), 4)).toBeUndefined();
		expect(life([3, { a: 1 }], [4, null]).recent).toBeNull();
	});

	test('are told from the first change on of a record that was there before any notes', () => {
		const old = { body: '{"a":1}', version: 3, recent: null };
		const recent = noted(old, { a: 2 }, 5);
		const now = { body: '{"a":2}', version: 5, recent };

		expect(since(old, 3)).toBeUndefined();
		expect(since(now, 2)).toBeUndefined();
		expect(since(now, 3)).toEqual(['a']);
	});

	test('are not known where a server without notes has written the record since', () => {
		const skipped = { ...plot, body: '{"a":7,"b":[1],"c":null}', version: 10 };
		const fields = { a: 7, b: [1], c: 1 };
		const recent = noted(skipped, fields, 11);
		const again = { body: JSON.stringify(fields), version: 11, recent };

		expect(since(skipped, 9)).toBeUndefined();
		expect(since(again, 9)).toBeUndefined();
		expect(since(again, 10)).toEqual(['c']);
	});

	test('are forgotten after some changes, and then not guessed', () => {
		const busy = life(
			[1, { n: 0, first: true }],
			[2, { n: 1, first: false }],
			...Array.from({ length: 8 }, (_, at): [number, object] => [
				at + 3,
				{ n: at + 2, first: false }
			])
		);

		expect(since(busy, 1)).toBeUndefined();
		expect(since(busy, 2)).toEqual(['n']);
	});

	test('are none that can be read from notes that are not readable', () => {
		expect(since({ ...plot, recent: '{"since":0}' }, 9)).toBeUndefined();
	});
});
