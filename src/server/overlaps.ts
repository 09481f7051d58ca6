/**
 * Keeps both versions of a field that two people changed, for them to look at.
 *
 * Overlaps are put through the mutation's own recorder, so they are kept, refused and undone
 * together with it.
 */
import { overlapRecord, type Overlap } from '#domain/overlap.ts';
import { sameValue } from '#domain/merge.ts';
import { fieldOf, recordKey } from '#domain/record.ts';
import type { Clash, Recorder } from '#domain/recorder.ts';
import type { Registry } from '#domain/registry.ts';
import type { Context } from '#domain/mutation.ts';
import type { History } from './history.ts';

interface Meeting {
	readonly recorder: Recorder;
	readonly history: History;
	readonly registry: Registry;
	readonly context: Context;
	newId(): string;
}

/** @returns true when something was kept. */
export async function keepOverlaps(meeting: Meeting): Promise<boolean> {
	if (meeting.recorder.clashes.length === 0) return false;
	const clashes = new Map(
		meeting.recorder.clashes.map((clash) => [`${aboutOf(clash)}/${clash.field}`, clash])
	);
	let isKept = false;
	for (const clash of clashes.values()) isKept = (await keepOverlap(meeting, clash)) || isKept;
	return isKept;
}

async function keepOverlap(meeting: Meeting, clash: Clash): Promise<boolean> {
	const { recorder, history, registry, context } = meeting;
	const type = registry.typeOf(clash.kind);
	const row = type && (await recorder.get(type, clash.id));
	if (!type || !row) return false;
	// What stands when the mutation has finished: it may have put the record more than once.
	const stands = fieldOf(row, clash.field) ?? null;
	if (sameValue(stands, clash.other)) return false;
	const mine = { by: context.actor.personId, at: context.actedAt };
	const theirs = await whoPut(history, clash);
	const [standing, offered] = clash.isMineOther ? [theirs, mine] : [mine, theirs];
	const earlier = clash.isMineOther ? await ownOffer(recorder, clash, mine.by) : undefined;
	await recorder.put(overlapRecord, {
		id: earlier?.id ?? meeting.newId(),
		createdAt: earlier?.createdAt ?? context.actedAt,
		createdBy: mine.by,
		about: aboutOf(clash),
		recordKind: clash.kind,
		recordId: clash.id,
		title: type.title(row),
		field: clash.field,
		stands,
		other: clash.other ?? null,
		standsBy: standing.by,
		standsAt: standing.at,
		otherBy: offered.by,
		otherAt: offered.at,
		settledBy: null
	});
	return true;
}

/** Who wrote a version, and when; nulls when that is too long ago. */
interface Writing {
	readonly by: string | null;
	readonly at: number | null;
}

/** The change that put what stood in the field. */
async function whoPut(history: History, { kind, id, field }: Clash): Promise<Writing> {
	const steps = await history.steps(kind, id);
	const step = steps.find(({ effect }) => effect.after && Object.hasOwn(effect.after, field));
	return { by: step?.personId ?? null, at: step?.actedAt ?? null };
}

/** What this person already offers for the field: they get one choice, with their newest words. */
async function ownOffer(
	recorder: Recorder,
	clash: Clash,
	personId: string
): Promise<Overlap | undefined> {
	const overlaps = await recorder.by(overlapRecord, 'about', aboutOf(clash));
	return overlaps.find(
		({ field, otherBy, settledBy }) =>
			field === clash.field && otherBy === personId && settledBy === null
	);
}

function aboutOf({ kind, id }: { kind: string; id: string }): string {
	return recordKey(kind, id);
}
