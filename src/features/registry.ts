/**
 * THE list: every kind of record (records.ts) and everything that can be done to it.
 *
 * Only the composition roots, the seed and tests see this file.
 */
import { defineRegistry } from '#domain/registry.ts';
import { accountMutations } from './accounts/mutations.ts';
import { consentMutations } from './consent/mutations.ts';
import { guidanceMutations } from './guidance/mutations.ts';
import { removeInsight, writeInsight } from './insights/mutations.ts';
import { peopleMutations } from './people/mutations.ts';
import { postMutations } from './posts/mutations.ts';
import { practiceMutations } from './practice/mutations.ts';
import { members, records } from './records.ts';
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

export const registry = defineRegistry({
	members,
	records,
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
