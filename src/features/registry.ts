/**
 * THE list: every kind of record and everything that can be done to it. The device loads it after
 * the first screen, so Today must not import it.
 *
 * Only the composition roots, the seed and tests see this file.
 */
import { defineRegistry } from '#domain/registry.ts';
import { accountRecord } from './accounts/record.ts';
import { localPlaceRecord, shareRequestRecord } from './around/record.ts';
import { campaignRecord, hashtagRecord, objectiveRecord } from './campaigns/record.ts';
import { commentRecord } from './comments/record.ts';
import { consentContactRecord } from './consent/desk/record.ts';
import { consentChores } from './consent/keeping/night.ts';
import { keepingRecord } from './consent/keeping/record.ts';
import { mustNotShowRecord } from './consent/must-not-show/record.ts';
import { consentRecord, photoRecord, venueRecord } from './consent/record.ts';
import { takeDownRecord } from './consent/takedown/record.ts';
import { awarenessDayRecord } from './days/record.ts';
import { guidanceLineRecord } from './guidance/record.ts';
import { importColumnsRecord, insightImportRecord } from './insights/imports/record.ts';
import { insightNoteRecord } from './insights/record.ts';
import { digestedResults } from './insights/results/digest.ts';
import { accountReviewRecord } from './insights/reviews/record.ts';
import { insightSettingsRecord } from './insights/settings/record.ts';
import { themeRecord } from './insights/themes/record.ts';
import { actionRecord, meetingRecord } from './meetings/record.ts';
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
import { aroundMutations } from './around/mutations.ts';
import { campaignMutations } from './campaigns/mutations.ts';
import { commentMutations } from './comments/mutations.ts';
import { consentGuard, consentMutations } from './consent/mutations.ts';
import { dayMutations } from './days/mutations.ts';
import { guidanceMutations } from './guidance/mutations.ts';
import { planPosts } from './ideas/mutations.ts';
import { importMutations } from './insights/imports/mutations.ts';
import { removeInsight, writeInsight } from './insights/mutations.ts';
import { reviewAccount, takeBackReview } from './insights/reviews/mutations.ts';
import { editInsightSettings } from './insights/settings/mutations.ts';
import { themeMutations } from './insights/themes/mutations.ts';
import { meetingMutations } from './meetings/mutations.ts';
import { peopleMutations, personGuard } from './people/mutations.ts';
import { postGuard } from './posts/coming-back/guard.ts';
import { postMutations } from './posts/mutations.ts';
import { postNoteMutations } from './posts/notes/mutations.ts';
import { planMutations } from './posts/plan/mutations.ts';
import { practiceGuard, practiceMutations } from './practice/mutations.ts';
import { reminders } from './reminders/due/all.ts';
import { chooseReminders, reminderGuard } from './reminders/mutations.ts';
import { repeatMutations } from './repeats/mutations.ts';
import { alongMutations } from './rota/along/mutations.ts';
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
import { chooseTwoWeeks, editRotaSettings } from './rota/settings/mutations.ts';
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
		...[accountCheckRecord, commentRecord],
		photoRecord,
		consentRecord,
		venueRecord,
		...[takeDownRecord, consentContactRecord, mustNotShowRecord, keepingRecord],
		insightNoteRecord,
		digestedResults,
		...[themeRecord, insightSettingsRecord, accountReviewRecord, meetingRecord, actionRecord],
		insightImportRecord,
		importColumnsRecord,
		objectiveRecord,
		campaignRecord,
		hashtagRecord,
		awarenessDayRecord,
		...[localPlaceRecord, shareRequestRecord],
		reminderChoiceRecord
	],
	reminders,
	chores: consentChores,
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
		...[chooseTwoWeeks, ...alongMutations],
		...[...patternMutations, ...swapMutations, ...checkMutations, ...commentMutations],
		...consentMutations,
		...[writeInsight, removeInsight, reviewAccount, takeBackReview, editInsightSettings],
		...[...themeMutations, ...meetingMutations],
		...importMutations,
		...campaignMutations,
		...dayMutations,
		...aroundMutations,
		planPosts,
		chooseReminders
	]
});
