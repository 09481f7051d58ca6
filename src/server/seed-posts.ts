/**
 * The made-up posts: about two a week for a year, and a plan ahead with one in each state.
 */
import { addDays, daysFrom, mondayOf, monthOf, weekdayOf } from '#domain/calendar.ts';
import { runChecks } from '#checks/all.ts';
import { plainSettings } from '#checks/check.ts';
import type { Audience } from '#features/posts/record.ts';
import { photoQuestions } from '#features/posts/looks/photo-questions.ts';
import {
	approvePost,
	createPost,
	dropPost,
	lookAtPhotos,
	makePostReady,
	markPosted,
	sendBackPost,
	type PostChanges
} from '#features/posts/mutations.ts';
import { writeSpecialPosts, type Made, type Wanted } from './seed-special-posts.ts';
import type { Photos, SeededPhoto } from './seed-consents.ts';
import { momentOf, type Diary } from './seed-diary.ts';
import type { PostsMade } from './seed-insights.ts';
import type { People } from './seed-people.ts';
import type { AccountKey, Accounts } from './seed-practice-record.ts';
import { wordsAnyWeek, wordsOfMonth, type Words } from './seed-words.ts';

/** A post that went out, for what comes of it later. */
export interface SeededPost {
	readonly id: string;
	readonly number: number;
	readonly title: string;
	readonly text: string;
	readonly postedOn: string;
	readonly keys: readonly AccountKey[];
	readonly hasPicture: boolean;
}

/** A draft in which the checks find something. */
export const titleWithFindings = 'Help with the app';

export function writePosts(
	diary: Diary,
	people: People,
	{ accounts, photos }: { accounts: Accounts; photos: Photos }
): { posts: number; postsMade: PostsMade; out: SeededPost[] } {
	const made: Wanted[] = [];
	const out: SeededPost[] = [];
	const { asha, ben, cerys, dev } = people;

	/** Written nine days before, ready six, approved four before the day; never later than yesterday. */
	function add(post: Wanted): string {
		const { words, plannedOn, reach, photo } = post;
		const [title, text, aim] = words;
		const number = made.push(post);
		const writer = number % 3 === 0 ? dev : cerys;
		const day = plannedOn ?? diary.time.today;
		const before = (days: number) => diary.within(addDays(day, -days));
		const at = momentOf(before(9), 10, number % 50);
		const id = diary.idAt(at);
		const content: PostChanges = {
			title,
			text,
			aim,
			accounts: post.accounts.map((key) => accounts[key]),
			plannedOn,
			plannedTime: plannedOn === null ? null : (post.time ?? '08:30'),
			sourceUrl: 'https://practice.example.org/news',
			checkedBy: ben.name,
			audiences: audiencesOf(title, text),
			...(photo && { pictures: [{ photoId: photo.id, alt: photo.alt }] }),
			...post.more
		};
		diary.note(at, writer.id, createPost, { id, isIdea: reach === 'idea', content });
		if (reach === 'idea' || reach === 'draft') return id;
		const ticks = photoQuestions.map((question) => question.id);
		if (photo)
			diary.note(momentOf(before(7), 11, number % 50), writer.id, lookAtPhotos, { id, ticks });
		const looks = looksFor(text);
		diary.note(momentOf(before(6), 11, number % 50), writer.id, makePostReady, { id, looks });
		if (reach === 'ready') return id;
		diary.note(momentOf(before(4), 12, number % 50), asha.id, approvePost, { id });
		if (reach === 'approved') return id;
		for (const [index, key] of post.accounts.entries()) {
			const url = `https://${key}.example.org/example-patients/posts/${number}`;
			const accountId = accounts[key];
			diary.note(momentOf(day, 13, index * 5), writer.id, markPosted, { id, accountId, url });
		}
		const keys = post.accounts;
		out.push({ id, number, title, text, postedOn: day, keys, hasPicture: photo !== undefined });
		return id;
	}

	addPast(diary, photos, add);
	addPlan(diary, people, add);
	const corrections = writeSpecialPosts(diary, people, add);
	return {
		posts: made.length + corrections,
		out,
		postsMade: (month, key) =>
			made.filter(
				({ plannedOn, accounts: where, reach }) =>
					reach === 'posted' && monthOf(plannedOn ?? '') === month && where.includes(key)
			).length
	};
}

/** Whom its words are for, where they say so. */
function audiencesOf(title: string, text: string): Audience[] {
	const words = `${title} ${text}`;
	const found: readonly (readonly [Audience, RegExp])[] = [
		['carers', /\bcarer/i],
		['parents', /\b(parent|child|baby|school)/i],
		['older', /\b(older|65|winter|flu\b)/i],
		['other-languages', /\b(interpreter|language)/i],
		['new-patients', /\b(new patient|move|register)/i]
	];
	return found.filter(([, pattern]) => pattern.test(words)).map(([audience]) => audience);
}

