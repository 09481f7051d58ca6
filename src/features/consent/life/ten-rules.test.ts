/**
 * The ten rules of the consent record that the app enforces, one by one, by their numbers.
 */
import { describe, expect, test } from 'vitest';
import { dayOf } from '#domain/calendar.ts';
import { mayReadField } from '#domain/record.ts';
import { runMutation } from '#domain/mutation.ts';
import { registry } from '#features/registry.ts';
import { passFinding } from '#features/posts/letting-pass/mutations.ts';
import { unsyncedCheck, unsyncedStop } from '#features/posts/readiness/unsynced.ts';
import { emptyContent, postRecord } from '#features/posts/record.ts';
import {
	as,
	aMoment,
	coordinator,
	idFor,
	manager,
	practiceId,
	rotaMember,
	volunteer
} from '#tests/support/actors.ts';
import { adasId, withAdaConfirmed, withAdasYes } from '#tests/support/consent-practice.ts';
import { consentOf, facebook, instagram, photoOf, venueOf } from '#tests/support/consents.ts';
import { memoryTransaction } from '#tests/support/memory-transaction.ts';
import { copyLines } from '../flow/copy.ts';
import { photoGate } from '../gate/photo-gate.ts';
import type { GateInput } from '../gate/input.ts';
import { consentRecord, photoRecord } from '../record.ts';
import { consentState, temporaryCode } from '../rules.ts';
import { isFoundBy } from '../report/register.ts';
import { takeDownReminder } from '#features/reminders/due/take-downs.ts';
import { confirmConsent, withdrawConsent } from '../mutations.ts';
import { takeDownRecord } from '../takedown/record.ts';

const gate = (changes: Partial<GateInput> = {}) =>
	photoGate({
		photo: photoOf(),
		consents: [consentOf(1)],
		venue: undefined,
		accounts: [facebook, instagram],
		plannedOn: '2026-12-02',
		purpose: 'ppg-posts',
		...changes
	}).map(({ saw }) => saw);
const dayMs = 86_400_000;

describe('Rule 1: a picture may go out only if', () => {
	test('everyone is listed, confirmed, not ended on the day, for this account and this use', () => {
		const wrong: [Partial<GateInput>, string][] = [
			[{ photo: photoOf({ consentIds: [] }) }, 'Nobody has said who is in this picture.'],
			[{ consents: [consentOf(1, { status: 'given' })] }, 'has not confirmed'],
			[{ consents: [consentOf(1, { expiresOn: '2026-12-01' })] }, 'ends on'],
			[{ consents: [consentOf(1, { accounts: [facebook.id] })] }, 'did not agree to our Instagram'],
			[{ purpose: 'press' }, 'did not agree to: The local paper']
		];

		for (const [changes, words] of wrong) expect(gate(changes).join()).toContain(words);
		expect(gate()).toEqual([]);
	});

	test('or somebody ticked that nobody can be recognised, and put their name to it', () => {
		const photo = photoOf({
			...{ consentIds: [], nobodyRecognisable: true, nobodyCheckedBy: volunteer.personId }
		});

		expect(gate({ photo, consents: [] })).toEqual([]);
	});

	test('the place said yes', () => {
		const photo = photoOf({ placeKind: 'venue', venueId: venueOf().id, area: 'Reception' });

		expect(gate({ photo }).join()).toContain('no record of this place');
		expect(gate({ photo, venue: venueOf() })).toEqual([]);
	});
});

describe('Rule 2: checked again when it goes out', () => {
	const post = postRecord.schema.parse({
		...emptyContent,
		...{ id: idFor(0x90), createdAt: 0, createdBy: volunteer.personId, title: 'Flu' },
		...{ status: 'approved', pictures: [{ photoId: photoOf().id, alt: '' }] }
	});

	test('a phone that has heard nothing for more than 7 days must sync first', () => {
		const after = (days: number) =>
			unsyncedStop({ post }, { lastSyncedAt: aMoment - days * dayMs, now: aMoment });

		expect(after(7)).toBeUndefined();
		expect(after(7.01)?.saw).toContain('more than 7 days');
		expect(unsyncedStop({ post }, { lastSyncedAt: null, now: aMoment })).toBeDefined();
	});

	test('only the coordinator goes on without that, with a reason that is kept', async () => {
		const rows = memoryTransaction();
		await rows.put(postRecord, post);
		const args = { id: post.id, check: unsyncedCheck, reason: 'The fair is today' };

		expect(await runMutation(passFinding, rows, args, as(volunteer))).toMatchObject({
			code: 'may-not-pass'
		});
		expect(
			await runMutation(passFinding, rows, { ...args, reason: '' }, as(coordinator))
		).toMatchObject({ field: 'reason' });
		expect(await runMutation(passFinding, rows, args, as(coordinator))).toBeUndefined();
		const passed = await rows.get(postRecord, post.id);
		expect(passed?.passes).toEqual([
			{ check: unsyncedCheck, reason: 'The fair is today', by: coordinator.personId }
		]);
		expect(
			passed && unsyncedStop({ post: passed }, { lastSyncedAt: null, now: aMoment })
		).toBeUndefined();
	});
});

