/** Everything can be reached and done with the keyboard alone. */
import { find, html, show } from '#tests/support/mounted.ts';
import { createRawSnippet } from 'svelte';
import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import BottomBar from './BottomBar.svelte';
import Button from './Button.svelte';
import Checkboxes from './Checkboxes.svelte';
import ErrorSummary from './ErrorSummary.svelte';
import MonthGrid from './MonthGrid.svelte';
import Radios from './Radios.svelte';
import SkipLink from './SkipLink.svelte';
import Tabs from './Tabs.svelte';
import TextInput from './TextInput.svelte';

const focused = () => document.activeElement?.textContent.replace(/\s+/g, ' ').trim();

describe('the calendar of a month', () => {
	const december = { label: 'Posts', month: '2026-12', today: '2026-12-03' };

	test('is one stop of the Tab key, and starts at today', async () => {
		show(MonthGrid, december);

		await userEvent.keyboard('{Tab}{Tab}{Tab}');

		expect(focused()).toContain('Thursday 3 December');
		expect(document.querySelectorAll('[role=gridcell] [tabindex="0"]')).toHaveLength(1);
	});

	test.each([
		['{ArrowRight}', 'Friday 4 December'],
		['{ArrowLeft}', 'Wednesday 2 December'],
		['{ArrowDown}', 'Thursday 10 December'],
		['{ArrowUp}', 'Thursday 26 November'],
		['{Home}', 'Monday 30 November'],
		['{End}', 'Sunday 6 December'],
		['{PageUp}', 'Tuesday 3 November'],
		['{PageDown}', 'Sunday 3 January']
	])('%s leads from 3 December to %s, into another month if need be', async (key, day) => {
		show(MonthGrid, december);
		find('[aria-current=date]').focus();

		await userEvent.keyboard(key);

		expect(focused()).toContain(day);
	});

	test('Enter chooses the day', async () => {
		const chosen: string[] = [];
		show(MonthGrid, { ...december, onchoose: (day: string) => void chosen.push(day) });
		find('[aria-current=date]').focus();

		await userEvent.keyboard('{ArrowDown}{Enter}');

		expect(chosen).toEqual(['2026-12-10']);
		expect(find('[aria-selected=true]').textContent).toContain('Thursday 10 December');
	});

	test('says what is on a day after its name', () => {
		const day = createRawSnippet<[string]>((of) => ({
			render: () => `<span>${of() === '2026-12-03' ? '2 posts' : ''}</span>`
		}));

		show(MonthGrid, { ...december, day });

		const words = find('[aria-current=date]').textContent.replace(/\s+/g, ' ');
		expect(words).toContain('Thursday 3 December 2 posts');
	});
});

describe('tabs', () => {
	const tabs = ['all', 'ready', 'waiting'].map((id) => ({ id, label: `Show ${id}` }));
	const panel = createRawSnippet<[string]>((id) => ({ render: () => `<p>Panel ${id()}</p>` }));
	const seen = () =>
		[...document.querySelectorAll<HTMLElement>('[role=tabpanel]')]
			.filter((element) => element.checkVisibility())
			.map(({ id }) => id);

	test('only the first panel is seen, on a phone too', () => {
		show(Tabs, { tabs, panel });

		expect(seen()).toEqual(['all']);
	});

	test.each([
		['{ArrowRight}', 'ready'],
		['{ArrowRight}{ArrowRight}', 'waiting'],
		['{ArrowRight}{ArrowLeft}', 'all'],
		['{End}', 'waiting'],
		['{End}{Home}', 'all'],
		['{ArrowLeft}', 'all']
	])('%s shows the panel "%s" and moves the focus', async (keys, id) => {
		show(Tabs, { tabs, panel });
		find('[role=tab]').focus();

		await userEvent.keyboard(keys);

		expect(seen()).toEqual([id]);
		expect(focused()).toBe(`Show ${id}`);
	});

	test('the Tab key leaves the tabs at once', async () => {
		show(Tabs, { tabs, panel });
		show(Button, { children: html('<span>After</span>') });
		find('[role=tab]').focus();

		await userEvent.keyboard('{Tab}');

		expect(focused()).toBe('After');
	});
});

