/**
 * A patch as it travels: nothing is said twice.
 *
 * Since protocol 2, changes of one kind that follow each other travel as one group, a changed
 * record as its changed fields, numbers as what they are more than the one before, and of a
 * mutation's uuid only the end.
 */
import * as z from 'zod/mini';
import {
	cookieSchema,
	isFields,
	outcomeSchema,
	patchSchema,
	uuidDigits,
	type Change,
	type Cookie,
	type Outcome,
	type Patch
} from './protocol.ts';
import { refusalSchema } from './refusal.ts';
import type { Fields } from './transaction.ts';

/** The first number whose answers travel in groups, and leave out what has not changed. */
const terseSince = 2;

/** Thousands of them come at once: to parse each by itself would take longer. */
function listOf<Each>(isEach: (value: unknown) => boolean): z.ZodMiniCustom<Each[], Each[]> {
	return z.custom<Each[]>((list) => Array.isArray(list) && list.every(isEach));
}

const groupSchema = z.object({
	kind: z.string(),
	/** One for each record, each as what it is more than the one before. */
	versions: listOf<number>(Number.isSafeInteger),
	/** Whole records; of `parts`, the id and the fields that changed; of `gone`, only ids. */
	rows: z.exactOptional(listOf<Fields>(isFields)),
	parts: z.exactOptional(listOf<Fields>(isFields)),
	gone: z.exactOptional(z.array(z.string()))
});
type Group = z.infer<typeof groupSchema>;

/** `seq` and `version` are left out where they are one more than the one before. */
const answerSchema = z.object({
	uuid: outcomeSchema.shape.uuid,
	seq: z.exactOptional(z.int()),
	version: z.exactOptional(z.int()),
	result: z.exactOptional(z.enum(['overlap', 'refused'])),
	refusal: z.exactOptional(refusalSchema)
});
type Answer = z.infer<typeof answerSchema>;

const groupedSchema = z.object({
	protocol: z.int().check(z.minimum(terseSince)),
	to: z.nullable(cookieSchema),
	/** Left out where it is that of `to`. */
	epoch: z.exactOptional(z.string()),
	/** Epoch and scope are those of `to`. */
	from: z.nullable(z.int()),
	lastSeq: z.int(),
	groups: z.array(groupSchema),
	answers: z.array(answerSchema),
	resume: z.nullable(z.string()),
	progress: patchSchema.shape.progress
});
type Grouped = z.infer<typeof groupedSchema>;

/** Whether a side that speaks this number understands groups, and parts of records. */
export function isTerse(protocol: number): boolean {
	return protocol >= terseSince;
}

/** What is sent to a side that speaks this number. A patch with parts needs one that takes them. */
export function toWire(patch: Patch, protocol: number): object {
	const { to, epoch, from, lastSeq, changes, outcomes, resume, progress } = patch;
	if (protocol < terseSince) {
		// A server from before the update takes no cookie of a number that it does not speak.
		const known = (cookie: Cookie | null) => cookie && { ...cookie, protocol };
		return { ...patch, protocol, from: known(from), to: known(to) };
	}
	const grouped: Grouped = {
		protocol,
		to,
		...(to?.epoch !== epoch && { epoch }),
		from: from && from.version,
		lastSeq,
		groups: groupsOf(changes),
		answers: answersOf(outcomes),
		resume,
		progress
	};
	return grouped;
}

/** Undefined for anything that is no patch, of whatever number. */
export function fromWire(found: unknown): Patch | undefined {
	const grouped = groupedSchema.safeParse(found);
	if (!grouped.success) return patchSchema.safeParse(found).data;
	const { to, epoch = to?.epoch, from, groups, answers, ...same } = grouped.data;
	const changes = groups.map(changesIn);
	if (epoch === undefined || changes.includes(undefined)) return undefined;
	if (from !== null && to === null) return undefined;
	return {
		...same,
		to,
		epoch,
		from: from === null || to === null ? null : { ...to, version: from },
		changes: changes.flatMap((some) => some ?? []),
		outcomes: outcomesIn(answers)
	};
}

function groupsOf(changes: readonly Change[]): Group[] {
	const groups: Group[] = [];
	let last = 0;
	for (const { kind, id, version, row, isPart } of changes) {
		const form = row === null ? 'gone' : isPart ? 'parts' : 'rows';
		let group = groups.at(-1);
		if (group?.kind !== kind || !(form in group)) {
			group = { kind, versions: [], [form]: [] };
			groups.push(group);
			last = 0;
		}
		group.versions.push(version - last);
		last = version;
		if (row === null) group.gone?.push(id);
		else group[isPart ? 'parts' : 'rows']?.push(isPart ? { id, ...row } : row);
	}
	return groups;
}

/** Undefined where versions and records do not fit together. */
function changesIn({ kind, versions, rows, parts, gone }: Group): Change[] | undefined {
	const found = rows ?? parts ?? gone ?? [];
	if (found.length !== versions.length) return undefined;
	const changes: Change[] = [];
	let version = 0;
	for (const [at, each] of found.entries()) {
		const row = typeof each === 'string' ? null : each;
		const id = typeof each === 'string' ? each : each['id'];
		if (typeof id !== 'string') return undefined;
		version += versions[at] ?? 0;
		changes.push({ kind, id, version, row, ...(parts && { isPart: true }) });
	}
	return changes;
}

function answersOf(outcomes: readonly Outcome[]): Answer[] {
	let next = { seq: 1, version: 1 };
	return outcomes.map(({ seq, uuid, version, result, refusal }) => {
		const answer: Answer = {
			uuid: uuid.slice(-uuidDigits),
			...(seq !== next.seq && { seq }),
			...(version !== next.version && { version }),
			...(result !== 'applied' && { result }),
			...(refusal && { refusal })
		};
		next = { seq: seq + 1, version: version + 1 };
		return answer;
	});
}

function outcomesIn(answers: readonly Answer[]): Outcome[] {
	let next = { seq: 1, version: 1 };
	return answers.map(({ uuid, seq = next.seq, version = next.version, ...said }) => {
		next = { seq: seq + 1, version: version + 1 };
		const { result = 'applied', refusal } = said;
		return { seq, uuid, version, result, ...(refusal && { refusal }) };
	});
}
