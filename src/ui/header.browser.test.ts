/** The header on a phone: its sync line changes its words all the time, and nothing below moves. */
import { find, show } from '#tests/support/mounted.ts';
import { createRawSnippet, mount } from 'svelte';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import Header from './Header.svelte';
import SyncLine from './SyncLine.svelte';

const heightWith = (words: string | undefined): number => {
	const line = createRawSnippet(() => ({
		render: () => '<i hidden></i>',
		setup: (place) => {
			if (!place.parentElement) throw new Error('The header has no place for the line.');
			mount(SyncLine, { target: place.parentElement, props: { tone: 'calm', words, href: '#' } });
		}
	}));
	document.body.replaceChildren();
	show(Header, { practiceName: 'A', groupName: 'B', href: '#', children: line });
	return find('header').getBoundingClientRect().height;
};

test('The header is as high before anything is known as with short and with long words', async () => {
	await page.viewport(360, 740);
	const short = heightWith('Up to date');

	expect(heightWith(undefined)).toBe(short);
	expect(heightWith('Saved here, sending 2 changes')).toBe(short);
});
