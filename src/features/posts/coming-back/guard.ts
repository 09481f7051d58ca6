/**
 * What undo, and the choice between two versions, may not do to a post.
 *
 * What someone said yes to keeps its words, and a yes comes back only whole: the same words, and
 * who gave it. Only the practice manager may bring back what was sent back, or choose a yes.
 */
import { defineGuard } from '#domain/put-back.ts';
import { refuse, type Refusal } from '#domain/refusal.ts';
import { contentFields, postRecord, type Post, type Status } from '../record.ts';

/** The day and the folder are no part of what was agreed; the day is asked about as it goes out. */
const besideTheWords: readonly string[] = ['plannedOn', 'campaignId'];
const isContent = (name: string): name is keyof typeof contentFields => name in contentFields;
const contentNames = Object.keys(contentFields).filter(isContent);

const agreedStatuses: readonly Status[] = ['ready', 'approved', 'posted', 'taken-down'];

export const postGuard = defineGuard(postRecord, (_transaction, { now, then, actor }) => {
	const isManager = actor.role === 'practice-manager';
	return Promise.resolve(
		now && (whyNotWords(now, then) ?? (then && !isManager ? whyNotYes(now, then) : undefined))
	);
});

function isAgreed({ status, postings }: Post): boolean {
	return agreedStatuses.includes(status) || postings.length > 0;
}

/** Undo may make it a draft again with the words of then; other words may not stay agreed. */
function whyNotWords(now: Post, then: Post | undefined): Refusal | undefined {
	if (!isAgreed(now)) return undefined;
	const isOut = now.postings.length > 0;
	const changed = contentNames.find(
		(name) =>
			(isOut || !besideTheWords.includes(name)) &&
			JSON.stringify(now[name]) !== JSON.stringify(then?.[name])
	);
	if (changed === undefined) return undefined;
	return isOut
		? refuse('already-posted', 'This has gone out, so what it says stays. Correct it instead.')
		: refuse(
				'is-agreed',
				'This post is ready, so its words stay. Make it a draft first, then change it by hand.'
			);
}

/** Who gave a yes comes back with it. One field alone, chosen between two versions, is no yes. */
function whyNotYes(now: Post, then: Post): Refusal | undefined {
	const isApprovedAgain = then.status === 'approved' && now.status !== 'approved';
	if (isApprovedAgain && now.sentBack !== '') {
		return refuse(
			'was-sent-back',
			'The practice sent this back. Only the practice manager can approve it again.'
		);
	}
	const getsApproval = then.approvedBy !== null && now.approvedBy === null;
	const isReadyAgain = isAgreed(then) && !isAgreed(now);
	const getsReady = then.readyBy !== null && now.readyBy === null;
	if (isApprovedAgain === getsApproval && isReadyAgain === getsReady) return undefined;
	return refuse(
		'yes-not-whole',
		'The post has changed since that yes. Make it ready again, and ask for a new one.'
	);
}
