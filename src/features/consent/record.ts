/**
 * What a person agreed to: for which pictures' use, where, until when, and how they said so.
 *
 * It is 'decided': only a mutation's own rules may change it, never a merge.
 */
import { daySchema } from '#domain/calendar.ts';
import { defineRecord, recordFields, type RowOf } from '#domain/record.ts';
import { leaders, members } from '#domain/roles.ts';
import * as z from 'zod/mini';
import { askedFields, askedLabels, askedPolicies, askedSecrets } from './fields/asked.ts';
import { consentKinds, purposes } from './fields/kinds.ts';
import { answerStatuses } from './fields/lines.ts';
import { signatureSchema } from './fields/signature.ts';
import { laterFields, laterLabels, laterPolicies } from './life/fields.ts';

export { purposes, type Purpose } from './fields/kinds.ts';
export { signatureSchema, type Signature } from './fields/signature.ts';
export { photoRecord, type Photo } from './photos/record.ts';
export { venueRecord, type Venue } from './venues/record.ts';

export const ageBands = ['under-13', '13-15', '16-17', '18-plus'] as const;
export const namesToShow = ['none', 'first', 'full'] as const;
export const methods = [
	'signed',
	'typed',
	'paper',
	'email',
	'said',
	'told',
	'link',
	'notice'
] as const;
export const childWishes = ['yes', 'no', 'too-young'] as const;
export type AgeBand = (typeof ageBands)[number];
export type NameToShow = (typeof namesToShow)[number];
/**
 * 'said': yes at the time, with a witness. 'told': staff who were told and did not object. 'link':
 * answered on their own phone. 'notice': nobody signs, a notice was shown.
 */
export type Method = (typeof methods)[number];

