/**
 * Questions about the practice: hours in words, contacts that grow old, what the checks go by.
 */
import { runTextChecks } from '#checks/all.ts';
import { endorsement } from '#checks/endorsement.ts';
import { phone } from '#checks/phone.ts';
import { aMoment, idFor, manager } from '#tests/support/actors.ts';
import { describe, expect, test } from 'vitest';
import {
	contactRecord,
	firstSettings,
	practiceRecord,
	type Contact,
	type Practice
} from './record.ts';
import {
	checkSettingsFor,
	contactRoleNames,
	hoursInWords,
	hoursOn,
	isBeforeVote,
	isContactStale,
	minimumAgeOf,
	missingContacts,
	neededContacts,
	setUpSteps,
	thePractice
} from './rules.ts';

const made = { createdAt: aMoment, createdBy: manager.personId };

function practice(more: Partial<Practice> = {}): Practice {
	const names = { practiceName: 'Example Surgery', groupName: 'Example Patient Group' };
	return { ...firstSettings, id: idFor(1), ...made, ...names, ...more } satisfies Practice;
}

function contact(more: Partial<Contact> = {}): Contact {
	return {
		id: idFor(2),
		...made,
		role: 'complaints',
		name: 'Practice manager',
		phone: '01632 960001',
		email: null,
		url: null,
		checkedOn: '2026-05-22',
		...more
	};
}

describe('the record of the practice', () => {
	test('is the one there is, or none yet', () => {
		expect(thePractice([practice()])?.practiceName).toBe('Example Surgery');
		expect(thePractice([])).toBeUndefined();
	});

	test('of an older app is read with the first settings', () => {
		const old = { id: idFor(1), ...made, practiceName: 'Old', groupName: 'Old group' };

		expect(practiceRecord.schema.parse(old)).toMatchObject({ gapWarningDays: 14, aims: [] });
	});

	test('with a field that this app does not know is read without it', () => {
		const newer = { ...practice(), somethingNew: true };

		expect(practiceRecord.schema.parse(newer)).not.toHaveProperty('somethingNew');
	});
});

describe('a contact for help', () => {
	test('is fresh for 6 months', () => {
		expect(isContactStale(contact(), '2026-11-21')).toBe(false);
		expect(isContactStale(contact(), '2026-11-22')).toBe(true);
		expect(isContactStale(contact({ checkedOn: null }), '2026-11-21')).toBe(true);
	});

	test('is missed until there is one of each kind that a group needs', () => {
		expect(missingContacts([])).toEqual(neededContacts);
		expect(missingContacts([contact()])).not.toContain('complaints');
	});

	test('has a name for what it is for', () => {
		const { role } = contactRecord.schema.parse(contact());

		expect(contactRoleNames[role]).toBe('Complaints');
	});
});

describe('the steps before the first post', () => {
	test('are all open at the start', () => {
		expect(setUpSteps(practice(), []).filter(({ isDone }) => isDone)).toEqual([]);
	});

	test('are all done when the answers and the contacts are there', () => {
		const ready = practice({
			...{ talkedOn: '2026-11-01', values: 'Kind', aims: ['Ten more members'] },
			...{ officialPhones: ['01632 960000'], privacyContact: 'Practice manager' }
		});
		const contacts = neededContacts.map((role) => contact({ role }));

		expect(setUpSteps(ready, contacts).every(({ isDone }) => isDone)).toBe(true);
		expect(setUpSteps(ready, contacts.slice(1)).filter(({ isDone }) => !isDone)).toMatchObject([
			{ part: 'contacts', title: 'Fill in 1 contact for help' }
		]);
	});
});

describe('the hours', () => {
	const nine = { from: '09:00', to: '17:00' };

	test.each([
		['Monday to Friday, 9am to 5pm', firstSettings.staffedHours],
		['No set hours', {}],
		['Tuesday, 10am to midday', { '2': { from: '10:00', to: '12:00' } }],
		['Saturday and Sunday, 9am to 5pm', { '6': nine, '7': nine }],
		['Monday, 9am to 5pm; Wednesday, 9am to 5pm', { '1': nine, '2': null, '3': nine }],
		['Monday, 9am to 5pm; Tuesday, 9am to 1pm', { '1': nine, '2': { ...nine, to: '13:00' } }]
	])('are said as “%s”', (words, week) => {
		expect(hoursInWords(week)).toBe(words);
	});

	test('of a day are those of its weekday', () => {
		expect(hoursOn(practice(), '2026-11-20')).toEqual(nine);
		expect(hoursOn(practice(), '2026-11-21')).toBeUndefined();
	});
});

describe('the weeks before a vote', () => {
	test('have a first and a last day, both included', () => {
		const voting = practice({ electionFirstOn: '2027-03-25', electionLastOn: '2027-05-06' });
		const days = ['2027-03-24', '2027-03-25', '2027-05-06', '2027-05-07'];

		expect(days.map((day) => isBeforeVote(voting, day))).toEqual([false, true, true, false]);
		expect(isBeforeVote(practice(), '2027-04-01')).toBe(false);
		expect(isBeforeVote({ ...voting, electionLastOn: null }, '2027-04-01')).toBe(false);
	});
});

describe('what the post checks go by', () => {
	const shop = practice({
		officialPhones: ['01632 960000'],
		officialEmails: ['ppg@example.com'],
		officialPostcodes: ['ZZ99 1AA'],
		mutedChecks: ['PC-18', 'PC-999'],
		platformLimits: { mastodon: { maxText: 1000 } }
	});

	test('is what the practice says may be public', () => {
		expect(checkSettingsFor(shop)).toMatchObject({
			phones: ['01632 960000'],
			emails: ['ppg@example.com'],
			postcodes: ['ZZ99 1AA'],
			muted: ['PC-18'],
			limits: { mastodon: { maxText: 1000 } }
		});
	});

	test('is whom it may speak well of, whom it may name, and the words it adds', () => {
		const own = practice({
			allowedBodies: [{ name: 'Hilltop Carers', why: 'Works for the NHS', addedOn: '2026-11-21' }],
			staffNames: ['Dr Okafor'],
			addedWords: { 'PC-23': ['numpty'], 'PC-99': ['what'] }
		});
		const text = 'We recommend Hilltop Carers. Dr Okafor is away after her operation.';
		const found = (given: Practice, words: string) =>
			runTextChecks(words, checkSettingsFor(given)).map(({ check }) => check);

		expect(found(own, text)).toEqual([]);
		expect(found(practice(), text).sort()).toEqual(['PC-06', 'PC-11']);
		expect(found(own, 'What a numpty')).toEqual(['PC-23']);
	});

	test('takes a name with odd signs as a name', () => {
		const why = 'Works for the NHS';
		const odd = practice({ allowedBodies: [{ name: '~9 + _?', why, addedOn: '2026-11-21' }] });

		expect(endorsement.run('We recommend Smile Dental', checkSettingsFor(odd))).toHaveLength(1);
	});

	test('lets the number for complaints through, but not the one for keeping people safe', () => {
		const own = contact({ role: 'safeguarding', phone: '07700 900123' });

		const settings = checkSettingsFor(shop, [contact(), own]);

		expect(phone.run('Call 01632 960001', settings)).toEqual([]);
		expect(phone.run('Call 07700 900123', settings)).toHaveLength(1);
	});
});

test('a platform may be used from 13, or from the age that the group found', () => {
	const found = practice({ minimumAges: { tiktok: { age: 16, checkedOn: '2026-11-21' } } });

	expect(minimumAgeOf(found, 'tiktok')).toBe(16);
	expect(minimumAgeOf(found, 'facebook')).toBe(13);
});
