/**
 * One thing to do, and everything that has to be known to say what there is.
 */
import { nearDay } from '#domain/calendar.ts';
import type { Actor } from '#domain/roles.ts';
import { writers } from '#domain/roles.ts';
import type { Overlap } from '#domain/overlap.ts';
import type { Account } from '#features/accounts/record.ts';
import type { Comment } from '#features/comments/record.ts';
import type { Consent, Photo, Venue } from '#features/consent/record.ts';
import type { TakeDown } from '#features/consent/takedown/record.ts';
import type { InsightNote } from '#features/insights/record.ts';
import type { AccountReview } from '#features/insights/reviews/record.ts';
import type { InsightSettings } from '#features/insights/settings/record.ts';
import type { Action, Meeting } from '#features/meetings/record.ts';
import type { Person } from '#features/people/record.ts';
import { belongs } from '#features/people/rules.ts';
import type { Post } from '#features/posts/record.ts';
import type { Practice } from '#features/practice/record.ts';
import type { Away, RotaSlot } from '#features/rota/record.ts';
import type { RotaSettings } from '#features/rota/settings/record.ts';

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
	/** Questions that are over and that nobody has answered in a post yet. */
	readonly closedQuestions?: readonly Post[];
	/** Posts that the practice is asked to share. */
	readonly toShare?: readonly Post[];
	/** Posts that everybody is asked to pass on. */
	readonly toPassOn?: readonly Post[];
	/** Given, confirmed and taken back, and all others of people who took one back. */
	readonly consents: readonly Consent[];
	/** Photos of people who took a consent back, wholly or in part. */
	readonly photos: readonly Photo[];
	/** What has to come down, or is down and nobody has told the person. */
	readonly downs?: readonly TakeDown[];
	/** Posts with those photos that have gone out somewhere. */
	readonly wentOut: readonly Post[];
	/** Places that said yes. */
	readonly venues: readonly Venue[];
	/** From today on. */
	readonly slots: readonly RotaSlot[];
	/** What waits for an answer, or was promised one. */
	readonly comments?: readonly Comment[];
	readonly rotaSettings?: RotaSettings | undefined;
	/** This person's. */
	readonly aways: readonly Away[];
	readonly notes: readonly InsightNote[];
	readonly insightSettings?: InsightSettings | undefined;
	/** Of the newest quarter that is over. */
	readonly reviews?: readonly AccountReview[];
	/** Those of this month. */
	readonly meetings?: readonly Meeting[];
	/** Things to do from meetings that are not done. */
	readonly actions?: readonly Action[];
	/** Two versions of one thing that this person may choose between. */
	readonly overlaps: readonly Overlap[];
	/** Changes of this person that the practice could not take. */
	readonly refusedCount: number;
}

/** How soon something is, in a word and a colour. */
export function urgency(dueOn: string, today: string): Pick<Todo, 'status' | 'colour'> {
	if (dueOn < today) return { status: 'Late', colour: 'red' };
	return { status: dueOn === today ? 'Today' : 'Soon', colour: 'yellow' };
}

export function late(dueOn: string, today: string): Pick<Todo, 'hint' | 'status' | 'colour'> {
	return { hint: `Planned for ${nearDay(dueOn, today)}`, ...urgency(dueOn, today) };
}

/** A practice manager with people who do the daily work: their list is short. */
export function isShort({ actor, people }: TodayFacts): boolean {
	const isAtWork = (person: Person) =>
		belongs(person) && person.role !== 'practice-manager' && writers.includes(person.role);
	return actor.role === 'practice-manager' && people.some(isAtWork);
}
