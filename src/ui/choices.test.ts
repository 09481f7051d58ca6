/** Radios and checkboxes against the NHS's own examples. */
import { outlineOf } from '#tests/support/markup.ts';
import {
	examples,
	levelOf,
	markup,
	maybeWords,
	sizeOf,
	textOf,
	wordsOf,
	type Given
} from '#tests/support/nhs-examples.ts';
import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import Checkboxes from './Checkboxes.svelte';
import { choiceIds, type Choice } from './field.ts';
import Radios from './Radios.svelte';

const names = [
	'default',
	'disabled',
	'disabled input',
	'inline',
	'with conditional content',
	'with conditional content, error message',
	'with error message',
	'with error message and hint',
	'with error message and hint as strings',
	'with error message and hint, without heading',
	'with hint',
	'with hints on items',
	'with long text'
];

/** The NHS gives dividers a place of their own in the list; ours belong to the answer after them. */
function choicesOf(given: Given): Choice[] {
	const choices: Choice[] = [];
	let divider: string | undefined;
	for (const item of given.items ?? []) {
		if (typeof item.divider === 'string') {
			divider = item.divider;
			continue;
		}
		choices.push({
			value: item.value ?? '',
			label: item.text ?? '',
			hint: maybeWords(item.hint),
			conditional: item.conditional && markup(item.conditional.html),
			divider,
			isDisabled: item.disabled,
			isExclusive: item.behaviour === 'exclusive'
		});
		divider = undefined;
	}
	return choices;
}

function groupOf(given: Given) {
	const legend = given.fieldset?.legend;
	return {
		id: given.idPrefix ?? given.name ?? '',
		name: given.name,
		legend: legend && wordsOf(legend),
		legendSize: sizeOf(legend),
		headingLevel: levelOf(legend),
		hint: maybeWords(given.hint),
		error: textOf(given.errorMessage),
		choices: choicesOf(given),
		layout: given.inline ? ('inline' as const) : undefined,
		size: given.small ? ('small' as const) : undefined,
		isDisabled: given.disabled
	};
}

describe('one answer out of a few is the NHS radios', () => {
	test.each(examples('radios', [...names, 'with divider', 'with pre-checked value']))(
		'$name',
		({ given, html }) => {
			const props = { ...groupOf(given), legend: wordsOf(given.fieldset?.legend) };

			const { body } = render(Radios, { props: { ...props, value: given.value ?? '' } });

			expect(outlineOf(body)).toEqual(outlineOf(html));
		}
	);
});

describe('any number of answers is the NHS checkboxes', () => {
	test.each(
		examples('checkboxes', [
			...names,
			'with "none" option',
			'without fieldset',
			'with pre-checked values'
		])
	)('$name', ({ given, html }) => {
		const values = Array.isArray(given.values) ? given.values : [];

		const { body } = render(Checkboxes, { props: { ...groupOf(given), values } });

		expect(outlineOf(body)).toEqual(outlineOf(html));
	});

	test('a single checkbox reads its error to whoever reaches it', () => {
		const choices = [{ value: 'yes', label: 'I have read the promise' }];
		const props = { id: 'promise', choices, error: 'Read the promise first' };

		const { body } = render(Checkboxes, { props });

		expect(body).toContain('aria-describedby="promise-error"');
	});
});

test('a divider takes a place in the ids, and the first answer carries the id of the field', () => {
	const choices = [
		{ value: 'a', label: 'A' },
		{ value: 'b', label: 'B' },
		{ value: 'c', label: 'C', divider: 'or' }
	];

	expect(choiceIds('where', choices)).toEqual(['where', 'where-2', 'where-4']);
});
