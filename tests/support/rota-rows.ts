/** Made-up rows of the rota, for tests of its rules and its words. */
import type { MemberRow } from '#domain/member.ts';
import type { Away, RotaSlot } from '#features/rota/record.ts';
import { idFor, otherVolunteer, volunteer } from './actors.ts';

export const all = 'All accounts';
export const ann = volunteer.personId;
export const sam = otherVolunteer.personId;
let number = 1;

export function slot(
	dutyOn: string,
	personId: string | null = ann,
	rest: Partial<RotaSlot> = {}
): RotaSlot {
	return {
		id: idFor(number++),
		createdAt: 0,
		createdBy: ann,
		dutyOn,
		group: all,
		personId,
		backupId: null,
		alsoIds: [],
		duty: 'accounts',
		note: '',
		minutes: null,
		...rest
	};
}

export function away(personId: string, firstOn: string, lastOn: string): Away {
	return { id: idFor(number++), createdAt: 0, createdBy: personId, personId, firstOn, lastOn };
}

export function person(id: string, name: string, rest: Partial<MemberRow> = {}): MemberRow {
	return { id, createdAt: 0, createdBy: id, name, role: 'volunteer', leftOn: null, ...rest };
}
