/**
 * Bringing a file of numbers in, piece by piece, and taking it out again.
 *
 * A file is many mutations, each on one record or two: one alone would not fit into a push. So the
 * usual undo, which puts back one mutation, is not offered: `takeBack` and `undoImport` are for that.
 */
import * as z from 'zod/mini';
import { firstDayOf, monthOf, monthSchema } from '#domain/calendar.ts';
import { defineMutation } from '#domain/mutation.ts';
import { refuse } from '#domain/refusal.ts';
import { leaders, may, writers, type Actor } from '#domain/roles.ts';
import type { Transaction } from '#domain/transaction.ts';
import { accountRecord } from '#features/accounts/record.ts';
import { postRecord } from '#features/posts/record.ts';
import { isPartOf, Shelves, withoutImport } from '../results/merging.ts';
import {
	broughtFields,
	postResultsRecord,
	type PostResult,
	type PostResults
} from '../results/record.ts';
import {
	columnFields,
	importColumnsRecord,
	importFields,
	insightImportRecord,
	type InsightImport
} from './record.ts';

/** The most posts in one mutation. */
export const mostAtOnce = 200;

const noSuchImport = refuse('no-such-import', 'This file is no longer here. Bring it in again.');
const idInUse = refuse('id-in-use', 'This could not be kept. Please try again.');

export const beginImport = defineMutation({
	name: 'insight-import.begin',
	args: z.strictObject({ id: z.uuid(), ...importFields }),
	allowed: writers,
	says: 'Began to bring in numbers',
	final: true,
	async run(transaction, { id, ...about }, { actor, actedAt, today }) {
		if (await transaction.get(insightImportRecord, id)) return idInUse;
		if (!(await transaction.get(accountRecord, about.accountId))) {
			return refuse('no-such-account', 'This account is no longer on the list.', 'accountId');
		}
		await transaction.put(insightImportRecord, {
			...{ id, createdAt: actedAt, createdBy: actor.personId, ...about },
			...{ broughtOn: today, status: 'coming-in', undoneBy: null }
		});
		return undefined;
	}
});

/** Posts of one month. What is known of a post already is replaced, wherever in the month it is. */
export const bringIn = defineMutation({
	name: 'post-results.bring-in',
	args: z.strictObject({
		importId: z.uuid(),
		/** The record for posts that are new: one that is there, or a new id. */
		rowId: z.uuid(),
		/** Another month's record in which these posts stand until now, with other days. */
		fromId: z.nullable(z.uuid()),
		month: monthSchema,
		results: z.array(z.strictObject(broughtFields)).check(z.minLength(1), z.maxLength(mostAtOnce))
	}),
	allowed: writers,
	says: 'Brought in numbers of posts',
	final: true,
	async run(transaction, { importId, rowId, fromId, month, results }, { actor, actedAt }) {
		const about = await transaction.get(insightImportRecord, importId);
		if (!about || about.status === 'undone') return noSuchImport;
		if (results.some(({ postedOn }) => monthOf(postedOn) !== month)) {
			return refuse('other-month', 'One of these posts is of another month.', 'results');
		}
		const { accountId } = about;
		const rows = await rowsOf(transaction, accountId, month);
		const from = fromId === null ? undefined : await transaction.get(postResultsRecord, fromId);
		if (from && from.accountId !== accountId) return idInUse;
		let target = rows.find(({ id }) => id === rowId);
		if (!target) {
			if (await transaction.get(postResultsRecord, rowId)) return idInUse;
			target = {
				...{ id: rowId, createdAt: actedAt, createdBy: actor.personId },
				...empty(accountId, month)
			};
		}
		const others = rows.filter((row) => row !== target);
		const places = [target, ...others, ...(from ? [from] : [])];
		const shelves = new Shelves(places.map((row) => row.results));
		for (const brought of results) {
			shelves.bring(brought, importId, (shelf) => places[shelf]?.month !== month);
		}
		for (const [shelf, row] of places.entries()) {
			await keepRow(transaction, row, shelves.list(shelf));
		}
		return undefined;
	}
});

export const finishImport = defineMutation({
	name: 'insight-import.finish',
	args: z.strictObject({ id: z.uuid() }),
	allowed: writers,
	says: 'Brought in the numbers',
	final: true,
	async run(transaction, { id }) {
		const about = await transaction.get(insightImportRecord, id);
		if (!about || about.status === 'undone') return noSuchImport;
		await transaction.put(insightImportRecord, { ...about, status: 'done' });
		return undefined;
	}
});

