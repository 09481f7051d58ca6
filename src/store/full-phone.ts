/**
 * A phone with no room left: nothing new can be kept, and what was kept before stays.
 */
import { refuse, type Refusal } from '#domain/refusal.ts';
import { deviceValue, setDeviceValue, type DeviceTables } from './tables.ts';

const storageFull = refuse(
	'storage-full',
	'This phone is full, so this was not saved. Make some room, then try again. ' +
		'What you saved before is safe.'
);

/** Whether a write failed for want of room, by itself or as the cause of an aborted transaction. */
export function isStorageFull(error: unknown): boolean {
	if (!(error instanceof Error)) return false;
	if (error.name === 'QuotaExceededError') return true;
	// Of several that were to be written together.
	const failures = 'failures' in error && Array.isArray(error.failures) ? error.failures : [];
	return failures.some(isStorageFull) || ('inner' in error && isStorageFull(error.inner));
}

/**
 * For what can do without being kept.
 *
 * @throws {unknown} the error, when it is another one.
 */
export function unlessFull(error: unknown): void {
	if (!isStorageFull(error)) throw error;
}

/**
 * Notes that the phone is full, for the line on every screen, and gives what to say then.
 *
 * @throws {unknown} the error, when it is another one.
 */
export async function fullOrThrow(
	tables: DeviceTables,
	error: unknown,
	refusal = storageFull
): Promise<Refusal> {
	if (!isStorageFull(error)) throw error;
	await noteStorageFull(tables);
	return refusal;
}

/** Lets every tab say so. This takes a write too, so a full phone may not manage it. */
async function noteStorageFull(tables: DeviceTables): Promise<void> {
	try {
		await tables.write(async (session) => {
			const state = await deviceValue(session, 'sync');
			await setDeviceValue(session, 'sync', { ...state, phase: 'storage-full' });
		});
	} catch {
		// What the person must know is in the refusal.
	}
}
