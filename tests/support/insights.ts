/**
 * Monthly notes, results of posts and posts of the plan, for tests of what is made from them.
 */
import { addMonths, firstDayOf } from '#domain/calendar.ts';
import { emptyNote, type InsightNote } from '#features/insights/record.ts';
import type { PostResult, PostResults } from '#features/insights/results/record.ts';
import { emptyContent, postRecord, type Post } from '#features/posts/record.ts';
import { coordinator, idFor } from './actors.ts';

export const facebook = { id: idFor(1), name: 'Facebook', status: 'active', createdAt: 0 };
export const instagram = { id: idFor(2), name: 'Instagram', status: 'active', createdAt: 0 };
const importId = idFor(3);
let number = 0x1000;

export function aNote(month: string, rest: Partial<InsightNote> = {}): InsightNote {
	const { accountId = facebook.id } = rest;
	return {
		id: idFor(number++),
		createdAt: 0,
		createdBy: coordinator.personId,
		...emptyNote(month, accountId),
		...rest
	};
}

/** A note for each value, month by month up to October 2026. */
export function notesWith(field: 'followers' | 'reach', values: readonly number[]): InsightNote[] {
	return values.map((value, index) =>
		aNote(addMonths('2026-10', index + 1 - values.length), { [field]: value })
	);
}

/** A post with its numbers, taken long after its day. */
export function aResult(postedOn: string, rest: Partial<PostResult> = {}): PostResult {
	return {
		...{ key: `key-${number++}`, link: '', postedOn, postedAtMinute: 9 * 60, text: 'Flu jabs' },
		...{ type: '', postId: null, match: null, numbers: {}, takenOn: '2027-06-01', importId },
		...{ earlier: [], ...rest }
	};
}

export function resultsOf(
	month: string,
	results: readonly PostResult[],
	accountId = facebook.id
): PostResults {
	return {
		...{ id: idFor(number++), createdAt: 0, createdBy: coordinator.personId, accountId, month },
		...{ monthOn: firstDayOf(month), results: [...results] }
	};
}

/** A post that went out on Facebook on the day it was planned for. */
export function outPost(plannedOn: string, rest: Partial<Post> = {}): Post {
	const posting = { accountId: facebook.id, url: '', at: 0, by: coordinator.personId };
	return postRecord.schema.parse({
		...{ ...emptyContent, id: idFor(number++), createdAt: 0, createdBy: coordinator.personId },
		...{ title: 'Flu clinic', status: 'posted', plannedOn, accounts: [facebook.id] },
		...{ postings: [posting], ...rest }
	});
}
