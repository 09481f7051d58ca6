/**
 * Questions about accounts: what is due, what is missing, and what looks like a password.
 */
import { coordinator, idFor, manager, volunteer } from '#tests/support/actors.ts';
import { describe, expect, test } from 'vitest';
import { accountRecord, type Account } from './record.ts';
import { byName, dutyGroups, gapsOf, isCheckDue, looksLikePassword, mayCheck } from './rules.ts';

function account(more: Partial<Account> = {}): Account {
	return {
		id: idFor(1),
		createdAt: 0,
		createdBy: manager.personId,
		name: 'Our page',
		platform: 'facebook',
		profileUrl: null,
		purpose: '',
		group: 'All accounts',
		ownerId: volunteer.personId,
		deputyId: coordinator.personId,
		postsPerWeek: 2,
		accessNote: '',
		hasTwoStep: true,
		showsHours: true,
		status: 'active',
		checkedOn: '2026-08-22',
		closedOn: null,
		...more
	};
}

describe('the check of an account', () => {
	test('is due after 3 months', () => {
		expect(isCheckDue(account(), '2026-11-21')).toBe(false);
		expect(isCheckDue(account(), '2026-11-22')).toBe(true);
		expect(isCheckDue(account({ checkedOn: null }), '2026-11-21')).toBe(true);
	});

	test('is not due once the account is closed', () => {
		expect(isCheckDue(account({ status: 'closed' }), '2030-01-01')).toBe(false);
	});

	test('is for the two people who look after it, and leaders', () => {
		const alone = account({ ownerId: null, deputyId: null });

		expect(mayCheck(volunteer, account())).toBe(true);
		expect(mayCheck(volunteer, alone)).toBe(false);
		expect(mayCheck(coordinator, alone)).toBe(true);
	});
});

describe('what is missing', () => {
	test('is nothing when two people, two steps and the hours are there', () => {
		expect(gapsOf(account())).toEqual([]);
	});

	test('is said in whole sentences', () => {
		const bare = account({ ownerId: null, deputyId: null, hasTwoStep: false, showsHours: false });

		expect(gapsOf(bare)).toHaveLength(4);
		expect(gapsOf(account({ deputyId: null }))).toEqual([
			'Nobody stands in when that person is away.'
		]);
	});

	test('does not matter once the account is closed', () => {
		expect(gapsOf(account({ status: 'closed', hasTwoStep: false }))).toEqual([]);
	});
});

describe('a text that looks like a password', () => {
	test.each([
		'password: sesame',
		'The password is sesame',
		'Pass word = sesame',
		'pw: sesame',
		'PIN: 4711',
		'passcode is 4711',
		'passphrase: four green frogs',
		'https://example.com/?password=1',
		'Try Summer2026! first',
		'login code: 4711'
	])('is found: %s', (text) => {
		expect(looksLikePassword(text)).toBe(true);
	});

	test.each([
		'In the practice safe. The practice manager can get in.',
		'No shared passwords. Each person signs in as themself.',
		'Passwords are kept by the practice',
		'https://www.facebook.com/ExamplePatientGroup2026',
		'News, events & more: 9am to 5pm!',
		'We pin a post at the top each month',
		'#FluJab2026 and more',
		'COVID-19 clinics'
	])('is not seen in: %s', (text) => {
		expect(looksLikePassword(text)).toBe(false);
	});
});

describe('the register', () => {
	test('has each duty once, without those of closed accounts', () => {
		const accounts = [
			account({ group: 'Instagram' }),
			account(),
			account(),
			account({ group: 'Old', status: 'closed' })
		];

		expect(dutyGroups(accounts)).toEqual(['All accounts', 'Instagram']);
	});

	test('is in the order of names', () => {
		const names = [account({ name: 'b' }), account({ name: 'A' })].sort(byName);

		expect(names.map(({ name }) => name)).toEqual(['A', 'b']);
	});

	test('reads an account of an older app', () => {
		const later = ['accessNote', 'hasTwoStep', 'showsHours', 'checkedOn', 'closedOn', 'group'];
		const old = Object.fromEntries(
			Object.entries(account()).filter(([field]) => !later.includes(field))
		);

		expect(accountRecord.schema.parse(old)).toMatchObject({
			group: 'All accounts',
			accessNote: '',
			hasTwoStep: false,
			checkedOn: null
		});
	});
});
