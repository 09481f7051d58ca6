/**
 * Links to answer a consent, and copies to take one back with, on the real server: guessed, used,
 * too old, tried too often; and what they show.
 */
import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dayOf, monthsAfter } from '#domain/calendar.ts';
import { ada, adasYes } from '#tests/support/consents.ts';
import { joinAs, setUpPractice, type RealPerson } from '#tests/support/real-group.ts';
import { Browser, RealServer } from '#tests/support/real-server.ts';

const today = dayOf(Date.now());
const secret = 'S'.repeat(43);
const hashOf = (words: string) => createHash('sha256').update(words).digest('hex');
const lastName = 'Zyxwvut';

let server: RealServer;
let manager: RealPerson;
let volunteer: RealPerson;
const accountId = v7();
let visitors = 0;

/** Behind a proxy each visitor has an address of their own. */
function visitor(address = `10.3.0.${++visitors}`): Browser {
	return new Browser(server.address, { 'x-forwarded-for': address });
}

beforeAll(async () => {
	server = await RealServer.start({ env: { TRUST_PROXY: 'true', LOG_LEVEL: 'debug' } });
	manager = await setUpPractice(server, { token: await server.setUpSecret() });
	volunteer = await joinAs(server, manager, { role: 'volunteer', name: 'Vera Asks' });
	await manager.does('account.add', {
		...{ id: accountId, name: 'Our page', platform: 'facebook', profileUrl: null, purpose: '' },
		...{ group: 'All accounts', ownerId: null, deputyId: null, postsPerWeek: 2 },
		...{ accessNote: '', hasTwoStep: true, showsHours: true }
	});
});
afterAll(() => server.remove());

/** Ada is written down, with a link out to her. */
async function withLink(changes: object = {}, linkSecret = secret) {
	const id = v7();
	const done = [
		await volunteer.does('consent.record', {
			...{ ...ada, id, firstName: 'Ada', lastName, contact: '01632 960960' },
			...{ howToRecognise: 'by the zebra', ...changes }
		}),
		await volunteer.does('consent.make-link', {
			...{ id, linkHash: hashOf(linkSecret), days: 3, photoId: null }
		})
	];
	expect(done.map(({ result }) => result)).toEqual(['applied', 'applied']);
	return { id, token: `${volunteer.practiceId}.${linkSecret}` };
}

const own = Object.fromEntries(Object.entries(adasYes).filter(([field]) => field !== 'method'));
const yesWith = (copyCode: string) => ({
	...{ ...own, witness: null, accounts: [accountId] },
	...{ givenOn: today, expiresOn: monthsAfter(today, 6), signature: null },
	...{ lastName: null, contact: null, copyHash: hashOf(copyCode) }
});
const look = (browser: Browser, token: string) => browser.post('/api/consent/look', { token });
const say = (browser: Browser, token: string, yes: object | null) =>
	browser.post('/api/consent', { token, yes });

describe('a link to answer', () => {
	test('shows what that person must see, and no more', async () => {
		const { token } = await withLink({}, 'A'.repeat(43));
		const seen = await look(visitor(), token);

		expect(seen).toMatchObject({
			status: 200,
			json: {
				shown: {
					...{ firstName: 'Ada', kind: 'adult', picture: '' },
					accounts: [{ id: accountId, name: 'Our page' }]
				}
			}
		});
		for (const hidden of [lastName, '960960', 'zebra', 'Vera', 'Zenobia', volunteer.personId]) {
			expect(seen.bytes.includes(hidden)).toBe(false);
		}
		expect(seen.headers.get('cache-control')).toBe('no-store');
		expect(seen.headers.get('referrer-policy')).toBe('no-referrer');
	});

	test('is not used up by a look, and is by an answer', async () => {
		const { token } = await withLink({}, 'B'.repeat(43));
		const phone = visitor();
		expect((await look(phone, token)).status).toBe(200);
		expect((await look(phone, token)).status).toBe(200);

		expect((await say(phone, token, yesWith('BBBB2222BBBB2222'))).status).toBe(200);

		expect((await look(phone, token)).status).toBe(404);
		expect((await say(phone, token, null)).status).toBe(404);
		expect((await say(phone, token, yesWith('CCCC2222CCCC2222'))).status).toBe(404);
	});

	test('counts once when a yes and a no come at the same moment', async () => {
		const { token } = await withLink({}, 'C'.repeat(43));
		const answers = await Promise.all([
			say(visitor(), token, null),
			say(visitor(), token, yesWith('DDDD2222DDDD2222'))
		]);

		expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
	});

	test('takes no answer that the form would not take', async () => {
		const { token } = await withLink({}, 'D'.repeat(43));
		const yes = yesWith('EEEE2222EEEE2222');
		const wrong = [
			{ ...yes, purposes: [] },
			{ ...yes, status: 'confirmed' },
			{ ...yes, method: 'said' },
			{ ...yes, wordingVersion: 'child-1' },
			{ ...yes, expiresOn: monthsAfter(today, 61) }
		];
		for (const one of wrong) expect((await say(visitor(), token, one)).status).toBe(400);

		expect((await say(visitor(), token, yes)).status).toBe(200);
	});

	test('of a child who must not be shown cannot be made', async () => {
		const id = v7();
		const child = { ...ada, id, kind: 'child', ageBand: 'under-13', mustNotShow: true };
		await volunteer.does('consent.record', child);
		const args = { id, linkHash: hashOf('E'.repeat(43)), days: 3, photoId: null };

		expect(await volunteer.does('consent.make-link', args)).toMatchObject({ result: 'refused' });
	});

	test('ends with the person who made it', async () => {
		const leaver = await joinAs(server, manager, { role: 'volunteer', name: 'Leo Leaves' });
		const id = v7();
		await leaver.does('consent.record', { ...ada, id });
		const linkSecret = 'F'.repeat(43);
		const args = { id, linkHash: hashOf(linkSecret), days: 3, photoId: null };
		await leaver.does('consent.make-link', args);
		const token = `${leaver.practiceId}.${linkSecret}`;
		expect((await look(visitor(), token)).status).toBe(200);

		await manager.does('person.setRole', { id: leaver.personId, role: 'reader' });

		expect((await look(visitor(), token)).status).toBe(404);
	});
});

