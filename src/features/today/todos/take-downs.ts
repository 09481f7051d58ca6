/**
 * Lists of what has to come down after someone took their yes back, and telling the person then.
 *
 * For whoever covers today, whoever put it out, and those who lead. Sources: consent record, rule 3;
 * clock K7.
 */
import { isLeaver, isReaskDue } from '#features/consent/life/rules.ts';
import { leaders } from '#domain/roles.ts';
import { itemsLeft, takeDownDueOn } from '#features/consent/takedown/rules.ts';
import type { TakeDown } from '#features/consent/takedown/record.ts';
import { concerns } from './pictures.ts';
import type { Todo, TodayFacts } from './todo.ts';

export function ofTakeDowns(facts: TodayFacts): Todo[] {
	return (facts.downs ?? []).flatMap((down) =>
		down.state === 'open' ? ofOpen(facts, down) : ofSettled(facts, down)
	);
}

function ofOpen(facts: TodayFacts, down: TakeDown): Todo[] {
	if (
		!concerns(
			facts,
			facts.wentOut.filter(({ id }) => down.postIds.includes(id))
		)
	)
		return [];
	const left = itemsLeft(down).length;
	return [
		{
			id: `take-down-${down.id}`,
			title: `Take down what shows ${nameOf(facts, down)}`,
			hint: `They took their yes back. ${left} of ${down.items.length} places are left.`,
			dueOn: takeDownDueOn(down),
			href: `/consents/down/${down.id}`,
			status: 'Now',
			colour: 'red'
		}
	];
}

function ofSettled(facts: TodayFacts, down: TakeDown): Todo[] {
	if (down.state !== 'settled' || facts.actor.role !== 'practice-manager') return [];
	return [
		{
			id: `tell-${down.id}`,
			title: `Tell ${nameOf(facts, down)} that it is down`,
			dueOn: takeDownDueOn(down),
			href: `/consents/down/${down.id}`,
			status: 'Waits for you',
			colour: 'yellow'
		}
	];
}

function nameOf({ consents }: TodayFacts, { id, code }: TakeDown): string {
	const name = consents.find((consent) => consent.id === id)?.firstName;
	return name ? `${name} (${code})` : code;
}

/** What stands on a list is told by the list, and not by each picture again. */
export function withoutListed(facts: TodayFacts): TodayFacts {
	const listed = new Set((facts.downs ?? []).map(({ id }) => id));
	if (listed.size === 0) return facts;
	const consents = facts.consents.map((consent) =>
		listed.has(consent.id) && consent.withdrawnOn !== null
			? { ...consent, keepsPosts: true, withdrawnAccounts: [] }
			: consent
	);
	return { ...facts, consents };
}

/** Children who are asked anew, and staff who have left. */
export function ofLater({ actor, consents, today }: TodayFacts): Todo[] {
	return consents
		.filter(({ takenBy }) => leaders.includes(actor.role) || takenBy === actor.personId)
		.flatMap((consent) => {
			const { id, firstName, code } = consent;
			const base = { id: `later-${id}`, dueOn: today, href: `/consents/${id}` };
			const soon = { status: 'Ask again', colour: 'yellow' } as const;
			if (isReaskDue(consent, today)) {
				const hint = 'They may see it differently now.';
				return [
					{ ...base, ...soon, title: `Ask ${firstName} (${code}) anew: the child is older`, hint }
				];
			}
			if (isLeaver(consent, today)) {
				const hint = 'Ask what may stay, or stop using the pictures.';
				return [{ ...base, ...soon, title: `${firstName} (${code}) has left`, hint }];
			}
			return [];
		});
}
