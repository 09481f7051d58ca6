/**
 * The rota in words, for the Today card; what else is said stands in more-words.ts.
 *
 * One sentence a fact; a day with nobody is always said, never left out.
 */
import { nearDay } from '#domain/calendar.ts';
import type { MemberRow } from '#domain/member.ts';
import type { Cover } from '../rules.ts';

const nameless = 'Someone who has left';

export function nameOf(people: readonly MemberRow[], personId: string | null): string {
	if (personId === null) return 'Nobody';
	return people.find(({ id }) => id === personId)?.name ?? nameless;
}

/** 'Ann Lee covers today.', 'You cover tomorrow.', 'Nobody covers today yet.' */
export function coverWords(
	cover: Cover,
	people: readonly MemberRow[],
	today: string,
	myId?: string
): string {
	const when = nearDay(cover.dutyOn, today);
	if (cover.personId === null) return `Nobody covers ${when} yet.`;
	if (cover.personId === myId) return `You cover ${when}.`;
	return `${nameOf(people, cover.personId)} covers ${when}.`;
}

/** 'Sam Hill is the backup.', or that there is none. */
export function backupWords(cover: Cover, people: readonly MemberRow[], myId?: string): string {
	if (cover.backupId === null) return 'There is no backup.';
	if (cover.backupId === myId) return 'You are the backup.';
	return `${nameOf(people, cover.backupId)} is the backup.`;
}

/** 'Ann Lee and you come along too.' */
export function alsoWords(
	{ alsoIds }: Pick<Cover, 'alsoIds'>,
	people: readonly MemberRow[],
	myId?: string
): string {
	const names = alsoIds.map((id) => (id === myId ? 'you' : nameOf(people, id)));
	const last = names.pop();
	if (last === undefined) return '';
	if (names.length > 0) return `${names.join(', ')} and ${last} come along too.`;
	return last === 'you' ? 'You come along too.' : `${last} comes along too.`;
}

/** 'Next: Ann Lee, tomorrow.' */
export function nextWords(
	cover: Cover | undefined,
	people: readonly MemberRow[],
	today: string,
	myId?: string
): string {
	if (!cover) return 'Next: nobody has signed up yet.';
	const name = cover.personId === myId ? 'you' : nameOf(people, cover.personId);
	return `Next: ${name}, ${nearDay(cover.dutyOn, today)}.`;
}

/** How many of the days ahead nobody covers, and the first of them. */
export function gapWords(gaps: readonly Cover[], today: string, days: number): string {
	const first = gaps[0];
	const span = days % 7 === 0 ? count(days / 7, 'week', 'weeks') : count(days, 'day', 'days');
	if (!first) return `Somebody covers every day of the next ${span}.`;
	const nobody =
		gaps.length === 1 ? 'Nobody covers one day' : `Nobody covers ${gaps.length} of the days`;
	return `${nobody} in the next ${span}. The first is ${nearDay(first.dutyOn, today)}.`;
}

function count(number: number, one: string, many: string): string {
	return number === 1 ? one : `${number} ${many}`;
}