describe('a copy', () => {
	const code = 'ABCDEFGHJKMNPQRS';
	const lookAt = (browser: Browser, token: string) =>
		browser.post('/api/consent/copy/look', { token });
	const takeBack = (browser: Browser, token: string, changes: object = {}) =>
		browser.post('/api/consent/copy', {
			...{ token, accounts: null, photos: null, takesDown: true, ...changes }
		});

	test('takes the yes back, with its code written as on paper', async () => {
		const { token } = await withLink({}, 'G'.repeat(43));
		await say(visitor(), token, yesWith(code));
		const phone = visitor();
		const seen = await lookAt(phone, 'abcd efgh-jkmn pqrs');

		expect(seen).toMatchObject({ status: 200, json: { shown: { firstName: 'Ada' } } });
		for (const hidden of [lastName, '960960', 'zebra', volunteer.personId]) {
			expect(seen.bytes.includes(hidden)).toBe(false);
		}
		expect((await takeBack(phone, code, { accounts: [accountId] })).status).toBe(200);
		expect((await lookAt(phone, code)).json).toMatchObject({
			shown: { accounts: [], isOver: false }
		});
		expect((await takeBack(phone, code)).status).toBe(200);
		expect((await lookAt(phone, code)).json).toMatchObject({ shown: { isOver: true } });
	});

	test('does nothing else: it cannot answer, and a link to answer cannot take back', async () => {
		const { token } = await withLink({}, 'H'.repeat(43));
		const phone = visitor();

		expect((await lookAt(phone, token)).status).toBe(404);
		expect((await takeBack(phone, token)).status).toBe(404);
		expect((await look(phone, code)).status).toBe(404);
	});

	test('works after whoever took the answer has left the group', async () => {
		const leaver = await joinAs(server, manager, { role: 'volunteer', name: 'Lea Leaves' });
		const id = v7();
		const mine = 'MNPQRSTVWXYZ2345';
		await leaver.does('consent.record', { ...ada, id });
		await leaver.does('consent.give', {
			...{ ...adasYes, id, accounts: [accountId] },
			...{ givenOn: today, expiresOn: monthsAfter(today, 6) }
		});
		await leaver.does('consent.give-copy', { id, copyHash: hashOf(mine), how: 'print' });
		await manager.does('person.leave', { id: leaver.personId });

		expect((await takeBack(visitor(), mine)).status).toBe(200);
	});

	test('is not guessed: stopped at the sixth wrong try, and only for that address', async () => {
		const guesser = visitor('10.4.0.1');
		const statuses: number[] = [];
		for (let number = 2; number < 8; number++) {
			const guess = `2222222222222222`.replace(/2$/, String(number));
			statuses.push((await lookAt(guesser, guess)).status);
		}

		expect(statuses).toEqual([404, 404, 404, 404, 404, 429]);
		expect((await lookAt(visitor('10.4.0.2'), '2222222222222223')).status).toBe(404);
	});

	test('of a wrong shape, a hash or nothing tells no more than a wrong one', async () => {
		const wrong = ['', 'ABCD', hashOf(code), `${volunteer.practiceId}.${secret}`, "' OR 1=1"];
		const answers = new Set<string>();
		for (const guess of wrong) {
			const answer = await lookAt(visitor(), guess);
			answers.add(`${answer.status} ${JSON.stringify(answer.json)}`);
		}

		expect(answers.size).toBe(1);
	});
});

test('no secret, name or code of these links stands in the log', () => {
	const log = server.output;

	expect(log).not.toContain('ABCDEFGHJKMNPQRS');
	expect(log).not.toContain('A'.repeat(43));
	expect(log).not.toContain(lastName);
});
