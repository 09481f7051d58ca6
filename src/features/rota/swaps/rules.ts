/** Which swaps wait for whom, and what is said about them. */
import { nearDay } from '#domain/calendar.ts';
import type { MemberRow } from '#domain/member.ts';
import { leaders, type Actor } from '#domain/roles.ts';
import { nameOf } from '../words/words.ts';
import type { RotaSwap } from './record.ts';

export function isOpen({ state }: RotaSwap): boolean {
	return state === 'offered' || state === 'accepted';
}

/** Offered to this person, or to everyone by someone else. */
export function isForMe({ state, toId, fromId }: RotaSwap, myId: string): boolean {
	return state === 'offered' && fromId !== myId && (toId === null || toId === myId);
}

/** What this person should see: open ones that concern them, and what became of the rest lately. */
export function swapsFor(swaps: readonly RotaSwap[], actor: Actor, today: string): RotaSwap[] {
	const { personId: me, role } = actor;
	return swaps
		.filter(({ dutyOn }) => dutyOn >= today)
		.filter((swap) => {
			if (swap.state === 'withdrawn') return false;
			if (isForMe(swap, me) || [swap.fromId, swap.takerId].includes(me)) return true;
			return swap.state === 'accepted' && leaders.includes(role);
		})
		.sort((one, other) => one.dutyOn.localeCompare(other.dutyOn));
}

export function swapWords(
	swap: RotaSwap,
	people: readonly MemberRow[],
	today: string,
	myId: string
): string {
	const { state, fromId, toId, takerId, dutyOn, group } = swap;
	const who = (id: string | null) => (id === myId ? 'you' : nameOf(people, id));
	const start = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
	const what = `${nearDay(dutyOn, today)} (${group})`;
	const from = start(who(fromId));
	switch (state) {
		case 'offered': {
			const to = toId === null ? 'everyone' : who(toId);
			return `${from} ${fromId === myId ? 'ask' : 'asks'} ${to} to take ${what}.`;
		}
		case 'accepted':
			return `${start(who(takerId))} can take ${what}. It waits for a coordinator’s yes.`;
		case 'done':
			return `${start(who(takerId))} took over ${what} from ${who(fromId)}.`;
		case 'declined':
			return `${start(who(toId ?? takerId))} cannot take ${what}. ${from} still ${fromId === myId ? 'have' : 'has'} this day.`;
		case 'withdrawn':
			return `${from} took back the offer of ${what}.`;
	}
}
