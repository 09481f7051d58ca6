/**
 * THE list: every kind of record and everything that can be done to it.
 *
 * Only the composition roots, the seed and tests see this file.
 */
import { defineRegistry } from '#domain/registry.ts';
import { accountMutations } from './accounts/mutations.ts';
import { accountRecord } from './accounts/record.ts';
import { consentMutations } from './consent/mutations.ts';
import { consentRecord, photoRecord, venueRecord } from './consent/record.ts';
import { guidanceMutations } from './guidance/mutations.ts';
import { guidanceLineRecord } from './guidance/record.ts';
import { removeInsight, writeInsight } from './insights/mutations.ts';
import { insightNoteRecord } from './insights/record.ts';
import { peopleMutations } from './people/mutations.ts';
import { personRecord } from './people/record.ts';
import { postMutations } from './posts/mutations.ts';
import { postRecord } from './posts/record.ts';
import { practiceMutations } from './practice/mutations.ts';
import { contactRecord, practiceRecord } from './practice/record.ts';
import {
	addAway,
	assignDuty,
	editAway,
	giveBack,
	removeAway,
	signUp,
	signUpAsBackup,
	writeHandover
} from './rota/mutations.ts';
import { awayRecord, rotaSlotRecord } from './rota/record.ts';

export const registry = defineRegistry({
	members: personRecord,
	records: [
		practiceRecord,
		contactRecord,
		personRecord,
		accountRecord,
		guidanceLineRecord,
		postRecord,
		rotaSlotRecord,
		awayRecord,
		photoRecord,
		consentRecord,
		venueRecord,
		insightNoteRecord
	],
	mutations: [
		...practiceMutations,
		...peopleMutations,
		...accountMutations,
		...guidanceMutations,
		...postMutations,
		...[signUp, signUpAsBackup, assignDuty, giveBack, writeHandover],
		...[addAway, editAway, removeAway],
		...consentMutations,
		...[writeInsight, removeInsight]
	]
});
