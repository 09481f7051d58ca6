/**
 * More words of the rota: for the list, away dates, giving back and refusals.
 *
 * Apart from words.ts, which Today loads first.
 */
import { nearDay, spokenDay } from '#domain/calendar.ts';
import type { MemberRow } from '#domain/member.ts';
import type { Away, RotaSlot } from '../record.ts';
import type { Clash, Cover, Place } from '../rules.ts';
import { nameOf } from './words.ts';

/** 'AL' for Ann Lee, where there is no room for more; what stands in brackets is left out. */
export function initialsOf(name: string): string {
	const words = name.replace(/\(.*?\)/g, '').split(/\s+/);
	return words
		.map((word) => word.charAt(0))
		.join('')
		.slice(0, 3)
		.toUpperCase();
}

/** 'You are away on Thursday 3 December, but you cover that day.' */
export function clashWords(
	clash: Clash,
	people: readonly MemberRow[],
	today: string,
	myId?: string
): string {
	const { slot, away, place } = clash;
	const isMe = away.personId === myId;
	const who = isMe ? 'You are' : `${nameOf(people, away.personId)} is`;
	const they = isMe ? 'you' : 'they';
	const does =
		place === 'duty'
			? `${they} cover that day`
			: `${they} ${place === 'backup' ? 'are the backup' : 'come along'}`;
	return `${who} away ${onDay(slot.dutyOn, today)}, but ${does}.`;
}

/** 'from Thursday 3 December to Monday 7 December', or one day. */
export function awayWords(away: Pick<Away, 'firstOn' | 'lastOn'>, today: string): string {
	const first = spokenDay(away.firstOn, today);
	return away.firstOn === away.lastOn
		? `on ${first}`
		: `from ${first} to ${spokenDay(away.lastOn, today)}`;
}

/** What happens when the person gives the day back: who the backup is, and what that means. */
export function giveBackWords(
	slot: Pick<RotaSlot, 'backupId'>,
	people: readonly MemberRow[]
): string {
	if (slot.backupId === null) {
		return 'There is no backup. Nobody covers this day until someone signs up.';
	}
	const name = nameOf(people, slot.backupId);
	return `${name} is the backup. Ask first. If they say yes, choose “${name} has agreed to cover”.`;
}

/** 'Sam Hill covers Thursday 3 December.' and the next free day. */
export function takenWords(
	name: string,
	place: Place,
	dutyOn: string,
	today: string,
	freeOn: string | undefined
): string {
	const day = spokenDay(dutyOn, today);
	const taken =
		place === 'duty' ? `${name} covers ${day}.` : `${name} is already the backup on ${day}.`;
	if (place === 'backup') return taken;
	return freeOn === undefined
		? `${taken} Every day for a while after it is taken too.`
		: `${taken} The next free day is ${spokenDay(freeOn, today)}.`;
}

/** 'This week', 'Week of Monday 23 November' */
export function weekName(week: readonly string[], today: string): string {
	return week.includes(today) ? 'This week' : `Week of ${spokenDay(week[0] ?? today, today)}`;
}

/** After a day was given back when it is nearly here. */
export function lateWords(cover: Pick<Cover, 'dutyOn'>, backup: string, today: string): string {
	const when = nearDay(cover.dutyOn, today);
	return `That is soon: nobody covers ${when} now. ${backup} is the backup and sees it on their start page. Call or write to them too.`;
}

/** 'tomorrow', 'on Thursday 3 December' */
function onDay(day: string, today: string): string {
	const when = nearDay(day, today);
	return when.includes(' ') ? `on ${when}` : when;
}
