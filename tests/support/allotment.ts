/**
 * A made-up registry for tests of the engine: the people of an allotment, their plots and the
 * keys to the shed. It has every kind of field that the engine treats in its own way.
 */
import * as z from 'zod/mini';
import { daySchema } from '#domain/calendar.ts';
import { defineMutation } from '#domain/mutation.ts';
import { defineRecord, recordFields } from '#domain/record.ts';
import { refuse } from '#domain/refusal.ts';
import { defineRegistry } from '#domain/registry.ts';
import { leaders, roles } from '#domain/roles.ts';

const gardenerRecord = defineRecord({
	kind: 'gardener',
	noun: 'gardener',
	schema: z.object({
		...recordFields,
		name: z.string(),
		role: z.enum(roles),
		leftOn: z.nullable(daySchema),
		phone: z.nullable(z.string())
	}),
	indexes: ['role'],
	readers: roles,
	confidential: { fields: ['phone'], readers: leaders },
	title: (gardener) => gardener.name
});

const plotRecord = defineRecord({
	kind: 'plot',
	noun: 'plot',
	schema: z.object({
		...recordFields,
		title: z.string(),
		/** How to look after it: merged when two people write. */
		care: z.string(),
		/** Two people may say it: the safer word wins. */
		water: z.enum(['open', 'shut']),
		keeper: z.nullable(z.string()),
		tags: z.array(z.string()),
		/** The day on which it is dug over. */
		dugOn: z.nullable(daySchema)
	}),
	indexes: ['keeper', 'tags'],
	day: 'dugOn',
	readers: roles,
	fields: { care: 'text', water: { safer: ['shut', 'open'] }, keeper: 'decided' },
	title: (plot) => plot.title
});

const keyRecord = defineRecord({
	kind: 'key',
	noun: 'key to the shed',
	schema: z.object({ ...recordFields, number: z.string() }),
	indexes: [],
	readers: leaders,
	title: (key) => `Key ${key.number}`
});

const addGardener = defineMutation({
	name: 'gardener.add',
	args: z.strictObject({
		id: z.uuid(),
		name: z.string(),
		role: z.enum(roles),
		phone: z.nullable(z.string())
	}),
	allowed: leaders,
	says: 'Added a gardener',
	async run(transaction, args, { actor, actedAt }) {
		const base = { createdAt: actedAt, createdBy: actor.personId, leftOn: null };
		await transaction.put(gardenerRecord, { ...args, ...base });
		return undefined;
	}
});

const editGardener = defineMutation({
	name: 'gardener.edit',
	args: z.strictObject({
		id: z.uuid(),
		changes: z.partial(
			z.strictObject({
				name: z.string(),
				role: z.enum(roles),
				phone: z.nullable(z.string()),
				leftOn: z.nullable(daySchema)
			})
		)
	}),
	allowed: leaders,
	says: 'Changed a gardener',
	async run(transaction, { id, changes }) {
		const gardener = await transaction.get(gardenerRecord, id);
		if (!gardener) return refuse('no-such-gardener', 'This person is not here.');
		await transaction.put(gardenerRecord, { ...gardener, ...changes });
		return undefined;
	}
});

const addPlot = defineMutation({
	name: 'plot.add',
	args: z.strictObject({
		id: z.uuid(),
		title: z.string(),
		care: z._default(z.string(), ''),
		tags: z._default(z.array(z.string()), []),
		dugOn: z._default(z.nullable(daySchema), null)
	}),
	allowed: ['practice-manager', 'coordinator', 'volunteer'],
	says: 'Added a plot',
	async run(transaction, args, { actor, actedAt }) {
		if (await transaction.get(plotRecord, args.id)) {
			return refuse('already-there', 'This plot is already here.');
		}
		const base = { createdAt: actedAt, createdBy: actor.personId };
		await transaction.put(plotRecord, { ...args, ...base, water: 'open', keeper: null });
		return undefined;
	}
});