describe('Rule 3: a withdrawal', () => {
	test('blocks drafts at once, everywhere, on some accounts, or in one picture', () => {
		const all = consentOf(1, { status: 'withdrawn' });
		const some = consentOf(1, { withdrawnAccounts: [facebook.id] });
		const one = consentOf(1, { withdrawnPhotos: [photoOf().id] });

		expect(gate({ consents: [all] }).join()).toContain('taken their yes back');
		expect(gate({ consents: [some] }).join()).toContain('our Facebook page');
		expect(gate({ consents: [some], accounts: [instagram] })).toEqual([]);
		expect(gate({ consents: [one] }).join()).toContain('no longer wants this picture used');
		expect(gate({ consents: [one], photo: photoOf({ id: idFor(0x51) }) })).toEqual([]);
	});

	test('of a picture that is out becomes a list for the coordinator and the person on duty', async () => {
		const group = await withAdaConfirmed();
		await group.transaction.put(photoRecord, photoOf({ consentIds: [adasId] }));

		await group.act(withdrawConsent, { id: adasId, accounts: null, how: null }, rotaMember);

		expect(await group.transaction.get(takeDownRecord, adasId)).toMatchObject({ state: 'open' });
		const told = (who: typeof coordinator) =>
			takeDownReminder.due(group.transaction, {
				...who,
				...{ practiceId, now: aMoment, today: '2026-11-21' }
			});
		expect(await told(coordinator)).toMatchObject([{ title: 'Pictures must come down today' }]);
		expect(await told(manager)).toHaveLength(1);
		// Not on duty today.
		expect(await told(volunteer)).toEqual([]);
	});
});

describe('Rule 4: beats every consent', () => {
	test('the no of a place', () => {
		const photo = photoOf({ placeKind: 'venue', venueId: venueOf().id, area: 'Reception' });

		expect(gate({ photo, venue: venueOf({ status: 'refused' }) }).join()).toContain(
			'does not want'
		);
	});

	test('must not be shown, of a person or of a picture, without telling why', () => {
		expect(gate({ consents: [consentOf(1, { mustNotShow: true })] }).join()).toContain('must not');
		const held = gate({ photo: photoOf({ isHeldBack: true }) });
		expect(held).toEqual(['The practice does not want this picture used.']);
	});
});

test('Rule 5: made offline, a form has a code of its own, and is found by it for good', async () => {
	const { act, consent } = await withAdasYes();
	const onPaper = temporaryCode(adasId);
	expect(await consent()).toMatchObject({ code: onPaper });

	await act(confirmConsent, { id: adasId }, manager);

	const confirmed = await consent();
	expect(confirmed?.code).toBe('C-0001');
	expect(confirmed && isFoundBy(confirmed, [], onPaper.toLowerCase())).toBe(true);
});

test('Rule 6: those who draft hold code, first name, state, limits, accounts and end only', () => {
	const open = ['code', 'firstName', 'status', 'limits', 'accounts', 'expiresOn', 'purposes'];
	const secret = ['lastName', 'contact', 'signature', 'healthDetail', 'parentName', 'witness'];

	for (const { role } of [volunteer, rotaMember]) {
		expect(open.every((field) => mayReadField(consentRecord, field, role))).toBe(true);
		expect(secret.filter((field) => mayReadField(consentRecord, field, role))).toEqual([]);
	}
	expect(secret.every((field) => mayReadField(consentRecord, field, manager.role))).toBe(true);
});

test('Rule 7: a yes holds until midnight of its last day on the UK clock, in summer too', () => {
	const consent = consentOf(1, { expiresOn: '2027-06-30' });
	const stateAt = (moment: string) => consentState(consent, dayOf(Date.parse(moment)));

	// British Summer Time is an hour ahead of UTC.
	expect(stateAt('2027-06-30T22:59:59Z')).toBe('expiring');
	expect(stateAt('2027-06-30T23:00:00Z')).toBe('expired');
});

test('Rule 8: one person, several records: the strictest answer wins', () => {
	const yes = consentOf(1);
	const narrow = consentOf(2, { personKey: yes.personKey, withdrawnAccounts: [facebook.id] });
	const no = consentOf(2, { personKey: yes.personKey, status: 'refused' });

	expect(gate({ consents: [yes, narrow] }).join()).toContain('our Facebook page');
	expect(gate({ consents: [yes, no] }).join()).toContain('said no');
});

test('Rule 9: the copy that a signer takes home carries its code, and the way to take it back', () => {
	const lines = copyLines({
		...{ practiceName: 'Elm Road', groupName: 'Elm Road Patients', code: 'T-0001', kind: 'adult' },
		...{ firstName: 'Ada', isEasy: false, givenOn: '2026-11-21', expiresOn: '2028-11-21' },
		...{ purposes: ['ppg-posts'], accounts: ['Our Facebook page'], limits: '', contact: '' },
		...{ link: 'https://elm.example.org/w#k', typedCode: 'ABCD', page: 'https://elm.example.org/w' }
	}).join('\n');

	expect(lines).toContain('T-0001');
	expect(lines).toContain('https://elm.example.org/w#k');
	expect(lines).toContain('Tuesday 21 November 2028');
});

test('Rule 10: no change of any record compares faces', () => {
	const words = /face(?!book)|biometric|recogni[sz]er/i;
	const fields = registry.records.flatMap(({ kind, labels = {} }) =>
		Object.keys(labels).map((field) => `${kind}.${field}`)
	);
	const names = registry.mutations.map(({ name }) => name);

	expect([...names, ...fields].filter((name) => words.test(name))).toEqual([]);
});