/** A reason for each thing that the checks ask a person to look at. */
function looksFor(text: string) {
	const found = runChecks({ text, pictures: [], accounts: [], settings: plainSettings });
	const warned = found.filter(({ level }) => level === 'warn').map(({ check }) => check);
	return [...new Set(warned)].map((check) => ({ check, reason: 'Read with the practice' }));
}

/** Each Tuesday something of the month, each Friday news for any week; some with a picture. */
function addPast(diary: Diary, photos: Photos, add: Made): void {
	const { startOn, lastOn } = diary.time;
	const firstDay = addDays(mondayOf(addDays(startOn, 14)), 0);
	let number = 0;
	for (const day of daysFrom(firstDay, lastOn)) {
		const weekday = weekdayOf(day);
		if (weekday !== 2 && weekday !== 5) continue;
		number += 1;
		const ofMonth = wordsOfMonth[Number(day.slice(5, 7)) - 1] ?? [];
		const isOdd = Math.floor(number / 2) % 2 === 1;
		// Two for each month, used once; what is left of the month is news for any week.
		const isSeasonal = weekday === 2 && Number(day.slice(8)) <= 14;
		const words = isSeasonal ? ofMonth[isOdd ? 1 : 0] : wordsAnyWeek[number % wordsAnyWeek.length];
		if (!words) continue;
		const photo = number % 3 === 0 ? photoFor(photos, words, day) : undefined;
		const accounts: AccountKey[] = photo ? ['facebook', 'instagram'] : ['facebook', 'bluesky'];
		add({ words, plannedOn: day, accounts, photo, reach: 'posted' });
	}
	const day = diary.within(diary.dayAt(0.7));
	const words = wordsOfMonth[6]?.[1];
	// One yes covers Facebook only, and is taken back later: then this has to come down.
	if (words) {
		add({ words, plannedOn: day, accounts: ['facebook'], photo: photos.children, reach: 'posted' });
	}
}

/** The picture that goes with the words, once it may be used. */
function photoFor(photos: Photos, [title]: Words, day: string): SeededPhoto | undefined {
	const choice = /flu|who works|faces|group/i.test(title)
		? photos.clinic
		: /garden|walk|spring/i.test(title)
			? photos.garden
			: photos.poster;
	return choice.readyOn !== undefined && choice.readyOn <= day ? choice : undefined;
}

function addPlan(diary: Diary, { ben, cerys }: People, add: Made): void {
	const { today, lastOn } = diary.time;
	const ahead = (days: number) => addDays(today, days);
	const both: readonly AccountKey[] = ['facebook', 'bluesky'];
	const any = (title: string): Words => {
		const words = wordsAnyWeek.find(([name]) => name === title);
		if (!words) throw new Error(`There are no words for ${title}.`);
		return words;
	};
	add({
		words: any('Missed appointments'),
		plannedOn: today,
		time: '17:30',
		accounts: both,
		reach: 'approved'
	});
	add({ words: any('The group meets'), plannedOn: ahead(2), accounts: both, reach: 'ready' });
	add({ words: any('Interpreters'), plannedOn: ahead(4), accounts: both, reach: 'approved' });
	const helpWords: Words = [
		titleWithFindings,
		'Would you like help with the app? Ring Dev on 07700 900162 before Thursday, and he shows you how. It takes ten minutes.',
		'ppg-work'
	];
	add({ words: helpWords, plannedOn: ahead(5), accounts: both, reach: 'draft' });
	const backId = add({
		words: any('Car park'),
		plannedOn: ahead(6),
		accounts: ['facebook'],
		reach: 'ready'
	});
	diary.note(momentOf(lastOn, 15), ben.id, sendBackPost, {
		id: backId,
		reason: 'The library has changed its rule: it is one hour now. Please check and send it again.'
	});
	add({ words: any('One question'), plannedOn: ahead(9), accounts: both, reach: 'draft' });
	add({ words: any('Test results'), plannedOn: ahead(12), accounts: both, reach: 'draft' });
	add({ words: any('New faces'), plannedOn: ahead(16), accounts: ['facebook'], reach: 'draft' });
	const ideaWords: Words = [
		'A day at reception',
		'Show what a day at the desk is like.',
		'practice-services'
	];
	add({ words: ideaWords, plannedOn: null, accounts: [], reach: 'idea' });
	const oldId = add({
		words: any('Ear care'),
		plannedOn: ahead(3),
		accounts: both,
		reach: 'draft'
	});
	diary.note(momentOf(lastOn, 16), cerys.id, dropPost, { id: oldId });
}