const editPlot = defineMutation({
	name: 'plot.edit',
	args: z.strictObject({
		id: z.uuid(),
		changes: z.partial(
			z.strictObject({
				title: z.string(),
				care: z.string(),
				water: z.enum(['open', 'shut']),
				tags: z.array(z.string()),
				dugOn: z.nullable(daySchema)
			})
		)
	}),
	allowed: ['practice-manager', 'coordinator', 'volunteer'],
	says: 'Changed a plot',
	async run(transaction, { id, changes }) {
		const plot = await transaction.get(plotRecord, id);
		if (!plot) return refuse('no-such-plot', 'This plot is no longer here.');
		await transaction.put(plotRecord, { ...plot, ...changes });
		return undefined;
	}
});

/** Puts before it refuses, so that tests see whether a refusal leaves anything. */
const takePlot = defineMutation({
	name: 'plot.take',
	args: z.strictObject({ id: z.uuid() }),
	allowed: 'everyone',
	says: 'Took a plot',
	async run(transaction, { id }, { actor }) {
		const plot = await transaction.get(plotRecord, id);
		if (!plot) return refuse('no-such-plot', 'This plot is no longer here.');
		await transaction.put(plotRecord, { ...plot, keeper: actor.personId, title: 'Half done' });
		if (plot.keeper !== null) return refuse('already-taken', 'Someone has this plot already.');
		await transaction.put(plotRecord, { ...plot, keeper: actor.personId });
		return undefined;
	}
});

const clearPlot = defineMutation({
	name: 'plot.clear',
	args: z.strictObject({ id: z.uuid() }),
	allowed: leaders,
	says: 'Removed a plot',
	async run(transaction, { id }) {
		await transaction.remove(plotRecord, id);
		return undefined;
	}
});

const signForPlot = defineMutation({
	name: 'plot.sign',
	args: z.strictObject({ id: z.uuid() }),
	allowed: 'everyone',
	says: 'Signed for a plot',
	final: true,
	async run(transaction, { id }, { actor }) {
		const plot = await transaction.get(plotRecord, id);
		if (plot) await transaction.put(plotRecord, { ...plot, keeper: actor.personId });
		return undefined;
	}
});

/** Writes down what its look-ups find, so that tests see what a mutation sees. */
const countPlots = defineMutation({
	name: 'plot.count',
	args: z.strictObject({ id: z.uuid(), tag: z.string(), firstOn: daySchema, lastOn: daySchema }),
	allowed: 'everyone',
	says: 'Counted plots',
	async run(transaction, { id, tag, firstOn, lastOn }) {
		const plot = await transaction.get(plotRecord, id);
		if (!plot) return refuse('no-such-plot', 'This plot is no longer here.');
		const tagged = await transaction.by(plotRecord, 'tags', tag);
		const dug = await transaction.between(plotRecord, firstOn, lastOn);
		await transaction.put(plotRecord, { ...plot, title: `${tagged.length}/${dug.length}` });
		return undefined;
	}
});

const failAtPlot = defineMutation({
	name: 'plot.fail',
	args: z.strictObject({ id: z.uuid() }),
	allowed: 'everyone',
	says: 'Failed',
	async run(transaction, { id }) {
		const plot = await transaction.get(plotRecord, id);
		if (plot) await transaction.put(plotRecord, { ...plot, title: 'Half done' });
		throw new Error('A defect, with words that no log may hold.');
	}
});

const addKey = defineMutation({
	name: 'key.add',
	args: z.strictObject({ id: z.uuid(), number: z.string() }),
	allowed: leaders,
	says: 'Added a key',
	async run(transaction, args, { actor, actedAt }) {
		const base = { createdAt: actedAt, createdBy: actor.personId };
		await transaction.put(keyRecord, { ...args, ...base });
		return undefined;
	}
});

export const allotment = defineRegistry({
	records: [gardenerRecord, plotRecord, keyRecord],
	mutations: [
		addGardener,
		editGardener,
		addPlot,
		editPlot,
		takePlot,
		clearPlot,
		signForPlot,
		countPlots,
		failAtPlot,
		addKey
	],
	members: gardenerRecord
});
