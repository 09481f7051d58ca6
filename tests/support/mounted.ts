/**
 * Shows a component in the browser that runs the tests, with our styles, and takes it away after.
 *
 * The width is that of a small phone unless a test says otherwise.
 */
import '#ui/app.scss';
import axe from 'axe-core';
import { createRawSnippet, flushSync, mount, unmount, type Component, type Snippet } from 'svelte';
import { page } from 'vitest/browser';
import { afterEach, beforeEach } from 'vitest';

const shown: object[] = [];

beforeEach(async () => {
	await page.viewport(320, 640);
});

afterEach(async () => {
	for (const component of shown.splice(0)) await unmount(component);
	document.body.replaceChildren();
});

/** `props` are those of the component, word for word. */
export function show<Props extends object>(
	component: Component<Props, object, keyof Props | ''>,
	props: NoInfer<Props>
): HTMLElement {
	const target = document.createElement('div');
	// The gutters of a page, into which tables and calendars reach.
	target.className = 'nhsuk-frontend-supported app-frame__main';
	document.body.append(target);
	shown.push(mount(component, { target, props }));
	flushSync();
	return target;
}

/** @throws {Error} when nothing matches: the test looks for the wrong thing. */
export function find(selector: string): HTMLElement {
	const found = document.querySelector<HTMLElement>(selector);
	if (!found) throw new Error(`Nothing matches ${selector}`);
	return found;
}

/** Inside a snippet there must be one element. */
export function html(markup: string): Snippet {
	return createRawSnippet(() => ({ render: () => markup }));
}

/** What axe finds wrong, in words; nothing when all is well. */
export async function faultsIn(element: HTMLElement): Promise<string[]> {
	const { violations } = await axe.run(element, {
		runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'],
		// A part of a page is not a page: no landmarks, no first heading.
		rules: {
			region: { enabled: false },
			'page-has-heading-one': { enabled: false },
			'heading-order': { enabled: false },
			'landmark-one-main': { enabled: false }
		}
	});
	return violations.map(
		({ id, help, nodes }) => `${id}: ${help} – ${nodes.map((node) => node.html).join(' ')}`
	);
}
