/**
 * What holds for the do's and don'ts of every feature: known sources, plain words, one home each.
 */
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { readingGrade } from '#tests/support/reading-age.ts';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { lineIdSchema, lineTextSchema, screenSchema } from './record.ts';
import { documents, documentOf, sources } from './sources/sources.ts';

/** A whole screen; and one line, in which a single long word moves the grade by two. */
const hardestScreen = 4;
const hardestLine = 9;
const features = fileURLToPath(new URL('..', import.meta.url));
const docsFile = new URL('../../../docs/sources.md', import.meta.url);
const docs = readFileSync(docsFile, 'utf8').replace(/ +/g, ' ');
const lineSchema = z.object({
	id: lineIdSchema,
	kind: z.optional(z.enum(['do', 'dont'])),
	text: lineTextSchema,
	sources: z.array(z.string()).check(z.minLength(1))
});
const listSchema = z.object({ screen: screenSchema, lines: z.array(lineSchema) });
const pledgeSchema = z.array(lineSchema);

const files = globSync('*/guidance.ts', { cwd: features }).sort();
const lists: z.infer<typeof listSchema>[] = [];
for (const file of files) {
	const module: unknown = await import(pathToFileURL(features + file).href);
	for (const value of Object.values(z.record(z.string(), z.unknown()).parse(module))) {
		const pledge = pledgeSchema.safeParse(value);
		if (pledge.success) lists.push({ screen: 'pledge', lines: pledge.data });
		else if (typeof value !== 'function') lists.push(listSchema.parse(value));
	}
}
const lines = lists.flatMap((list) => list.lines);

describe('the do’s and don’ts of every screen', () => {
	test('are found in every feature that has them', () => {
		expect(files).toEqual(
			expect.arrayContaining(
				['accounts', 'guidance', 'people', 'practice'].map((name) => `${name}/guidance.ts`)
			)
		);
		expect(lines.length).toBeGreaterThan(30);
	});

	test('each have an id of their own', () => {
		const ids = lines.map(({ id }) => id);

		expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
	});

	test('each say where they come from, and the source is explained', () => {
		const unknown = lines.flatMap((line) =>
			line.sources.filter((source) => !Object.hasOwn(sources, source)).map((id) => [line.id, id])
		);

		expect(unknown).toEqual([]);
	});

	test('are easy to read, screen by screen', () => {
		const hard = lists
			.map(({ screen, lines }) => ({
				screen,
				grade: readingGrade(lines.map(({ text }) => text).join(' '))
			}))
			.filter(({ grade }) => grade > hardestScreen);

		expect(hard).toEqual([]);
	});

	test('are easy to read, line by line', () => {
		expect(hardOnes(lines.map(({ text }) => text))).toEqual([]);
	});
});

describe('the sources', () => {
	test('are easy to read', () => {
		expect(hardOnes(Object.values(sources))).toEqual([]);
	});

	test('stand in docs/sources.md in the same words', () => {
		const missing = Object.entries(sources).filter(
			([id, text]) => !docs.includes(`| ${id} | ${text} |`)
		);

		expect(missing).toEqual([]);
	});

	test('each belong to a document that is named', () => {
		const titles = Object.values(documents);

		const lost = Object.keys(sources).filter((id) => !titles.includes(documentOf(id)));

		expect(lost).toEqual([]);
	});
});

function hardOnes(texts: readonly string[]) {
	return texts
		.map((text) => ({ text, grade: readingGrade(text) }))
		.filter(({ grade }) => grade > hardestLine);
}
