/**
 * The plan and one's own turns on the rota as the text of a calendar, from rows as the server hands
 * them out.
 */
import { addDays, dayOf } from '#domain/calendar.ts';
import type { RecordType, RowBase } from '#domain/record.ts';
import { members, type Role } from '#domain/roles.ts';
import { postRecord } from '#features/posts/record.ts';
import { practiceRecord } from '#features/practice/record.ts';
import { dutyEvents, type Changed } from '#features/rota/calendar/rules.ts';
import { rotaPatternRecord } from '#features/rota/patterns/record.ts';
import { rotaSlotRecord } from '#features/rota/record.ts';
import { rotaSettingsRecord } from '#features/rota/settings/record.ts';
import { settingsOf, workDaysOf } from '#features/rota/settings/rules.ts';
import { eventOf } from '../ics/events.ts';
import { calendarText, type CalendarEvent } from '../ics/ics.ts';

const daysBack = 62;
const daysOn = 366;

const types = [
	postRecord,
	rotaSlotRecord,
	rotaPatternRecord,
	rotaSettingsRecord,
	practiceRecord
] as const;
export const feedKinds: readonly string[] = types.map(({ kind }) => kind);

interface Pages {
	readonly groupName: string;
	readonly now: number;
	/** Whose calendar it is. */
	readonly personId: string;
	readonly role: Role;
	/** By kind. */
	readonly rows: ReadonlyMap<string, readonly Changed<unknown>[]>;
}

export function planFeed(pages: Pages): string {
	const { groupName, now } = pages;
	const posts = rowsOf(pages, postRecord).flatMap(
		({ row, ...change }) => eventOf(row, change, null) ?? []
	);
	const name = groupName === '' ? 'Plan' : `${groupName}: plan`;
	return calendarText({ name, now, events: [...posts, ...turns(pages)] });
}

/** Only one's own: whoever else is on the rota is no matter for a calendar. */
function turns(pages: Pages): CalendarEvent[] {
	if (!members.includes(pages.role)) return [];
	const [practice] = rowsOf(pages, practiceRecord);
	const [settings] = rowsOf(pages, rotaSettingsRecord);
	const { closedOn } = settingsOf(settings?.row);
	const today = dayOf(pages.now);
	return dutyEvents(
		{
			slots: rowsOf(pages, rotaSlotRecord),
			patterns: rowsOf(pages, rotaPatternRecord),
			workDays: practice && workDaysOf(practice.row.staffedHours, closedOn)
		},
		pages.personId,
		{ from: addDays(today, -daysBack), to: addDays(today, daysOn) }
	);
}

/** A row that cannot be read any more (an older app wrote it) is left out, not a reason to fail. */
function rowsOf<Row extends RowBase>(
	{ rows }: Pages,
	type: RecordType<string, Row>
): Changed<Row>[] {
	return (rows.get(type.kind) ?? []).flatMap(({ row, version, changedAt }) => {
		const read = type.schema.safeParse(row);
		return read.success ? [{ row: read.data, version, changedAt }] : [];
	});
}
