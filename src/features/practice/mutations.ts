/**
 * Setting up the practice, changing its settings, and keeping the list of contacts for help.
 *
 * Setting up works once: it makes the first practice manager, so it must never work again.
 */
import { mayMute } from '#checks/catalogue.ts';
import { checkIds } from '#checks/check.ts';
import { defineMutation } from '#domain/mutation.ts';
import { defineGuard } from '#domain/put-back.ts';
import { refuse, type Refusal } from '#domain/refusal.ts';
import { leaders, writers, type Role } from '#domain/roles.ts';
import { personNameSchema, personRecord } from '#features/people/record.ts';
import * as z from 'zod/mini';
import {
	contactFields,
	contactRecord,
	eachOptional,
	firstSettings,
	nameSchema,
	practiceRecord,
	settingFields,
	type Contact,
	type Practice
} from './record.ts';
import { isReachable } from './rules.ts';

export const setUpPractice = defineMutation({
	name: 'practice.setUp',
	args: z.strictObject({
		practiceId: z.uuid(),
		practiceName: nameSchema,
		groupName: nameSchema,
		personId: z.uuid(),
		managerName: personNameSchema
	}),
	allowed: ['practice-manager'],
	says: 'Set up the practice',
	final: true,
	async run(transaction, args, { actedAt, practiceId }) {
		if (args.practiceId !== practiceId) {
			return refuse('other-practice', 'This link is for another practice.');
		}
		const managers = await transaction.by(personRecord, 'role', 'practice-manager');
		if (managers.length > 0 || (await transaction.get(practiceRecord, practiceId))) {
			return refuse('already-set-up', 'This practice is set up already. Sign in instead.');
		}
		const made = { createdAt: actedAt, createdBy: args.personId };
		const { practiceName, groupName } = args;
		await transaction.put(practiceRecord, {
			...firstSettings,
			id: practiceId,
			...made,
			practiceName,
			groupName
		});
		await transaction.put(personRecord, {
			id: args.personId,
			...made,
			name: args.managerName,
			role: 'practice-manager',
			leftOn: null,
			pledgedOn: null,
			phone: null,
			mayCall: false,
			mayMessage: false
		});
		return undefined;
	}
});

export const editPractice = defineMutation({
	name: 'practice.edit',
	args: z.strictObject({ id: z.uuid(), changes: z.strictObject(eachOptional(settingFields)) }),
	allowed: leaders,
	says: 'Changed the settings',
	async run(transaction, { id, changes }, { actor }) {
		const practice = await transaction.get(practiceRecord, id);
		if (!practice) return refuse('no-such-practice', 'The practice is not set up yet.');
		const edited = { ...practice, ...changes };
		const refusal = whyNotMute(practice, edited, actor.role);
		if (refusal) return refusal;
		const { electionFirstOn: firstOn, electionLastOn: lastOn } = edited;
		if (firstOn !== null && lastOn !== null && lastOn < firstOn) {
			return refuse(
				'election-ends-early',
				'The last day must not be before the first.',
				'changes.electionLastOn'
			);
		}
		await transaction.put(practiceRecord, edited);
		return undefined;
	}
});

type Muting = Pick<Practice, 'mutedChecks'>;

/** A check that can block is the practice manager's to switch off; anyone here may switch it on. */
function whyNotMute(before: Muting, after: Muting, role: Role): Refusal | undefined {
	const more = after.mutedChecks.filter((id) => !before.mutedChecks.includes(id));
	const mayMuteAll = more.every((id) =>
		checkIds.some((known) => known === id && mayMute(known, role))
	);
	if (mayMuteAll) return undefined;
	return refuse(
		'may-not-mute',
		'Only a practice manager can switch off a check that can stop a post.',
		'changes.mutedChecks'
	);
}

/** Nor may undo, or a choice between two versions, switch off what this person may not. */
export const practiceGuard = defineGuard(practiceRecord, (_transaction, { now, then, actor }) =>
	Promise.resolve(now && then && whyNotMute(now, then, actor.role))
);

const noContact = () => refuse('no-such-contact', 'This contact has been removed from the list.');
const unreachable = () =>
	refuse('no-way-to-reach', 'Give a phone number, an email address or a web page.', 'phone');

export const addContact = defineMutation({
	name: 'contact.add',
	args: z.strictObject({ id: z.uuid(), ...contactFields }),
	allowed: leaders,
	says: 'Added a contact',
	async run(transaction, contact, { actor, actedAt, today }) {
		if (await transaction.get(contactRecord, contact.id)) {
			return refuse('already-here', 'This contact is already on the list.');
		}
		if (!isReachable(contact)) return unreachable();
		await transaction.put(contactRecord, {
			...contact,
			createdAt: actedAt,
			createdBy: actor.personId,
			checkedOn: today
		});
		return undefined;
	}
});

export const editContact = defineMutation({
	name: 'contact.edit',
	args: z.strictObject({ id: z.uuid(), changes: z.strictObject(eachOptional(contactFields)) }),
	allowed: leaders,
	says: 'Changed a contact',
	async run(transaction, { id, changes }, { today }) {
		const contact = await transaction.get(contactRecord, id);
		if (!contact) return noContact();
		const edited: Contact = { ...contact, ...changes, checkedOn: today };
		if (!isReachable(edited)) return unreachable();
		await transaction.put(contactRecord, edited);
		return undefined;
	}
});

export const removeContact = defineMutation({
	name: 'contact.remove',
	args: z.strictObject({ id: z.uuid() }),
	allowed: leaders,
	says: 'Removed a contact',
	async run(transaction, { id }) {
		if (!(await transaction.get(contactRecord, id))) return noContact();
		await transaction.remove(contactRecord, id);
		return undefined;
	}
});

/** Someone has tried the contact, or asked, and it is right. */
export const checkContact = defineMutation({
	name: 'contact.check',
	args: z.strictObject({ id: z.uuid() }),
	allowed: writers,
	says: 'Checked a contact',
	async run(transaction, { id }, { today }) {
		const contact = await transaction.get(contactRecord, id);
		if (!contact) return noContact();
		await transaction.put(contactRecord, { ...contact, checkedOn: today });
		return undefined;
	}
});

export const practiceMutations = [
	setUpPractice,
	editPractice,
	addContact,
	editContact,
	removeContact,
	checkContact
];
