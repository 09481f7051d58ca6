/**
 * A file of numbers that someone brought in, and how its columns were read where we had to ask.
 *
 * The numbers themselves are in results/record.ts. The file is not kept, nor is a name from it.
 */
import * as z from 'zod/mini';
import { daySchema, spokenDay } from '#domain/calendar.ts';
import { defineRecord, recordFields, type RowOf } from '#domain/record.ts';
import { roles } from '#domain/roles.ts';
import { fields } from '../reading/sources.ts';

const count = z.int().check(z.nonnegative());

export const importFields = {
	accountId: z.uuid(),
	/** What kind of file it was: 'meta-facebook'. */
	source: z.string().check(z.minLength(1), z.maxLength(40)),
	fileName: z.string().check(z.maxLength(200)),
	/** Lines of the file, without its heading. */
	rows: count,
	posts: count,
	/** How many of these posts had numbers before. */
	replaced: count,
	/** Days of the first and the last post. */
	firstOn: daySchema,
	lastOn: daySchema
};

export const insightImportRecord = defineRecord({
	kind: 'insight-import',
	noun: 'file of numbers',
	path: '/insights/import',
	schema: z.object({
		...recordFields,
		...importFields,
		broughtOn: daySchema,
		/** 'coming-in': it was begun; where it stays so, the app was closed half-way. */
		status: z.enum(['coming-in', 'done', 'undone']),
		undoneBy: z.nullable(z.string())
	}),
	indexes: ['accountId'],
	day: 'broughtOn',
	readers: roles,
	fields: { status: 'decided', undoneBy: 'decided' },
	title: ({ firstOn, lastOn }) => `Numbers from ${spokenDay(firstOn)} to ${spokenDay(lastOn)}`,
	labels: { fileName: 'File', status: 'State', posts: 'Posts', undoneBy: 'Undone by' }
});
export type InsightImport = RowOf<typeof insightImportRecord>;

/** The most columns of a file that are looked at. */
const maxColumns = 120;

export const columnFields = {
	/** Which file it is about: see `signatureOf` in reading/headers.ts. */
	signature: z.string().check(z.regex(/^[0-9a-f]{16}$/, 'This is no file we know.')),
	columns: z
		.array(
			z.strictObject({
				header: z.string().check(z.maxLength(120)),
				means: z.enum(fields)
			})
		)
		.check(z.minLength(1), z.maxLength(maxColumns))
};

/** What the columns of a file mean that the app does not know: asked once, kept for the group. */
export const importColumnsRecord = defineRecord({
	kind: 'import-columns',
	noun: 'answer about columns',
	path: '/insights/import',
	schema: z.object({ ...recordFields, ...columnFields }),
	indexes: ['signature'],
	readers: roles,
	title: ({ columns }) => `What ${columns.length} columns of a file mean`
});
