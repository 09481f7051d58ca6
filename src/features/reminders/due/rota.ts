/** The rota as the reminders read it: stored days, what repeats, and who hears of a thing first. */
import { addDays } from '#domain/calendar.ts';
import type { Records } from '#domain/reminder.ts';
import { members } from '#domain/roles.ts';
import { accountRecord } from '#features/accounts/record.ts';
import { personRecord } from '#features/people/record.ts';
import { practiceRecord } from '#features/practice/record.ts';
import { rotaPatternRecord } from '#features/rota/patterns/record.ts';
import { withPatterns } from '#features/rota/patterns/rules.ts';
import { rotaSlotRecord, type RotaSlot } from '#features/rota/record.ts';
import { standingSlots } from '#features/rota/rules.ts';
import { rotaSettingsRecord } from '#features/rota/settings/record.ts';
import { rotaGroups, settingsOf, workDaysOf } from '#features/rota/settings/rules.ts';

/** How far back a handover is looked for. */
const handoverDays = 14;

interface Asked {
	readonly practiceId: string;
	readonly today: string;
	/** Days ahead. */
	readonly days: number;
}

export async function readRota(records: Records, { practiceId, today, days }: Asked) {
	const settings = settingsOf(await records.get(rotaSettingsRecord, practiceId));
	const practice = await records.get(practiceRecord, practiceId);
	const workDays = workDaysOf(practice?.staffedHours ?? {}, settings.closedOn);
	const groups = rotaGroups(await records.by(accountRecord, 'status', 'active'), settings);
	const patterns = await allOf(groups, (group) => records.by(rotaPatternRecord, 'group', group));
	const from = addDays(today, -handoverDays);
	const to = addDays(today, days);
	const stored = await records.between(rotaSlotRecord, from, to);
	const people = await allOf(members, (role) => records.by(personRecord, 'role', role));
	const slots = withPatterns(stored, patterns, { from, to, workDays });
	return { groups, settings, workDays, slots: standingSlots(slots, people, today) };
}

async function allOf<Key, Row>(
	keys: readonly Key[],
	read: (key: Key) => Promise<Row[]>
): Promise<Row[]> {
	return (await Promise.all(keys.map(read))).flat();
}

/** 0 for who hears of it first; a place that nobody holds is stepped over. */
export function turnIn(
	slot: RotaSlot | undefined,
	personId: string,
	isLeader: boolean
): number | undefined {
	const inOrder = [slot?.personId, slot?.backupId].filter((id) => typeof id === 'string');
	const place = inOrder.indexOf(personId);
	if (place !== -1) return place;
	return isLeader ? inOrder.length : undefined;
}
