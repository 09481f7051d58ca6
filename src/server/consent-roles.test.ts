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
