/**
 * What the server made of the changes that wait here: carried out, refused, or held back.
 *
 * A change that its author made on top of a refused one is held: it is neither lost nor carried
 * out before they have decided. Only the phone knows which those are, as they were kept here
 * before the refusal was heard; so it marks them in the transaction that hears it.
 */
import { heldCode, isOutcomeOf, type Outcome } from '#domain/protocol.ts';
import { refuse } from '#domain/refusal.ts';
import { addTouched } from './entries.ts';
import { moveToAnswered, type Done } from './outbox.ts';
import { deviceValue, setDeviceValue, type OutboxEntry, type TableSession } from './tables.ts';
import { waitingSeqs } from './waiting.ts';

/**
 * `pulledTo`: the version that the device has with the same patch, where it has one then.
 *
 * @returns the keys of records whose pending changes are no longer pending.
 */
export async function takeOutcomes(
	session: TableSession,
	outcomes: readonly Outcome[],
	{ now, pulledTo = -1 }: { now: number; pulledTo: number | undefined }
): Promise<Set<string>> {
	const keys = new Set<string>();
	if (outcomes.length === 0) return keys;
	const bySeq = new Map(outcomes.map((outcome) => [outcome.seq, outcome]));
	const refused: Refused = new Map();
	const done: Done[] = [];
	for (const entry of await entriesFor(session, outcomes)) {
		const outcome = bySeq.get(entry.seq);
		const isAnswered = outcome !== undefined && isOutcomeOf(outcome, entry);
		if (isAnswered && outcome.result === 'refused') {
			await refuseEntry(session, entry, { outcome, refused, now });
			addTouched(entry, keys);
		} else if (isAnswered) {
			done.push(carriedOut(entry, outcome.version));
			// The practice had carried it out before, for a copy of this phone: it is done after all.
			if (entry.heldBy !== undefined) addTouched(entry, keys);
		} else if (await holdBack(session, entry, refused)) {
			addTouched(entry, keys);
		}
	}
	const pulled = done.filter(({ version }) => version <= pulledTo);
	for (const entry of pulled) addTouched(entry, keys);
	await moveToAnswered(session, pulled, now);
	await session.small('outbox').putAll(done.filter(({ version }) => version > pulledTo));
	await noteAck(session, new Set(done.map(({ seq }) => seq)));
	return keys;
}

/** Those that are answered; with a refusal among them all, as some may have to be held back. */
async function entriesFor(
	session: TableSession,
	outcomes: readonly Outcome[]
): Promise<OutboxEntry[]> {
	const outbox = session.small('outbox');
	if (outcomes.some(({ result }) => result === 'refused')) return outbox.all();
	return outbox.many(outcomes.map(({ seq }) => seq).sort((one, other) => one - other));
}

/** The records of refused changes, each with the change that was refused first. */
type Refused = Map<string, string>;

async function refuseEntry(
	session: TableSession,
	entry: OutboxEntry,
	{ outcome, refused, now }: { outcome: Outcome; refused: Refused; now: number }
): Promise<void> {
	const { seq, uuid, name, args, effects, at } = entry;
	const refusal = outcome.refusal ?? refuse('refused', 'The practice could not take this change.');
	const isHeld = refusal.code === heldCode;
	const heldBy = entry.heldBy ?? (isHeld ? blockerOf(entry, refused) : undefined);
	const kept = { uuid, name, args, effects, at, refusal, refusedAt: now };
	await session.small('attention').put(heldBy === undefined ? kept : { ...kept, heldBy });
	await session.small('outbox').delete(seq);
	// Behind one that was marked earlier stands what was marked with it, and what is newer.
	if (entry.heldBy === undefined) block(entry, heldBy ?? uuid, refused);
}

async function holdBack(
	session: TableSession,
	entry: OutboxEntry,
	refused: Refused
): Promise<boolean> {
	const heldBy = blockerOf(entry, refused);
	const isOpen = entry.version === undefined && entry.heldBy === undefined;
	if (heldBy === undefined || !isOpen) return false;
	await session.small('outbox').put({ ...entry, heldBy });
	block(entry, heldBy, refused);
	return true;
}

function blockerOf({ was }: OutboxEntry, refused: Refused): string | undefined {
	return Object.keys(was)
		.map((key) => refused.get(key))
		.find((uuid) => uuid !== undefined);
}

function block({ was }: OutboxEntry, uuid: string, refused: Refused): void {
	for (const key of Object.keys(was)) if (!refused.has(key)) refused.set(key, uuid);
}

function carriedOut(entry: OutboxEntry, version: number): Done {
	const { seq, uuid, name, args, was, at, effects } = entry;
	return { seq, uuid, name, args, was, at, effects, version };
}

/** Every number below the first that has no outcome yet; `done` are known to have one. */
async function noteAck(session: TableSession, done: ReadonlySet<number>): Promise<void> {
	const device = await deviceValue(session, 'outbox');
	const open = await firstOpen(session, done);
	const ack = Math.max(device.ack, (open ?? device.nextSeq) - 1);
	if (ack !== device.ack) await setDeviceValue(session, 'outbox', { ...device, ack });
}

async function firstOpen(
	session: TableSession,
	done: ReadonlySet<number>
): Promise<number | undefined> {
	for (const seq of await waitingSeqs(session)) {
		if (done.has(seq)) continue;
		const entry = await session.small('outbox').get(seq);
		if (entry?.version === undefined) return seq;
	}
	return undefined;
}
