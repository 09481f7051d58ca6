/** Records as they are kept: what stands in them, and what they are looked up by. */
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { defineRecord, recordFields } from '#domain/record.ts';
import { registry } from '#features/registry.ts';
import { idFor } from '#tests/support/actors.ts';
import { fieldsIn, holdsValue, keptAs, lookupsOf } from './rows.ts';

const plotRecord = defineRecord({
	kind: 'plot',
	noun: 'plot',
	schema: z.object({
		...recordFields,
		keeper: z.nullable(z.string()),
		tags: z.array(z.string()),
		isDug: z._default(z.boolean(), false)
	}),
	indexes: ['keeper', 'tags'],
	readers: [],
	title: () => 'A plot'
});
const plot = { id: idFor(1), createdAt: 0, createdBy: idFor(2), isDug: true };

describe('what stands in a record', () => {
	test('is what its text says, and nothing that a mutation holds in its hand', () => {
		const tags = ['sunny'];

		const { body, fields } = keptAs(plotRecord, { ...plot, keeper: null, tags });
		tags.push('wet');

		expect(fields).toEqual({ ...plot, keeper: null, tags: ['sunny'] });
		expect(fields).toEqual(fieldsIn(body));
	});

	// One that was there and goes would stay on the phones: they are sent what changed.
	test.each(registry.records.map(({ kind, schema }) => ({ kind, schema })))(
		'is every field of a $kind, always',
		({ schema }) => {
			const { properties = {}, required } = z.toJSONSchema(schema, {
				io: 'output',
				unrepresentable: 'any'
			});

			expect(Object.keys(properties).length).toBeGreaterThan(3);
			expect(required).toEqual(Object.keys(properties));
		}
	);
});

describe('what a record is looked up by', () => {
	test('is each value of each indexed field, once', () => {
		const row = { ...plot, keeper: 'Ada', tags: ['wet', 'Ada', 'wet'] };

		expect(lookupsOf(plotRecord, row)).toEqual([
			{ field: 'keeper', value: 'Ada' },
			{ field: 'tags', value: 'wet' },
			{ field: 'tags', value: 'Ada' }
		]);
		expect(lookupsOf(plotRecord, { ...row, keeper: null, tags: [] })).toEqual([]);
		expect(lookupsOf(plotRecord, undefined)).toEqual([]);
	});

	test('is short and can be kept, whatever the text, and found by the text', () => {
		const hard = ['a'.repeat(100_000), 'nothing\0', 'half \ud83d', 'two\nlines'];
		const row = { ...plot, keeper: null, tags: hard };

		const values = lookupsOf(plotRecord, row).map(({ value }) => value);

		expect(new Set(values).size).toBe(hard.length);
		for (const value of values) expect(value).toMatch(/^(sha256:[0-9a-f]{64}|two\nlines)$/);
		for (const text of hard) expect(holdsValue(plotRecord, row, 'tags', text)).toBe(true);
		expect(holdsValue(plotRecord, row, 'keeper', hard[0] ?? '')).toBe(false);
	});
});
