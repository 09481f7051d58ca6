/**
 * A phone with no room left: nothing new can be kept, and what was kept before stays.
 */
import { refuse } from '#domain/refusal.ts';
import { deviceValue, setDeviceValue, type DeviceTables } from './tables.ts';

export const storageFull = refuse(
	'storage-full',
	'This phone is full, so this was not saved. Make some room, then try again. ' +
		'What you saved before is safe.'
);

/** Whether a write failed for want of room, by itself or as the cause of an aborted transaction. */
export function isStorageFull(error: unknown): boolean {
	if (!(error instanceof Error)) return false;
	if (error.name === 'QuotaExceededError') return true;
	return 'inner' in error && isStorageFull(error.inner);
}

/** Lets every tab say so. This takes a write too, so a full phone may not manage it. */
export async function noteStorageFull(tables: DeviceTables): Promise<void> {
	try {
		await tables.write(async (session) => {
			const state = await deviceValue(session, 'sync');
			await setDeviceValue(session, 'sync', { ...state, phase: 'storage-full' });
		});
	} catch {
		// What the person must know is in the refusal.
	}
}
