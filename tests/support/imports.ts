/**
 * Files of numbers that are brought in and taken out again, as the screen does it.
 */
import { runMutation } from '#domain/mutation.ts';
import type { Refusal } from '#domain/refusal.ts';
import type { Actor } from '#domain/roles.ts';
import { accountRecord } from '#features/accounts/record.ts';
import {
	beginImport,
	bringIn,
	finishImport,
	takeBack,
	undoImport
} from '#features/insights/imports/mutations.ts';
import { planImport, type ImportPlan } from '#features/insights/imports/planning.ts';
import { homesFor, rowsOfImport } from '#features/insights/imports/undoing.ts';
import type { ReadPost } from '#features/insights/reading/reading.ts';
import { resultsOf } from '#features/insights/results/merging.ts';
import { postResultsRecord, type PostResult } from '#features/insights/results/record.ts';
import { as, idFor, manager, volunteer } from './actors.ts';
import { memoryTransaction, type MemoryTransaction } from './memory-transaction.ts';

export const accountId = idFor(1);

export async function transactionWithAccount(): Promise<MemoryTransaction> {
	const transaction = memoryTransaction();
	await transaction.put(accountRecord, {
		...{ id: accountId, createdAt: 0, createdBy: manager.personId, name: 'Our Facebook page' },
		...{ platform: 'facebook', profileUrl: null, purpose: '', ownerId: null, deputyId: null },
		...{ postsPerWeek: 2, accessNote: '', hasTwoStep: true, showsHours: true, status: 'active' },
		...{ group: 'All accounts', closedOn: null, checkedOn: null }
	});
	return transaction;
}

export function readPost(number: number, more: Partial<ReadPost> = {}): ReadPost {
	const link = `https://www.facebook.com/ppg/posts/${number}`;
	return {
		...{ line: number + 2, key: `post-${number}`, link, postedOn: '2026-09-10' },
		...{ postedAtMinute: 600, text: `Words of post ${number}`, type: 'Photos', page: 'Ours' },
		...{ numbers: { views: number } },
		...more
	};
}

let lastId = 1000;
const newId = () => idFor((lastId += 1));

interface Importing {
	readonly id: string;
	readonly takenOn?: string;
	readonly isDaily?: boolean;
	readonly keepsTexts?: boolean;
	readonly who?: Actor;
}

export function rowsIn(transaction: MemoryTransaction) {
	return transaction.by(postResultsRecord, 'accountId', accountId);
}

export async function resultsIn(transaction: MemoryTransaction): Promise<PostResult[]> {
	return resultsOf(await rowsIn(transaction));
}

export async function bringInAll(
	transaction: MemoryTransaction,
	posts: readonly ReadPost[],
	{ id, takenOn = '2026-10-01', isDaily = false, keepsTexts = true, who = volunteer }: Importing
): Promise<{ plan: ImportPlan; refusals: Refusal[] }> {
	const rows = await rowsIn(transaction);
	const plan = planImport({
		...{ posts, rows, matches: new Map(), takenOn, isDaily, keepsTexts, newId }
	});
	const about = { accountId, source: 'meta-facebook', fileName: 'posts.csv', rows: posts.length };
	const { firstOn, lastOn, replaced } = plan;
	const context = as(who);
	const answers = [
		await runMutation(
			beginImport,
			transaction,
			{ id, ...about, posts: plan.posts, replaced, firstOn, lastOn },
			context
		)
	];
	for (const piece of plan.pieces) {
		answers.push(await runMutation(bringIn, transaction, { importId: id, ...piece }, context));
	}
	answers.push(await runMutation(finishImport, transaction, { id }, context));
	return { plan, refusals: answers.flatMap((answer) => answer ?? []) };
}

export async function undoAll(
	transaction: MemoryTransaction,
	id: string,
	who: Actor = volunteer
): Promise<Refusal[]> {
	const context = as(who);
	const answers: (Refusal | undefined)[] = [];
	const rows = await rowsIn(transaction);
	for (const row of rowsOfImport(rows, id)) {
		const homes = homesFor(row, id, newId);
		const args = { importId: id, rowId: row.id, homes };
		answers.push(await runMutation(takeBack, transaction, args, context));
	}
	answers.push(await runMutation(undoImport, transaction, { id }, context));
	return answers.flatMap((answer) => answer ?? []);
}
