/**
 * Which questions are asked, what must be answered, and what comes of the answers.
 */
import { describe, expect, test } from 'vitest';
import { idFor, volunteer } from '#tests/support/actors.ts';
import { adasId, practice } from '#tests/support/consent-practice.ts';
import { facebook, instagram } from '#tests/support/consents.ts';
import { consentKinds } from '../fields/kinds.ts';
import { giveConsent, recordConsent } from '../mutations.ts';
import { purposes } from '../record.ts';
import { emptyForm, type ConsentForm } from './empty-form.ts';
import { answersFrom, personFrom } from './form.ts';
import { missingIn } from './missing.ts';
import { isTheirs, questionsFor } from './questions.ts';

const fresh = (changes: Partial<ConsentForm> = {}): ConsentForm => ({
	...structuredClone(emptyForm),
	...changes
});
const accounts = [facebook, instagram];
const onlyPosts = Object.fromEntries(
	purposes.map((purpose) => [purpose, purpose === 'ppg-posts' ? 'yes' : 'no'] as const)
);
const adult = fresh({
	...{ kind: 'adult', ageBand: '18-plus', firstName: 'Ada', isStaff: 'no', purposes: onlyPosts },
	accounts: { [facebook.id]: 'yes', [instagram.id]: 'no' },
	...{ nameToShow: 'first', showsHealth: 'no', expiresOn: '2028-11-21', givenOn: '2026-11-21' },
	...{ how: 'here', hand: 'typed', signedName: 'Ada Example', mayPromote: 'no' }
});
const child = {
	...adult,
	...{ kind: 'child', ageBand: 'under-13', mustNotShow: 'no', childWish: 'yes' },
	...{ wasUnhappy: 'no', understands: 'yes' },
	...{ parentName: 'Cleo Example', parentIs: 'mother', mayDecide: 'yes' }
} as const satisfies ConsentForm;

const couldAll = {
	wasUnhappy: 'no' as const,
	witness: 'Cleo',
	abilities: ['understand', 'remember', 'weigh', 'say']
};
const people = [
	{ firstName: 'Ada', howToRecognise: 'left', isYes: true },
	{ firstName: 'Bob', howToRecognise: '', isYes: true }
];
const notice = { noticeText: 'We take pictures', noticeWhere: 'door', optOut: 'sticker' };

describe('the questions', () => {
	test('about an adult leave out the child and the parent', () => {
		const asked = questionsFor(adult, { isKnown: false });

		expect(asked[0]).toBe('kind');
		expect(asked.at(-1)).toBe('sign');
		expect(asked).not.toContain('child');
		expect(asked).not.toContain('parent');
		expect(asked).not.toContain('showing');
	});

	test('about a child ask child and parent, from 16 on the young person alone', () => {
		expect(questionsFor(child, { isKnown: false })).toEqual(
			expect.arrayContaining(['showing', 'child', 'parent'])
		);
		expect(questionsFor({ ...child, ageBand: '16-17' }, { isKnown: false })).not.toContain(
			'parent'
		);
	});

	test('ask for accounts only when there are posts', () => {
		const poster = { ...adult, purposes: { poster: 'yes' } } as const;

		expect(questionsFor(adult, { isKnown: false })).toContain('accounts');
		expect(questionsFor(poster, { isKnown: false })).not.toContain('accounts');
	});

	test('start with how they answer for someone who is written down', () => {
		expect(questionsFor(adult, { isKnown: true }).slice(0, 3)).toEqual(['help', 'how', 'words']);
	});

	test('ours all come before theirs, so that nothing is left to do when the phone comes back', () => {
		for (const kind of consentKinds) {
			const asked = questionsFor(fresh({ kind }), { isKnown: false });
			const first = asked.findIndex((question) => isTheirs(question));

			expect(asked.slice(first).every((question) => isTheirs(question))).toBe(true);
		}
	});

	test.each([
		['capacity', ['feeling', 'able']],
		['group', ['list']],
		['crowd', ['notice']],
		['words', ['quote']],
		['photographer', ['rights']],
		['child', ['showing', 'feeling', 'child', 'parent']]
	] as const)('of a %s are asked of nobody else', (kind, own) => {
		const asked = questionsFor(fresh({ kind }), { isKnown: false });

		expect(asked).toEqual(expect.arrayContaining([...own]));
		expect(questionsFor(adult, { isKnown: false })).not.toEqual(expect.arrayContaining([own[0]]));
	});

	test('about a notice leave out the words, the help and the name', () => {
		const asked = questionsFor(fresh({ kind: 'crowd' }), { isKnown: false });

		for (const question of ['words', 'help', 'how', 'name', 'health'] as const) {
			expect(asked).not.toContain(question);
		}
	});
});

