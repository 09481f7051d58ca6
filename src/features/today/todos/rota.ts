/** My duties today and tomorrow, and duties on days on which I am away. */
import { addDays, nearDay, spokenDay } from '#domain/calendar.ts';
import { clashes } from '#features/rota/rules.ts';
import type { Todo, TodayFacts } from './todo.ts';

export function ofRota({ actor, slots, aways, today }: TodayFacts): Todo[] {
	const own = slots.filter(({ dutyOn }) => dutyOn >= today);
	const meeting = clashes(own, aways).filter(({ away }) => away.personId === actor.personId);
	const soon = own.filter(
		({ personId, alsoIds, dutyOn }) =>
			[personId, ...alsoIds].includes(actor.personId) && dutyOn <= addDays(today, 1)
	);
	return [
		...meeting.map(({ slot, place }): Todo => {
			const places = { duty: 'to cover', backup: 'as backup', also: 'to come along' };
			const what = `down ${places[place]}`;
			return {
				id: `clash-${place}-${slot.id}`,
				title: `You are away ${onDay(nearDay(slot.dutyOn, today))} and ${what}`,
				hint: `${slot.group}. Give the day back, or ask someone to take it.`,
				dueOn: slot.dutyOn,
				href: '/rota',
				status: 'Clash',
				colour: 'red'
			};
		}),
		...soon.map((slot): Todo => ({
			id: slot.id,
			title:
				slot.duty === 'accounts'
					? `You look after ${slot.group} ${nearDay(slot.dutyOn, today)}`
					: `${slot.group}: your turn ${nearDay(slot.dutyOn, today)}`,
			hint: spokenDay(slot.dutyOn, today),
			dueOn: slot.dutyOn,
			href: '/rota',
			status: slot.dutyOn === today ? 'Today' : 'Tomorrow',
			colour: 'blue'
		}))
	];
}

function onDay(day: string): string {
	return day.includes(' ') ? `on ${day}` : day;
}
