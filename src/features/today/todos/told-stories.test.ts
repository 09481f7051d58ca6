/** A post that tells someone's story, once that person has taken their yes back. */
import { expect, test } from 'vitest';
import { coordinator, deputy, idFor, manager, volunteer } from '#tests/support/actors.ts';
import { consentOf } from '#tests/support/consents.ts';
import { accountId, aPost, titles, told } from '#tests/support/today.ts';

const no = consentOf(1, { status: 'withdrawn', withdrawnOn: '2026-11-20' });
const posting = { accountId, url: '', at: 0, by: volunteer.personId };
const post = aPost({ status: 'posted', wordConsentIds: [idFor(1)], postings: [posting] });

test('is to be taken down by those who lead and whoever put it out', () => {
	expect(told({ consents: [no], wentOut: [post] })).toEqual([
		manager,
		deputy,
		coordinator,
		volunteer
	]);
	expect(titles(volunteer, { consents: [no], wentOut: [post] })).toEqual([
		'Take down the post “Flu clinic”'
	]);
});

test('is no longer told once it is down, and never while the yes holds', () => {
	const takenDown = { reason: 'They asked us to.', by: manager.personId, at: 1 };
	expect(told({ consents: [no], wentOut: [{ ...post, takenDown }] })).toEqual([]);
	expect(told({ consents: [consentOf(1)], wentOut: [post] })).toEqual([]);
});