describe('what must be answered', () => {
	test('nothing is answered before anyone has tapped', () => {
		const asked = questionsFor(fresh({ kind: 'child', ageBand: 'under-13' }), { isKnown: false });
		const open = asked.filter((question) => missingIn(question, fresh(), accounts).length > 0);

		const optional = ['words', 'limits', 'help'];
		expect(open).toEqual(asked.filter((question) => !optional.includes(question)));
	});

	test('each use and each account needs a yes or a no', () => {
		const half = { ...adult, purposes: { 'ppg-posts': 'yes' }, accounts: {} } as const;

		expect(missingIn('purposes', half, accounts)).toHaveLength(1);
		expect(missingIn('accounts', half, accounts)).toMatchObject([
			{ fieldId: `account-${facebook.id}` }
		]);
		expect(missingIn('purposes', adult, accounts)).toEqual([]);
		expect(missingIn('accounts', adult, accounts)).toEqual([]);
	});

	test('health needs what it tells, and a yes to it', () => {
		const health = { ...adult, showsHealth: 'yes' } as const;

		expect(missingIn('health', health, accounts)).toHaveLength(2);
		expect(
			missingIn('health', { ...health, healthDetail: 'a cast', isHealthAgreed: 'yes' }, accounts)
		).toEqual([]);
	});
});

describe('the signature', () => {
	test('or a typed name, or a witness has to be there', () => {
		const needs = (changes: Partial<ConsentForm>) =>
			missingIn('sign', { ...adult, signedName: '', ...changes }, accounts).map(
				({ fieldId }) => fieldId
			);

		expect(needs({ hand: '' })).toEqual(['hand', 'signedName']);
		expect(needs({ hand: 'signed' })).toEqual(['signature', 'signedName']);
		expect(needs({ hand: 'typed' })).toEqual(['signedName']);
		expect(needs({ how: 'said' })).toEqual(['witness']);
		expect(needs({ how: 'told' })).toEqual([]);
	});
});

describe('what comes of the answers', () => {
	test.each([
		['an adult', adult, ['ppg-posts'], [facebook.id]],
		['a child', child, ['ppg-posts'], [facebook.id]],
		['a young person of 16', { ...child, ageBand: '16-17' as const }, ['ppg-posts'], [facebook.id]],
		[
			'someone who may lack capacity',
			{ ...adult, ...couldAll, kind: 'capacity' as const },
			['ppg-posts'],
			[facebook.id]
		],
		['a group', { ...adult, kind: 'group' as const, people }, ['ppg-posts'], [facebook.id]],
		['a crowd', { ...adult, ...notice, kind: 'crowd' as const }, ['ppg-posts'], [facebook.id]],
		[
			'staff',
			{ ...adult, kind: 'staff' as const, how: 'told' as const },
			['ppg-posts'],
			[facebook.id]
		],
		[
			'a story',
			{ ...adult, kind: 'words' as const, quote: 'It helped me.' },
			['ppg-posts'],
			[facebook.id]
		],
		[
			'a photographer',
			{ ...adult, kind: 'photographer' as const, licence: 'Free use', mayCrop: 'no' as const },
			['ppg-posts'],
			[facebook.id]
		]
	])('of %s is a consent that can be kept', async (_who, form, what, where) => {
		const { act, consent } = practice();
		const earlier = { earlierId: null, isInsteadOfEarlier: false };

		const recorded = await act(
			recordConsent,
			{ id: adasId, ...personFrom(form), ...earlier },
			volunteer
		);
		const given = await act(giveConsent, { id: adasId, ...answersFrom(form) }, volunteer);

		expect([recorded, given]).toEqual([undefined, undefined]);
		expect(await consent()).toMatchObject({ status: 'given', purposes: what, accounts: where });
	});

	test('accounts that were ticked before the posts became a no are left out', () => {
		expect(answersFrom({ ...adult, purposes: { poster: 'yes' } })).toMatchObject({
			purposes: ['poster'],
			accounts: []
		});
	});

	test('a signature is kept only when it was drawn', () => {
		const drawn = [[{ x: 0.1, y: 0.1, pressure: 0.5, ms: 0 }]];

		expect(answersFrom({ ...adult, strokes: drawn }).signature).toBeNull();
		expect(answersFrom({ ...adult, hand: 'signed' }).signature).toBeNull();
		expect(answersFrom({ ...adult, hand: 'signed', strokes: drawn }).signature).toEqual([
			[1000, 1000, 0]
		]);
	});

	test('what was left out is empty, not a space', () => {
		expect(personFrom({ ...adult, lastName: '  ', picturedPersonId: idFor(4) })).toMatchObject({
			lastName: null,
			contact: null,
			picturedPersonId: idFor(4)
		});
	});
});
