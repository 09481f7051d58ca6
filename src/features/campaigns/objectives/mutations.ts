/**
 * The group's objectives: up to three, each with a number to watch. Source: sources.md S0-13.
 */
import { defineMutation } from '#domain/mutation.ts';
import { refuse, type Refusal } from '#domain/refusal.ts';
import { leaders, writers } from '#domain/roles.ts';
import type { Transaction } from '#domain/transaction.ts';
import { eachOptional } from '#features/practice/record.ts';
import * as z from 'zod/mini';
import { objectiveFields, objectiveRecord, watches, type Objective } from '../record.ts';
import { mostObjectives } from '../rules.ts';

const gone = () => refuse('no-such-objective', 'This objective is no longer on the list.');

/** What a leader decides; the count is anyone's who counts. */
const { title, watch, ownWatch, goal, ownCount } = objectiveFields;
const decided = { title, watch, ownWatch, goal };

export const addObjective = defineMutation({
	name: 'objective.add',
	args: z.strictObject({ id: z.uuid(), ...decided }),
	allowed: leaders,
	says: 'Added an objective',
	async run(transaction, fields, { actor, actedAt }) {
		const others = await everyObjective(transaction);
		if (others.some(({ id }) => id === fields.id)) {
			return refuse('already-here', 'This objective is already on the list.');
		}
		if (others.length >= mostObjectives) {
			return refuse('too-many', 'Three objectives are enough. Remove one first.');
		}
		const objective: Objective = {
			...fields,
			createdAt: actedAt,
			createdBy: actor.personId,
			ownCount: null,
			ownCountOn: null
		};
		const refusal = problemWith(objective);
		if (!refusal) await transaction.put(objectiveRecord, objective);
		return refusal;
	}
});

export const editObjective = defineMutation({
	name: 'objective.edit',
	args: z.strictObject({ id: z.uuid(), changes: z.strictObject(eachOptional(decided)) }),
	allowed: leaders,
	says: 'Changed an objective',
	async run(transaction, { id, changes }) {
		const objective = await transaction.get(objectiveRecord, id);
		if (!objective) return gone();
		const edited = { ...objective, ...changes };
		const refusal = problemWith(edited);
		if (!refusal) await transaction.put(objectiveRecord, edited);
		return refusal;
	}
});

export const removeObjective = defineMutation({
	name: 'objective.remove',
	args: z.strictObject({ id: z.uuid() }),
	allowed: leaders,
	says: 'Removed an objective',
	async run(transaction, { id }) {
		if (!(await transaction.get(objectiveRecord, id))) return gone();
		await transaction.remove(objectiveRecord, id);
		return undefined;
	}
});

/** Someone has counted what no monthly note holds. */
export const countObjective = defineMutation({
	name: 'objective.count',
	args: z.strictObject({ id: z.uuid(), count: ownCount }),
	allowed: writers,
	says: 'Noted a number',
	async run(transaction, { id, count }, { today }) {
		const objective = await transaction.get(objectiveRecord, id);
		if (!objective) return gone();
		if (objective.watch !== 'own') {
			return refuse('counts-itself', 'This number comes from the monthly notes.');
		}
		const ownCountOn = count === null ? null : today;
		await transaction.put(objectiveRecord, { ...objective, ownCount: count, ownCountOn });
		return undefined;
	}
});

function problemWith(objective: Objective): Refusal | undefined {
	if (objective.watch !== 'own' || objective.ownWatch !== '') return undefined;
	return refuse('needs-watch', 'Say what you count.', 'ownWatch');
}

async function everyObjective(transaction: Transaction): Promise<Objective[]> {
	const found = [];
	for (const number of watches) {
		found.push(...(await transaction.by(objectiveRecord, 'watch', number)));
	}
	return found;
}

export const objectiveMutations = [addObjective, editObjective, removeObjective, countObjective];
