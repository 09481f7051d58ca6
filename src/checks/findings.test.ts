/** What goes with a finding: its level, who may pass it, its words, and its one-tap fix. */
import { describe, expect, test } from 'vitest';
import { readingGrade } from '#tests/support/reading-age.ts';
import { runTextChecks } from './all.ts';
import { catalogue, mayMute } from './catalogue.ts';
import { type CheckId, checkIds, levelRules, plainSettings, type TextContext } from './check.ts';
import { examplesOfForm } from './examples/of-form.ts';
import { examplesOfMeaning } from './examples/of-meaning.ts';
import { firstNames } from './words/first-names.ts';

const run = (check: CheckId, text: string, context: Partial<TextContext> = {}) =>
	runTextChecks(text, plainSettings, { today: '2026-11-21', firstNames, ...context }).filter(
		(finding) => finding.check === check
	);
const fixed = (check: CheckId, text: string) => {
	const [finding] = run(check, text);
	return (
		text.slice(0, finding?.at?.start) + (finding?.fix?.text ?? '') + text.slice(finding?.at?.end)
	);
};

describe('the level', () => {
	test.each([
		['PC-10', 'Take 400 mg every six hours', {}, 'warn'],
		['PC-10', 'Take 400 mg every six hours', { use: 'reply' }, 'block'],
		['PC-12', 'Meet your MP at our stall', {}, 'hint'],
		['PC-12', 'Meet your MP at our stall', { isBeforeVote: true }, 'block'],
		['PC-24', 'The council’s cover-up goes on', {}, 'warn'],
		['PC-24', 'The manager lied to us', {}, 'block'],
		['PC-24', 'Priya lied to us', {}, 'block'],
		['PC-23', 'A crazy idea', {}, 'hint'],
		['PC-23', 'Only idiots do that', {}, 'block']
	] as const)('of %s for “%s” (%j) is %s', (check, text, context, level) => {
		expect(run(check, text, context)).toMatchObject([{ level }]);
	});

	test('of too many hashtags depends on the account', () => {
		const tags = '#FluJab #StayWell #OurPpg #HelloYou';
		const on = (platform: string) => [{ id: 'account-1', name: 'Ours', platform }];
		expect(run('PC-15', tags, { accounts: on('threads') })).toMatchObject([{ level: 'warn' }]);
		expect(run('PC-15', tags, { accounts: on('facebook') })).toMatchObject([{ level: 'hint' }]);
		expect(run('PC-15', tags, { accounts: on('instagram') })).toEqual([]);
	});
});

describe('who may pass a block', () => {
	test.each([
		['PC-23', 'Only idiots do that', {}],
		['PC-24', 'The manager lied to us', {}],
		['PC-25', 'Kids, send us a selfie to win!', {}],
		['PC-12', 'Meet your MP', { isBeforeVote: true }],
		['PC-10', 'Stop taking your statins', { use: 'reply' }]
	] as const)('%s names the roles', (check, text, context) => {
		const [finding] = run(check, text, context);
		expect(finding?.override?.roles).toContain('practice-manager');
		expect(finding?.override?.roles).not.toContain('reader');
	});

	test('unkind words need someone else than the writer', () => {
		expect(run('PC-23', 'Only idiots do that')[0]?.override?.someoneElse).toBe(true);
	});

	test('nobody may pass a reply that shows that someone is a patient', () => {
		expect(run('PC-31', 'Your results are back', { use: 'reply' })[0]?.override).toBeNull();
	});

	test('a block and a warning ask for a reason, a hint does not', () => {
		expect(levelRules.block.needsReason && levelRules.warn.needsReason).toBe(true);
		expect(levelRules.hint.needsReason).toBe(false);
	});
});

describe('the list of all checks', () => {
	test('has each of the 36 once, in order, with a row that asks for it', () => {
		expect(catalogue.map(({ id }) => id)).toEqual([...checkIds]);
		expect(checkIds).toHaveLength(36);
		for (const { sources } of catalogue) expect(sources.length).toBeGreaterThan(0);
	});

	test('a check that can block is muted by the practice manager only', () => {
		expect(mayMute('PC-25', 'coordinator')).toBe(false);
		expect(mayMute('PC-25', 'practice-manager')).toBe(true);
		expect(mayMute('PC-17', 'coordinator')).toBe(true);
		expect(mayMute('PC-17', 'volunteer')).toBe(false);
	});

	test('no finding is graver than the list says', () => {
		const grades = { hint: 0, warn: 1, block: 2 };
		for (const { check, fires } of [...examplesOfMeaning, ...examplesOfForm]) {
			const most = catalogue.find(({ id }) => id === check)?.gravest ?? 'hint';
			for (const text of fires) {
				for (const { level } of run(check, text, { use: check === 'PC-31' ? 'reply' : 'post' })) {
					expect(grades[level]).toBeLessThanOrEqual(grades[most]);
				}
			}
		}
	});
});