/** Takes one import out of one record; what it had replaced comes back. */
export const takeBack = defineMutation({
	name: 'post-results.take-back',
	args: z.strictObject({
		importId: z.uuid(),
		rowId: z.uuid(),
		/** New ids for months that have no record, for posts that come back with other days. */
		homes: z
			.array(z.strictObject({ month: monthSchema, id: z.uuid() }))
			.check(z.maxLength(mostAtOnce))
	}),
	allowed: writers,
	says: 'Took numbers out again',
	final: true,
	async run(transaction, { importId, rowId, homes }, { actor, actedAt }) {
		const about = await transaction.get(insightImportRecord, importId);
		if (!about) return noSuchImport;
		if (!mayUndo(actor, about)) return notYours;
		const row = await transaction.get(postResultsRecord, rowId);
		if (row?.accountId !== about.accountId) return undefined;
		const left = row.results.flatMap((result) => withoutImport(result, importId) ?? []);
		const away = Map.groupBy(left, ({ postedOn }) => monthOf(postedOn));
		await keepRow(transaction, row, away.get(row.month) ?? []);
		for (const [month, results] of away) {
			if (month === row.month) continue;
			const [there] = await rowsOf(transaction, row.accountId, month);
			const id = homes.find((home) => home.month === month)?.id;
			if (!there && (id === undefined || (await transaction.get(postResultsRecord, id))))
				return idInUse;
			const made = { id: id ?? rowId, createdAt: actedAt, createdBy: actor.personId };
			const home = there ?? { ...made, ...empty(row.accountId, month) };
			await keepRow(transaction, home, [...home.results, ...results]);
		}
		return undefined;
	}
});

/** Once nothing of it is left: the file is noted as undone. */
export const undoImport = defineMutation({
	name: 'insight-import.undo',
	args: z.strictObject({ id: z.uuid() }),
	allowed: writers,
	says: 'Undid a file of numbers',
	final: true,
	async run(transaction, { id }, { actor }) {
		const about = await transaction.get(insightImportRecord, id);
		if (!about) return noSuchImport;
		if (!mayUndo(actor, about)) return notYours;
		const rows = await transaction.by(postResultsRecord, 'accountId', about.accountId);
		if (rows.some((row) => row.results.some((result) => isPartOf(result, id)))) {
			return refuse('still-there', 'Some of its numbers are still here. Undo it again.');
		}
		const undoneBy = actor.personId;
		await transaction.put(insightImportRecord, { ...about, status: 'undone', undoneBy });
		return undefined;
	}
});

/** Says by hand which planned post it is; null says that it is none. */
export const matchResult = defineMutation({
	name: 'post-results.match',
	args: z.strictObject({ rowId: z.uuid(), key: broughtFields.key, postId: z.nullable(z.uuid()) }),
	allowed: writers,
	says: 'Said which post it is',
	async run(transaction, { rowId, key, postId }) {
		const row = await transaction.get(postResultsRecord, rowId);
		if (!row?.results.some((result) => result.key === key)) {
			return refuse('no-such-result', 'The numbers of this post are no longer here.');
		}
		if (postId !== null && !(await transaction.get(postRecord, postId))) {
			return refuse('no-such-post', 'This post is no longer in the plan.', 'postId');
		}
		const results = row.results.map((result) =>
			result.key === key ? { ...result, postId, match: 'hand' as const } : result
		);
		await transaction.put(postResultsRecord, { ...row, results });
		return undefined;
	}
});

export const rememberColumns = defineMutation({
	name: 'import-columns.remember',
	args: z.strictObject({ id: z.uuid(), ...columnFields }),
	allowed: writers,
	says: 'Said what the columns mean',
	async run(transaction, { id, signature, columns }, { actor, actedAt }) {
		const [standing] = await transaction.by(importColumnsRecord, 'signature', signature);
		if (!standing && (await transaction.get(importColumnsRecord, id))) return idInUse;
		const made = standing ?? { id, createdAt: actedAt, createdBy: actor.personId, signature };
		await transaction.put(importColumnsRecord, { ...made, columns });
		return undefined;
	}
});

export const importMutations = [
	...[beginImport, bringIn, finishImport, takeBack, undoImport],
	...[matchResult, rememberColumns]
];

const notYours = refuse(
	'not-yours',
	'Only who brought this file in, or a coordinator, can take it out again.'
);

export function mayUndo(actor: Actor, about: Pick<InsightImport, 'createdBy'>): boolean {
	return about.createdBy === actor.personId || may(leaders, actor.role);
}

function empty(accountId: string, month: string) {
	return { accountId, month, monthOn: firstDayOf(month), results: [] as PostResult[] };
}

async function rowsOf(
	transaction: Transaction,
	accountId: string,
	month: string
): Promise<PostResults[]> {
	const firstOn = firstDayOf(month);
	const rows = await transaction.between(postResultsRecord, firstOn, firstOn);
	return rows
		.filter((row) => row.accountId === accountId)
		.sort((one, other) => (one.id < other.id ? -1 : 1));
}

/** A month with nothing in it has no record. */
async function keepRow(
	transaction: Transaction,
	row: PostResults,
	results: PostResult[]
): Promise<void> {
	if (results.length > 0) await transaction.put(postResultsRecord, { ...row, results });
	else await transaction.remove(postResultsRecord, row.id);
}
