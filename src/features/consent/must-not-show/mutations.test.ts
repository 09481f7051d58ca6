/** The manager's own list of those who must not be shown, and pictures that are held back. */
import { expect, test } from 'vitest';
import { readableRow } from '#domain/record.ts';
import { everyRole, idFor, manager, volunteer } from '#tests/support/actors.ts';
import { practice } from '#tests/support/consent-practice.ts';
import { photoOf } from '#tests/support/consents.ts';
import { photoRecord } from '../record.ts';
import { addMustNotShow, holdPhotoBack, removeMustNotShow } from './mutations.ts';
import { mustNotShowRecord } from './record.ts';

const id = idFor(0x33);
const entry = { id, firstName: 'Kit', reason: 'looked-after' };

test('Only the practice manager keeps the list and holds it', async () => {
	const { act, transaction } = practice();
	for (const who of everyRole.slice(1)) {
		expect(await act(addMustNotShow, entry, who)).toMatchObject({ code: 'role-may-not' });
	}
	expect(await act(addMustNotShow, entry, manager)).toBeUndefined();

	const kept = await transaction.get(mustNotShowRecord, id);
	expect(kept).toMatchObject({ firstName: 'Kit', reason: 'looked-after' });
	const holders = everyRole.filter(
		({ role }) => kept && readableRow(mustNotShowRecord, kept, role)
	);
	expect(holders).toEqual([manager]);
});

test('A first name and a reason, and nothing more', async () => {
	const { act } = practice();

	expect(
		await act(addMustNotShow, { ...entry, firstName: 'Kit of the Hill' }, manager)
	).toMatchObject({ field: 'firstName' });
	expect(await act(addMustNotShow, { ...entry, reason: 'because' }, manager)).toMatchObject({
		field: 'reason'
	});
	expect(await act(addMustNotShow, { ...entry, note: 'A story' }, manager)).toMatchObject({
		code: 'bad-arguments'
	});
});

test('Someone is put on the list once, and can be taken off', async () => {
	const { act, transaction } = practice();
	await act(addMustNotShow, entry, manager);

	expect(await act(addMustNotShow, entry, manager)).toMatchObject({ code: 'already-here' });
	expect(await act(removeMustNotShow, { id }, manager)).toBeUndefined();
	expect(await transaction.get(mustNotShowRecord, id)).toBeUndefined();
	expect(await act(removeMustNotShow, { id }, manager)).toMatchObject({ code: 'not-on-list' });
});

test('A picture is held back and let go by the practice manager alone', async () => {
	const { act, transaction } = practice();
	await transaction.put(photoRecord, photoOf());
	const args = { id: photoOf().id, isHeldBack: true };

	expect(await act(holdPhotoBack, args, volunteer)).toMatchObject({ code: 'role-may-not' });
	expect(await act(holdPhotoBack, args, manager)).toBeUndefined();
	expect(await transaction.get(photoRecord, args.id)).toMatchObject({ isHeldBack: true });
	expect(await act(holdPhotoBack, { ...args, id: idFor(9) }, manager)).toMatchObject({
		code: 'no-such-photo'
	});
});
