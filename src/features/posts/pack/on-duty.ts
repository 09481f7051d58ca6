/** Who looks after the accounts, or comes along, on the day of an event. Source: S1-33. */
import type { Transaction } from '#domain/transaction.ts';
import { personRecord } from '#features/people/record.ts';
import { rotaPatternRecord } from '#features/rota/patterns/record.ts';
import { withPatterns } from '#features/rota/patterns/rules.ts';
import { rotaSlotRecord } from '#features/rota/record.ts';
import { standingSlots } from '#features/rota/rules.ts';
import type { RecordType, RowBase } from '#domain/record.ts';

interface Reads extends Pick<Transaction, 'between'> {
	all<Row extends RowBase>(type: RecordType<string, Row>): Promise<Row[]>;
}

/** Their names, each once; nobody where there is no day. */
export async function onDuty(reads: Reads, day: string | null, today: string): Promise<string[]> {
	if (day === null) return [];
	const people = await reads.all(personRecord);
	const stored = await reads.between(rotaSlotRecord, day, day);
	const stretch = { from: day, to: day, workDays: undefined };
	const slots = withPatterns(stored, await reads.all(rotaPatternRecord), stretch);
	const ids = standingSlots(slots, people, today).flatMap(({ personId, backupId, alsoIds }) => [
		...[personId, backupId],
		...alsoIds
	]);
	return people.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
}
