/**
 * The glossary is true: the code uses the group's words, and not the words to avoid.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

interface Entry {
	readonly word: string;
	readonly names: readonly string[];
	readonly avoided: readonly string[];
}

const entries = readFileSync(join(root, 'docs/glossary.md'), 'utf8')
	.split('\n')
	.filter((line) => line.startsWith('|'))
	.slice(2)
	.map(entryOf);
const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
	.filter((path) => /\.(ts|svelte)$/.test(path) && !path.endsWith('.test.ts'))
	.map((path) => ({ path, text: readFileSync(join(root, 'src', path), 'utf8') }));
const code = files.map(({ path, text }) => `${basename(path, '.svelte')}\n${text}`).join('\n');
const exported = files.flatMap(({ path, text }) =>
	path.endsWith('.svelte') ? [basename(path, '.svelte')] : exportsOf(text)
);

describe('the glossary', () => {
	test('has a table with names and words to avoid in every row', () => {
		expect(entries.length).toBeGreaterThan(30);
		for (const { word, names, avoided } of entries) {
			expect(names, word).not.toHaveLength(0);
			expect(avoided, word).not.toHaveLength(0);
		}
	});

	test.each(entries)('names things of the code as they are called: $word', ({ names }) => {
		const missing = names.filter((name) => !new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(code));
		expect(missing).toEqual([]);
	});

	test.each(entries)('keeps words to avoid out of exported names: $word', ({ avoided }) => {
		const found = exported.filter((name) => avoided.some((word) => isMadeOf(name, word)));
		expect(found).toEqual([]);
	});

	test('notices a word to avoid inside a longer name', () => {
		expect(exported.length).toBeGreaterThan(300);
		expect(exported).toContain('confirmConsent');
		expect(isMadeOf('listUsers', 'user')).toBe(true);
		expect(isMadeOf('userFields', 'user')).toBe(true);
		expect(isMadeOf('purposes', 'user')).toBe(false);
	});
});

function entryOf(line: string): Entry {
	const [word = '', , names = '', avoided = ''] = line
		.split('|')
		.slice(1, -1)
		.map((cell) => cell.trim());
	return {
		word,
		names: [...names.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
		avoided: avoided.split(',').flatMap((each) => (each.trim() === '' ? [] : [each.trim()]))
	};
}

function exportsOf(text: string): string[] {
	const declared = /^export (?:async )?(?:const|let|function|class|interface|type) (\w+)/gm;
	return [...text.matchAll(declared)].map(([, name = '']) => name);
}

/** True when one of the words that a name is put together from is this one, or several of it. */
function isMadeOf(name: string, word: string): boolean {
	const parts = name.split(/(?<=[a-z\d])(?=[A-Z])/).map((part) => part.toLowerCase());
	const wanted = word.toLowerCase();
	return parts.some((part) => part === wanted || part === `${wanted}s`);
}
