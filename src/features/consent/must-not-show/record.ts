/**
 * Someone who must not be shown, whatever anybody signs: a first name and a reason from a list.
 *
 * Only practice managers hold it. Never more than that: no last name, no story.
 */
import { defineRecord, recordFields, type RowOf } from '#domain/record.ts';
import * as z from 'zod/mini';

export const mustNotShowReasons = [
	'asked',
	'family',
	'looked-after',
	'court',
	'work',
	'capacity',
	'other'
] as const;
export type MustNotShowReason = (typeof mustNotShowReasons)[number];

export const reasonNames: Readonly<Record<MustNotShowReason, string>> = {
	asked: 'A: they asked us never to',
	family: 'B: safety in the family',
	'looked-after': 'C: looked-after child or adoption',
	court: 'D: a court said so',
	work: 'E: their work',
	capacity: 'F: cannot decide this for now',
	other: 'G: another reason, known to the practice'
};

export const mustNotShowRecord = defineRecord({
	kind: 'must-not-show',
	noun: 'person who must not be shown',
	path: '/consents/must-not-show',
	schema: z.object({
		...recordFields,
		firstName: z.string(),
		reason: z.enum(mustNotShowReasons)
	}),
	indexes: [],
	readers: ['practice-manager'],
	title: ({ firstName }) => firstName,
	labels: { firstName: 'First name', reason: 'Reason' }
});
export type MustNotShow = RowOf<typeof mustNotShowRecord>;
