/** Every component, as it is used: nothing for axe to find, and no sideways scrolling at 320 pixels. */
import { faultsIn, find, html, show } from '#tests/support/mounted.ts';
import { createRawSnippet } from 'svelte';
import { describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import AskFirst from './AskFirst.svelte';
import BackLink from './BackLink.svelte';
import BottomBar from './BottomBar.svelte';
import Button from './Button.svelte';
import ButtonGroup from './ButtonGroup.svelte';
import Card from './Card.svelte';
import CardList from './CardList.svelte';
import CharacterCount from './CharacterCount.svelte';
import Checkboxes from './Checkboxes.svelte';
import DateInput from './DateInput.svelte';
import DayInput from './DayInput.svelte';
import Details from './Details.svelte';
import DoDontList from './DoDontList.svelte';
import EmptyState from './EmptyState.svelte';
import ErrorSummary from './ErrorSummary.svelte';
import Header from './Header.svelte';
import InsetText from './InsetText.svelte';
import LineChart from './LineChart.svelte';
import MeetingSheet from './MeetingSheet.svelte';
import MonthGrid from './MonthGrid.svelte';
import NextAndPrevious from './NextAndPrevious.svelte';
import NotificationBanner from './NotificationBanner.svelte';
import Pagination from './Pagination.svelte';
import PhotoPicker from './PhotoPicker.svelte';
import PhotoTile from './PhotoTile.svelte';
import Progress from './Progress.svelte';
import QrCode from './QrCode.svelte';
import Radios from './Radios.svelte';
import SearchBox from './SearchBox.svelte';
import Select from './Select.svelte';
import SignaturePad from './SignaturePad.svelte';
import SignaturePicture from './SignaturePicture.svelte';
import SkipLink from './SkipLink.svelte';
import SummaryList from './SummaryList.svelte';
import SyncLine from './SyncLine.svelte';
import Table from './Table.svelte';
import Tabs from './Tabs.svelte';
import Tag from './Tag.svelte';
import TaskList from './TaskList.svelte';
import Textarea from './Textarea.svelte';
import TextInput from './TextInput.svelte';
import Toast from './Toast.svelte';
import WarningCallout from './WarningCallout.svelte';

const words = html('<p>Some words about it.</p>');
const hrefs = { today: '#a', plan: '#b', rota: '#c', photos: '#d', more: '#e' };
const hint = 'A few words for the list.';
const error = 'Say what the post is about';
const choices = [
	{ value: 'a', label: 'Yes', hint: 'Each of them has said yes' },
	{ value: 'b', label: 'No', divider: 'or' }
];
const columns = [{ label: 'Account' }, { label: 'Followers', format: 'numeric' as const }];
const rows = [{ id: '1', cells: ['The one with a very long account name', 12345] }];
const grey = 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>';
const stroke = [
	{ x: 0.1, y: 0.1, pressure: 0.5, ms: 0 },
	{ x: 0.9, y: 0.3, pressure: 0.5, ms: 200 }
];
const line = { id: 'l', text: 'Check the facts.', sources: [{ words: 'Guide', href: '#s' }] };
const problems = [{ text: error, fieldId: 'title' }];

const components: Record<string, () => unknown> = {
	AskFirst: () => show(AskFirst, { words: 'Remove it', yes: 'Yes', onyes: () => undefined }),
	BackLink: () => show(BackLink, { href: '#' }),
	BottomBar: () => show(BottomBar, { hrefs, current: 'plan', waiting: { today: 2 } }),
	Button: () => show(Button, { children: words, variant: 'warning', icon: 'plus' }),
	ButtonGroup: () => show(ButtonGroup, { children: html('<a href="#a">Leave it</a>') }),
	Card: () =>
		show(Card, { heading: 'Flu jabs', href: '#', description: 'Thursday', children: words }),
	CardList: () =>
		show(CardList, {
			label: 'Posts',
			rows: [{ id: '1' }],
			card: createRawSnippet(() => ({ render: () => '<p>A card</p>' }))
		}),
	CharacterCount: () =>
		show(CharacterCount, { id: 'a', label: 'Words', max: 5, value: 'Too long' }),
	Checkboxes: () => show(Checkboxes, { id: 'a', legend: 'Which?', choices, hint, error }),
	'a single checkbox': () => show(Checkboxes, { id: 'a', choices: choices.slice(0, 1), error }),
	DateInput: () => show(DateInput, { id: 'a', legend: 'When?', value: '2026-12-03', error }),
	DayInput: () => show(DayInput, { id: 'a', label: 'When?', value: '2026-12-03', hint }),
	Details: () => show(Details, { summary: 'More', open: true, children: words }),
	"do's": () => show(DoDontList, { kind: 'do', lines: [line] }),
	"don'ts": () => show(DoDontList, { kind: 'dont', lines: [line] }),
	EmptyState: () => show(EmptyState, { heading: 'No posts yet', children: words }),
	ErrorSummary: () => {
		show(TextInput, { id: 'title', label: 'Title', error });
		show(ErrorSummary, { problems });
	},
	Header: () =>
		show(Header, { practiceName: 'Example Road Surgery', groupName: 'The group', href: '#' }),
	InsetText: () => show(InsetText, { children: words }),
	LineChart: () =>
		show(LineChart, {
			title: 'Followers',
			labelsAre: 'Month',
			labels: ['Oct', 'Nov'],
			series: [
				{ name: 'Facebook', values: [100, 120] },
				{ name: 'Instagram', values: [null, 20] }
			]
		}),
	MeetingSheet: () => show(MeetingSheet, { title: 'November', subtitle: 'Group', children: words }),
	MonthGrid: () =>
		show(MonthGrid, {
			label: 'Posts',
			month: '2026-12',
			today: '2026-12-03',
			chosen: '2026-12-04'
		}),
	NextAndPrevious: () =>
		show(NextAndPrevious, { previous: { href: '#', words: 'October 2026' }, step: 'month' }),
	NotificationBanner: () =>
		show(NotificationBanner, { variant: 'success', heading: 'Sent', children: words }),
	Pagination: () => show(Pagination, { current: 20, total: 40, hrefOf: (to) => `#${to}` }),
	PhotoPicker: () =>
		show(PhotoPicker, { id: 'a', legend: 'Add a photo', hint, error, onpick: () => undefined }),
	PhotoTile: () =>
		show(PhotoTile, {
			src: grey,
			alt: '',
			caption: 'Fair',
			href: '#',
			status: 'Yes',
			colour: 'green'
		}),
	Progress: () => show(Progress, { label: 'Getting photos', done: 3, total: 9, noun: 'photos' }),
	QrCode: () => show(QrCode, { text: 'https://example.org/join', label: 'Join link' }),
	Radios: () => show(Radios, { id: 'a', legend: 'Who?', choices, hint, error, layout: 'inline' }),
	SearchBox: () => show(SearchBox, { id: 'a', label: 'Search', isLabelHidden: true, hint }),
	Select: () =>
		show(Select, { id: 'a', label: 'Who?', options: choices, prompt: 'Nobody yet', error }),
	SignaturePad: () => show(SignaturePad, { id: 'a', label: 'Sign', strokes: [stroke], error }),
	SignaturePicture: () => show(SignaturePicture, { strokes: [stroke], label: 'Signature' }),
	SkipLink: () => {
		const main = document.createElement('main');
		main.id = 'maincontent';
		document.body.append(main);
		show(SkipLink, {});
	},
	SummaryList: () => {
		const actions = [{ words: 'Change', hiddenWords: 'day', href: '#' }];
		show(SummaryList, { rows: [{ key: 'Day', value: 'Thursday 3 December', actions }] });
	},
	SyncLine: () => show(SyncLine, { tone: 'attention', words: 'Needs your attention', href: '#' }),
	Table: () => show(Table, { caption: 'Accounts', columns, rows, firstCell: 'header' }),
	'a table of small lists': () =>
		show(Table, { caption: 'Accounts', columns, rows, firstCell: 'header', layout: 'responsive' }),
	Tabs: () => {
		const panel = createRawSnippet<[string]>((id) => ({ render: () => `<p>${id()}</p>` }));
		const tabs = ['one', 'two', 'three', 'four'].map((id) => ({ id, label: `Show me ${id}` }));
		show(Tabs, { tabs, panel });
	},
	Tag: () => show(Tag, { words: 'Needs consent', colour: 'orange' }),
	TaskList: () =>
		show(TaskList, {
			id: 'a',
			tasks: [{ id: '1', title: 'Post', href: '#', hint, status: 'Due today', colour: 'orange' }]
		}),
	Textarea: () => show(Textarea, { id: 'a', label: 'Words', hint, error }),
	TextInput: () =>
		show(TextInput, { id: 'a', label: 'Title', hint, error, prefix: '£', suffix: 'each' }),
	Toast: () =>
		show(Toast, { message: 'Moved.', onundo: () => undefined, onclose: () => undefined }),
	WarningCallout: () => show(WarningCallout, { heading: 'Stop', description: 'Read this first.' })
};

describe.each(Object.entries(components))('%s', (_, showIt) => {
	test('has nothing for axe to find', async () => {
		showIt();

		expect(await faultsIn(document.body)).toEqual([]);
	});

	test('fits a phone of 320 pixels', () => {
		showIt();

		expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
	});
});

describe('photos', () => {
	test('are handed on as files, from the camera or the gallery', () => {
		const picked: string[] = [];
		const onpick = (files: File[]) => void picked.push(...files.map(({ name }) => name));
		show(PhotoPicker, { id: 'photo', legend: 'Add a photo', onpick });
		const [camera, gallery] = document.querySelectorAll<HTMLInputElement>('input[type=file]');

		for (const [input, name] of [
			[camera, 'taken.jpg'],
			[gallery, 'chosen.jpg']
		] as const) {
			const transfer = new DataTransfer();
			transfer.items.add(new File(['x'], name, { type: 'image/jpeg' }));
			if (!input) throw new Error('There should be two inputs.');
			input.files = transfer.files;
			input.dispatchEvent(new Event('change', { bubbles: true }));
		}

		expect(picked).toEqual(['taken.jpg', 'chosen.jpg']);
		expect(camera?.getAttribute('capture')).toBe('environment');
		expect(gallery?.hasAttribute('capture')).toBe(false);
	});
});

describe('the join square', () => {
	test('is drawn black on white once its code has come', async () => {
		show(QrCode, { text: 'https://example.org/join', label: 'Join link' });

		await vi.waitFor(() => expect(find('svg').getAttribute('aria-label')).toBe('Join link'));

		const [ground, squares] = document.querySelectorAll('svg path');
		expect(ground?.getAttribute('fill')).toBe('#fff');
		expect(squares?.getAttribute('d')?.split('M').length).toBeGreaterThan(100);
	});
});

describe('a chart', () => {
	test('is as wide as there is room, and its words keep their size', async () => {
		components['LineChart']?.();
		const textSize = () => find('.app-chart__label').getBoundingClientRect().height;
		const small = { width: find('figure svg[role=img]').clientWidth, text: textSize() };

		await page.viewport(900, 700);
		await vi.waitFor(() =>
			expect(find('figure svg[role=img]').clientWidth).toBeGreaterThan(small.width + 200)
		);

		expect(textSize()).toBeCloseTo(small.text, 0);
	});
});