describe('the error summary', () => {
	test('takes the focus when it is shown', () => {
		show(ErrorSummary, { problems: [{ text: 'Say what the post is about' }] });

		expect(document.activeElement).toBe(find('.nhsuk-error-summary'));
	});

	test('leads to the field, and to the first answer of a group', async () => {
		show(ErrorSummary, {
			problems: [
				{ text: 'Say what it is about', fieldId: 'title' },
				{ text: 'Choose one', fieldId: 'who' }
			]
		});
		show(TextInput, { id: 'title', label: 'What is it about?' });
		show(Radios, { id: 'who', legend: 'Who?', choices: [{ value: 'a', label: 'A' }] });

		await userEvent.click(find('a[href="#title"]'));
		expect(document.activeElement?.id).toBe('title');

		await userEvent.click(find('a[href="#who"]'));
		expect(document.activeElement?.id).toBe('who');
	});
});

describe('answers', () => {
	const choices = [
		{ value: 'yes', label: 'Yes' },
		{ value: 'no', label: 'No' },
		{ value: 'none', label: 'None of these', divider: 'or', isExclusive: true }
	];
	const ticked = () =>
		[...document.querySelectorAll<HTMLInputElement>('input:checked')].map(({ value }) => value);

	test('tapping the words of a radio chooses it', async () => {
		show(Radios, { id: 'ok', legend: 'Is it all right?', choices });

		await userEvent.click(find('label[for="ok-2"]'));

		expect(ticked()).toEqual(['no']);
	});

	test('arrow keys go from radio to radio', async () => {
		show(Radios, { id: 'ok', legend: 'Is it all right?', choices, value: 'yes' });
		find('#ok').focus();

		await userEvent.keyboard('{ArrowDown}');

		expect(ticked()).toEqual(['no']);
	});

	test('tapping the words of a checkbox ticks it, and again takes it back', async () => {
		const told: (readonly string[])[] = [];
		show(Checkboxes, {
			id: 'ok',
			legend: 'Which?',
			choices,
			onchange: (values: readonly string[]) => void told.push(values)
		});

		await userEvent.click(find('label[for="ok-2"]'));
		await userEvent.click(find('label[for="ok"]'));
		await userEvent.click(find('label[for="ok-2"]'));

		expect(told).toEqual([['no'], ['yes', 'no'], ['yes']]);
	});

	test('"none of these" takes the others back, and they take it back', async () => {
		show(Checkboxes, { id: 'ok', legend: 'Which?', choices, values: ['yes', 'no'] });

		await userEvent.click(find('label[for="ok-4"]'));
		expect(ticked()).toEqual(['none']);

		await userEvent.click(find('label[for="ok"]'));
		expect(ticked()).toEqual(['yes']);
	});

	test('what belongs to an answer is seen only while it is chosen', async () => {
		const conditional = html('<p id="more">More about it</p>');
		const revealing = [{ value: 'yes', label: 'Yes', conditional }, ...choices.slice(1)];
		show(Radios, { id: 'ok', legend: 'Is it all right?', choices: revealing });
		expect(find('#more').checkVisibility()).toBe(false);

		await userEvent.click(find('label[for="ok"]'));

		expect(find('#more').checkVisibility()).toBe(true);
	});
});

describe('buttons and links', () => {
	test('a second tap does nothing while the first is still at work', async () => {
		let calls = 0;
		let finish = () => {};
		const work = new Promise<void>((resolve) => (finish = resolve));
		const onclick = () => {
			calls += 1;
			return work;
		};
		show(Button, { children: html('<span>Keep</span>'), onclick });

		await userEvent.click(find('button'));
		await userEvent.click(find('button'));
		expect(calls).toBe(1);

		finish();
		await work;
		await userEvent.click(find('button'));
		expect(calls).toBe(2);
	});

	test('a link that looks like a button answers to the space bar', async () => {
		show(Button, { children: html('<span>Go</span>'), href: '#there' });
		find('a').focus();

		await userEvent.keyboard(' ');

		expect(location.hash).toBe('#there');
	});

	test('the skip link moves the focus to the main part', async () => {
		show(SkipLink, {});
		const main = document.createElement('main');
		main.id = 'maincontent';
		document.body.append(main);
		find('a').focus();

		await userEvent.keyboard('{Enter}');

		expect(document.activeElement).toBe(main);
	});

	test('each place in the bar is big enough for a thumb on the smallest phone', () => {
		const hrefs = { today: '#a', plan: '#b', rota: '#c', photos: '#d', more: '#e' };
		show(BottomBar, { hrefs, current: 'plan', waiting: { today: 12 } });

		for (const link of document.querySelectorAll('a')) {
			const { width, height } = link.getBoundingClientRect();
			expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
		}
	});
});
