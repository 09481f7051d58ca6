/**
 * Reads from this device what Today needs to know; inside, only the store is awaited.
 */
import { addDays, addMonths, firstDayOf, lastDayOf, monthOf } from '#domain/calendar.ts';
import { accountRecord } from '#features/accounts/record.ts';
import { commentRecord } from '#features/comments/record.ts';
import {
	consentRecord,
	photoRecord,
	venueRecord,
	type Consent,
	type Photo
} from '#features/consent/record.ts';
import { takeDownRecord } from '#features/consent/takedown/record.ts';
import { quarterBefore } from '#features/insights/reviews/rules.ts';
import { insightNoteRecord } from '#features/insights/record.ts';
import { accountReviewRecord } from '#features/insights/reviews/record.ts';
import { insightSettingsRecord } from '#features/insights/settings/record.ts';
import { actionRecord, meetingRecord } from '#features/meetings/record.ts';
import { personRecord } from '#features/people/record.ts';
import { postRecord, type Post } from '#features/posts/record.ts';
import { isGroupAsked, isToShare } from '#features/posts/rules.ts';
import { practiceRecord } from '#features/practice/record.ts';
import { rotaPatternRecord } from '#features/rota/patterns/record.ts';
import { withPatterns } from '#features/rota/patterns/rules.ts';
import { awayRecord, rotaSlotRecord, type RotaSlot } from '#features/rota/record.ts';
import { rotaSettingsRecord } from '#features/rota/settings/record.ts';
import { settingsOf, workDaysOf } from '#features/rota/settings/rules.ts';
import { openOverlaps } from '#parts/overlaps.ts';
import type { Store } from '#store/store.ts';
import type { TodayFacts } from './todos/todo.ts';

const daysAhead = 31;
const openStatuses = ['draft', 'ready', 'approved'];
/** How many of the newest posts are looked through for a picture that must come down. */
const mostPosts = 500;

export async function gatherFacts(store: Store, today: string): Promise<TodayFacts> {
	const { personId, role, practiceId } = store.me;
	const posts: Post[] = [];
	for (const status of openStatuses) posts.push(...(await store.by(postRecord, 'status', status)));
	const lastMonth = firstDayOf(addMonths(monthOf(today), -1));
	return {
		actor: { personId, role },
		today,
		posts,
		practice: await store.get(practiceRecord, practiceId),
		people: await store.all(personRecord),
		accounts: await store.all(accountRecord),
		...(await answerFacts(store, today)),
		...(await pictureFacts(store)),
		downs: await store.all(takeDownRecord),
		venues: await store.by(venueRecord, 'status', 'given'),
		comments: [
			...(await store.by(commentRecord, 'state', 'waiting')),
			...(await store.by(commentRecord, 'state', 'promised'))
		],
		rotaSettings: await store.get(rotaSettingsRecord, practiceId),
		slots: await dutiesAhead(store, today),
		aways: await store.by(awayRecord, 'personId', personId),
		notes: await store.between(insightNoteRecord, lastMonth, today),
		insightSettings: await store.get(insightSettingsRecord, practiceId),
		reviews: await store.by(accountReviewRecord, 'quarter', quarterBefore(monthOf(today))),
		meetings: await store.between(
			meetingRecord,
			firstDayOf(monthOf(today)),
			lastDayOf(monthOf(today))
		),
		actions: await store.by(actionRecord, 'isDone', 'no'),
		overlaps: await openOverlaps(store),
		refusedCount: await store.refusedCount()
	};
}

/** What is on the rota, and what repeats. */
async function dutiesAhead(store: Store, from: string): Promise<RotaSlot[]> {
	const to = addDays(from, daysAhead);
	const { practiceId } = store.me;
	const practice = await store.get(practiceRecord, practiceId);
	const { closedOn } = settingsOf(await store.get(rotaSettingsRecord, practiceId));
	const stored = await store.between(rotaSlotRecord, from, to);
	return withPatterns(stored, await store.all(rotaPatternRecord), {
		from,
		to,
		workDays: practice && workDaysOf(practice.staffedHours, closedOn)
	});
}

/** How many of the newest posts are looked through for one that the practice is to share. */
const mostToShare = 60;

async function answerFacts(store: Store, today: string) {
	const closedQuestions: Post[] = [];
	for (const post of await store.by(postRecord, 'type', 'question')) {
		const isOver = post.status === 'posted' && post.closesOn !== null && post.closesOn < today;
		if (!isOver) continue;
		const answers = await store.by(postRecord, 'youSaidOf', post.id);
		if (answers.every(({ status }) => status === 'dropped')) closedQuestions.push(post);
	}
	const newest = await store.newest(postRecord, mostToShare);
	const toPassOn = newest.filter((post) => isGroupAsked(post, today));
	return { closedQuestions, toShare: newest.filter(isToShare), toPassOn };
}

async function pictureFacts(store: Store) {
	const consents: Consent[] = [];
	for (const status of ['given', 'confirmed', 'withdrawn']) {
		consents.push(...(await store.by(consentRecord, 'status', status)));
	}
	const takenBack = consents.filter(({ withdrawnOn }) => withdrawnOn !== null);
	const photos: Photo[] = [];
	for (const personKey of new Set(takenBack.map((consent) => consent.personKey))) {
		for (const theirs of await store.by(consentRecord, 'personKey', personKey)) {
			consents.push(theirs);
			photos.push(...(await store.by(photoRecord, 'consentIds', theirs.id)));
		}
	}
	const ids = new Set(photos.map(({ id }) => id));
	const people = new Set(takenBack.map(({ personKey }) => personKey));
	const theirs = new Set(
		consents.filter(({ personKey }) => people.has(personKey)).map(({ id }) => id)
	);
	const isOut = ({ pictures, postings, wordConsentIds }: Post) =>
		postings.length > 0 &&
		(pictures.some(({ photoId }) => ids.has(photoId)) ||
			wordConsentIds.some((id) => theirs.has(id)));
	const wentOut =
		takenBack.length === 0 ? [] : (await store.newest(postRecord, mostPosts)).filter(isOut);
	return { consents: eachOnce(consents), photos: eachOnce(photos), wentOut };
}

function eachOnce<Row extends { readonly id: string }>(rows: readonly Row[]): Row[] {
	return [...new Map(rows.map((row) => [row.id, row])).values()];
}
