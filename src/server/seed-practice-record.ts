/**
 * The made-up practice's own page: settings, accounts, contacts for help, two reworded lines.
 *
 * Addresses end in example.org, which belongs to nobody; the postcode is one that is never used.
 */
import { addDays } from '#domain/calendar.ts';
import { addAccount, checkAccount } from '#features/accounts/mutations.ts';
import { addContact, checkContact, editPractice } from '#features/practice/mutations.ts';
import type { ContactRole } from '#features/practice/record.ts';
import { momentOf, type Diary } from './seed-diary.ts';
import type { People } from './seed-people.ts';

const practicePhone = '01632 960100';
export const staffedWeekdays: readonly number[] = [1, 2, 3, 4, 5, 6];
export const dutyGroup = 'All accounts';

export const accountKeys = ['facebook', 'instagram', 'bluesky'] as const;
export type AccountKey = (typeof accountKeys)[number];
export type Accounts = Readonly<Record<AccountKey, string>>;

const contacts: readonly [ContactRole, string, string, string | null][] = [
	['practice-route', 'Reception (made up)', practicePhone, 'hello@practice.example.org'],
	['complaints', 'Complaints lead (made up)', '01632 960101', 'complaints@practice.example.org'],
	['safeguarding', 'Safeguarding lead (made up)', '01632 960102', null],
	['children-team', 'Children’s team (made up)', '01632 960103', null],
	['out-of-hours', 'Out-of-hours service (made up)', '01632 960104', null],
	['press', 'Press office (made up)', '01632 960105', 'press@practice.example.org'],
	['data-protection', 'Privacy lead (made up)', '01632 960106', 'privacy@practice.example.org'],
	['icb', 'Example ICB (made up)', '01632 960107', null]
];

export function writePractice(diary: Diary, practiceId: string, people: People): Accounts {
	const { startOn } = diary.time;
	const { asha, ben } = people;
	const weekday = { from: '09:00', to: '17:00' };
	diary.note(momentOf(startOn, 14), asha.id, editPractice, {
		id: practiceId,
		changes: {
			values: 'Kind, clear and useful. We check twice and we never show anyone without asking.',
			aims: [
				'More people know how to reach us: 500 followers',
				'Fewer missed appointments: 10 fewer each month',
				'More people come to the group: 12 at each meeting'
			],
			staffedHours: {
				...{ '1': weekday, '2': weekday, '3': weekday, '4': weekday, '5': weekday },
				...{ '6': { from: '10:00', to: '12:00' }, '7': null }
			},
			officialPhones: [practicePhone, '01632 960101'],
			officialEmails: ['hello@practice.example.org', 'group@practice.example.org'],
			officialPostcodes: ['ZZ99 1AA'],
			officialAddresses: ['1 Example Street'],
			privacyContact: 'the practice manager at privacy@practice.example.org',
			talkedOn: startOn,
			talkedWith: 'Practice manager',
			icbName: 'Example ICB (made up)'
		}
	});
	for (const [index, [role, name, phone, email]] of contacts.entries()) {
		const at = momentOf(startOn, 15, index);
		const id = diary.idAt(at);
		diary.note(at, ben.id, addContact, { id, role, name, phone, email, url: null });
		// The last two wait to be checked.
		if (index < contacts.length - 2) {
			diary.note(momentOf(diary.dayAt(0.85), 11, index), ben.id, checkContact, { id });
		}
	}
	return writeAccounts(diary, people);
}

function writeAccounts(diary: Diary, { ben, cerys, dev, elsie }: People): Accounts {
	const at = momentOf(diary.time.startOn, 16);
	const shared = {
		group: dutyGroup,
		accessNote: 'In the practice safe. Reception can open it for two named people.',
		showsHours: true
	};
	const accounts: Accounts = {
		facebook: diary.idAt(at),
		instagram: diary.idAt(at),
		bluesky: diary.idAt(at)
	};
	diary.note(at, ben.id, addAccount, {
		...shared,
		id: accounts.facebook,
		name: 'Facebook page (made up)',
		platform: 'facebook',
		profileUrl: 'https://facebook.example.org/example-patients',
		purpose: 'News of the practice and the group, for patients and their families.',
		ownerId: ben.id,
		deputyId: cerys.id,
		postsPerWeek: 2,
		hasTwoStep: true
	});
	diary.note(at, ben.id, addAccount, {
		...shared,
		id: accounts.instagram,
		name: 'Instagram (made up)',
		platform: 'instagram',
		profileUrl: 'https://instagram.example.org/example-patients',
		purpose: 'Pictures of what the group does.',
		ownerId: cerys.id,
		deputyId: dev.id,
		postsPerWeek: 1,
		hasTwoStep: true
	});
	diary.note(at, ben.id, addAccount, {
		...shared,
		id: accounts.bluesky,
		name: 'Bluesky (made up)',
		platform: 'bluesky',
		profileUrl: 'https://bluesky.example.org/example-patients',
		purpose: 'Short news, and answers to other local groups.',
		ownerId: dev.id,
		deputyId: elsie.id,
		postsPerWeek: 1,
		hasTwoStep: false
	});
	// Every 80 days someone looks; the last of them is due.
	const { startOn, lastOn } = diary.time;
	for (let day = addDays(startOn, 80); day < lastOn; day = addDays(day, 80)) {
		diary.note(momentOf(day, 10), ben.id, checkAccount, { id: accounts.facebook });
		diary.note(momentOf(day, 10), cerys.id, checkAccount, { id: accounts.instagram });
		const isDue = day > addDays(lastOn, -160);
		if (!isDue) diary.note(momentOf(day, 10), dev.id, checkAccount, { id: accounts.bluesky });
	}
	return accounts;
}
