/** The warm-up reads a text in which most checks find something; else they would stay cold. */
import { expect, test } from 'vitest';
import { runTextChecks } from './all.ts';
import { plainSettings } from './check.ts';
import { warmUpText } from './warm-up.ts';
import { firstNames } from './words/first-names.ts';

test('Most checks find something in the text that warms them up', () => {
	const found = runTextChecks(warmUpText, plainSettings, { firstNames });

	expect(new Set(found.map(({ check }) => check)).size).toBeGreaterThan(15);
});
