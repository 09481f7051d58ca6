/**
 * The made-up people of the practice: seven, in the five roles, with pledges and phones.
 *
 * Every name says that it is made up. The phone numbers are those that Ofcom keeps for drama.
 */
import { addDays, monthsAfter } from '#domain/calendar.ts';
import type { Role } from '#domain/roles.ts';
import { addPerson, editPerson, signPledge } from '#features/people/mutations.ts';
import { setUpPractice } from '#features/practice/mutations.ts';
import { momentOf, type Diary } from './seed-diary.ts';

export const practiceName = 'Example Practice (made up)';
const groupName = 'Example Patients (made up)';

export interface SeededPerson {
	readonly id: string;
	readonly name: string;
	readonly role: Role;
}

const cast = {
	asha: { name: 'Asha (made up)', role: 'practice-manager' },
	ben: { name: 'Ben (made up)', role: 'coordinator' },
	cerys: { name: 'Cerys (made up)', role: 'volunteer' },
	dev: { name: 'Dev (made up)', role: 'volunteer' },
	elsie: { name: 'Elsie (made up)', role: 'rota-member' },
	farid: { name: 'Farid (made up)', role: 'rota-member' },
	grace: { name: 'Grace (made up)', role: 'reader' }
} as const satisfies Record<string, { name: string; role: Role }>;
type PersonKey = keyof typeof cast;
export type People = Readonly<Record<PersonKey, SeededPerson>>;

export function writePeople(diary: Diary, practiceId: string): People {
	const { startOn } = diary.time;
	const firstAt = momentOf(startOn, 9);
	const known = (key: PersonKey): SeededPerson => ({ id: diary.idAt(firstAt), ...cast[key] });
	const people: People = {
		asha: known('asha'),
		ben: known('ben'),
		cerys: known('cerys'),
		dev: known('dev'),
		elsie: known('elsie'),
		farid: known('farid'),
		grace: known('grace')
	};
	const { asha, ben, ...others } = people;
	diary.note(firstAt, 'set-up', setUpPractice, {
		practiceId,
		practiceName,
		groupName,
		personId: asha.id,
		managerName: asha.name
	});
	diary.note(momentOf(startOn, 9, 10), asha.id, addPerson, ben);
	for (const person of Object.values(others)) {
		diary.note(momentOf(startOn, 10), ben.id, addPerson, person);
	}
	for (const [index, { id, role }] of Object.values(people).entries()) {
		const phone = `07700 9001${String(index + 10)}`;
		const ways = { mayCall: index % 2 === 0, mayMessage: role !== 'reader' };
		diary.note(momentOf(startOn, 12, index), id, editPerson, { id, phone, ...ways });
	}
	writePledges(diary, people);
	return people;
}

/** Everyone signs at the start, and again a year on; one of them is late. */
function writePledges(diary: Diary, { grace, elsie, ...others }: People): void {
	const pledgedOn = addDays(diary.time.startOn, 1);
	const againOn = addDays(monthsAfter(pledgedOn, 12), -12);
	for (const [index, { id }] of [...Object.values(others), elsie, grace].entries()) {
		diary.note(momentOf(pledgedOn, 9, index), id, signPledge, {});
		const isLate = id === elsie.id || id === grace.id;
		if (!isLate && againOn <= diary.time.lastOn) {
			diary.note(momentOf(againOn, 9, index), id, signPledge, {});
		}
	}
}
