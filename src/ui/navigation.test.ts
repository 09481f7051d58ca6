/** Ways through the app against the NHS's own examples, and our own bar, header and lines. */
import { outlineOf } from '#tests/support/markup.ts';
import { examples } from '#tests/support/nhs-examples.ts';
import { createRawSnippet } from 'svelte';
import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import BackLink from './BackLink.svelte';
import BottomBar from './BottomBar.svelte';
import NextAndPrevious from './NextAndPrevious.svelte';
import { pagesAround } from './pages.ts';
import Pagination from './Pagination.svelte';
import Progress from './Progress.svelte';
import SkipLink from './SkipLink.svelte';
import SyncLine from './SyncLine.svelte';
import Tabs from './Tabs.svelte';
import Toast from './Toast.svelte';

const hrefs = { today: '/', plan: '/posts', rota: '/rota', photos: '/photos', more: '/more' };

test.each(
	examples('pagination', [
		'numbered',
		'numbered first page',
		'numbered last page',
		'numbered with many pages'
	])
)('a long list goes on as in the NHS pagination: $name', ({ given, html }) => {
	const items = given.items ?? [];
	const props = {
		current: items.find(({ current }) => current)?.number ?? 0,
		total: items.at(-1)?.number ?? 0,
		hrefOf: (page: number) => `#/section/${page}`
	};

	const { body } = render(Pagination, { props });

	// A nav is a navigation already; the NHS writes a gap by the name of its sign.
	const official = outlineOf(html.replaceAll('&ctdot;', '⋯'), ['role']);
	expect(outlineOf(body)).toEqual(official);
});

test.each(examples('pagination', ['default', 'with only next', 'with only previous']))(
	'neighbours are reached as in the NHS pagination: $name',
	({ given, html }) => {
		const { previous, next } = given;
		const props = {
			previous: previous && { href: previous.href, words: previous.label ?? '' },
			next: next && { href: next.href, words: next.label ?? '' }
		};

		const { body } = render(NextAndPrevious, { props });

		expect(outlineOf(body)).toEqual(outlineOf(html, ['role']));
	}
);

describe('numbered pages', () => {
	test('a few are all shown', () => {
		expect(pagesAround(3, 7)).toEqual([1, 2, 3, 4, 5, 6, 7]);
	});

	test('of many, the ends and the neighbours', () => {
		expect(pagesAround(10, 40)).toEqual([1, 'gap-before', 8, 9, 10, 11, 12, 'gap-after', 40]);
	});

	test('a gap never hides a single page', () => {
		expect(pagesAround(5, 40)).toEqual([1, 2, 3, 4, 5, 6, 7, 'gap-after', 40]);
	});
});

test.each(examples('skip-link', ['default']))('the skip link is that of the NHS', ({ html }) => {
	const { body } = render(SkipLink, { props: {} });

	expect(outlineOf(body)).toEqual(outlineOf(html));
});

test.each(
	examples('back-link', ['default', 'as a button']).filter(({ html }) => !html.includes('reverse'))
)('the way back is the NHS back link: $name', ({ given, html }) => {
	const { body } = render(BackLink, { props: { href: given.href } });

	expect(outlineOf(body, ['type'])).toEqual(outlineOf(html, ['type']));
});

test.each(examples('tabs', ['default']))('views of a page are the NHS tabs', ({ html }) => {
	const tabs = ['Past day', 'Past week', 'Past month', 'Past year'].map((label, index) => ({
		id: `example-${index + 1}`,
		label
	}));
	const panel = createRawSnippet<[string]>(() => ({ render: () => '' }));
	const noTables = html.replace(/<table[^]*?<\/table>/g, '');

	const { body } = render(Tabs, { props: { tabs, panel } });

	// What the NHS's script adds later is there from the start.
	const added = ['role', 'aria-label', 'aria-labelledby', 'aria-controls', 'aria-selected'];
	const leaveOut = [...added, 'tabindex', 'id', 'href'];
	expect(outlineOf(body, leaveOut)).toEqual(outlineOf(noTables, leaveOut));
});

describe('the bar', () => {
	test('names the five places in words and marks where the person is', () => {
		const { body } = render(BottomBar, { props: { hrefs, current: 'rota' } });

		const links = [...body.matchAll(/href="([^"]+)"( aria-current="page")?/g)];
		expect(links.map(([, href, current]) => (current ? `${href} here` : href))).toEqual([
			'/',
			'/posts',
			'/rota here',
			'/photos',
			'/more'
		]);
		expect(body.replace(/<[^>]*>/g, ' ')).toMatch(/Today\s+Plan\s+Rota\s+Photos\s+More/);
	});

	test('says how much waits in words too', () => {
		const { body } = render(BottomBar, { props: { hrefs, waiting: { today: 3 } } });

		expect(body.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ')).toContain('Today 3 to do');
	});
});

test('the sync line is read out when it changes', () => {
	const { body } = render(SyncLine, { props: { tone: 'waiting', words: '1 change to send' } });

	expect(body).toMatch(/role="status"[^]*1 change to send/);
});

test('the place for a toast is there before the toast, or it is not read out', () => {
	const { body } = render(Toast, { props: {} });

	expect(outlineOf(body)).toMatchObject([{ attributes: { role: 'status' }, children: [] }]);
});

test('progress is told in numbers and words', () => {
	const props = { label: 'Getting your photos', done: 1200, total: 4000, noun: 'photos' };

	const { body } = render(Progress, { props });

	expect(body.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ')).toContain(
		'Getting your photos: 1,200 of 4,000 photos'
	);
	expect(body).toMatch(/<progress[^>]*value="1200" max="4000"/);
});
