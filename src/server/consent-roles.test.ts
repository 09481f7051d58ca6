/**
 * What the server sends of a consent to each role: rule 6 of the consent record.
 */
import { v7 } from 'uuid';
import { beforeEach, expect, test } from 'vitest';
import type { Role } from '#domain/roles.ts';
import { ada, adasYes } from '#tests/support/consents.ts';
import { temporaryCode } from '#features/consent/rules.ts';
import { onEveryDatabase } from '#tests/support/databases.ts';
import { newGroup, type Group } from '#tests/support/group-of-people.ts';
import { TestDevice } from '#tests/support/practice-server.ts';
import { recordHistory } from './record-history.ts';

const contact = '07700 900150';

onEveryDatabase('what phones hold of a consent', (open) => {
	let group: Group;
	let id: string;
	const phoneOf = async (role: Role) => {
		const { who } = role === 'practice-manager' ? group.manager : await group.join(role);
		return new TestDevice(group.engine, who);
	};
	/** Everything of consents that the server sends to a phone that starts. */
	const sentTo = async (role: Role) => {
		const phone = await phoneOf(role);
		const patches = await phone.pulls();
		return patches
			.flatMap(({ changes }) => changes)
			.filter(({ kind }) => kind.startsWith('consent') || kind === 'must-not-show');
	};

	beforeEach(async () => {
		group = await newGroup(open().database);
		id = v7();
		const volunteer = await phoneOf('volunteer');
		await volunteer.does(
			{ name: 'consent.record', args: { ...ada, id, contact } },
			{ name: 'consent.give', args: { ...adasYes, id } }
		);
		await group.does('mustNotShow.add', { id: v7(), firstName: 'Kit', reason: 'court' });
	});

	test('Before it is confirmed, the contact is with those who lead', async () => {
		for (const role of ['practice-manager', 'coordinator'] as const) {
			expect(JSON.stringify(await sentTo(role))).toContain(contact);
		}
		expect(JSON.stringify(await sentTo('volunteer'))).not.toContain(contact);
	});

	test('After that, it leaves every phone but the practice manager’s', async () => {
		const coordinator = await phoneOf('coordinator');
		await coordinator.pulls();
		const manager = await phoneOf('practice-manager');

		await manager.does({ name: 'consent.confirm', args: { id } });
		const news = (await coordinator.pulls()).flatMap(({ changes }) => changes);

		expect(JSON.stringify(news)).toContain('"status":"confirmed"');
		expect(coordinator.row('consent', id)).toMatchObject({ contact: null, firstName: 'Ada' });
		for (const role of ['coordinator', 'volunteer', 'rota-member', 'reader'] as const) {
			expect(JSON.stringify(await sentTo(role))).not.toContain(contact);
		}
		expect(JSON.stringify(await sentTo('practice-manager'))).toContain(contact);
	});

	test('No history tells how to reach them or what they are called, only that it changed', async () => {
		const number = '07700 900151';
		const coordinator = await phoneOf('coordinator');
		await coordinator.does({
			name: 'consent.edit',
			args: { id, changes: { contact: number, lastName: 'Undisclosed' } }
		});
		await group.does('consent.confirm', { id });

		for (const role of ['practice-manager', 'coordinator', 'volunteer'] as const) {
			const { who } = await phoneOf(role);
			const lines = await recordHistory(group.engine, who, 'consent', id);

			expect(lines.length).toBeGreaterThan(2);
			const all = JSON.stringify(lines);
			for (const secret of [contact, number, 'Undisclosed', 'Ada Example']) {
				expect(all).not.toContain(secret);
			}
			const edit = lines.find(({ name }) => name === 'consent.edit');
			expect(edit?.untold.toSorted()).toEqual(
				role === 'volunteer' ? undefined : ['contact', 'lastName']
			);
		}
	});

	test('Every change of a consent stands in the history: who, when, on which device', async () => {
		const coordinator = await phoneOf('coordinator');
		await coordinator.does({
			name: 'consent.edit',
			args: { id, changes: { limits: 'Not my house' } }
		});
		const { personId, deviceId } = coordinator.who;

		const lines = await recordHistory(group.engine, coordinator.who, 'consent', id);
		const rows = await group.engine.database.withPractice(group.practiceId, (trx) =>
			trx.selectFrom('history').select(['name', 'device_id']).execute()
		);

		const edit = lines.find(({ name }) => name === 'consent.edit');
		expect(edit).toMatchObject({
			personId,
			fields: [{ field: 'limits', before: '', after: 'Not my house' }]
		});
		expect(edit?.at).toBeGreaterThan(0);
		expect(rows).toContainEqual({ name: 'consent.edit', device_id: deviceId });
	});

	test('Two who change the contact leave no second version of it behind', async () => {
		const one = await phoneOf('coordinator');
		const other = await phoneOf('coordinator');
		await one.pulls();
		await other.pulls();
		const edit = (number: string) => ({
			name: 'consent.edit',
			args: { id, changes: { contact: number } }
		});

		await one.does(edit('07700 900161'));
		await other.does(edit('07700 900162'));

		const patches = await (await phoneOf('practice-manager')).pulls();
		const sent = patches.flatMap(({ changes }) => changes);
		expect(sent.filter(({ kind }) => kind === 'overlap')).toEqual([]);
		expect(JSON.stringify(sent)).toContain('07700 900162');
	});

	test('Those who draft see code, first name, state, limits, accounts and end; no more of the person', async () => {
		for (const role of ['volunteer', 'rota-member'] as const) {
			const [sent] = await sentTo(role);

			expect(sent?.row).toMatchObject({
				...{ firstName: 'Ada', status: 'given', limits: '', expiresOn: adasYes.expiresOn },
				...{ accounts: adasYes.accounts, code: temporaryCode(id) },
				...{ lastName: null, contact: null, signature: null, signedName: null, witness: null }
			});
		}
		expect(await sentTo('reader')).toEqual([]);
	});

	test('Who must not be shown is on no phone but the practice manager’s', async () => {
		for (const role of ['coordinator', 'volunteer', 'rota-member', 'reader'] as const) {
			expect(JSON.stringify(await sentTo(role))).not.toContain('Kit');
		}
		expect(JSON.stringify(await sentTo('practice-manager'))).toContain('Kit');
	});
});
