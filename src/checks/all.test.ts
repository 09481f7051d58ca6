/** All checks together: what a post may hold, and what may be kept of the findings. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { postChecks, runChecks, runTextChecks, textChecks } from './all.ts';
import { checkIds, type CheckInput, outcomeOf, plainSettings } from './check.ts';

const secrets = ['999 000 0018', '07700 900123', 'sam@example.com', 'GL1 1AA', '04/05/1962'];
const telltale = `Sam, DOB 04/05/1962, GL1 1AA, sam@example.com, 07700 900123, 999 000 0018`;
const post: CheckInput = {
	text: 'Flu clinic on Saturday, 9am to 1pm. No need to book.',
	pictures: [{ id: 'picture-1', alt: 'The new ramp at the front door of the surgery' }],
	accounts: [{ id: 'account-1', name: 'Our page', platform: 'facebook' }],
	settings: plainSettings
};

describe('all checks on one text', () => {
	test('find each private detail, what blocks first', () => {
		const findings = runTextChecks(telltale, plainSettings);
		expect(findings.map(({ check, level }) => [check, level])).toEqual([
			['PC-05', 'block'],
			['PC-02', 'block'],
			['PC-01', 'block'],
			['PC-04', 'warn'],
			['PC-03', 'warn']
		]);
	});

	test('leave nothing to find when every fix is taken', () => {
		let text = telltale;
		for (let [next] = runTextChecks(text, plainSettings); next;) {
			text = text.slice(0, next.at?.start) + (next.fix?.text ?? '') + text.slice(next.at?.end);
			[next] = runTextChecks(text, plainSettings);
		}
		expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
	});

	test('skip what the practice has muted', () => {
		const settings = { ...plainSettings, muted: ['PC-03', 'PC-04'] as const };
		const fired = runTextChecks(telltale, settings).map(({ check }) => check);
		expect(fired).not.toContain('PC-03');
		expect(fired).toContain('PC-01');
	});

	test('say what we saw, why it matters and what to do, in short sentences', () => {
		for (const { saw, why, todo } of runTextChecks(telltale, plainSettings)) {
			expect(saw).toMatch(/^We saw “.+”\. It looks like .+\.$/);
			for (const sentence of `${why} ${todo}`.split(/(?<=\.) /)) {
				expect(sentence.split(' ').length).toBeLessThanOrEqual(18);
			}
		}
	});

	test('have an id of their own and name the rows that ask for them', () => {
		const all = [...textChecks, ...postChecks];
		expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
		for (const { id, sources } of all) {
			expect(checkIds).toContain(id);
			expect(sources.length).toBeGreaterThan(0);
		}
	});
});

describe('all checks on a post', () => {
	test('a good post has no findings', () => {
		expect(runChecks(post)).toEqual([]);
	});

	test('a private detail in a picture description or a content warning is found there', () => {
		const findings = runChecks({
			...post,
			contentWarning: 'Call 07700 900123',
			pictures: [{ id: 'picture-1', alt: 'A poster that says: call Jo on 07700 900123' }]
		});
		expect(findings).toMatchObject([
			{ check: 'PC-02', field: 'warning' },
			{ check: 'PC-02', field: 'alt', picture: 'picture-1' }
		]);
	});

	test('length and picture descriptions are looked at, and can be muted', () => {
		const input = { ...post, text: 'a'.repeat(900), pictures: [{ id: 'picture-1', alt: '' }] };
		const settings = { ...plainSettings, muted: ['PC-18', 'PC-19'] as const };
		expect(runChecks(input).map(({ check }) => check)).toEqual(['PC-18', 'PC-19']);
		expect(runChecks({ ...input, settings })).toEqual([]);
	});
});

describe('what a log may keep', () => {
	test('is which check fired, how hard and how often', () => {
		const findings = runTextChecks('07700 900123, 07700 900456 and 01632 960001', plainSettings);
		expect(outcomeOf(findings)).toEqual([
			{ check: 'PC-02', level: 'block', count: 2 },
			{ check: 'PC-02', level: 'warn', count: 1 }
		]);
	});

	test('is never a word of the text', () => {
		const kept = JSON.stringify(outcomeOf(runTextChecks(telltale, plainSettings)));
		expect(secrets.filter((secret) => kept.includes(secret))).toEqual([]);
		expect(kept).not.toContain('“');
	});
});

describe('hostile texts', () => {
	const signs = [
		'\u200b',
		'\u00a0',
		'\u202e',
		'\ufeff',
		'９',
		'٠',
		'💙',
		'\ud800',
		'\n',
		'@',
		'0',
		'7',
		'é'
	];

	test('of 100,000 signs are read to the end', () => {
		for (const sign of [
			...signs,
			'0 ',
			'@a.',
			'born in ',
			'1 Aa ',
			'https://a.uk/(',
			'a.uk ',
			'ﷺ'
		]) {
			const long = `${sign.repeat(100_000 / sign.length)}\n07700 900123`;
			expect(runTextChecks(long, plainSettings)).toContainEqual(
				expect.objectContaining({ check: 'PC-02', level: 'block' })
			);
		}
	});

	test('of 100,000 signs are counted', () => {
		const accounts = ['x', 'bluesky', 'mastodon', 'text-message'].map((platform) => ({
			id: platform,
			name: platform,
			platform
		}));
		const findings = runChecks({ ...post, text: 'a@b.uk💙'.repeat(12_500), accounts });
		expect(findings.filter(({ check }) => check === 'PC-19')).toHaveLength(4);
	});

	test('get the same answer twice, and every place lies inside the text', () => {
		const piece = fc.constantFrom(
			...signs,
			...secrets,
			'born on ',
			'NHS no ',
			' at ',
			' dot ',
			'com'
		);
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
				const text = pieces.join('');
				const findings = runTextChecks(text, plainSettings);
				expect(runTextChecks(text, plainSettings)).toEqual(findings);
				for (const at of findings.flatMap((finding) => finding.at ?? [])) {
					expect(at.start).toBeGreaterThanOrEqual(0);
					expect(at.end).toBeGreaterThan(at.start);
					expect(at.end).toBeLessThanOrEqual(text.length);
				}
			}),
			{ numRuns: 500, seed: 111 }
		);
	});

	test('cannot hide a private detail behind signs that nobody sees', () => {
		const unseen = fc.constantFrom(
			'\u200b',
			'\u200d',
			'\u2060',
			'\u00ad',
			'\u200f',
			'\ufe0f',
			'\u034f'
		);
		const checks = { 'PC-01': '999 000 0018', 'PC-02': '07700 900123', 'PC-03': 'sam@example.com' };
		const more = { 'PC-04': '14 Station Road', 'PC-05': 'DOB 04/05/1962' };
		fc.assert(
			fc.property(
				fc.constantFrom(...Object.entries({ ...checks, ...more })),
				fc.array(unseen),
				(one, hidden) => {
					const [check, secret] = one;
					const text = Array.from(secret, (sign, at) => sign + (hidden[at] ?? '')).join('');
					expect(runTextChecks(text, plainSettings).map(({ check: fired }) => fired)).toEqual([
						check
					]);
				}
			),
			{ numRuns: 500, seed: 999 }
		);
	});

	test.each(['\u00a0', '\u2009', '\u202f', '\u3000', '\u2007', '\u2800', '\t'])(
		'cannot hide a private detail behind the odd space %j',
		(space) => {
			for (const secret of [
				'999 000 0018',
				'07700 900123',
				'GL1 1AA',
				'14 Station Road',
				'born in 1947'
			]) {
				expect(runTextChecks(secret.replaceAll(' ', space), plainSettings)).toHaveLength(1);
			}
		}
	);
});
