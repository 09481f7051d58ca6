/**
 * The examples that come with nhsuk-frontend: what the NHS hands to a component, and its markup.
 *
 * A test turns each `given` into props of ours, so that every example counts and none is typed out.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createRawSnippet, type Snippet } from 'svelte';
import * as z from 'zod/mini';

const size = z.optional(z.nullable(z.enum(['s', 'm', 'l', 'xl'])));
const wordsGiven = z.union([
	z.string(),
	z.object({
		text: z.optional(z.string()),
		html: z.optional(z.string()),
		heading: z.optional(z.string()),
		caption: z.optional(z.string()),
		id: z.optional(z.string()),
		level: z.optional(z.literal([1, 2, 3])),
		size,
		classes: z.optional(z.string()),
		width: z.optional(z.unknown())
	})
]);
export type WordsGiven = z.infer<typeof wordsGiven>;

const action = z.object({
	text: z.string(),
	href: z.optional(z.string()),
	visuallyHiddenText: z.optional(z.string())
});
const item = z.object({
	value: z.optional(z.string()),
	text: z.optional(z.string()),
	hint: z.optional(wordsGiven),
	disabled: z.optional(z.boolean()),
	behaviour: z.optional(z.string()),
	conditional: z.optional(z.object({ html: z.string() })),
	divider: z.optional(z.union([z.string(), z.boolean()])),
	href: z.optional(z.string()),
	number: z.optional(z.number()),
	current: z.optional(z.boolean()),
	heading: z.optional(wordsGiven),
	status: z.optional(
		z.object({
			tag: z.object({
				text: z.string(),
				colour: z.optional(z.union([z.literal('blue'), z.literal(false)]))
			})
		})
	)
});
const neighbour = z.optional(z.object({ href: z.string(), label: z.optional(z.string()) }));
const box = z.optional(z.object({ value: z.optional(z.string()), error: z.optional(z.boolean()) }));

const givenSchema = z.object({
	id: z.optional(z.string()),
	idPrefix: z.optional(z.string()),
	name: z.optional(z.string()),
	label: z.optional(wordsGiven),
	fieldset: z.optional(z.nullable(z.object({ legend: wordsGiven }))),
	legend: z.optional(wordsGiven),
	hint: z.optional(wordsGiven),
	errorMessage: z.optional(wordsGiven),
	value: z.optional(z.string()),
	values: z.optional(z.union([z.array(z.string()), z.record(z.string(), z.string())])),
	text: z.optional(z.string()),
	html: z.optional(z.string()),
	heading: z.optional(wordsGiven),
	title: z.optional(wordsGiven),
	summary: z.optional(wordsGiven),
	description: z.optional(wordsGiven),
	caption: z.optional(wordsGiven),
	prefix: z.optional(wordsGiven),
	suffix: z.optional(wordsGiven),
	items: z.optional(z.array(item)),
	errorList: z.optional(z.array(z.object({ text: z.string(), href: z.optional(z.string()) }))),
	rows: z.optional(z.array(z.unknown())),
	head: z.optional(z.array(z.unknown())),
	variant: z.optional(z.string()),
	colour: z.optional(z.string()),
	border: z.optional(z.boolean()),
	lastRowBorder: z.optional(z.boolean()),
	small: z.optional(z.boolean()),
	inline: z.optional(z.boolean()),
	open: z.optional(z.boolean()),
	disabled: z.optional(z.boolean()),
	responsive: z.optional(z.boolean()),
	compact: z.optional(z.boolean()),
	firstCellIsHeader: z.optional(z.boolean()),
	href: z.optional(z.string()),
	image: z.optional(z.object({ src: z.optional(z.string()) })),
	type: z.optional(z.string()),
	icon: z.optional(z.union([z.string(), z.object({ name: z.string(), placement: z.string() })])),
	maxlength: z.optional(z.number()),
	rowCount: z.optional(z.number()),
	width: z.optional(z.literal([2, 3, 4, 5, 10, 20, 30])),
	inputmode: z.optional(z.literal('numeric')),
	spellcheck: z.optional(z.boolean()),
	autocomplete: z.optional(z.literal(['postal-code', 'address-line1', 'street-address'])),
	day: box,
	month: box,
	year: box,
	previous: neighbour,
	next: neighbour
});
export type Given = z.infer<typeof givenSchema>;

const summaryRow = z.object({
	key: wordsGiven,
	value: wordsGiven,
	actions: z.optional(z.object({ items: z.array(action) }))
});
const cell = z.union([
	z.string(),
	z.object({ text: z.optional(z.string()), format: z.optional(z.literal('numeric')) })
]);
const fixtureFile = z.object({
	fixtures: z.array(z.object({ name: z.string(), context: z.unknown(), html: z.string() }))
});

export interface Example {
	readonly name: string;
	readonly given: Given;
	readonly html: string;
}

/** All examples with one of these names; an unknown name is a defect of the test. */
export function examples(component: string, names: readonly string[]): Example[] {
	const path = `nhsuk-frontend/dist/nhsuk/components/${component}/fixtures.json`;
	const file = createRequire(import.meta.url).resolve(path);
	const { fixtures } = fixtureFile.parse(JSON.parse(readFileSync(file, 'utf8')));
	return names.flatMap((name) => {
		const found = fixtures.filter((fixture) => fixture.name === name);
		if (found.length === 0) throw new Error(`The NHS has no example '${name}' of ${component}.`);
		return found.map(({ context, html }) => ({ name, html, given: givenSchema.parse(context) }));
	});
}

export function markup(html: string): Snippet {
	return createRawSnippet(() => ({ render: () => html }));
}

/** @throws {Error} when nothing is given. */
export function wordsOf(given: WordsGiven | undefined): string | Snippet {
	const words = maybeWords(given);
	if (words === undefined) throw new Error('The example gives no words here.');
	return words;
}

export function maybeWords(given: WordsGiven | undefined): string | Snippet | undefined {
	if (given === undefined || typeof given === 'string') return given;
	return given.html === undefined ? (given.heading ?? given.text) : markup(given.html);
}

export function textOf(given: WordsGiven | undefined): string | undefined {
	return typeof given === 'object' ? (given.heading ?? given.text) : given;
}

export function sizeOf(given: WordsGiven | undefined): 's' | 'm' | 'l' | 'xl' | undefined {
	return typeof given === 'object' ? (given.size ?? undefined) : undefined;
}

export function levelOf(given: WordsGiven | undefined): 1 | 2 | 3 | undefined {
	if (typeof given !== 'object') return undefined;
	return given.heading === undefined ? given.level : 1;
}

export function summaryRows(given: Given) {
	return z.array(summaryRow).parse(given.rows);
}

export function tableCells(given: Given) {
	return {
		head: z.array(cell).parse(given.head),
		rows: z.array(z.array(cell)).parse(given.rows)
	};
}
