/** Fields against the NHS's own examples: label, hint, error and box, in the NHS order. */
import { outlineOf, partOf } from '#tests/support/markup.ts';
import {
	examples,
	levelOf,
	maybeWords,
	sizeOf,
	textOf,
	wordsOf,
	type Given
} from '#tests/support/nhs-examples.ts';
import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import CharacterCount from './CharacterCount.svelte';
import DateInput from './DateInput.svelte';
import Fieldset from './Fieldset.svelte';
import SearchBox from './SearchBox.svelte';
import Select from './Select.svelte';
import Textarea from './Textarea.svelte';
import TextInput from './TextInput.svelte';

const withLabel = [
	'default',
	'with error message',
	'with error message and hint',
	'with error message and hint as strings',
	'with error message and hint, without heading',
	'with error message, without heading',
	'with hint',
	'without heading'
];

function fieldOf(given: Given) {
	return {
		id: given.id ?? given.name ?? '',
		name: given.name,
		label: wordsOf(given.label),
		labelSize: sizeOf(given.label),
		headingLevel: levelOf(given.label),
		hint: maybeWords(given.hint),
		error: textOf(given.errorMessage),
		value: given.value ?? '',
		isDisabled: given.disabled
	};
}

describe('a line of text is the NHS text input', () => {
	test.each(
		examples('input', [
			...withLabel,
			'disabled',
			'width',
			'example address postcode',
			'with autocomplete attribute',
			'with prefix',
			'with suffix',
			'with prefix and suffix',
			'with prefix and suffix and error message'
		])
	)('$name', ({ given, html }) => {
		const { width, inputmode, spellcheck, autocomplete } = given;
		const prefix = textOf(given.prefix);
		const suffix = textOf(given.suffix);
		const props = { ...fieldOf(given), width, inputmode, spellcheck, autocomplete, prefix, suffix };

		const { body } = render(TextInput, { props });

		// Small print for codes is not something that we use.
		expect(outlineOf(body)).toEqual(outlineOf(html.replace('nhsuk-input--code', '')));
	});
});

describe('several lines of text are the NHS textarea', () => {
	test.each(examples('textarea', [...withLabel, 'disabled']))('$name', ({ given, html }) => {
		const { body } = render(Textarea, { props: fieldOf(given) });

		expect(outlineOf(body)).toEqual(outlineOf(html));
	});
});

describe('counted text is the NHS character count, before it runs', () => {
	test.each(examples('character-count', [...withLabel, 'disabled', 'with value']))(
		'$name',
		({ given, html }) => {
			const max = given.maxlength ?? 0;
			// The NHS marks the box only when it runs; we mark a text that is too long at once.
			const value = given.errorMessage ? '' : (given.value ?? '').slice(0, max);

			const { body } = render(CharacterCount, { props: { ...fieldOf(given), max, value } });

			expect(outlineOf(body)).toEqual(outlineOf(html.replace(given.value ?? '', value)));
		}
	);

	test('a text that is too long is marked', () => {
		const props = { id: 'words', label: 'Words', max: 5, value: 'Hello there' };

		const { body } = render(CharacterCount, { props });

		expect(body).toContain('nhsuk-textarea--error');
	});
});

describe('a choice from a list is the NHS select', () => {
	test.each(
		examples('select', [...withLabel, 'disabled', 'disabled option', 'with selected value'])
	)('$name', ({ given, html }) => {
		const options = (given.items ?? []).map(({ value = '', text = '', disabled = false }) => ({
			value,
			label: text,
			isDisabled: disabled
		}));

		const { body } = render(Select, { props: { ...fieldOf(given), options } });

		expect(outlineOf(body)).toEqual(outlineOf(html));
	});
});

describe('searching is the NHS search input', () => {
	test.each(examples('search-input', [...withLabel, 'with hidden label', 'with hint and value']))(
		'$name',
		({ given, html }) => {
			const isLabelHidden = typeof given.label === 'object' && given.label.classes !== undefined;

			const { body } = render(SearchBox, { props: { ...fieldOf(given), isLabelHidden } });

			const ours = outlineOf(partOf(body, 'nhsuk-search-input'));
			expect(ours).toEqual(outlineOf(html, ['placeholder']));
		}
	);
});

describe('a known day is the NHS date input', () => {
	test.each(
		examples('date-input', [
			'default',
			'disabled',
			'legend',
			'with error message',
			'with error message and hint',
			'with error message and hint, without heading',
			'with error on day input',
			'with error on month input (using items)',
			'with error on year input',
			'with values',
			'without heading'
		])
	)('$name', ({ given, html }) => {
		const legend = given.fieldset?.legend;
		const boxes = ['day', 'month', 'year'] as const;
		const typed = (box: 'day' | 'month' | 'year') =>
			given[box]?.value ?? (Array.isArray(given.values) ? '' : (given.values?.[box] ?? ''));
		const wrong = boxes.filter((box) => given[box]?.error);
		const props = {
			id: given.id ?? '',
			legend: wordsOf(legend),
			legendSize: sizeOf(legend),
			headingLevel: levelOf(legend),
			hint: maybeWords(given.hint) ?? '',
			error: textOf(given.errorMessage),
			wrongBoxes: wrong.length > 0 ? wrong : undefined,
			value: [typed('year'), typed('month'), typed('day')].join('-'),
			isDisabled: given.disabled
		};

		const { body } = render(DateInput, { props });

		const noLegendId = html.replace(' id="custom-id"', '');
		expect(outlineOf(body, ['name'])).toEqual(outlineOf(noLegendId, ['name']));
	});
});

describe('fields that belong together are the NHS fieldset', () => {
	test.each(examples('fieldset', ['default', 'without legend heading']))(
		'$name',
		({ given, html }) => {
			const props = {
				legend: wordsOf(given.legend),
				legendSize: sizeOf(given.legend),
				headingLevel: levelOf(given.legend)
			};

			const { body } = render(Fieldset, { props });

			expect(outlineOf(body)).toEqual(outlineOf(html));
		}
	);
});
