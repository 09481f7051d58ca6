/**
 * Everything that can be done to a person of the group.
 *
 * The group always keeps one practice manager, and only a practice manager makes another.
 */
import { defineMutation } from '#domain/mutation.ts';
import { defineGuard } from '#domain/put-back.ts';
import { refuse } from '#domain/refusal.ts';
import { leaders, roles } from '#domain/roles.ts';
import type { Transaction } from '#domain/transaction.ts';
import * as z from 'zod/mini';
import { personNameSchema, personRecord, phoneSchema, type Person } from './record.ts';
import { belongs, isLastManager, mayEdit, mayGiveRole, mayPledge } from './rules.ts';

const gone = () => refuse('no-such-person', 'This person is no longer on the list.');
const onlyManagers = () =>
	refuse('only-managers', 'Only a practice manager can do this for a practice manager.');
const lastManager = () =>
	refuse(
		'last-manager',
		'This is the only practice manager. Make someone else a practice manager first.'
	);

export const addPerson = defineMutation({
	name: 'person.add',
	args: z.strictObject({ id: z.uuid(), name: personNameSchema, role: z.enum(roles) }),
	allowed: leaders,
	says: 'Added a person',
	async run(transaction, { id, name, role }, { actor, actedAt }) {
		if (await transaction.get(personRecord, id)) {
			return refuse('already-here', 'This person is already on the list.');
		}
		if (!mayGiveRole(actor, role)) {
			return refuse('only-managers', 'Only a practice manager can add a practice manager.', 'role');
		}
		await transaction.put(personRecord, {
			id,
			createdAt: actedAt,
			createdBy: actor.personId,
			name,
			role,
			leftOn: null,
			pledgedOn: null,
			phone: null,
			mayCall: false,
			mayMessage: false
		});
		return undefined;
	}
});

export const editPerson = defineMutation({
	name: 'person.edit',
	args: z.strictObject({
		id: z.uuid(),
		name: z.exactOptional(personNameSchema),
		phone: z.exactOptional(z.nullable(phoneSchema)),
		mayCall: z.exactOptional(z.boolean()),
		mayMessage: z.exactOptional(z.boolean())
	}),
	allowed: 'everyone',
	says: 'Changed a person’s details',
	async run(transaction, { id, ...changes }, { actor }) {
		const person = await transaction.get(personRecord, id);
		if (!person) return gone();
		if (!mayEdit(actor, person)) {
			return refuse(
				'not-yours',
				'You can change your own details. A coordinator can change others.'
			);
		}
		await transaction.put(personRecord, { ...person, ...changes });
		return undefined;
	}
});

export const setRole = defineMutation({
	name: 'person.setRole',
	args: z.strictObject({ id: z.uuid(), role: z.enum(roles) }),
	allowed: ['practice-manager'],
	says: 'Changed a person’s role',
	// Undoing it later could leave the group without a practice manager.
	final: true,
	async run(transaction, { id, role }) {
		const person = await transaction.get(personRecord, id);
		if (!person) return gone();
		if (role !== 'practice-manager' && (await isLast(transaction, person))) return lastManager();
		await transaction.put(personRecord, { ...person, role });
		return undefined;
	}
});

export const leaveGroup = defineMutation({
	name: 'person.leave',
	args: z.strictObject({ id: z.uuid() }),
	allowed: leaders,
	says: 'Noted that a person left the group',
	async run(transaction, { id }, { actor, today }) {
		const person = await transaction.get(personRecord, id);
		if (!person) return gone();
		if (!belongs(person)) return refuse('already-left', 'This person has already left the group.');
		if (!mayGiveRole(actor, person.role)) return onlyManagers();
		if (await isLast(transaction, person)) return lastManager();
		await transaction.put(personRecord, { ...person, leftOn: today });
		return undefined;
	}
});

export const comeBack = defineMutation({
	name: 'person.comeBack',
	args: z.strictObject({ id: z.uuid() }),
	allowed: leaders,
	says: 'Welcomed a person back',
	async run(transaction, { id }, { actor }) {
		const person = await transaction.get(personRecord, id);
		if (!person) return gone();
		if (belongs(person)) return refuse('still-here', 'This person is in the group already.');
		if (!mayGiveRole(actor, person.role)) return onlyManagers();
		await transaction.put(personRecord, { ...person, leftOn: null });
		return undefined;
	}
});

/** A person signs the yearly pledge. Nobody can sign it for someone else. */
export const signPledge = defineMutation({
	name: 'person.pledge',
	args: z.strictObject({}),
	allowed: 'everyone',
	says: 'Signed the yearly pledge',
	final: true,
	async run(transaction, _nothing, { actor, today }) {
		const person = await transaction.get(personRecord, actor.personId);
		if (!person) return gone();
		if (!mayPledge(person, today)) {
			return refuse('already-pledged', 'You have signed the pledge for this year. Thank you.');
		}
		await transaction.put(personRecord, { ...person, pledgedOn: today });
		return undefined;
	}
});

async function isLast(transaction: Transaction, person: Person): Promise<boolean> {
	return isLastManager(person, await transaction.by(personRecord, 'role', 'practice-manager'));
}

/** Undo makes nobody a practice manager or the opposite for others, and never takes the last one. */
export const personGuard = defineGuard(personRecord, async (transaction, { now, then, actor }) => {
	const isManager = (person: Person | undefined) =>
		person !== undefined && person.role === 'practice-manager' && belongs(person);
	if (isManager(now) === isManager(then)) return undefined;
	if (!mayGiveRole(actor, 'practice-manager')) return onlyManagers();
	return now && (await isLast(transaction, now)) ? lastManager() : undefined;
});

export const peopleMutations = [addPerson, editPerson, setRole, leaveGroup, comeBack, signPledge];
