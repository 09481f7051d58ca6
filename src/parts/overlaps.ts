/**
 * Two versions of one thing that this person may choose between.
 */
import { overlapRecord, type Overlap } from '#domain/overlap.ts';
import { leaders } from '#domain/roles.ts';
import type { Store } from '#store/store.ts';

/** Not settled yet, and theirs to settle: the two who wrote them, and the leaders. */
export async function openOverlaps(store: Store): Promise<Overlap[]> {
	const { personId, role } = store.me;
	const overlaps = await store.all(overlapRecord);
	return overlaps.filter(
		({ settledBy, standsBy, otherBy }) =>
			settledBy === null && (leaders.includes(role) || [standsBy, otherBy].includes(personId))
	);
}
