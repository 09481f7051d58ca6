/** Who is told of what has to come down, of a person to be told, and of children and leavers. */
import { describe, expect, test } from 'vitest';
import {
	aMoment,
	coordinator,
	deputy,
	manager,
	otherVolunteer,
	rotaMember,
	volunteer
} from '#tests/support/actors.ts';
import type { TakeDown } from '#features/consent/takedown/record.ts';
import { consentOf, photoOf } from '#tests/support/consents.ts';
import { slot } from '#tests/support/rota-rows.ts';
import { accountId, aPost, titles, today, told } from '#tests/support/today.ts';

const no = consentOf(1, { status: 'withdrawn', withdrawnOn: today, code: 'C-0001' });
const post = aPost({
	...{ status: 'posted', pictures: [{ photoId: photoOf().id, alt: '' }] },
	postings: [{ accountId, url: '', at: aMoment, by: otherVolunteer.personId }]
});
const key = `post/${post.id}/${accountId}`;
const down: TakeDown = {
	...{ id: no.id, createdAt: aMoment, createdBy: volunteer.personId, code: 'C-0001' },
	...{ scope: 'all', askedOn: today, postIds: [post.id], leftOver: '', state: 'open' },
	...{ settledAt: null, toldOn: null, toldBy: null },
	items: [
		{
			...{ key, postId: post.id, accountId, url: '', place: null, askedOn: today },
			...{ outcome: 'open', why: '', hiddenAt: null, doneAt: null, by: null }
		}
	]
};
const facts = { consents: [no], photos: [photoOf()], wentOut: [post], downs: [down] };

describe('a list of what has to come down', () => {
	test('is one line, for those who lead, who put it out, and who covers today', () => {
		expect(titles(coordinator, facts)).toEqual(['Take down what shows Ada (C-0001)']);
		expect(told(facts)).toEqual([manager, deputy, coordinator, otherVolunteer]);
		expect(told({ ...facts, slots: [slot(today, rotaMember.personId)] })).toContain(rotaMember);
	});

	test('once settled, is for the practice manager, who tells the person', () => {
		const settled = { ...facts, downs: [{ ...down, state: 'settled' as const }] };

		expect(told(settled)).toEqual([manager, deputy]);
		expect(titles(manager, settled)).toEqual(['Tell Ada (C-0001) that it is down']);
		expect(told({ ...facts, downs: [{ ...down, state: 'told' as const }] })).toEqual([]);
	});
});

test('A child who is older now is asked anew: for those who lead and whoever asked', () => {
	const consents = [consentOf(1, { kind: 'child', childWish: 'yes', reaskIn: '2026-11' })];

	expect(told({ consents })).toEqual([manager, deputy, coordinator, volunteer]);
	expect(titles(volunteer, { consents })[0]).toContain('the child is older');
});

test('Staff who have left are asked what may stay', () => {
	const consents = [consentOf(1, { isStaff: true, leavesOn: '2026-11-20' })];

	expect(titles(coordinator, { consents })[0]).toContain('has left');
});
