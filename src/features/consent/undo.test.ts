/**
 * What undo may not do to a consent: show a child who must not be shown.
 */
import { expect, test } from 'vitest';
import { runMutation } from '#domain/mutation.ts';
import type { Actor } from '#domain/roles.ts';
import { undoName } from '#domain/standard-names.ts';
import { registry } from '#features/registry.ts';
import { as, idFor, manager, volunteer } from '#tests/support/actors.ts';
import { consentOf } from '#tests/support/consents.ts';
import { memoryTransaction } from '#tests/support/memory-transaction.ts';
import { consentRecord } from './record.ts';

const uuid = idFor(9);

/** The volunteer has noted that the child must not be shown, and undoes it, or somebody else does. */
async function undone(actor: Actor, before: object, after: object) {
	const transaction = memoryTransaction();
	const consent = consentOf(1, { status: 'asked', ...after });
	await transaction.put(consentRecord, consent);
	transaction.remember(uuid, {
		name: 'consent.edit',
		personId: volunteer.personId,
		effects: [{ kind: 'consent', id: consent.id, before: { ...before }, after: { ...after } }],
		isLatest: () => Promise.resolve(true)
	});
	const undo = registry.mutationNamed(undoName);
	if (!undo) throw new Error('There is no undo.');
	const refusal = await runMutation(undo, transaction, { uuid }, as(actor));
	return { refusal, consent: await transaction.get(consentRecord, consent.id) };
}

test('Nobody but the practice manager lifts “must not be shown”, not by undo either', async () => {
	const { refusal, consent } = await undone(
		volunteer,
		{ mustNotShow: false },
		{ mustNotShow: true }
	);

	expect(refusal).toMatchObject({ code: 'only-managers' });
	expect(consent).toMatchObject({ mustNotShow: true });
});

test('The practice manager may', async () => {
	const { consent } = await undone(manager, { mustNotShow: false }, { mustNotShow: true });

	expect(consent).toMatchObject({ mustNotShow: false });
});

test('Anything else about it is put back', async () => {
	const { consent } = await undone(volunteer, { firstName: 'Ada' }, { firstName: 'Adda' });

	expect(consent).toMatchObject({ firstName: 'Ada' });
});
