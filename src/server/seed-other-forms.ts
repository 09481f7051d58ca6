/**
 * The made-up forms of the other kinds: staff, someone's words, a group, a notice, a photographer and
 * someone who could not decide.
 */
import { addDays } from '#domain/calendar.ts';
import { confirmConsent, giveConsent, recordConsent } from '#features/consent/mutations.ts';
import { giveCopy } from '#features/consent/links/mutations.ts';
import { planConsent } from '#features/consent/life/mutations.ts';
import { momentOf, type Diary } from './seed-diary.ts';
import type { People } from './seed-people.ts';
import type { Accounts } from './seed-practice-record.ts';
import { signature } from './seed-signature.ts';

interface Form {
	readonly kind: 'staff' | 'words' | 'group' | 'crowd' | 'photographer' | 'capacity';
	readonly firstName: string;
	readonly part: number;
	readonly isConfirmed: boolean;
	readonly about: object;
	readonly answers: object;
}

const typed = { method: 'typed', signature: null } as const;
const forms: readonly Form[] = [
	{
		kind: 'staff',
		firstName: 'Rosa (made up)',
		part: 0.2,
		isConfirmed: true,
		about: { howToRecognise: 'nurse with the green badge' },
		answers: { method: 'told', signature: null, signedName: null, relation: 'staff' }
	},
	{
		kind: 'words',
		firstName: 'Sami (made up)',
		part: 0.4,
		isConfirmed: true,
		about: { media: ['words'] },
		answers: {
			...typed,
			media: ['words'],
			quote: 'I came for the walk and stayed for the tea. (made up)'
		}
	},
	{
		kind: 'group',
		firstName: 'Knitting circle (made up)',
		part: 0.6,
		isConfirmed: true,
		about: { occasion: 'Knitting for the ward (drawn)' },
		answers: {
			...typed,
			nameToShow: 'none',
			people: ['Tess', 'Uma', 'Viv'].map((name, index) => ({
				firstName: `${name} (made up)`,
				howToRecognise: ['left', 'in the middle', 'right'][index] ?? '',
				isYes: true
			}))
		}
	},
	{
		kind: 'crowd',
		firstName: 'Health fair (made up)',
		part: 0.7,
		isConfirmed: true,
		about: { occasion: 'Health fair (drawn)', place: 'Village hall (made up)' },
		answers: {
			method: 'notice',
			signature: null,
			signedName: null,
			nameToShow: 'none',
			noticeText: 'We take pictures here today. Tell us, or take a sticker, to be left out.',
			noticeWhere: 'At the door and on each table',
			optOut: 'sticker'
		}
	},
	{
		kind: 'photographer',
		firstName: 'Wanda (made up)',
		part: 0.8,
		isConfirmed: true,
		about: { occasion: 'Health fair (drawn)' },
		answers: {
			nameToShow: 'none',
			licence: 'Free use by the group and the practice',
			credit: 'Wanda (made up)',
			mayCrop: true
		}
	},
	{
		kind: 'capacity',
		firstName: 'Yann (made up)',
		part: 0.97,
		isConfirmed: false,
		about: { howToRecognise: 'man in a blue cap' },
		answers: {
			...typed,
			abilities: ['understand', 'say'],
			witness: 'A carer (made up)',
			witnessRole: 'carer',
			helps: ['read-aloud', 'easy-read'],
			helpedBy: 'A carer (made up)'
		}
	}
];

/** @returns how many. */
export function writeOtherForms(
	diary: Diary,
	{ asha, cerys }: People,
	{ facebook }: Accounts
): number {
	const { today } = diary.time;
	forms.forEach(({ kind, firstName, part, isConfirmed, about, answers }, index) => {
		const day = diary.dayAt(part);
		const at = momentOf(day, 12, index);
		const id = diary.idAt(at);
		diary.note(at, cerys.id, recordConsent, {
			...{ id, kind, ageBand: '18-plus', isStaff: kind === 'staff', firstName },
			...{ lastName: null, contact: null, howToRecognise: '', picturedPersonId: null },
			...{ mustNotShow: false, earlierId: null, isInsteadOfEarlier: false },
			...about
		});
		diary.note(momentOf(day, 12, index + 10), cerys.id, giveConsent, {
			...{ id, purposes: ['ppg-posts', 'poster'], accounts: [facebook], limits: '' },
			...{ nameToShow: 'first', healthDetail: null, isHealthAgreed: false, method: 'signed' },
			...{ signature, signedName: firstName, witness: null, wordingVersion: `${kind}-1` },
			...{ givenOn: day, expiresOn: addDays(today, 200), parent: null },
			...{ childWish: null, childWords: null },
			...answers
		});
		if (kind === 'words') {
			const copyHash = 'c'.repeat(64);
			diary.note(momentOf(day, 12, 40), cerys.id, giveCopy, { id, copyHash, how: 'mail' });
		}
		if (kind === 'staff') {
			const leavesOn = addDays(today, 40);
			diary.note(momentOf(day, 12, 40), cerys.id, planConsent, { id, leavesOn });
		}
		if (isConfirmed) {
			const checked = ['form', 'uses', 'days'] as const;
			diary.note(momentOf(day, 15), asha.id, confirmConsent, { id, checked: [...checked] });
		}
	});
	return forms.length;
}
