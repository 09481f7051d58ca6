/** PC-03. The addresses use names set aside for examples. */
import { describe, expect, test } from 'vitest';
import { plainSettings } from './check.ts';
import { email } from './email.ts';

const settings = { ...plainSettings, emails: ['ppg@example-practice.nhs.uk'] };
const run = (text: string) => email.run(text, settings);

describe('looking for an email address', () => {
	test.each([
		'Email sam.patel@example.com',
		'Contact jo_smith99@example.org for a lift',
		'Write to Dr.A.Khan@example.net',
		'Send your results to helper+ppg@example.co.uk',
		'Reach me: sam (at) example (dot) com'
	])('warns about “%s”', (text) => {
		expect(run(text)).toMatchObject([{ check: 'PC-03', level: 'warn' }]);
	});

	test.each([
		'Follow us @OurPPG',
		'Email ppg@example-practice.nhs.uk',
		'Cakes 5 @ £2 each',
		'Use the form on our website',
		'Look at the board @ reception'
	])('lets “%s” through', (text) => {
		expect(run(text)).toEqual([]);
	});

	test.each([
		['sam.patel@example.com', 'Email sam.patel@example.com.'],
		['sam (at) example (dot) com', 'Reach me: sam (at) example (dot) com'],
		['sam at example dot com', 'Write to sam at example dot com please'],
		['sam[at]example.com', 'Write to sam[at]example.com'],
		['sam @ example.co.uk', 'Write to sam @ example.co.uk'],
		['sam@example.com', 'Write to sam\u200b@exam\u00adple\u200b.com'],
		['sam @ example.com', 'Write to sam\u00a0@\u00a0example.com'],
		['sam@example.com', 'Write to ｓａｍ＠ｅｘａｍｐｌｅ．ｃｏｍ'],
		['sam@example . com', 'Write to sam@example . com'],
		['josé@example.com', 'Write to josé@example.com'],
		["o'neil@example.com", "Write to o'neil@example.com"]
	])('sees “%s” in “%s”', (address, text) => {
		expect(run(text).map(({ saw }) => saw)).toEqual([expect.stringContaining(`“${address}”`)]);
	});

	test('points at the whole address in the text as it stands', () => {
		const text = 'Write to s\u200bam@example.com today';

		const [finding] = run(text);

		expect(text.slice(finding?.at?.start, finding?.at?.end)).toBe('s\u200bam@example.com');
	});

	test.each([
		'Follow @ourppg@mastodon.example',
		'More at example.nhs.uk',
		'Find us @ example.org',
		'Coffee @ 10. Me and Sam will be there',
		'Watch https://www.example.org/@ourppg/live',
		'We meet at polka dot cafe'
	])('does not take “%s” for an email address', (text) => {
		expect(run(text)).toEqual([]);
	});

	test('the list of public addresses works for capitals and for spelled addresses', () => {
		expect(run('PPG@Example-Practice.NHS.uk')).toEqual([]);
		expect(run('ppg (at) example-practice (dot) nhs (dot) uk')).toEqual([]);
		expect(run('xppg@example-practice.nhs.uk')).toHaveLength(1);
	});
});
