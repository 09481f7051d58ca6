/**
 * What the plan says in words: on a card, on a day of the calendar.
 */
import { nearDay, spokenTime } from '#domain/calendar.ts';
import type { Account } from '#features/accounts/record.ts';
import { aimNames, type Aim, type Post } from '../record.ts';

/** 'Tomorrow at 6pm', 'No day yet' */
export function whenWords({ plannedOn, plannedTime }: Post, today: string): string {
	if (plannedOn === null) return 'No day yet';
	const day = nearDay(plannedOn, today);
	const words = day.charAt(0).toUpperCase() + day.slice(1);
	return plannedTime === null ? words : `${words} at ${spokenTime(plannedTime)}`;
}

export function whereWords(accounts: readonly Account[], ids: readonly string[]): string {
	return accounts
		.filter(({ id }) => ids.includes(id))
		.map(({ name }) => name)
		.join(', ');
}

/** Each aim by a letter of its own, which stands in a shape of its own. */
export const aimLetters: Readonly<Record<Aim, string>> = {
	'ppg-work': 'G',
	'practice-services': 'P',
	listening: 'L',
	'health-campaign': 'H'
};

export function aimWords(aim: Aim | null): string {
	return aim === null ? 'No aim yet' : aimNames[aim];
}

/** '2 posts: Listening to patients, A health campaign. 1 planned by repeat.' */
export function dayWords(aimsOfPosts: readonly (Aim | null)[], repeats: number): string {
	const posts = aimsOfPosts.length;
	const said: string[] = [];
	if (posts > 0) {
		const names = [...new Set(aimsOfPosts.map(aimWords))].join(', ');
		said.push(`${posts} ${posts === 1 ? 'post' : 'posts'}: ${names}.`);
	}
	if (repeats > 0) said.push(`${repeats} planned by repeat.`);
	return said.join(' ');
}
