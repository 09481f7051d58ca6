/**
 * Writing down who is in a picture, confirming, asking back, and who gets to see it.
 */
import { describe, expect, test } from 'vitest';
import { readableRow } from '#domain/record.ts';
import {
	as,
	coordinator,
	deputy,
	everyRole,
	idFor,
	manager,
	otherVolunteer,
	reader,
	rotaMember,
	volunteer
} from '#tests/support/actors.ts';
import {
	adasId as id,
	practice,
	withAda,
	withAdaConfirmed,
	withAdasYes
} from '#tests/support/consent-practice.ts';
import { ada, adasYes, ben, bensYes } from '#tests/support/consents.ts';
import {
	confirmConsent,
	consentMutations,
	editConsent,
	giveConsent,
	recordConsent,
	sendBackConsent,
	withdrawConsent
} from './mutations.ts';
import { consentRecord } from './record.ts';

describe('consent.record: writing down who is in a picture', () => {
	test('a volunteer may, and nothing is agreed yet', async () => {
		const { consent } = await withAda();

		expect(await consent()).toMatchObject({
			status: 'not-asked',
			code: 'T-0001',
			personKey: id,
			replacesId: null,
			purposes: [],
			accounts: [],
			createdBy: volunteer.personId
		});
	});

	test.each([rotaMember, reader])('a $role may not', async (who) => {
		expect(await practice().act(recordConsent, { id, ...ada }, who)).toMatchObject({
			code: 'role-may-not'
		});
	});

	test('not twice', async () => {
		const { act } = await withAda();

		expect(await act(recordConsent, { id, ...ada }, volunteer)).toMatchObject({
			code: 'already-here'
		});
	});

	test('a child needs a child’s age, an adult an adult’s', async () => {
		const { act } = practice();

		expect(await act(recordConsent, { id, ...ada, kind: 'child' }, volunteer)).toMatchObject({
			code: 'age-does-not-fit',
			field: 'ageBand'
		});
		expect(await act(recordConsent, { id, ...ben, kind: 'adult' }, volunteer)).toMatchObject({
			code: 'age-does-not-fit'
		});
	});

	test('needs a first name, and takes nothing that it does not know', async () => {
		const { act } = practice();

		expect(await act(recordConsent, { id, ...ada, firstName: ' ' }, volunteer)).toMatchObject({
			code: 'bad-arguments',
			field: 'firstName'
		});
		expect(await act(recordConsent, { id, ...ada, status: 'confirmed' }, volunteer)).toMatchObject({
			code: 'bad-arguments'
		});
	});

	test('the same person again is known as the same person', async () => {
		const { act, consent } = await withAda();
		const again = { ...ada, id: idFor(2), earlierId: id, isInsteadOfEarlier: true };

		await act(recordConsent, again, otherVolunteer);

		expect(await consent(idFor(2))).toMatchObject({ personKey: id, replacesId: id });
		expect(
			await act(recordConsent, { ...again, id: idFor(3), earlierId: idFor(9) }, volunteer)
		).toMatchObject({ code: 'no-such-consent' });
	});
});

