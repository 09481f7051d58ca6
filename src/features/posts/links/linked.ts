/**
 * What a link for an answer shows of a post, and what the answer does. For the server.
 *
 * Words, pictures, accounts and day; never the name inside the group, notes, or who wrote it.
 */
import type { Transaction } from '#domain/transaction.ts';
import { gather } from '../readiness/facts.ts';
import { postRecord } from '../record.ts';
import { textFor } from '../rules.ts';
import { answerByLink } from './mutations.ts';

interface At {
	readonly today: string;
	readonly practiceId: string;
}

async function find(reads: Transaction, linkHash: string, at: At) {
	const [post] = await reads.by(postRecord, 'linkHash', linkHash);
	if (post?.status !== 'ready' || post.linkBy === null || post.linkUntil === null) return undefined;
	const { accounts, pictures } = await gather(reads, post, at);
	const seen = pictures.flatMap(({ photo, alt }) =>
		photo?.hash ? [{ hash: photo.hash, alt, credit: photo.credit }] : []
	);
	return {
		id: post.id,
		madeBy: post.linkBy,
		heldBy: ['practice-manager'] as const,
		until: post.linkUntil,
		photos: seen.map(({ hash }) => hash),
		shown: {
			plannedOn: post.plannedOn,
			plannedTime: post.plannedTime,
			texts: accounts.map(({ id, name }) => ({ account: name, text: textFor(post, id) })),
			pictures: seen,
			credit: post.credit,
			sourceUrl: post.sourceUrl
		}
	};
}

export const linkedPost = {
	find,
	wish: (
		id: string,
		linkHash: string,
		answer: { readonly name: string; readonly isYes: boolean; readonly reason: string }
	) => ({ name: answerByLink.name, args: { id, linkHash, ...answer } })
};
