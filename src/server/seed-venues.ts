/**
 * The made-up places: one that has said yes to pictures in some of its parts, one still asked.
 */
import { addDays } from '#domain/calendar.ts';
import { purposes } from '#features/consent/record.ts';
import {
	addVenue,
	askVenue,
	confirmVenue,
	giveVenue,
	giveVenueCopy
} from '#features/consent/venues/mutations.ts';
import { momentOf, type Diary } from './seed-diary.ts';
import type { People } from './seed-people.ts';
import type { Accounts } from './seed-practice-record.ts';
import { signature } from './seed-signature.ts';

/** The practice itself, which has said yes, and a hall that has not answered yet. */
export function writeVenues(
	diary: Diary,
	{ asha, cerys, dev }: People,
	accounts: Accounts
): string {
	const { today } = diary.time;
	const day = diary.dayAt(0.01);
	const at = momentOf(day, 10);
	const id = diary.idAt(at);
	const contact = 'Reception, 01632 960100';
	diary.note(at, cerys.id, addVenue, {
		id,
		name: 'Example Practice (made up)',
		address: '1 Example Street, ZZ99 1AA',
		whoMayAgree: 'Practice manager',
		contact
	});
	diary.note(at, cerys.id, askVenue, { id, isAgainAfterNo: false });
	diary.note(momentOf(day, 11), cerys.id, giveVenue, {
		id,
		agreedBy: 'The partners (made up)',
		areas: ['Reception', 'Waiting room', 'Garden'],
		areasNotAllowed: ['Consulting rooms'],
		conditions: 'No screens and no papers in view',
		givenOn: day,
		firstOn: null,
		expiresOn: addDays(today, 300),
		purposes: [...purposes].filter((purpose) => purpose !== 'press'),
		accounts: Object.values(accounts),
		mayPromote: false,
		times: 'Not during clinics, unless everyone there was asked',
		looks: ['patients', 'screens', 'notes', 'badges'],
		method: 'signed',
		signature,
		wordingVersion: 'venue-1'
	});
	diary.note(momentOf(day, 11, 20), cerys.id, giveVenueCopy, { id, how: 'print' });
	diary.note(momentOf(day, 12), asha.id, confirmVenue, { id, note: 'Agreed by the partners' });
	const laterAt = momentOf(diary.dayAt(0.97), 10);
	const hallId = diary.idAt(laterAt);
	diary.note(laterAt, dev.id, addVenue, {
		id: hallId,
		name: 'Village hall (made up)',
		address: '2 Example Street, ZZ99 1AA',
		whoMayAgree: 'Hall committee',
		contact: null
	});
	diary.note(laterAt, dev.id, askVenue, { id: hallId, isAgainAfterNo: false });
	return id;
}
