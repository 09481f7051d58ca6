/**
 * Getting in: set-up links, invites and codes.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { newGroup, setUpAnswers, words, type Group } from '#tests/support/group-of-people.ts';
import { onEveryDatabase } from '#tests/support/databases.ts';
import { TestEngine } from '#tests/support/practice-server.ts';
import { registry } from '#features/registry.ts';
import type { Trouble } from '#domain/protocol.ts';
import type { Who } from './engine.ts';
import { invite, inviteFromServer, join, look, type NewInvite } from './invites.ts';
import { isTrouble } from './replies.ts';
import { codeAlphabet } from './secrets.ts';
import { whoHolds, type Joined } from './sessions.ts';
import { hasPeople, newSetupLink, setUp } from './setup.ts';

const minute = 60_000;
const day = 86_400_000;
const deviceName = 'Android phone';

function good<Found extends object>(found: Found | Trouble): Found {
	if (isTrouble(found)) throw new Error(found.message);
	return found;
}

onEveryDatabase('setting up a practice', (open) => {
	const newLink = async () => {
		const engine = new TestEngine(open().database, registry);
		return { engine, token: await newSetupLink(engine) };
	};

	test('nobody is there before, the manager is there after', async () => {
		const { engine, token } = await newLink();
		expect(await hasPeople(engine)).toBe(false);

		const joined = good(await setUp(engine, words, { token, ...setUpAnswers }));

		expect(joined.me).toMatchObject({
			name: 'Mary Manager',
			role: 'practice-manager',
			practiceName: 'Elm Road Surgery'
		});
		expect(await whoHolds(engine, joined.token)).toMatchObject({ personId: joined.me.personId });
		expect(await hasPeople(engine)).toBe(true);
	});

	test('the link works once', async () => {
		const { engine, token } = await newLink();
		await setUp(engine, words, { token, ...setUpAnswers });

		const again = await setUp(engine, words, { token, ...setUpAnswers });

		expect(again).toMatchObject({ error: 'not-found', field: 'token' });
	});

	test('the link is too old after an hour', async () => {
		const { engine, token } = await newLink();
		engine.time += 60 * minute;

		const late = await setUp(engine, words, { token, ...setUpAnswers });

		expect(late).toMatchObject({ error: 'not-found' });
	});

	test('two at the same moment make one practice', async () => {
		const { engine, token } = await newLink();

		const both = await Promise.all([
			setUp(engine, words, { token, ...setUpAnswers }),
			setUp(engine, words, { token, ...setUpAnswers })
		]);

		expect(both.filter((one) => !isTrouble(one))).toHaveLength(1);
	});

	test('a name that the practice cannot have uses nothing up', async () => {
		const { engine, token } = await newLink();

		const refused = await setUp(engine, words, { token, ...setUpAnswers, practiceName: ' ' });
		const later = await setUp(engine, words, { token, ...setUpAnswers });

		expect(refused).toMatchObject({ error: 'bad-request', field: 'practiceName' });
		expect(isTrouble(later)).toBe(false);
	});
});

onEveryDatabase('inviting a person', (open) => {
	let group: Group;
	beforeAll(async () => {
		group = await newGroup(open().database);
	});
	const invited = async (who: Who, personId: string): Promise<NewInvite> =>
		good(await invite(group.engine, who, personId));
	const joins = (ticket: { token: string } | { code: string }): Promise<Joined | Trouble> =>
		join(group.engine, words, { ticket, deviceName });

	test('the link shows whose it is, is not used up by looking, and lets that person in', async () => {
		const personId = await group.addPerson('Vera Volunteer', 'volunteer');
		const { token, personName } = await invited(group.manager.who, personId);

		const seen = [
			await look(group.engine, words, { token }),
			await look(group.engine, words, { token })
		];
		const joined = good(await joins({ token }));

		expect(personName).toBe('Vera Volunteer');
		expect(seen[1]).toEqual({
			practiceName: 'Elm Road Surgery',
			groupName: 'Elm Road Patient Group',
			personName: 'Vera Volunteer'
		});
		expect(joined.me).toMatchObject({ personId, role: 'volunteer' });
		expect(await whoHolds(group.engine, joined.token)).toMatchObject({ personId });
	});

	test('the link works once', async () => {
		const personId = await group.addPerson('Once Only', 'reader');
		const { token, code } = await invited(group.manager.who, personId);
		await joins({ token });

		expect(await joins({ token })).toMatchObject({
			error: 'not-found',
			message: 'This invite has been used. Ask for a new one.'
		});
		expect(await joins({ code })).toMatchObject({ error: 'not-found', field: 'code' });
	});

	test('of two at the same moment one gets in', async () => {
		const personId = await group.addPerson('Twice Tapped', 'reader');
		const { token } = await invited(group.manager.who, personId);

		const both = await Promise.all([joins({ token }), joins({ token })]);

		expect(both.filter((one) => !isTrouble(one))).toHaveLength(1);
	});

	test('a newer invite ends the older one', async () => {
		const personId = await group.addPerson('New Link', 'reader');
		const older = await invited(group.manager.who, personId);
		const newer = await invited(group.manager.who, personId);

		expect(await joins({ token: older.token })).toMatchObject({
			message: 'There is a newer invite for you. Use that one.'
		});
		expect(await joins({ code: older.code })).toMatchObject({ error: 'not-found' });
		expect(isTrouble(await joins({ token: newer.token }))).toBe(false);
	});

	test('the link is too old after seven days', async () => {
		const personId = await group.addPerson('Late Reader', 'reader');
		const { token } = await invited(group.manager.who, personId);
		group.engine.time += 7 * day;

		expect(await joins({ token })).toMatchObject({
			message: 'This invite is too old. Ask for a new one.'
		});
	});

	test('someone who has left cannot use an invite from before', async () => {
		const personId = await group.addPerson('Left Early', 'reader');
		const { token } = await invited(group.manager.who, personId);
		await group.does('person.leave', { id: personId });

		expect(await joins({ token })).toMatchObject({ error: 'not-found' });
	});

	test('a coordinator’s link does not let them in as someone who has become a manager', async () => {
		const coordinator = await group.join('coordinator');
		const personId = await group.addPerson('Rising Star', 'volunteer');
		const { token } = await invited(coordinator.who, personId);
		await group.does('person.setRole', { id: personId, role: 'practice-manager' });

		expect(await look(group.engine, words, { token })).toMatchObject({ error: 'not-found' });
		expect(await joins({ token })).toMatchObject({ error: 'not-found' });
	});

	test('the links of a coordinator end when they leave', async () => {
		const coordinator = await group.join('coordinator');
		const personId = await group.addPerson('Left Behind', 'reader');
		const { token } = await invited(coordinator.who, personId);
		await group.does('person.leave', { id: coordinator.who.personId });

		expect(await joins({ token })).toMatchObject({ error: 'not-found' });
	});

	test.each([
		['a guessed secret', (id: string) => `${id}.${'A'.repeat(43)}`],
		['another practice', () => `01900000-0000-7000-8000-0000000000aa.${'A'.repeat(43)}`],
		['no practice', () => 'A'.repeat(43)],
		['nothing', () => '']
	])('a link with %s is not known', async (_, token) => {
		expect(await joins({ token: token(group.practiceId) })).toMatchObject({
			error: 'not-found',
			field: 'token'
		});
	});

	describe('with the code', () => {
		test('it may be typed in small letters, with spaces and dashes', async () => {
			const personId = await group.addPerson('Tina Typist', 'rota-member');
			const { code } = await invited(group.manager.who, personId);
			const typed = ` ${code.toLowerCase().replace(' ', '-')} `;

			expect(good(await joins({ code: typed })).me).toMatchObject({ personId });
		});

		test('it is too old after ten minutes', async () => {
			const personId = await group.addPerson('Slow Typist', 'reader');
			const { code } = await invited(group.manager.who, personId);
			group.engine.time += 10 * minute;

			expect(await joins({ code })).toMatchObject({ error: 'not-found', field: 'code' });
		});

		test('five wrong tries end it, but not the link', async () => {
			const personId = await group.addPerson('Guessed At', 'reader');
			const { code, token } = await invited(group.manager.who, personId);
			for (const wrong of wrongCodesLike(code)) await joins({ code: wrong });

			expect(await joins({ code })).toMatchObject({ error: 'not-found', field: 'code' });
			expect(isTrouble(await joins({ token }))).toBe(false);
		});

		test('four wrong tries do not', async () => {
			const personId = await group.addPerson('Nearly There', 'reader');
			const { code } = await invited(group.manager.who, personId);
			for (const wrong of wrongCodesLike(code).slice(1)) await joins({ code: wrong });

			expect(isTrouble(await joins({ code }))).toBe(false);
		});
	});

	test.each([
		['practice-manager', 'practice-manager', true],
		['practice-manager', 'reader', true],
		['coordinator', 'volunteer', true],
		['coordinator', 'coordinator', true],
		['coordinator', 'practice-manager', false],
		['volunteer', 'reader', false],
		['rota-member', 'rota-member', false],
		['reader', 'reader', false]
	] as const)('may a %s invite a %s? %s', async (role, other, may) => {
		const { who } = await group.join(role);
		const personId = await group.addPerson(`Invited ${other}`, other);

		const made = await invite(group.engine, who, personId);

		expect(made).toMatchObject(may ? { personName: `Invited ${other}` } : { error: 'may-not' });
	});

	test('only leaders hear that there is no such person', async () => {
		const nobody = '01900000-0000-7000-8000-0000000000ff';
		const { who } = await group.join('volunteer');

		expect(await invite(group.engine, group.manager.who, nobody)).toMatchObject({
			error: 'not-found'
		});
		expect(await invite(group.engine, who, nobody)).toMatchObject({ error: 'may-not' });
	});

	test('a person of another practice cannot be invited', async () => {
		const other = await newGroup(open().database);
		const personId = await other.addPerson('Over There', 'reader');

		expect(await invite(group.engine, group.manager.who, personId)).toMatchObject({
			error: 'not-found'
		});
	});

	test('the server can let the last practice manager back in', async () => {
		const { personId } = group.manager.who;
		const made = good(
			await inviteFromServer(group.engine, { practiceId: group.practiceId, personId })
		);

		expect(good(await joins({ token: made.token })).me.role).toBe('practice-manager');
	});
});

/** Five codes that begin as this one does, so that they count against its invite. */
function wrongCodesLike(code: string): string[] {
	const last = code.at(-1) ?? '';
	return Array.from(codeAlphabet)
		.filter((sign) => sign !== last)
		.slice(0, 5)
		.map((sign) => `${code.slice(0, -1)}${sign}`);
}
