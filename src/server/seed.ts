/**
 * A made-up practice with a year behind it, to look round in and to try things on.
 *
 * Everything is done by the mutations that people use, at past moments. A refusal stops the seed.
 */
import { v7 } from 'uuid';
import type { Engine } from './engine.ts';
import { createPractice } from './practice.ts';
import { writeAround } from './seed-around.ts';
import { writeCampaigns } from './seed-campaigns.ts';
import { writeConsents } from './seed-consents.ts';
import { Diary, timeOf, type Say } from './seed-diary.ts';
import { writeInsights } from './seed-insights.ts';
import { writeMeetings } from './seed-meetings.ts';
import { practiceName, writePeople, type SeededPerson } from './seed-people.ts';
import { writePosts } from './seed-posts.ts';
import { writePractice } from './seed-practice-record.ts';
import { writeResults } from './seed-results.ts';
import { writeRota } from './seed-rota.ts';

export interface SeedOptions {
	/** How far back it goes. Shorter in tests. */
	readonly months?: number;
	/** Told how far it is. */
	readonly say?: Say;
}

export interface Seeded {
	readonly practiceId: string;
	readonly practiceName: string;
	readonly people: readonly SeededPerson[];
	readonly counts: Readonly<
		Record<
			'people' | 'posts' | 'rotaDays' | 'photos' | 'consents' | 'places' | 'notes' | 'changes',
			number
		>
	>;
}

/** @throws {Error} with the message of a refusal; what was made until then stays. */
export async function seedPractice(
	engine: Engine,
	now: number,
	{ months = 12, say = () => undefined }: SeedOptions = {}
): Promise<Seeded> {
	const diary = new Diary(timeOf(now, months));
	const startAt = Date.parse(`${diary.time.startOn}T08:00:00Z`);
	const practiceId = v7({ msecs: startAt });
	const people = writePeople(diary, practiceId);
	const accounts = writePractice(diary, practiceId, people);
	const { photos, consents, places } = await writeConsents(diary, people, accounts);
	const { posts: written, postsMade, out } = writePosts(diary, people, { accounts, photos });
	const posts = written + writeCampaigns(diary, people);
	writeAround(diary, people, accounts);
	const rotaDays = writeRota(diary, people, accounts);
	const notes = writeInsights(diary, people, { accounts, postsMade });
	writeResults(diary, people, { accounts, out });
	writeMeetings(diary, people, accounts);

	await createPractice(engine.database, { id: practiceId, name: practiceName, now: startAt });
	const changes = await diary.play(engine, practiceId, say);
	const everyone = Object.values(people);
	const counts = {
		...{ people: everyone.length, posts, rotaDays, photos: Object.keys(photos).length },
		...{ consents, places, notes, changes }
	};
	return { practiceId, practiceName, people: everyone, counts };
}

/** 'Made: 7 people, 110 posts, …' */
export function countsInWords({ counts }: Seeded): string {
	const { people, posts, rotaDays, photos, consents, places, notes, changes } = counts;
	return (
		`Made: ${people} people, ${posts} posts, ${rotaDays} rota days, ${photos} photos, ` +
		`${consents} consents, ${places} places, ${notes} monthly notes, in ${changes} changes.`
	);
}
