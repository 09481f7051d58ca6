/**
 * How syncing stands on this device, kept current in every tab.
 */
import { live } from '#store/live.svelte.ts';
import { getStore } from '#store/context.ts';
import { deviceValue } from '#store/tables.ts';
import { waitingSeqs } from '#store/waiting.ts';
import { openOverlaps } from './overlaps.ts';
import type { Standing } from './sync-words.ts';

/** No change has this number. */
const none = 0;

/** Undefined until the device has been asked. */
export function standing(): { readonly current: Standing | undefined } {
	const store = getStore();
	const { tables, now } = store.parts;
	return live(async () => {
		const state = await deviceValue(tables.session, 'sync');
		const waiting = await waitingSeqs(tables.session);
		const oldest = await tables.session.small('outbox').get(waiting[0] ?? none);
		const refused = await tables.session.small('attention').keys();
		const overlapCount = (await openOverlaps(store)).length;
		const refusedCount = refused.length;
		const photos = await tables.session.small('photo-state').all();
		const photoCount = photos.filter(({ isSent, refusal }) => !isSent && !refusal).length;
		return {
			...{ state, waitingCount: waiting.length, waitingSince: oldest?.at },
			...{ photoCount, refusedCount, overlapCount, now: now() }
		};
	});
}
