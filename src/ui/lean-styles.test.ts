/** The one style sheet: small, complete, and asking nobody for anything. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import * as sass from 'sass';
import { preprocessCSS, resolveConfig } from 'vite';
import { beforeAll, describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const file = join(root, 'src/ui/app.scss');
const scss = { style: 'compressed', quietDeps: true } as const;

let built = '';
let whole = '';

beforeAll(async () => {
	const css = { preprocessorOptions: { scss } };
	const config = await resolveConfig({ root, configFile: false, css }, 'build');
	built = (await preprocessCSS(readFileSync(file, 'utf8'), file, config)).code;
	whole = sass.compile(join(root, 'node_modules/nhsuk-frontend/dist/nhsuk/index.scss'), scss).css;
});

function classesIn(css: string): Set<string> {
	return new Set((css.match(/\.(?:nhsuk|app)-[\w-]+/g) ?? []).map((name) => name.slice(1)));
}

/** Every class that is written out in a screen or a component. */
function classesInScreens(): string[] {
	const paths = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' });
	return paths
		.filter((path) => path.endsWith('.svelte'))
		.flatMap(
			(path) => readFileSync(join(root, 'src', path), 'utf8').match(/nhsuk-[\w-]*\w/g) ?? []
		);
}

describe('the built styles', () => {
	test('weigh at most 14 kB on the way to a phone', () => {
		expect(brotliCompressSync(built).byteLength).toBeLessThanOrEqual(14_000);
	});

	test('fetch no font and no picture, from us or anyone else', () => {
		expect(built).not.toMatch(/@font-face|@import|url\(|https?:/);
		expect(built).toContain('font-family:arial');
	});

	test('have every NHS class that a screen writes', () => {
		const ours = classesIn(built);
		const left = [...classesIn(whole)].filter((name) => !ours.has(name));

		const missed = classesInScreens().filter((name) => left.includes(name));

		expect(missed).toEqual([]);
		expect(left.length).toBeGreaterThan(100);
	});

	test('keep the tags, buttons and answers that components put together from parts', () => {
		const left = classesIn(built);
		const parts = [
			...[
				'nhsuk-tag--green',
				'nhsuk-tag--no-border',
				'nhsuk-button--warning',
				'nhsuk-card--feature'
			],
			...['nhsuk-radios__input', 'nhsuk-checkboxes__label', 'nhsuk-radios--inline'],
			...['nhsuk-fieldset__legend--l', 'nhsuk-label--m', 'nhsuk-input--width-10'],
			...['nhsuk-table--responsive', 'nhsuk-table__cell--numeric', 'nhsuk-icon--tick'],
			...['nhsuk-notification-banner--success', 'nhsuk-heading-m']
		];

		expect(parts.filter((name) => !left.has(name))).toEqual([]);
	});
});
