/**
 * A made-up group of people for the tests of features: one of each role, and a second volunteer.
 */
import type { Role } from '#domain/roles.ts';
import { personRecord, type Person } from '#features/people/record.ts';
import { aMoment, everyRole, idFor, manager, otherVolunteer } from './actors.ts';
import { memoryTransaction, type MemoryTransaction } from './memory-transaction.ts';

export function aPerson(more: Partial<Person> = {}): Person {
	return {
		id: idFor(1),
		createdAt: aMoment,
		createdBy: manager.personId,
		name: 'Ada Example',
		role: 'volunteer',
		leftOn: null,
		pledgedOn: null,
		phone: null,
		mayCall: false,
		mayMessage: false,
		...more
	};
}

export function keepPerson(
	transaction: MemoryTransaction,
	id: string,
	role: Role,
	more?: Partial<Person>
): Promise<void> {
	return transaction.put(personRecord, aPerson({ id, role, ...more }));
}

export async function aGroup(): Promise<MemoryTransaction> {
	const transaction = memoryTransaction();
	for (const { personId, role } of [...everyRole, otherVolunteer]) {
		await keepPerson(transaction, personId, role);
	}
	return transaction;
}