export const consentRecord = defineRecord({
	kind: 'consent',
	noun: 'photo consent',
	path: '/consents/:id',
	schema: z.object({
		...recordFields,
		/** 'T-7F3K' until the practice confirms it, then 'C-0427'. The paper slip shows it too. */
		code: z.string(),
		kind: z.enum(consentKinds),
		ageBand: z.enum(ageBands),
		/** The same on every consent of one person: the id of their first. */
		personKey: z.uuid(),
		/** The consent whose place this one takes, once the practice has confirmed this one. */
		replacesId: z.nullable(z.uuid()),
		/** The member of the group who is pictured, or who signs for the child. */
		picturedPersonId: z.nullable(z.uuid()),
		/** Staff or volunteers of the practice or the group. */
		isStaff: z.boolean(),
		firstName: z.string(),
		lastName: z.nullable(z.string()),
		contact: z.nullable(z.string()),
		/** How to find them in the picture: 'woman in green, left'. Never about a face. */
		howToRecognise: z.string(),
		status: z.enum(answerStatuses),
		askedOn: z.nullable(daySchema),
		/** What they agreed to. Empty until they have answered. */
		purposes: z.array(z.enum(purposes)),
		accounts: z.array(z.string()),
		/** In the person's words: 'not with my house in view'. */
		limits: z.string(),
		nameToShow: z.enum(namesToShow),
		/** What the picture or the words tell about their health. */
		healthDetail: z.nullable(z.string()),
		/** They said yes to showing what it tells about their health. */
		isHealthAgreed: z.boolean(),
		/** There is a reason not to show this child. Beats every yes. */
		mustNotShow: z.boolean(),
		method: z.nullable(z.enum(methods)),
		signature: z.nullable(signatureSchema),
		signedName: z.nullable(z.string()),
		witness: z.nullable(z.string()),
		wordingVersion: z.nullable(z.string()),
		givenOn: z.nullable(daySchema),
		/** The last day of use, until midnight in the UK. */
		expiresOn: z.nullable(daySchema),
		/** The person of the group who wrote the answer down. */
		takenBy: z.nullable(z.string()),
		parentName: z.nullable(z.string()),
		parentIs: z.nullable(z.string()),
		/** A parent or carer, who says they may decide for the child, said yes. */
		hasParentYes: z.boolean(),
		childWish: z.nullable(z.enum(childWishes)),
		childWords: z.nullable(z.string()),
		confirmedAt: z.nullable(z.int()),
		confirmedBy: z.nullable(z.string()),
		confirmNote: z.nullable(z.string()),
		/** What the practice manager asked before confirming, and what came back. */
		question: z.nullable(z.string()),
		questionBy: z.nullable(z.string()),
		answer: z.nullable(z.string()),
		refusedOn: z.nullable(daySchema),
		withdrawnOn: z.nullable(daySchema),
		withdrawnBy: z.nullable(z.string()),
		withdrawnHow: z.nullable(z.string()),
		/** Accounts on which they no longer want to be seen. */
		withdrawnAccounts: z.array(z.string()),
		...askedFields,
		...laterFields
	}),
	indexes: ['status', 'code', 'personKey', 'linkHash', 'copyHashes', 'paperHash'],
	readers: members,
	confidential: {
		fields: [
			'lastName',
			'contact',
			'healthDetail',
			'signature',
			'signedName',
			'witness',
			'parentName',
			'parentIs',
			'childWords',
			...askedSecrets,
			'reaskIn',
			'holdWhy'
		],
		readers: leaders
	},
	untold: [
		...(['lastName', 'contact', 'signature', 'signedName', 'witness', 'parentName'] as const),
		...(['helpedBy', 'understandsBy', 'childAskedBy'] as const)
	],
	/** Whoever took it may look at it until the practice has confirmed the form. */
	paper: {
		field: 'paperHash',
		readers: leaders,
		maker: ({ status, takenBy }) => (status === 'given' ? takenBy : null)
	},
	fields: {
		code: 'decided',
		contact: 'decided',
		ageBand: 'decided',
		picturedPersonId: 'decided',
		isStaff: 'decided',
		status: 'decided',
		purposes: 'decided',
		accounts: 'decided',
		limits: 'decided',
		nameToShow: 'decided',
		healthDetail: 'decided',
		isHealthAgreed: 'decided',
		mustNotShow: 'decided',
		signature: 'decided',
		expiresOn: 'decided',
		question: 'decided',
		answer: 'decided',
		withdrawnAccounts: 'decided',
		...askedPolicies,
		...laterPolicies
	},
	title: (consent) => `${consent.code} ${consent.firstName}`,
	words: (consent) => consent.howToRecognise,
	labels: {
		code: 'Code',
		ageBand: 'Age',
		firstName: 'First name',
		lastName: 'Last name',
		contact: 'How to reach them',
		howToRecognise: 'How to find them in the picture',
		isStaff: 'Works or helps here',
		status: 'State',
		askedOn: 'Asked on',
		purposes: 'What for',
		accounts: 'Which accounts',
		limits: 'Limits',
		nameToShow: 'Name to show',
		healthDetail: 'What it tells about their health',
		isHealthAgreed: 'Agreed to show it',
		mustNotShow: 'Must not be shown',
		method: 'How they answered',
		signature: 'Signature',
		signedName: 'Signed by',
		witness: 'Witness',
		wordingVersion: 'Words of the form',
		givenOn: 'Agreed on',
		expiresOn: 'Ends on',
		takenBy: 'Written down by',
		parentName: 'Parent or carer',
		parentIs: 'Who they are to the child',
		hasParentYes: 'Parent or carer says yes',
		childWish: 'What the child wants',
		childWords: 'The child’s words',
		confirmedAt: 'Confirmed at',
		confirmedBy: 'Confirmed by',
		confirmNote: 'Note',
		question: 'Question',
		answer: 'Answer',
		refusedOn: 'Said no on',
		withdrawnOn: 'Taken back on',
		withdrawnHow: 'How they told us',
		withdrawnAccounts: 'Taken back for',
		...askedLabels,
		...laterLabels
	}
});
export type Consent = RowOf<typeof consentRecord>;
