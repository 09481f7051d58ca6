/**
 * THE list: every kind of record and everything that can be done to it. The device loads it after
 * the first screen, so Today must not import it.
 *
 * Only the composition roots, the seed and tests see this file.
 */
import { defineRegistry } from '#domain/registry.ts';
import { accountRecord } from './accounts/record.ts';
import { campaignRecord, hashtagRecord, objectiveRecord } from './campaigns/record.ts';
import { consentRecord, photoRecord, venueRecord } from './consent/record.ts';
import { awarenessDayRecord } from './days/record.ts';
import { guidanceLineRecord } from './guidance/record.ts';
import { insightNoteRecord } from './insights/record.ts';
import { postResultsRecord } from './insights/results/record.ts';
import { personRecord } from './people/record.ts';
import { postNoteRecord } from './posts/notes/record.ts';
import { postRecord } from './posts/record.ts';
import { contactRecord, practiceRecord } from './practice/record.ts';
import { reminderChoiceRecord } from './reminders/record.ts';
import { postRepeatRecord } from './repeats/record.ts';
import { accountCheckRecord } from './rota/checks/record.ts';
import { rotaPatternRecord } from './rota/patterns/record.ts';
import { awayRecord, rotaSlotRecord } from './rota/record.ts';
import { rotaSettingsRecord } from './rota/settings/record.ts';
import { rotaSwapRecord } from './rota/swaps/record.ts';
import { accountMutations } from './accounts/mutations.ts';
import { campaignMutations } from './campaigns/mutations.ts';
import { consentGuard, consentMutations } from './consent/mutations.ts';
import { dayMutations } from './days/mutations.ts';
import { guidanceMutations } from './guidance/mutations.ts';
import { planPosts } from './ideas/mutations.ts';
import { removeInsight, writeInsight } from './insights/mutations.ts';
import { peopleMutations, personGuard } from './people/mutations.ts';
import { postGuard } from './posts/coming-back/guard.ts';
import { postMutations } from './posts/mutations.ts';
import { postNoteMutations } from './posts/notes/mutations.ts';
import { planMutations } from './posts/plan/mutations.ts';
import { practiceGuard, practiceMutations } from './practice/mutations.ts';
import { reminders } from './reminders/due/all.ts';
import { chooseReminders, reminderGuard } from './reminders/mutations.ts';
import { repeatMutations } from './repeats/mutations.ts';
import { checkMutations } from './rota/checks/mutations.ts';
import { fillRota } from './rota/fair/mutations.ts';
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
import { patternMutations } from './rota/patterns/mutations.ts';
import { editRotaSettings } from './rota/settings/mutations.ts';
import { swapMutations } from './rota/swaps/mutations.ts';

export const registry = defineRegistry({
	members: personRecord,
	records: [
		practiceRecord,
		contactRecord,
		personRecord,
		accountRecord,
		guidanceLineRecord,
		postRecord,
		postNoteRecord,
		postRepeatRecord,
		rotaSlotRecord,
		awayRecord,
		rotaSettingsRecord,
		rotaPatternRecord,
		rotaSwapRecord,
		accountCheckRecord,
		photoRecord,
		consentRecord,
		venueRecord,
		insightNoteRecord,
		postResultsRecord,
		objectiveRecord,
		campaignRecord,
		hashtagRecord,
		awarenessDayRecord,
		reminderChoiceRecord
	],
	reminders,
	guards: [personGuard, consentGuard, practiceGuard, postGuard, reminderGuard],
	mutations: [
		...practiceMutations,
		...peopleMutations,
		...accountMutations,
		...guidanceMutations,
		...postMutations,
		...postNoteMutations,
		...planMutations,
		...repeatMutations,
		...[signUp, signUpAsBackup, assignDuty, giveBack, writeHandover],
		...[addAway, editAway, removeAway, fillRota, editRotaSettings],
		...[...patternMutations, ...swapMutations, ...checkMutations],
		...consentMutations,
		...[writeInsight, removeInsight],
		...campaignMutations,
		...dayMutations,
		planPosts,
		chooseReminders
	]
});
