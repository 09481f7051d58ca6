/**
 * The made-up posts that are special: an event, a question that has closed, one that was wrong and put
 * right, one that was taken down, one that waits for an answer, and notes to each other.
 */
import { addDays } from '#domain/calendar.ts';
import {
	askFirst,
	correctPost,
	makeEventPack,
	makePostReady,
	approvePost,
	takeDownPost,
	type PostChanges
} from '#features/posts/mutations.ts';
import { packFor } from '#features/posts/pack/pack.ts';
import { addPostNote } from '#features/posts/notes/mutations.ts';
import type { SeededPhoto } from './seed-consents.ts';
import { momentOf, type Diary } from './seed-diary.ts';
import type { People } from './seed-people.ts';
import type { AccountKey } from './seed-practice-record.ts';
import type { Words } from './seed-words.ts';

export interface Wanted {
	readonly words: Words;
	readonly plannedOn: string | null;
	readonly time?: string;
	readonly accounts: readonly AccountKey[];
	readonly photo?: SeededPhoto | undefined;
	/** What its kind asks for. */
	readonly more?: PostChanges;
	readonly reach: 'idea' | 'draft' | 'ready' | 'approved' | 'posted';
}

export type Made = (post: Wanted) => string;

const both: readonly AccountKey[] = ['facebook', 'bluesky'];

/** @returns how many posts it made that were not planned: a correction, those of an event's day. */
export function writeSpecialPosts(diary: Diary, people: People, add: Made): number {
	const { today, lastOn } = diary.time;
	const ahead = (days: number) => addDays(today, days);
	const back = (days: number) => diary.within(addDays(lastOn, -days));
	const { asha, ben, cerys, dev } = people;

	const meeting: Words = [
		'Coffee morning',
		'Coffee and a chat with the patient group. All welcome, no need to book.',
		'ppg-work'
	];
	const eventOn = ahead(14);
	const more = { type: 'event' as const, eventOn, eventTime: '10:30', place: 'The library' };
	const access = 'Step-free door on the side. Hearing loop in the main room.';
	const eventId = add({
		words: meeting,
		plannedOn: ahead(8),
		accounts: both,
		reach: 'draft',
		more: { ...more, access }
	});
	const packAt = momentOf(lastOn, 16);
	const start = { title: meeting[0], ...more, access };
	const pack = packFor(start, '').map((post) => ({ ...post, id: diary.idAt(packAt) }));
	diary.note(packAt, cerys.id, makeEventPack, { id: eventId, posts: pack });

	const question: Words = [
		'Which evening suits you?',
		'We would like to meet when you can come. Which evening is best for you?',
		'listening'
	];
	const closesOn = back(3);
	add({
		words: question,
		plannedOn: back(20),
		accounts: ['facebook'],
		reach: 'posted',
		more: { type: 'question', closesOn }
	});

	const wrong: Words = [
		'Bus to the surgery',
		'The number 7 bus stops outside the surgery every 20 minutes.',
		'practice-services'
	];
	const wrongId = add({
		words: wrong,
		plannedOn: back(12),
		accounts: ['facebook'],
		reach: 'posted'
	});
	const at = momentOf(back(12), 15);
	const newId = diary.idAt(at);
	diary.note(at, cerys.id, correctPost, {
		id: wrongId,
		newId,
		wasWrong: 'we gave the wrong number for the bus.',
		text: 'The number 17 stops outside the surgery every 20 minutes.'
	});
	diary.note(momentOf(back(12), 15, 10), cerys.id, makePostReady, { id: newId, looks: [] });
	diary.note(momentOf(back(12), 15, 20), asha.id, approvePost, { id: newId });

	const doubtful: Words = [
		'A chemist that delivers',
		'Did you know that some chemists bring your medicines to the door?',
		'practice-services'
	];
	const askedId = add({ words: doubtful, plannedOn: ahead(7), accounts: both, reach: 'draft' });
	diary.note(momentOf(lastOn, 17), cerys.id, askFirst, {
		id: askedId,
		to: 'coordinator',
		question: 'May we name the two chemists in the high street, or is that praise for a shop?'
	});
	const note = (personId: string, minute: number, text: string) => {
		const noteAt = momentOf(lastOn, 17, minute);
		diary.note(noteAt, personId, addPostNote, { id: diary.idAt(noteAt), postId: askedId, text });
	};
	note(dev.id, 20, 'Both deliver on Tuesdays and Fridays. I rang them.');
	note(ben.id, 40, 'Better to say “ask your chemist”, then nobody is left out.');

	const early: Words = [
		'New opening hours',
		'From next month the desk is open until 7pm on Wednesdays.',
		'practice-services'
	];
	const downId = add({
		words: early,
		plannedOn: back(30),
		accounts: ['facebook'],
		reach: 'posted'
	});
	diary.note(momentOf(back(30), 16), ben.id, takeDownPost, {
		id: downId,
		reason: 'The practice had not told its staff yet. We post it again when it is on the website.'
	});
	return 1 + pack.length;
}
