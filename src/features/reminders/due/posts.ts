/**
 * A post whose time has come, for whoever writes it; and one that waits for the practice's yes.
 *
 * A post's own name stays in the app: it may hold a person's.
 */
import { addDays, nearDay, spokenTime } from '#domain/calendar.ts';
import { momentOf } from '#domain/clock.ts';
import type { ReminderRule } from '#domain/reminder.ts';
import { postRecord, type Post } from '#features/posts/record.ts';
import { awaitsApproval, isOpen, isReadyToGoOut, writerOf } from '#features/posts/rules.ts';
import { practiceRecord, type Practice } from '#features/practice/record.ts';
import { choiceOf, topicsFor } from '../rules.ts';

const minuteMs = 60_000;
const dayMs = 1440 * minuteMs;
/** For a post with a day and no time. */
const usualTime = '09:00';
const approvalDays = 3;

export const postReminder: ReminderRule = {
	topic: 'post',
	async due(records, { personId, role, practiceId, today }) {
		if (!topicsFor(role).includes('post')) return [];
		const practice = await records.get(practiceRecord, practiceId);
		if (practice?.isPaused) return [];
		const { postLead } = await choiceOf(records, personId);
		const posts = await records.between(postRecord, today, addDays(today, 1));
		return posts
			.filter((post) => isOpen(post) && post.status !== 'idea' && writerOf(post) === personId)
			.flatMap((post) => {
				if (post.plannedOn === null) return [];
				const time = post.plannedTime ?? usualTime;
				const at = momentOf(post.plannedOn, time);
				return {
					key: `post/${post.id}/${post.plannedOn}T${time}`,
					at: at - Number(postLead) * minuteMs,
					until: momentOf(addDays(post.plannedOn, 1), '00:00'),
					...wordsOf(post, practice, `${nearDay(post.plannedOn, today)}${timeWords(post)}`),
					path: `/posts/${post.id}`
				};
			});
	}
};

function timeWords({ plannedTime }: Post): string {
	return plannedTime === null ? '' : ` at ${spokenTime(plannedTime)}`;
}

function wordsOf(post: Post, practice: Practice | undefined, when: string) {
	return isReadyToGoOut(post, practice)
		? { title: 'A post of yours is due', text: `It is planned for ${when}.` }
		: {
				title: 'A post of yours is due and not ready',
				text: `It is planned for ${when}. Finish it, or choose another day.`
			};
}

export const approvalReminder: ReminderRule = {
	topic: 'approval',
	async due(records, { role, practiceId }) {
		if (!topicsFor(role).includes('approval')) return [];
		const practice = await records.get(practiceRecord, practiceId);
		const posts = await records.by(postRecord, 'status', 'ready');
		return posts.flatMap((post) => {
			if (post.readyAt === null || !awaitsApproval(post, practice)) return [];
			return {
				key: `approval/${post.id}/${post.readyAt}`,
				at: post.readyAt,
				until: post.readyAt + approvalDays * dayMs,
				title: 'A post waits for your yes',
				text: 'Read it, then approve it or send it back.',
				path: `/posts/${post.id}`
			};
		});
	}
};
