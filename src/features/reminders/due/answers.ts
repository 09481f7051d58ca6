/**
 * Something that waits for an answer (K1): told two hours before the end of the day's hours to who is
 * on duty, else to the backup; when it is late, to those who lead as well.
 *
 * Whoever says what came of it stops it. No account is named. Sources: S0-20, S1-59, S3-23.
 */
import { addDays, dayOf } from '#domain/calendar.ts';
import { momentOf } from '#domain/clock.ts';
import type { Listener, Records, ReminderRule } from '#domain/reminder.ts';
import { leaders } from '#domain/roles.ts';
import { accountRecord } from '#features/accounts/record.ts';
import { commentRecord, type Comment } from '#features/comments/record.ts';
import { dueAt, soonMs, staffedOf } from '#features/comments/rules.ts';
import { practiceRecord } from '#features/practice/record.ts';
import { dutyFor } from '#features/rota/rules.ts';
import { topicsFor } from '../rules.ts';
import { readRota, turnIn } from './rota.ts';

export const answerReminder: ReminderRule = {
	topic: 'answer',
	async due(records, listener) {
		if (!topicsFor(listener.role).includes('answer')) return [];
		const comments = [
			...(await records.by(commentRecord, 'state', 'waiting')),
			...(await records.by(commentRecord, 'state', 'promised'))
		];
		return comments.length === 0 ? [] : forListener(records, listener, comments);
	}
};

async function forListener(
	records: Records,
	{ practiceId, personId, role, today }: Listener,
	comments: readonly Comment[]
) {
	const rota = await readRota(records, { practiceId, today, days: 0 });
	const staffed = staffedOf(await records.get(practiceRecord, practiceId), rota.settings);
	const accounts = await records.by(accountRecord, 'status', 'active');
	const due = [];
	for (const comment of comments) {
		const account = accounts.find(({ id }) => id === comment.accountId);
		const slot = account && dutyFor(rota.slots, account.group, today);
		const turn = turnIn(slot, personId, leaders.includes(role));
		if (turn === undefined) continue;
		const end = dueAt(comment, staffed);
		const isFirst = turn === 0;
		const until = momentOf(addDays(dayOf(Math.max(end, comment.createdAt)), 1), '00:00');
		due.push({
			key: `answer/${comment.id}/${comment.promisedOn ?? 'first'}/${isFirst ? 'soon' : 'late'}`,
			at: isFirst ? Math.max(end - soonMs, comment.createdAt) : end,
			until,
			title: isFirst ? 'Something waits for an answer' : 'An answer is late',
			text: isFirst
				? 'Answer it today, or say that you are checking.'
				: 'Can you answer, or ask who is on duty?',
			path: '/rota'
		});
	}
	return due;
}
