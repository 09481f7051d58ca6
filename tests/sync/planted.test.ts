/** The breaks that are planted in the engine follow it: each still finds the line that it breaks. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { breaks } from './planted.ts';

const root = path.join(import.meta.dirname, '../..');

test.each(breaks)('$name', ({ file, text, instead }) => {
	const whole = readFileSync(path.join(root, file), 'utf8');

	expect(whole.split(text)).toHaveLength(2);
	expect(instead).not.toBe(text);
});
