/** Who is told that a picture has to come down, and when that is done with. */
import { describe, expect, test } from 'vitest';
import {
	aMoment,
	coordinator,
	deputy,
	manager,
	otherVolunteer,
	rotaMember
} from '#tests/support/actors.ts';
import { consentOf, photoOf } from '#tests/support/consents.ts';
import { slot } from '#tests/support/rota-rows.ts';
import { accountId, aPost, titles, today, todayFacts, told } from '#tests/support/today.ts';
import { todosFor } from '../rules.ts';

describe('a picture of someone who has taken their yes back', () => {
	const no = consentOf(1, { status: 'withdrawn', withdrawnOn: '2026-11-20' });
	const pictures = [{ photoId: photoOf().id, alt: '' }];
	const posting = { accountId, url: '', at: aMoment, by: otherVolunteer.personId };
	const post = aPost({ status: 'posted', pictures, postings: [posting] });
	const down = { consents: [no], photos: [photoOf()], wentOut: [post] };

	test('has to come down: for those who lead, who put it out, and who covers today', () => {
		expect(told(down)).toEqual([manager, deputy, coordinator, otherVolunteer]);
		expect(told({ ...down, slots: [slot(today, rotaMember.personId)] })).toContain(rotaMember);
	});

	test('comes before everything else, with where it went out', () => {
		const [first] = todosFor(
			todayFacts(coordinator, { ...down, posts: [aPost({ status: 'approved', plannedOn: today })] })
		);

		expect(first).toMatchObject({
			title: 'Take down the picture “Flu clinic”',
			dueOn: '2026-11-20',
			href: `/photos/${photoOf().id}`,
			colour: 'red'
		});
		expect(first?.hint).toContain('It went out with “Flu clinic”.');
	});

	test('is deleted too when it never went out', () => {
		expect(told({ ...down, wentOut: [] })).toEqual([manager, deputy, coordinator]);
	});

	test('is done with once it is removed, or once they said yes again', () => {
		const again = consentOf(2, { personKey: no.personKey, replacesId: no.id });

		expect(told({ ...down, photos: [photoOf({ status: 'removed' })] })).toEqual([]);
		expect(told({ ...down, consents: [no, again] })).toEqual([]);
	});

	test('comes down from the one account that they named, if it went out there', () => {
		const part = consentOf(1, { withdrawnAccounts: [accountId], withdrawnOn: '2026-11-20' });

		expect(titles(coordinator, { ...down, consents: [part] })).toEqual([
			'Take “Flu clinic” down from our Facebook page'
		]);
		expect(told({ ...down, consents: [part], wentOut: [] })).toEqual([]);
		expect(told({ ...down, consents: [{ ...part, withdrawnOn: '2026-11-01' }] })).toEqual([]);
	});
});
