/**
 * Does one thing on this device: runs the mutation over its tables, and puts it into the outbox.
 *
 * Both are kept together or not at all. Loaded after the first screen, which changes nothing.
 */
// Every write reads packed records too: this arrives with it, or not at all.
import './packed-rows.ts';
import { contextFor, runMutation, type Mutation } from '#domain/mutation.ts';
import { Recorder } from '#domain/recorder.ts';
import { refuse, type Refusal } from '#domain/refusal.ts';
import type { Fields } from '#domain/transaction.ts';
import { currentActor, seenBy } from './actor.ts';
import { DeviceTransaction } from './device-transaction.ts';
import { keysOf, wasOf, withSeen } from './entries.ts';
import type { StoreParts } from './parts.ts';
import { deviceValue, setDeviceValue, type TableSession } from './tables.ts';

/** What a person did, as it goes into the outbox. JSON only. */
export interface Deed {
	readonly uuid: string;
	readonly at: number;
	readonly args: unknown;
	readonly saw: Record<string, Fields>;
	readonly insteadOf: string | undefined;
}

const hasLeft = refuse('left', 'You are no longer in this group, so this was not saved.');

/**
 * Not kept without a refusal: it changed nothing.
 *
 * @throws {Error} when the device cannot keep it; then nothing was changed.
 */
export async function keep<Args>(
	{ tables, registry, me }: StoreParts,
	mutation: Mutation<string, Args>,
	{ uuid, at, args, saw, insteadOf }: Deed
): Promise<{ refusal: Refusal | undefined; isKept: boolean }> {
	return tables.write(async (session) => {
		const actor = await currentActor(session, registry);
		if (!actor) return { refusal: hasLeft, isKept: false };
		const transaction = new DeviceTransaction(session);
		const recorder = new Recorder(transaction, seenBy(saw));
		const context = contextFor(actor, at, me.practiceId);
		const answer = await runMutation(mutation, recorder, args, context);
		const effects = answer ? [] : recorder.effects;
		// A record that was written as it was is not a change, and must not be held as one.
		await transaction.revert(keysOf(effects));
		if (!answer && insteadOf !== undefined) await session.small('attention').delete(insteadOf);
		if (effects.length === 0) return { refusal: answer, isKept: false };
		const outbox = await deviceValue(session, 'outbox');
		const { name } = mutation;
		const was = withSeen(wasOf(effects), saw);
		await session.small('outbox').put({ seq: outbox.nextSeq, uuid, name, args, was, at, effects });
		await setDeviceValue(session, 'outbox', { ...outbox, nextSeq: outbox.nextSeq + 1 });
		await noteRoom(session);
		return { refusal: undefined, isKept: true };
	});
}

/** Something was kept: there is room again. */
async function noteRoom(session: TableSession): Promise<void> {
	const state = await deviceValue(session, 'sync');
	if (state.phase === 'storage-full') {
		await setDeviceValue(session, 'sync', { ...state, phase: 'idle' });
	}
}
