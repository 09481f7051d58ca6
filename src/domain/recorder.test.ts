/** A record is read once, and yet what a mutation does to what it was given changes nothing. */
import * as z from 'zod/mini';
import { expect, test } from 'vitest';
import { idFor } from '#tests/support/actors.ts';
import { memoryTransaction } from '#tests/support/memory-transaction.ts';
import { defineRecord, recordFields } from './record.ts';
import { Recorder } from './recorder.ts';

const bedRecord = defineRecord({
	kind: 'bed',
	noun: 'bed',
	schema: z.object({
		...recordFields,
		title: z.string().check(z.trim()),
		plants: z.array(z.string())
	}),
	indexes: [],
	readers: [],
	title: (bed) => bed.title
});
const bed = { id: idFor(1), createdAt: 0, createdBy: idFor(2), title: 'Sunny', plants: ['Beans'] };

async function recorderOfBed() {
	const inner = memoryTransaction();
	await inner.put(bedRecord, bed);
	return new Recorder(inner);
}

test('what a mutation changes in place is not what the next one to ask gets', async () => {
	const recorder = await recorderOfBed();
	const given = await recorder.get(bedRecord, bed.id);
	given?.plants.push('Peas');
	expect(await recorder.get(bedRecord, bed.id)).toEqual(bed);
});

test('what was there before is noted, also where it was changed in place and put', async () => {
	const recorder = await recorderOfBed();
	const given = await recorder.get(bedRecord, bed.id);
	given?.plants.push('Peas');
	await recorder.put(bedRecord, given ?? bed);
	expect(recorder.effects).toEqual([
		{
			...{ kind: 'bed', id: bed.id },
			...{ before: { plants: ['Beans'] }, after: { plants: ['Beans', 'Peas'] } }
		}
	]);
});

test('a record that was put is read as it was kept, and one that was removed is gone', async () => {
	const recorder = await recorderOfBed();
	await recorder.get(bedRecord, bed.id);
	await recorder.put(bedRecord, { ...bed, title: ' Shady ' });
	expect(await recorder.get(bedRecord, bed.id)).toEqual({ ...bed, title: 'Shady' });
	await recorder.remove(bedRecord, bed.id);
	expect(await recorder.get(bedRecord, bed.id)).toBeUndefined();
});
