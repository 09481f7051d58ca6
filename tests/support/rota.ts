/**
 * A rota for tests: the six people of the tests by name, one group of accounts, and their deeds.
 */
import { runMutation } from '#domain/mutation.ts';
import type { Actor, Role } from '#domain/roles.ts';
import {
	addAway,
	assignDuty,
	editAway,
	giveBack,
	removeAway,
	signUp,
	signUpAsBackup,
	writeHandover
} from '#features/rota/mutations.ts';
import { awayRecord, rotaSlotRecord } from '#features/rota/record.ts';
import { personRecord } from '#features/people/record.ts';
import { as, everyRole, idFor, otherVolunteer, volunteer } from './actors.ts';
import { memoryTransaction } from './memory-transaction.ts';

export const group = 'All accounts';
/** Three days after the moment at which the actors act. */
export const tuesday = '2026-11-24';
export const slotId = idFor(1);
const awayId = idFor(50);
export const ann = volunteer.personId;
export const sam = otherVolunteer.personId;
const names = ['Mary', 'Carol', 'Ann', 'Ravi', 'Rose'];

/** Deeds with their usual arguments; each answers with a refusal or undefined. */
export async function rotaOfTests() {
	const transaction = memoryTransaction();

	function join(id: string, name: string, role: Role, leftOn: string | null = null) {
		const rest = { leftOn, pledgedOn: null, phone: null, mayCall: false, mayMessage: false };
		return transaction.put(personRecord, { id, createdAt: 0, createdBy: id, name, role, ...rest });
	}

	for (const [index, { personId, role }] of everyRole.entries()) {
		await join(personId, names[index] ?? '', role);
	}
	await join(sam, 'Sam', 'volunteer');

	return {
		transaction,
		/** Sam belongs to the group no more. */
		samLeaves: (leftOn = '2026-11-21') => join(sam, 'Sam', 'volunteer', leftOn),
		take: (who: Actor, dutyOn = tuesday, id = slotId, accounts = group) =>
			runMutation(signUp, transaction, { id, dutyOn, group: accounts }, as(who)),
		back: (who: Actor, dutyOn = tuesday, id = slotId) =>
			runMutation(signUpAsBackup, transaction, { id, dutyOn, group }, as(who)),
		put: (who: Actor, personId: string, changes: object = {}) => {
			const usual = { id: slotId, dutyOn: tuesday, group, place: 'duty', insteadOf: null };
			return runMutation(assignDuty, transaction, { ...usual, personId, ...changes }, as(who));
		},
		hand: (who: Actor, changes: object = {}, at?: number) => {
			const usual = { dutyOn: tuesday, group, place: 'duty', personId: ann, backupAgreed: false };
			return runMutation(giveBack, transaction, { ...usual, ...changes }, as(who, at));
		},
		write: (who: Actor, note = 'One question is open.', at?: number, id = slotId) =>
			runMutation(
				writeHandover,
				transaction,
				{ slotId: id, dutyOn: tuesday, group, note },
				as(who, at)
			),
		leaveOn: (who: Actor, firstOn: string, lastOn: string, more: object = {}) =>
			runMutation(addAway, transaction, { id: awayId, firstOn, lastOn, ...more }, as(who)),
		change: (who: Actor, changes: object, at?: number) =>
			runMutation(editAway, transaction, { id: awayId, changes }, as(who, at)),
		removeAway: (who: Actor, id = awayId) => runMutation(removeAway, transaction, { id }, as(who)),
		slot: (id = slotId) => transaction.get(rotaSlotRecord, id),
		slots: () => transaction.between(rotaSlotRecord, '2026-01-01', '2029-01-01'),
		away: () => transaction.get(awayRecord, awayId)
	};
}