describe('consent.confirm: the practice says that the picture may be used', () => {
	test('the practice manager may; who and when are kept, and it gets its number', async () => {
		const { act, consent } = await withAdasYes();

		const args = { id, note: 'Seen the paper form' };
		expect(await act(confirmConsent, args, manager)).toBeUndefined();

		expect(await consent()).toMatchObject({
			...{ status: 'confirmed', code: 'C-0001', confirmNote: 'Seen the paper form' },
			...{ confirmedBy: manager.personId, confirmedAt: as(manager).actedAt }
		});
	});

	test.each(everyRole.filter(({ role }) => role !== 'practice-manager'))(
		'a $role may not',
		async (who) => {
			const { act, consent } = await withAdasYes();

			expect(await act(confirmConsent, { id }, who)).toMatchObject({ code: 'role-may-not' });
			expect(await consent()).toMatchObject({ status: 'given' });
		}
	);

	test('not their own: then the deputy does it', async () => {
		const { act, consent } = practice();
		await act(recordConsent, { id, ...ada }, manager);
		await act(giveConsent, { id, ...adasYes }, volunteer);

		expect(await act(confirmConsent, { id }, manager)).toMatchObject({ code: 'your-own' });
		expect(await act(confirmConsent, { id }, deputy)).toBeUndefined();
		expect(await consent()).toMatchObject({ confirmedBy: deputy.personId });
	});

	test('not a picture of themself, nor an answer that they took', async () => {
		const pictured = await withAda({ picturedPersonId: manager.personId });
		await pictured.act(giveConsent, { id, ...adasYes }, volunteer);
		const taken = await withAda();
		await taken.act(giveConsent, { id, ...adasYes }, manager);

		for (const { act } of [pictured, taken]) {
			expect(await act(confirmConsent, { id }, manager)).toMatchObject({ code: 'your-own' });
		}
	});

	test('only what was given, and only once', async () => {
		const asked = await withAda();
		const confirmed = await withAdaConfirmed();

		expect(await asked.act(confirmConsent, { id }, manager)).toMatchObject({ code: 'not-given' });
		expect(await confirmed.act(confirmConsent, { id }, deputy)).toMatchObject({
			code: 'already-decided'
		});
	});

	test('not what has been taken back meanwhile', async () => {
		const { act, consent } = await withAdasYes();
		await act(withdrawConsent, { id, accounts: null, how: null }, rotaMember);

		expect(await act(confirmConsent, { id }, manager)).toMatchObject({ code: 'already-decided' });
		expect(await consent()).toMatchObject({ status: 'withdrawn' });
	});

	test('not a child who must not be shown', async () => {
		const { act } = await withAda({ ...ben, mustNotShow: true });
		await act(giveConsent, { id, ...bensYes }, volunteer);

		expect(await act(confirmConsent, { id }, manager)).toMatchObject({ code: 'must-not-show' });
	});

	test('not a record that is gone, nor with a note that is too long', async () => {
		const { act } = await withAdasYes();

		expect(await act(confirmConsent, { id: idFor(9) }, manager)).toMatchObject({
			code: 'no-such-consent'
		});
		expect(await act(confirmConsent, { id, note: 'x'.repeat(501) }, manager)).toMatchObject({
			code: 'bad-arguments'
		});
	});

	test('numbers go up one by one, without gaps', async () => {
		const { act, consent } = practice();
		const codes: (string | undefined)[] = [];
		for (let number = 1; number <= 20; number++) {
			await act(recordConsent, { ...ada, id: idFor(number) }, volunteer);
			await act(giveConsent, { ...adasYes, id: idFor(number) }, volunteer);
			await act(confirmConsent, { id: idFor(number) }, manager);
			codes.push((await consent(idFor(number)))?.code);
		}

		expect(codes).toEqual(
			Array.from({ length: 20 }, (_, index) => `C-${String(index + 1).padStart(4, '0')}`)
		);
	});
});

describe('consent.sendBack: a question before confirming', () => {
	const args = { id, question: 'Which of the two is she?' };

	test('the practice manager asks, the volunteer answers, the yes still stands', async () => {
		const { act, consent } = await withAdasYes();

		expect(await act(sendBackConsent, args, manager)).toBeUndefined();
		await act(editConsent, { id, changes: { answer: 'The left one.' } }, volunteer);

		expect(await consent()).toMatchObject({
			...{ status: 'given', question: args.question, questionBy: manager.personId },
			answer: 'The left one.'
		});
		expect(await act(confirmConsent, { id }, manager)).toBeUndefined();
	});

	test('a new question waits for a new answer', async () => {
		const { act, consent } = await withAdasYes();
		await act(sendBackConsent, args, manager);
		await act(editConsent, { id, changes: { answer: 'The left one.' } }, volunteer);

		await act(sendBackConsent, { id, question: 'Left from where?' }, manager);

		expect(await consent()).toMatchObject({ question: 'Left from where?', answer: null });
	});

	test('a coordinator may not; nothing to ask about one that is not given', async () => {
		const { act } = await withAda();

		expect(await act(sendBackConsent, args, coordinator)).toMatchObject({ code: 'role-may-not' });
		expect(await act(sendBackConsent, args, manager)).toMatchObject({ code: 'not-waiting' });
		expect(await act(sendBackConsent, { ...args, id: idFor(9) }, manager)).toMatchObject({
			code: 'no-such-consent'
		});
		expect(await act(sendBackConsent, { id, question: ' ' }, manager)).toMatchObject({
			code: 'bad-arguments'
		});
	});

	test('nobody can answer what nobody asked', async () => {
		const { act } = await withAdasYes();

		expect(await act(editConsent, { id, changes: { answer: 'Yes' } }, volunteer)).toMatchObject({
			code: 'nothing-asked'
		});
	});
});

describe('who gets to see a consent', () => {
	test('a volunteer sees the code and the first name, not the rest of the person', async () => {
		const { consent } = await withAdasYes({ healthDetail: 'a cast', isHealthAgreed: true });
		const row = await consent();
		if (!row) throw new Error('no consent');

		const seen = readableRow(consentRecord, row, 'volunteer');

		expect(seen).toMatchObject({
			...{ firstName: 'Ada', lastName: null, contact: null, signature: null },
			...{ signedName: null, healthDetail: null, code: row.code }
		});
		expect(JSON.stringify(seen)).not.toContain('Example');
		expect(readableRow(consentRecord, row, 'practice-manager')).toEqual(row);
		expect(readableRow(consentRecord, row, 'reader')).toBeUndefined();
		expect(consentRecord.title(row)).toBe('T-0001 Ada');
	});
});

test('photos, places and consents are all on the list, each under its own name', () => {
	const names = consentMutations.map(({ name }) => name);

	expect(new Set(names).size).toBe(names.length);
	expect(names).toEqual(
		expect.arrayContaining(['photo.add', 'venue.add', 'consent.record', 'consent.confirm'])
	);
});