describe('what the practice sets', () => {
	test('added words are found', () => {
		const settings = { ...plainSettings, addedWords: { 'PC-23': ['numpty'] } };
		expect(runTextChecks('What a numpty', settings)).toMatchObject([{ check: 'PC-23' }]);
	});

	test('a body with a link to the NHS may be praised, and staff may be named', () => {
		const text = 'We recommend Hilltop Carers. Dr Okafor is away after her operation.';
		const settings = {
			...plainSettings,
			allowedBodies: ['Hilltop Carers'],
			staffNames: ['Dr Okafor']
		};
		const checks = (given: typeof plainSettings) =>
			runTextChecks(text, given, { firstNames }).map(({ check }) => check);
		expect(checks(settings)).toEqual([]);
		expect(checks(plainSettings).sort()).toEqual(['PC-06', 'PC-11']);
	});

	test('a tag that nobody has looked up lately warns, where the group keeps a list', () => {
		const knownTags = [
			{ tag: 'FluJab', isClean: true, isOld: false },
			{ tag: 'OldTag', isClean: false, isOld: true },
			{ tag: 'NotedTag', isClean: false, isOld: false }
		];
		const text = '#FluJab #OldTag #NotedTag #NewTag';
		const found = runTextChecks(text, { ...plainSettings, knownTags });
		expect(found.map(({ level, saw }) => [level, saw])).toEqual([
			['warn', 'We saw “#OldTag”. It is a long time since someone looked up this tag.'],
			['warn', 'We saw “#NotedTag”. Nobody has looked up this tag yet.'],
			['warn', 'We saw “#NewTag”. Nobody has looked up this tag yet.']
		]);
		expect(runTextChecks('#NewTag', plainSettings)).toEqual([]);
	});

	test('a link in the source field is a source, and a yes to the name is a yes', () => {
		expect(run('PC-13', '1 in 3 adults', { hasSource: true })).toEqual([]);
		const mayName = [{ firstName: 'Amir', isFull: false }];
		expect(run('PC-06', 'Amir has diabetes', { mayName })).toEqual([]);
	});

	test('a yes to a name is for that name only, and not for more of it', () => {
		const amir = { firstName: 'Amir', isFull: false };
		const about = (text: string, mayName: (typeof amir)[]) => run('PC-06', text, { mayName });
		expect(about('Amir and Priya have diabetes', [amir])).toHaveLength(1);
		expect(about('Amir Shah has diabetes', [amir])).toHaveLength(1);
		expect(about('Mr Shah has diabetes', [amir])).toHaveLength(1);
		expect(about('Amir Shah has diabetes', [{ ...amir, isFull: true }])).toEqual([]);
		expect(about('Mr Shah has diabetes', [{ ...amir, isFull: true }])).toEqual([]);
	});

	test('without the list of first names only a title makes a name', () => {
		const checks = (text: string) => runTextChecks(text, plainSettings).map(({ check }) => check);
		expect(checks('Amir is in hospital')).toEqual([]);
		expect(checks('Mrs Shah is in hospital')).toEqual(['PC-06']);
	});
});

describe('a one-tap fix', () => {
	test.each([
		[
			'PC-10',
			'Hello. Take 400 mg every six hours! Bye.',
			'Hello. Ask a pharmacist, call 111 or contact your practice. Bye.'
		],
		['PC-15', 'Book now#FluJab', 'Book now #FluJab'],
		['PC-16', 'Rest. #selfcareweek', 'Rest. #SelfCareWeek'],
		['PC-16', '#jointhepatientgroup', '#JoinThePatientGroup'],
		['PC-17', 'BOOK YOUR NHS JAB NOW, please', 'Book your NHS jab now, please'],
		['PC-17', 'Last chance!!', 'Last chance!'],
		['PC-21', 'Come along :-)', 'Come along '],
		['PC-21', '𝗙𝗹𝘂 clinic', 'Flu clinic'],
		['PC-26', 'Follow us on Twitter', 'Follow us on X'],
		['PC-26', 'Tweets are welcome', 'Posts are welcome'],
		['PC-28', 'http://www.example.org is open', 'https://www.example.org is open'],
		['PC-28', 'See https://a.uk/x?a=1&utm_source=fb&b=2#top.', 'See https://a.uk/x?a=1&b=2#top.'],
		['PC-29', 'Come on Tuesday 3 December 2026.', 'Come on Thursday 3 December 2026.']
	] as const)('of %s turns “%s” into “%s”', (check, text, better) => {
		expect(fixed(check, text)).toBe(better);
	});

	test('finds nothing more once it is taken', () => {
		for (const text of ['#selfcareweek', 'BOOK YOUR JAB NOW', 'Follow us on Twitter']) {
			const [first] = runTextChecks(text, plainSettings);
			if (!first) throw new Error('There is a finding.');
			expect(run(first.check, fixed(first.check, text))).toEqual([]);
		}
	});
});

describe('the words of every finding', () => {
	test('are short and plain, and say what we saw, why it matters and what to do', () => {
		for (const { check, fires } of [...examplesOfMeaning, ...examplesOfForm]) {
			for (const text of fires) {
				for (const finding of run(check, text, { use: check === 'PC-31' ? 'reply' : 'post' })) {
					const { saw, why, todo } = finding;
					expect(saw).toMatch(/^We (?:saw|counted) .+[.?]$/);
					expect(why).toMatch(/\.$/);
					expect(todo).toMatch(/\.$/);
					const grade = readingGrade(`${why} ${todo}`.replace(/“[^”]*”/g, 'x'));
					expect({ check, why, todo, isPlain: grade <= 8 }).toMatchObject({ isPlain: true });
				}
			}
		}
	});
});
