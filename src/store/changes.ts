/**
 * What is changed on this device, told after it was kept.
 */
import Dexie, { type ObservabilitySet } from 'dexie';
import type { Changed, Changes } from './watch.ts';

/** Of this database, in any tab: Dexie tells the tabs of each other. */
export function changesOf({ name }: Dexie): Changes {
	return (call) => {
		const hear = (parts: ObservabilitySet) => {
			const changed = changedIn(parts, name);
			if (changed === 'all' || changed.size > 0) call(changed);
		};
		Dexie.on.storagemutated.subscribe(hear);
		return () => Dexie.on.storagemutated.unsubscribe(hear);
	};
}

/** Parts are named 'idb://database/table/index'; 'all' when a tab was asleep. */
function changedIn(parts: ObservabilitySet, database: string): Changed {
	if ('all' in parts) return 'all';
	const begin = `idb://${database}/`;
	const own = Object.keys(parts).filter((part) => part.startsWith(begin));
	return new Set(own.map((part) => part.slice(begin.length, part.indexOf('/', begin.length))));
}
