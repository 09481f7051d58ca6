/**
 * One's own turns as events of a calendar: whole days, by the name of the duty. Nobody is named.
 *
 * An event is known by its day and duty, so that a day which repeats stays the same event when it
 * gets a record of its own.
 */
import { plannedSlot, withPatterns } from '../patterns/rules.ts';
import type { RotaPattern } from '../patterns/record.ts';
import type { RotaSlot } from '../record.ts';
import { dutiesOf } from '../rules.ts';
import type { WorkDays } from '../settings/rules.ts';

/** A record, and when the practice last changed it. */
export interface Changed<Row> {
	readonly row: Row;
	/** Higher after each change. */
	readonly version: number;
	readonly changedAt: number;
}

interface Rota {
	readonly slots: readonly Changed<RotaSlot>[];
	readonly patterns: readonly Changed<RotaPattern>[];
	readonly workDays: WorkDays | undefined;
}

/** From one day to another, both included. */
export function dutyEvents(
	{ slots, patterns, workDays }: Rota,
	personId: string,
	{ from, to }: { readonly from: string; readonly to: string }
) {
	const repeats = patterns.map(({ row }) => row);
	const stored = slots.map(({ row }) => row);
	const all = withPatterns(stored, repeats, { from, to, workDays });
	return dutiesOf(all, personId, from, to).map((slot) => {
		const { dutyOn, group } = slot;
		const kept = slots.find(({ row }) => row.id === slot.id);
		const planned = plannedSlot(repeats, group, dutyOn);
		const origin = kept ?? patterns.find(({ row }) => planned?.id.startsWith(row.id));
		const { version, changedAt } = origin ?? { version: 0, changedAt: 0 };
		return dutyEvent(slot, personId, { version, changedAt });
	});
}

/** For one day, also as a file of its own. */
export function dutyEvent(
	{ dutyOn, group, backupId }: Pick<RotaSlot, 'dutyOn' | 'group' | 'backupId'>,
	personId: string,
	{ version, changedAt }: Omit<Changed<unknown>, 'row'>
) {
	const isBackup = backupId === personId;
	return {
		uid: `${dutyOn}/${group}@noticeboard`,
		title: isBackup ? `Rota, as the backup: ${group}` : `Rota: ${group}`,
		on: dutyOn,
		time: null,
		isSure: true,
		about: isBackup ? 'You help when the other person cannot.' : 'Your turn on the rota.',
		url: null,
		sequence: version,
		changedAt
	};
}
