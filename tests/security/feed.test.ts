/**
 * The private calendar address over the network: what it tells, to whom, and for how long.
 */
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { v7 } from 'uuid';
import * as z from 'zod/mini';
import { joinAs, setUpPractice, type RealPerson } from '#tests/support/real-group.ts';
import { Browser, read, RealServer } from '#tests/support/real-server.ts';

const madeSchema = z.object({ link: z.string() });

let server: RealServer;
let manager: RealPerson;
let visitors = 0;

/** A calendar program: no session, and behind a proxy an address of its own. */
function calendar(address = `10.2.0.${++visitors}`): Browser {
	return new Browser(server.address, { 'x-forwarded-for': `6.6.6.6, ${address}` });
}

async function pathOf({ browser }: RealPerson): Promise<string> {
	const { link } = read(await browser.post('/api/feed', {}), madeSchema);
	return new URL(link).pathname;
}

beforeAll(async () => {
	server = await RealServer.start({ env: { TRUST_PROXY: 'true' } });
	manager = await setUpPractice(server, { token: await server.setUpSecret() });
	await manager.does('person.pledge', {});
	const today = new Date().toISOString().slice(0, 10);
	const content = { title: 'Carers; all of them', plannedOn: today, text: 'Secret words' };
	await manager.does('post.create', { id: v7(), isIdea: false, content });
});
afterAll(() => server.remove());

describe('a calendar address', () => {
	test('gives any calendar the plan, and names nobody', async () => {
		const path = await pathOf(await joinAs(server, manager, { role: 'reader', name: 'Zara' }));

		const answer = await calendar().ask('GET', path);

		const text = answer.bytes.toString();
		expect(answer.status).toBe(200);
		const events = ICAL.Component.fromString(text).getAllSubcomponents('vevent');
		expect(events.map((event) => event.getFirstPropertyValue('summary'))).toEqual([
			'Planned: Carers; all of them'
		]);
		expect(text).not.toMatch(/Secret|Zara|Zenobia/);
	});

	test('is kept by nobody on the way', async () => {
		const { headers } = await calendar().ask('GET', await pathOf(manager));

		expect(headers.get('cache-control')).toBe('private, no-store');
		expect(headers.get('x-content-type-options')).toBe('nosniff');
		expect(headers.get('content-type')).toBe('text/calendar; charset=utf-8');
		expect(headers.get('content-disposition')).toContain('attachment');
		expect(headers.get('referrer-policy')).toBe('no-referrer');
		expect(headers.get('content-security-policy')).toContain("default-src 'none'");
		expect(headers.get('set-cookie')).toBeNull();
	});

	test('opens nothing else', async () => {
		const [token = ''] = (await pathOf(manager)).replace('/feed/', '').split('.ics');
		const thief = calendar();
		thief.cookie = `noticeboard=${token}`;

		expect((await thief.ask('GET', '/api/me')).status).toBe(401);
	});

	test.each([
		['made up', (path: string) => path.replace(/\.[^.]{43}\.ics$/, `.${'A'.repeat(43)}.ics`)],
		['without its ending', (path: string) => path.replace('.ics', '')],
		['of no practice', () => `/feed/${'A'.repeat(43)}.ics`],
		['with dots in it', () => '/feed/..%2f..%2fdata.ics'],
		['with nothing in it', () => '/feed/.ics']
	])('that is %s is not here', async (_what, change) => {
		const answer = await calendar().ask('GET', change(await pathOf(manager)));

		expect(answer.status).toBe(404);
		expect(answer.bytes.toString()).not.toContain('VCALENDAR');
	});

	test('ends when the person leaves', async () => {
		const person = await joinAs(server, manager, { role: 'volunteer' });
		const path = await pathOf(person);
		expect((await calendar().ask('GET', path)).status).toBe(200);

		await manager.does('person.leave', { id: person.personId });

		expect((await calendar().ask('GET', path)).status).toBe(404);
	});

	test('ends with one tap, and with a new one', async () => {
		const person = await joinAs(server, manager, { role: 'volunteer' });
		const first = await pathOf(person);
		const second = await pathOf(person);
		expect((await calendar().ask('GET', first)).status).toBe(404);

		await person.browser.ask('DELETE', '/api/feed');

		expect((await calendar().ask('GET', second)).status).toBe(404);
	});

	test('cannot be guessed at will', async () => {
		const thief = calendar();
		const guess = (letter: string) =>
			thief.ask('GET', `/feed/${manager.practiceId}.${letter.repeat(43)}.ics`);

		const answers = [];
		for (const letter of 'ABCDEFG') answers.push((await guess(letter)).status);

		expect(answers.slice(0, 5)).toEqual([404, 404, 404, 404, 404]);
		expect(answers.slice(5)).toEqual([429, 429]);
		expect((await calendar().ask('GET', await pathOf(manager))).status).toBe(200);
	});

	test('is in no log', async () => {
		const path = await pathOf(manager);
		await calendar().ask('GET', path);
		await calendar().ask('POST', path);

		expect(server.output).not.toContain(path.split('.')[1]);
	});
});
