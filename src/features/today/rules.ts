/**
 * What one person should do now, soonest first, gathered from all features.
 *
 * A line appears only for those who can act on it.
 */
import { addDays, nearDay, spokenDay } from '#domain/calendar.ts';
import { leaders, writers, type Actor } from '#domain/roles.ts';
import type { Account } from '#features/accounts/record.ts';
import type { Consent } from '#features/consent/record.ts';
import { mayConfirm, waitsForAnswer } from '#features/consent/rules.ts';
import type { InsightNote } from '#features/insights/record.ts';
import { accountsMissing, monthDue, monthName } from '#features/insights/rules.ts';
import type { Person } from '#features/people/record.ts';
import { belongs, mayPledge } from '#features/people/rules.ts';
import type { Post } from '#features/posts/record.ts';
import { awaitsApproval, isDue, isReadyToGoOut } from '#features/posts/rules.ts';
import type { Practice } from '#features/practice/record.ts';
import type { RotaSlot } from '#features/rota/record.ts';

export interface Todo {
	readonly id: string;
	readonly title: string;
	readonly hint?: string;
	/** The day by which it matters; what is late comes first. */
	readonly dueOn: string;
	readonly href: string;
	readonly status: string;
	readonly colour: 'red' | 'yellow' | 'blue';
}

export interface TodayFacts {
	readonly actor: Actor;
	readonly today: string;
	readonly practice: Practice | undefined;
	readonly people: readonly Person[];
	readonly accounts: readonly Account[];
	/** Those that are not posted or dropped. */
	readonly posts: readonly Post[];
	readonly consents: readonly Consent[];
	/** From today on. */
	readonly slots: readonly RotaSlot[];
	readonly notes: readonly InsightNote[];
}

/** How many days ahead a draft and a duty are mentioned. */
const soonDays = 2;

export function todosFor(facts: TodayFacts): Todo[] {
	const todos = [
		...ofPledge(facts),
		...ofPosts(facts),
		...ofConsents(facts),
		...ofRota(facts),
		...ofInsights(facts),
		...ofBeginnings(facts)
	];
	return todos.sort((one, other) => one.dueOn.localeCompare(other.dueOn));
}

function ofPledge({ actor, people, today }: TodayFacts): Todo[] {
	const me = people.find(({ id }) => id === actor.personId);
	if (!me || !writers.includes(actor.role) || !mayPledge(me, today)) return [];
	const href = `/people/${me.id}`;
	const title = 'Read and sign the yearly pledge';
	return [{ id: 'pledge', title, dueOn: today, href, status: 'To do', colour: 'blue' }];
}

function ofPosts({ actor, posts, practice, today }: TodayFacts): Todo[] {
	if (!writers.includes(actor.role)) return [];
	return posts.flatMap((post): Todo[] => {
		const href = `/posts/${post.id}`;
		const dueOn = post.plannedOn ?? today;
		const base = { id: post.id, dueOn, href };
		if (awaitsApproval(post, practice) && actor.role === 'practice-manager') {
			return [
				{ ...base, title: `Approve “${post.title}”`, status: 'Waits for you', colour: 'yellow' }
			];
		}
		if (isReadyToGoOut(post, practice) && isDue(post, today)) {
			return [{ ...base, title: `Post “${post.title}”`, ...late(dueOn, today) }];
		}
		const isMine = post.createdBy === actor.personId;
		if (post.status === 'draft' && post.sentBack !== '' && isMine) {
			const hint = post.sentBack;
			return [
				{ ...base, title: `Change “${post.title}”`, hint, status: 'Sent back', colour: 'yellow' }
			];
		}
		if (post.status === 'draft' && post.plannedOn !== null && dueOn <= addDays(today, soonDays)) {
			return [{ ...base, title: `Finish “${post.title}”`, ...late(dueOn, today) }];
		}
		return [];
	});
}

function late(dueOn: string, today: string): Pick<Todo, 'hint' | 'status' | 'colour'> {
	const hint = `Planned for ${nearDay(dueOn, today)}`;
	if (dueOn < today) return { hint, status: 'Late', colour: 'red' };
	return { hint, status: dueOn === today ? 'Today' : 'Soon', colour: 'yellow' };
}

function ofConsents({ actor, consents, today }: TodayFacts): Todo[] {
	return consents.flatMap((consent): Todo[] => {
		const base = {
			id: consent.id,
			dueOn: consent.givenOn ?? today,
			href: `/consents/${consent.id}`
		};
		const name = `${consent.firstName} (${consent.code})`;
		if (mayConfirm(actor, consent, today) && !waitsForAnswer(consent)) {
			return [
				{
					...base,
					title: `Confirm the photo consent of ${name}`,
					status: 'Waits for you',
					colour: 'yellow'
				}
			];
		}
		if (waitsForAnswer(consent) && consent.takenBy === actor.personId) {
			const hint = consent.question ?? '';
			return [
				{
					...base,
					title: `Answer about the consent of ${name}`,
					hint,
					status: 'Question',
					colour: 'yellow'
				}
			];
		}
		return [];
	});
}

function ofRota({ actor, slots, today }: TodayFacts): Todo[] {
	const mine = slots.filter(({ personId }) => personId === actor.personId);
	return mine
		.filter(({ dutyOn }) => dutyOn >= today && dutyOn <= addDays(today, 1))
		.map((slot) => ({
			id: slot.id,
			title: `You look after ${slot.group} ${nearDay(slot.dutyOn, today)}`,
			hint: spokenDay(slot.dutyOn, today),
			dueOn: slot.dutyOn,
			href: '/rota',
			status: slot.dutyOn === today ? 'Today' : 'Tomorrow',
			colour: 'blue'
		}));
}

function ofInsights({ actor, accounts, notes, today }: TodayFacts): Todo[] {
	if (!writers.includes(actor.role)) return [];
	const due = monthDue(today);
	const missing = accountsMissing(notes, accounts, due.month);
	if (missing.length === 0) return [];
	const title = `Enter the numbers of ${monthName(due.month, today)}`;
	const hint = missing.map(({ name }) => name).join(', ');
	const status = due.dueOn < today ? 'Late' : 'To do';
	const colour = due.dueOn < today ? 'red' : 'blue';
	return [
		{
			id: `insights-${due.month}`,
			title,
			hint,
			dueOn: due.dueOn,
			href: '/insights',
			status,
			colour
		}
	];
}

/** The first steps of a new group. Sources: S0-17, S4-23. */
function ofBeginnings({ actor, accounts, people, today }: TodayFacts): Todo[] {
	if (!leaders.includes(actor.role)) return [];
	const base = { dueOn: today, status: 'New', colour: 'blue' } as const;
	const todos: Todo[] = [];
	if (people.filter(belongs).length < 2) {
		const hint = 'Two people should be able to run it';
		todos.push({
			...base,
			id: 'invite',
			title: 'Invite the first volunteer',
			hint,
			href: '/people'
		});
	}
	if (accounts.length === 0) {
		const hint = 'Facebook, Instagram and so on';
		todos.push({
			...base,
			id: 'accounts',
			title: 'List your social media accounts',
			hint,
			href: '/accounts'
		});
	}
	return todos;
}
