/**
 * Rewording, hiding and adding do's and don'ts.
 *
 * One record for each built-in line: when someone else made it first, that one is changed.
 */
import { defineMutation, type Context } from '#domain/mutation.ts';
import { refuse } from '#domain/refusal.ts';
import { leaders } from '#domain/roles.ts';
import type { Transaction } from '#domain/transaction.ts';
import * as z from 'zod/mini';
import {
	guidanceLineRecord,
	lineIdSchema,
	lineTextSchema,
	screenSchema,
	type OwnLine
} from './record.ts';

const doOrDontSchema = z.enum(['do', 'dont']);
const builtInLine = {
	/** Used when the group has no record about this line yet. */
	id: z.uuid(),
	lineId: lineIdSchema,
	screen: screenSchema,
	doOrDont: doOrDontSchema
};

/** `text` null puts the built-in words back. */
export const rewordLine = defineMutation({
	name: 'guidance.reword',
	args: z.strictObject({ ...builtInLine, text: z.nullable(lineTextSchema) }),
	allowed: leaders,
	says: 'Reworded a do or don’t',
	async run(transaction, { text, ...line }, context) {
		const own = (await ownLine(transaction, line.lineId)) ?? firstOf(line, context);
		await transaction.put(guidanceLineRecord, { ...own, text });
		return undefined;
	}
});

export const hideLine = defineMutation({
	name: 'guidance.hide',
	args: z.strictObject(builtInLine),
	allowed: leaders,
	says: 'Hid a do or don’t',
	async run(transaction, line, context) {
		const own = (await ownLine(transaction, line.lineId)) ?? firstOf(line, context);
		if (own.isHidden) return refuse('already-hidden', 'This line is hidden already.');
		await transaction.put(guidanceLineRecord, { ...own, isHidden: true });
		return undefined;
	}
});

export const showLine = defineMutation({
	name: 'guidance.show',
	args: z.strictObject({ lineId: lineIdSchema }),
	allowed: leaders,
	says: 'Showed a do or don’t again',
	async run(transaction, { lineId }) {
		const own = await ownLine(transaction, lineId);
		if (!own?.isHidden) return refuse('not-hidden', 'This line is not hidden.');
		await transaction.put(guidanceLineRecord, { ...own, isHidden: false });
		return undefined;
	}
});

export const addLine = defineMutation({
	name: 'guidance.add',
	args: z.strictObject({
		id: z.uuid(),
		screen: screenSchema,
		doOrDont: doOrDontSchema,
		text: lineTextSchema
	}),
	allowed: leaders,
	says: 'Added a do or don’t',
	async run(transaction, { text, ...line }, context) {
		if (await transaction.get(guidanceLineRecord, line.id)) {
			return refuse('already-here', 'This line is on the list already.');
		}
		await transaction.put(guidanceLineRecord, {
			...firstOf({ ...line, lineId: null }, context),
			text
		});
		return undefined;
	}
});

export const removeAddedLine = defineMutation({
	name: 'guidance.removeAdded',
	args: z.strictObject({ id: z.uuid() }),
	allowed: leaders,
	says: 'Removed a do or don’t',
	async run(transaction, { id }) {
		const line = await transaction.get(guidanceLineRecord, id);
		if (!line) return refuse('no-such-line', 'This line has been removed already.');
		if (line.lineId !== null) {
			return refuse('is-built-in', 'This line came with the app. You can hide it.');
		}
		await transaction.remove(guidanceLineRecord, id);
		return undefined;
	}
});

async function ownLine(transaction: Transaction, lineId: string): Promise<OwnLine | undefined> {
	return (await transaction.by(guidanceLineRecord, 'lineId', lineId))[0];
}

function firstOf(
	line: Pick<OwnLine, 'id' | 'lineId' | 'screen' | 'doOrDont'>,
	{ actor, actedAt }: Context
): OwnLine {
	const { personId: createdBy } = actor;
	return { ...line, createdAt: actedAt, createdBy, text: null, isHidden: false };
}

export const guidanceMutations = [rewordLine, hideLine, showLine, addLine, removeAddedLine];
