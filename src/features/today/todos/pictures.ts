/**
 * Pictures that have to come down because someone in them has taken their yes back.
 *
 * For whoever covers today, whoever put it out, and those who lead. Source: consent record, rule 3.
 */
import { addDays } from '#domain/calendar.ts';
import { leaders } from '#domain/roles.ts';
import { photoRecord, type Photo } from '#features/consent/record.ts';
import { mustComeDown } from '#features/consent/rules.ts';
import type { Post } from '#features/posts/record.ts';
import type { Todo, TodayFacts } from './todo.ts';

/** Nothing notes that a picture came down from one account only, so that line goes by itself. */
const partialDays = 14;

export function ofPictures(facts: TodayFacts): Todo[] {
	return facts.photos
		.filter(({ status }) => status === 'kept')
		.flatMap((photo) =>
			mustComeDown(photo, facts.consents) ? ofWhole(facts, photo) : ofPart(facts, photo)
		);
}

function ofWhole(facts: TodayFacts, photo: Photo): Todo[] {
	const posts = facts.wentOut.filter((post) => shows(post, photo));
	if (!concerns(facts, posts)) return [];
	const where = posts.length === 0 ? '' : ` It went out with ${named(posts)}.`;
	const hint = `Someone in it has taken their yes back.${where} When it is down, remove it here.`;
	const days = facts.consents
		.filter(({ status }) => status === 'withdrawn')
		.filter(({ personKey }) => keysOf(facts, photo).has(personKey));
	const dueOn = days.map(({ withdrawnOn }) => withdrawnOn ?? facts.today).sort()[0] ?? facts.today;
	return [
		todo(photo, { title: `Take down the picture “${photoRecord.title(photo)}”`, hint, dueOn })
	];
}

function ofPart(facts: TodayFacts, photo: Photo): Todo[] {
	const keys = keysOf(facts, photo);
	const since = addDays(facts.today, -partialDays);
	const takenBack = facts.consents
		.filter(({ personKey, withdrawnOn }) => keys.has(personKey) && (withdrawnOn ?? '') >= since)
		.flatMap(({ withdrawnAccounts }) => withdrawnAccounts);
	const accounts = facts.accounts.filter(({ id }) => takenBack.includes(id));
	return accounts.flatMap((account) => {
		const posts = facts.wentOut.filter(
			(post) =>
				shows(post, photo) && post.postings.some(({ accountId }) => accountId === account.id)
		);
		if (posts.length === 0 || !concerns(facts, posts)) return [];
		const title = `Take “${photoRecord.title(photo)}” down from ${account.name}`;
		const hint = `Someone in it no longer wants to be seen there. It went out with ${named(posts)}.`;
		const line = todo(photo, { title, hint, dueOn: facts.today });
		return [{ ...line, id: `${line.id}-${account.id}` }];
	});
}

export function concerns({ actor, slots, today }: TodayFacts, posts: readonly Post[]): boolean {
	const { personId, role } = actor;
	if (leaders.includes(role)) return true;
	if (slots.some((slot) => slot.dutyOn === today && slot.personId === personId)) return true;
	return posts.some(({ postings }) => postings.some(({ by }) => by === personId));
}

function todo(photo: Photo, line: Pick<Todo, 'title' | 'hint' | 'dueOn'>): Todo {
	const href = `/photos/${photo.id}`;
	return { ...line, id: `down-${photo.id}`, href, status: 'Now', colour: 'red' };
}

function shows({ pictures }: Post, photo: Photo): boolean {
	return pictures.some(({ photoId }) => photoId === photo.id);
}

function keysOf({ consents }: TodayFacts, { consentIds }: Photo): Set<string> {
	const linked = consents.filter(({ id }) => consentIds.includes(id));
	return new Set(linked.map(({ personKey }) => personKey));
}

function named(posts: readonly Post[]): string {
	const [first, ...more] = posts.map(({ title }) => `“${title}”`);
	return more.length === 0 ? (first ?? '') : `${first} and ${more.length} more`;
}
