/** What stands on a page against the NHS's own examples: buttons, cards, banners. */
import { outlineOf } from '#tests/support/markup.ts';
import {
	examples,
	levelOf,
	markup,
	maybeWords,
	sizeOf,
	textOf,
	wordsOf
} from '#tests/support/nhs-examples.ts';
import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import Button from './Button.svelte';
import Card from './Card.svelte';
import Details from './Details.svelte';
import DoDontList from './DoDontList.svelte';
import ErrorSummary from './ErrorSummary.svelte';
import InsetText from './InsetText.svelte';
import NotificationBanner from './NotificationBanner.svelte';
import WarningCallout from './WarningCallout.svelte';

const oneOf = <T extends string>(words: string | undefined, allowed: readonly T[]) =>
	allowed.find((word) => word === words);

describe('a button is the NHS button', () => {
	test.each(
		examples('button', [
			'default',
			'default, small',
			'disabled',
			'secondary',
			'secondary as a link',
			'secondary, small',
			'warning',
			'warning as a link',
			'with icon at start',
			'as a link',
			'as a link, small'
		])
	)('$name', ({ given, html }) => {
		const props = {
			children: markup(given.text ?? ''),
			variant: oneOf(given.variant, ['secondary', 'warning']),
			size: given.small ? ('small' as const) : undefined,
			icon: given.icon === undefined ? undefined : ('arrow-left' as const),
			type: 'submit' as const,
			href: given.href,
			isDisabled: given.disabled
		};

		const { body } = render(Button, { props });

		expect(outlineOf(body)).toEqual(outlineOf(html));
	});
});

describe('a card is the NHS card', () => {
	test.each(
		examples('card', [
			'basic with heading link',
			'basic without heading',
			'clickable',
			'feature',
			'secondary',
			'secondary with heading link',
			'secondary without heading',
			'warning',
			'with image'
		])
	)('$name', ({ given, html }) => {
		// Ours can always be tapped as a whole once it leads somewhere.
		const asClickable = given.href && !html.includes('nhsuk-card--clickable');
		const official = asClickable
			? html.replace('class="nhsuk-card', 'class="nhsuk-card--clickable nhsuk-card')
			: html;
		const image = given.image?.src === undefined ? undefined : { src: given.image.src, alt: '' };
		const props = {
			heading: maybeWords(given.heading),
			headingLevel: levelOf(given.heading),
			headingSize: sizeOf(given.heading),
			href: given.href,
			variant: oneOf(given.variant, ['secondary', 'feature', 'warning']),
			description: maybeWords(given.description),
			image
		};

		const { body } = render(Card, { props });

		expect(outlineOf(body)).toEqual(outlineOf(official));
	});
});

describe('words one tap away are the NHS details', () => {
	test.each(examples('details', ['default', 'open', 'with HTML', 'with summary HTML']))(
		'$name',
		({ given, html }) => {
			const children = markup(given.html ?? given.text ?? '');

			const { body } = render(Details, {
				props: { summary: wordsOf(given.summary), open: given.open ?? false, children }
			});

			expect(outlineOf(body)).toEqual(outlineOf(html));
		}
	);
});

describe("do's and don'ts are the NHS list", () => {
	test.each(
		examples('do-dont-list', [
			'default',
			"(don't) with hidden prefix",
			'with heading level 1',
			'with heading level 2'
		])
	)('$name', ({ given, html }) => {
		const lines = (given.items ?? []).map(({ text = '' }) => ({ id: text, text }));
		const props = {
			kind: given.icon === 'tick' ? ('do' as const) : ('dont' as const),
			lines,
			headingLevel: levelOf(given.heading)
		};

		const { body } = render(DoDontList, { props });

		expect(outlineOf(body)).toEqual(outlineOf(html));
	});

	test('each line says where it comes from, one tap away', () => {
		const sources = [{ words: 'Good practice guide', href: '/guidance#S0-9' }];
		const lines = [{ id: 'facts', text: 'Check the facts.', sources }];

		const { body } = render(DoDontList, { props: { kind: 'do', lines } });

		expect(body).toMatch(/<details[^>]*>[^]*Source[^]*Good practice guide/);
	});
});

describe('what must be put right is the NHS error summary', () => {
	test.each(
		examples('error-summary', [
			'default',
			'with description',
			'with description HTML',
			'with multiple errors',
			'without error link',
			'without error link (mixed)'
		])
	)('$name', ({ given, html }) => {
		const problems = (given.errorList ?? []).map(({ text, href }) => ({
			text,
			fieldId: href?.slice(1)
		}));
		const props = { problems, description: maybeWords(given.description) };

		const { body } = render(ErrorSummary, { props });

		expect(outlineOf(body, ['tabindex'])).toEqual(outlineOf(html));
	});

	test('nothing is shown when all is well', () => {
		const { body } = render(ErrorSummary, { props: { problems: [] } });

		expect(outlineOf(body)).toEqual([]);
	});
});

test.each(examples('inset-text', ['default', 'with HTML']))(
	'words that stand out are the NHS inset text: $name',
	({ given, html }) => {
		const children = markup(given.html ?? `<p>${given.text ?? ''}</p>`);

		const { body } = render(InsetText, { props: { children } });

		expect(outlineOf(body)).toEqual(outlineOf(html));
	}
);

test.each(examples('warning-callout', ['default', 'with custom heading', 'with HTML']))(
	'a warning is the NHS warning callout: $name',
	({ given, html }) => {
		const children = given.html === undefined ? undefined : markup(given.html);
		const props = { heading: textOf(given.heading), description: given.text, children };

		const { body } = render(WarningCallout, { props });

		expect(outlineOf(body)).toEqual(outlineOf(html));
	}
);

describe('news about the page is the NHS notification banner', () => {
	test.each(
		examples('notification-banner', [
			'default',
			'success with HTML',
			'with a list',
			'with custom title',
			'with HTML',
			'with success variant'
		])
	)('$name', ({ given, html }) => {
		const props = {
			variant: oneOf(given.variant, ['success']),
			title: textOf(given.title),
			heading: given.text ?? maybeWords(given.heading),
			children: given.html === undefined ? undefined : markup(given.html)
		};

		const { body } = render(NotificationBanner, { props });

		expect(outlineOf(body)).toEqual(outlineOf(html));
	});
});
