/**
 * What must not get in: malformed, oversized, forged and foreign requests. Nothing of it is kept.
 */
import { v4, v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { addMonths, dayOf } from '#domain/calendar.ts';
import { protocolVersion } from '#domain/protocol.ts';
import { ada, adasYes } from '#tests/support/consents.ts';
import { joinAs, pushOf, setUpPractice, type RealPerson } from '#tests/support/real-group.ts';
import { read, readPatch, RealServer, type Answer } from '#tests/support/real-server.ts';

let server: RealServer;
let manager: RealPerson;
let volunteer: RealPerson;

beforeAll(async () => {
	server = await RealServer.start();
	manager = await setUpPractice(server, { token: await server.setUpSecret() });
	volunteer = await joinAs(server, manager, { role: 'volunteer' });
});
afterAll(async () => {
	const { out, err } = await server.stop();
	expect(out + err).not.toContain('A request failed');
	await server.remove();
});

const push = (body: unknown, headers = {}) =>
	volunteer.browser.post('/api/sync/push', body, headers);

/** Everything that the manager may see, as text. */
async function everything(): Promise<string> {
	const asked = { protocol: protocolVersion, outboxId: v4(), ack: 0, cookie: null, resume: null };
	const answer = await manager.browser.post('/api/sync/pull', asked);
	return JSON.stringify(readPatch(answer).changes);
}

/** Runs it, and makes sure that no record is different afterwards. */
async function withoutTrace(act: () => Promise<Answer>): Promise<Answer> {
	const before = await everything();
	const answer = await act();
	expect((await everything()) === before).toBe(true);
	return answer;
}

describe('a push that cannot be read', () => {
	const good = pushOf('person.pledge', {});
	const [message] = good.mutations;
	test.each<[string, unknown]>([
		['is no object', 'hello'],
		['is a list', [good]],
		['is empty', {}],
		['has a field too many', { ...good, role: 'practice-manager' }],
		['has a practice of its own', { ...good, practiceId: v4() }],
		['has too many changes', { ...good, mutations: Array.from({ length: 201 }, () => message) }],
		['has a number below one', { ...good, mutations: [{ ...message, seq: 0 }] }],
		['has an actor of its own', { ...good, mutations: [{ ...message, actor: { role: 'x' } }] }],
		['has an outbox that is no id', { ...good, outboxId: "'; drop table record; --" }],
		[
			'has a name that is far too long',
			{ ...good, mutations: [{ ...message, name: 'x'.repeat(61) }] }
		],
		['has a time that is no number', { ...good, sentAt: '2026-11-21' }],
		[
			'has a cookie with a field too many',
			{ ...good, cookie: { epoch: '', version: 0, scope: '', protocol: 1, x: 1 } }
		]
	])('%s', async (_, body) => {
		const answer = await withoutTrace(() => push(body));

		expect(answer.status).toBe(400);
		expect(answer.json).toMatchObject({
			error: 'bad-request',
			message: expect.any(String) as unknown
		});
	});

	test.each([
		['is not JSON', '{"protocol":1,'],
		['is not text', Buffer.from([0xff, 0xfe, 0x00, 0x80])],
		['is empty', ''],
		['is very deep', `${'['.repeat(100_000)}${']'.repeat(100_000)}`]
	])('%s', async (_, text) => {
		const answer = await volunteer.browser.ask('POST', '/api/sync/push', {
			body: new Uint8Array(Buffer.from(text)),
			headers: { 'content-type': 'application/json' }
		});

		expect(answer.status).toBe(400);
	});

	test('comes from an app that is too old', async () => {
		const answer = await push({ protocol: 0, whatever: 'it had then' });

		expect(answer).toMatchObject({ status: 426, json: { error: 'too-old' } });
	});
});

describe('a change that is not allowed', () => {
	test('with an unknown name is refused, and the ones after it go on', async () => {
		const outcome = await volunteer.does('person.become-manager', {});

		expect(outcome).toMatchObject({ result: 'refused' });
	});

	test.each(['__proto__', 'constructor', 'toString'])('called %s is refused', async (name) => {
		expect(await volunteer.does(name, {})).toMatchObject({ result: 'refused' });
	});

	test('that jumps ahead in its outbox has to wait for the ones before', async () => {
		const answer = await withoutTrace(() => push(pushOf('person.pledge', {}, 3)));

		expect(answer).toMatchObject({ status: 409, json: { error: 'gap', expected: 1 } });
	});

	test('in the outbox of someone else is refused', async () => {
		const outboxId = v4();
		await manager.browser.post('/api/sync/push', pushOf('no.such', {}, 1, outboxId));

		const answer = await withoutTrace(() => push(pushOf('no.such', {}, 2, outboxId)));

		expect(answer).toMatchObject({ status: 409, json: { error: 'forked' } });
	});

	test('by a volunteer who makes themselves a manager is refused', async () => {
		const outcome = await volunteer.does('person.setRole', {
			id: volunteer.personId,
			role: 'practice-manager'
		});

		expect(outcome).toMatchObject({ result: 'refused', refusal: { code: 'role-may-not' } });
		expect((await volunteer.browser.ask('GET', '/api/me')).json).toMatchObject({
			role: 'volunteer'
		});
	});

	test('with a role in its arguments is refused', async () => {
		const outcome = await volunteer.does('person.edit', {
			id: volunteer.personId,
			name: 'Zoe',
			role: 'practice-manager'
		});

		expect(outcome).toMatchObject({ result: 'refused', refusal: { code: 'bad-arguments' } });
	});

	test('that sets the practice up again is refused', async () => {
		const outcome = await manager.does('practice.setUp', {
			practiceId: manager.practiceId,
			practiceName: 'Mine',
			groupName: 'Mine',
			personId: v7(),
			managerName: 'Me'
		});

		expect(outcome).toMatchObject({ result: 'refused', refusal: { code: 'already-set-up' } });
	});

	test('a volunteer cannot confirm a consent; a practice manager can', async () => {
		const id = v7();
		const givenOn = dayOf(Date.now());
		const expiresOn = `${addMonths(givenOn.slice(0, 7), 24)}-01`;
		await volunteer.does('consent.record', { ...ada, id });
		await volunteer.does('consent.ask', { id });
		const given = await volunteer.does('consent.give', { ...adasYes, id, givenOn, expiresOn });
		expect(given).toMatchObject({ result: 'applied' });

		expect(await volunteer.does('consent.confirm', { id })).toMatchObject({
			result: 'refused',
			refusal: { code: 'role-may-not' }
		});
		expect(await manager.does('consent.confirm', { id })).toMatchObject({ result: 'applied' });
	});

	test('with a forged time is dated by the server', async () => {
		const id = v7();
		const asked = pushOf('person.add', { id, name: 'Zeno', role: 'reader' });
		const at = Date.UTC(1999, 0, 1);
		const forged = { ...asked, mutations: asked.mutations.map((sent) => ({ ...sent, at })) };

		await manager.browser.post('/api/sync/push', forged);

		const answer = await manager.browser.ask('GET', `/api/history/person/${id}`);
		const { lines } = read(answer, z.object({ lines: z.array(z.object({ at: z.int() })) }));
		expect(dayOf(lines[0]?.at ?? 0)).toBe(dayOf(Date.now()));
	});

	test.each(['Zoe\u0000', '\ud800', '${7*7}', "Robert'); drop table record; --", '<img src=x>'])(
		'a name like %j breaks nothing',
		async (name) => {
			const outcome = await volunteer.does('person.edit', { id: volunteer.personId, name });

			expect(['applied', 'refused']).toContain(outcome.result);
			expect((await volunteer.browser.ask('GET', '/api/me')).status).toBe(200);
		}
	);
});

describe('another site', () => {
	const asked = pushOf('no.such', {});
	test.each<[string, Record<string, string>]>([
		['that is another one', { 'sec-fetch-site': 'cross-site' }],
		['that has the same end', { 'sec-fetch-site': 'same-site' }],
		['in an old browser', { origin: 'https://elsewhere.example' }],
		['in a hidden frame', { origin: 'null' }]
	])('%s can change nothing', async (_, headers) => {
		const answer = await withoutTrace(() => push(asked, headers));

		expect(answer).toMatchObject({ status: 403, json: { error: 'cross-site' } });
	});

	test('can read nothing', async () => {
		const answer = await volunteer.browser.ask('GET', '/api/devices', {
			headers: { 'sec-fetch-site': 'cross-site' }
		});

		expect(answer.status).toBe(403);
	});

	test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
		'cannot send a form: %s',
		async (kind) => {
			const answer = await volunteer.browser.ask('POST', '/api/sync/push', {
				body: JSON.stringify(asked),
				headers: { 'content-type': kind, origin: server.address }
			});

			expect([400, 403]).toContain(answer.status);
		}
	);

	test('our own pages can', async () => {
		const headers = { 'sec-fetch-site': 'same-origin', origin: server.address };

		expect((await push(asked, headers)).status).toBe(200);
	});
});
