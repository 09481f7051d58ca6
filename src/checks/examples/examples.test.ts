/**
 * Every example of the checks on words. Names and numbers are made up.
 */
import { describe, expect, test } from 'vitest';
import { runTextChecks } from '../all.ts';
import { plainSettings, type TextContext } from '../check.ts';
import { firstNames } from '../words/first-names.ts';
import { examplesOfForm } from './of-form.ts';
import { examplesOfMeaning } from './of-meaning.ts';

const onInstagram = { id: 'account-1', name: 'Our pictures', platform: 'instagram' };
describe.each([...examplesOfMeaning, ...examplesOfForm])(
	'$check',
	({ check, fires, staysQuiet }) => {
		const fired = (text: string) => {
			const context: Partial<TextContext> = {
				use: check === 'PC-31' ? 'reply' : 'post',
				today: '2026-11-21',
				accounts: [onInstagram],
				firstNames
			};
			return runTextChecks(text, plainSettings, context).map((finding) => finding.check);
		};

		test.each(fires)('fires on “%s”', (text) => {
			expect(fired(text)).toContain(check);
		});

		test.each(staysQuiet)('leaves “%s” alone', (text) => {
			expect(fired(text)).not.toContain(check);
		});
	}
);
