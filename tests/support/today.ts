/**
 * What Today knows on an ordinary Saturday on which there is nothing to do for anybody.
 */
import type { Actor } from '#domain/roles.ts';
import { accountRecord, type Account } from '#features/accounts/record.ts';
import { emptyNote } from '#features/insights/record.ts';
import { accountReviewRecord, type AccountReview } from '#features/insights/reviews/record.ts';
import { emptyContent, postRecord, type Post } from '#features/posts/record.ts';
import { practiceRecord } from '#features/practice/record.ts';
import { todosFor } from '#features/today/rules.ts';
import type { TodayFacts } from '#features/today/todos/todo.ts';
import {
	aMoment,
	coordinator,
	deputy,
	idFor,
	manager,
	otherVolunteer,
	practiceId,
	reader,
	rotaMember,
	volunteer
} from './actors.ts';
import { aPerson } from './group.ts';

export const today = '2026-11-21';
export const made = { createdAt: aMoment, createdBy: volunteer.personId };
/** One person in each role, and a second manager and volunteer. */
export const everyone = [
	manager,
	deputy,
	coordinator,
	volunteer,
	otherVolunteer,
	rotaMember,
	reader
];
export const accountId = idFor(0xfa);

function anAccount(more: object = {}): Account {
	return accountRecord.schema.parse({
		...{ id: accountId, ...made, createdAt: 0, name: 'our Facebook page', platform: 'facebook' },
		...{ profileUrl: null, purpose: '', ownerId: null, deputyId: null, status: 'active' },
		...more
	});
}

export function aPost(more: object = {}): Post {
	return postRecord.schema.parse({
		...{ ...emptyContent, id: idFor(0x10), ...made, title: 'Flu clinic', status: 'draft' },
		...{ accounts: [accountId], looks: [], readyBy: null, approvedBy: null, approvedAt: null },
		...{ sentBack: '', postings: [] },
		...more
	});
}

/** What leaders said about the account after a quarter. */
export function aReview(quarter: string): AccountReview {
	return accountReviewRecord.schema.parse({
		...{ id: idFor(0x30), ...made, accountId, quarter, verdict: 'keep', why: '' },
		decidedOn: '2026-10-10'
	});
}

export function todayFacts(actor: Actor, more: Partial<TodayFacts> = {}): TodayFacts {
	const account = anAccount();
	const done = { ...emptyNote('2026-10', accountId), followers: 40, learned1: 'Much' };
	return {
		actor,
		today,
		practice: practiceRecord.schema.parse({
			...{ id: practiceId, ...made, practiceName: 'Test practice', groupName: 'Test group' }
		}),
		people: everyone.map(({ personId, role }) =>
			aPerson({ id: personId, role, pledgedOn: '2026-06-01' })
		),
		accounts: [account],
		posts: [],
		consents: [],
		photos: [],
		wentOut: [],
		venues: [],
		slots: [],
		aways: [],
		reviews: [aReview('2026-Q3')],
		notes: [{ id: idFor(0x20), ...made, ...done, willChange: 'Less' }],
		overlaps: [],
		refusedCount: 0,
		...more
	};
}

export const titles = (actor: Actor, more: Partial<TodayFacts> = {}) =>
	todosFor(todayFacts(actor, more)).map(({ title }) => title);

/** Those who are told, of one person in each role. */
export const told = (more: Partial<TodayFacts>) =>
	everyone.filter((actor) => titles(actor, more).length > 0);
