/**
 * A person of the group: name, role, pledge and how to reach them.
 *
 * The role is what the server goes by at every request. A phone number is for members only.
 */
import { daySchema } from '#domain/calendar.ts';
import { defineRecord, recordFields, type RowOf } from '#domain/record.ts';
import { members, roles } from '#domain/roles.ts';
import * as z from 'zod/mini';

export const personNameSchema = z
	.string()
	.check(
		z.trim(),
		z.minLength(1, 'Enter a name.'),
		z.maxLength(80, 'Use 80 letters or fewer for the name.')
	);

export const phoneSchema = z
	.string()
	.check(z.trim(), z.regex(/^\+?[\d ()-]{3,24}$/, 'Enter a phone number, like 01632 960001.'));

export const personRecord = defineRecord({
	kind: 'person',
	noun: 'person',
	path: '/people/:id',
	schema: z.object({
		...recordFields,
		name: personNameSchema,
		role: z.enum(roles),
		/** The day the person left the group; null while they belong to it. */
		leftOn: z.nullable(daySchema),
		/** The day of the latest yearly pledge. */
		pledgedOn: z.nullable(daySchema),
		phone: z.nullable(phoneSchema),
		/** What the person is happy with, on their phone number. */
		mayCall: z._default(z.boolean(), false),
		mayMessage: z._default(z.boolean(), false)
	}),
	indexes: ['role'],
	readers: roles,
	confidential: { fields: ['phone'], readers: members },
	fields: { role: 'decided', leftOn: 'decided', pledgedOn: 'decided' },
	title: (person) => person.name,
	labels: {
		name: 'Name',
		role: 'Role',
		leftOn: 'Left on',
		pledgedOn: 'Signed the pledge on',
		phone: 'Phone number',
		mayCall: 'Happy to be called',
		mayMessage: 'Happy to get messages'
	}
});
export type Person = RowOf<typeof personRecord>;
