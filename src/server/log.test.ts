/**
 * The log: what reaches it and what never does.
 */
import { describe, expect, test } from 'vitest';
import { makeLog } from './log.ts';

function logging(level: 'info' | 'error' = 'info') {
	const lines: string[] = [];
	return { lines, log: makeLog(level, { write: (line) => void lines.push(line) }) };
}

class UnreadableRecord extends Error {
	override readonly name = 'UnreadableRecord';
}

describe('a line of the log', () => {
	test('has what is on the list', () => {
		const { lines, log } = logging();

		log.info({ route: '/api/me', status: 200, ms: 3, personId: '0190' }, 'Answered.');

		expect(JSON.parse(lines[0] ?? '')).toEqual({
			level: 'info',
			time: expect.any(Number) as unknown,
			route: '/api/me',
			status: 200,
			ms: 3,
			personId: '0190',
			msg: 'Answered.'
		});
	});

	test('has nothing else: no name, body, token or nested value', () => {
		const { lines, log } = logging();

		log.info(
			{
				name: 'Ada Lovelace',
				body: { title: 'Ada Lovelace' },
				token: 'Ada Lovelace',
				url: '/join#Ada Lovelace',
				route: { id: 'Ada Lovelace' },
				code: 'Ada\nLovelace',
				kind: `Ada Lovelace${'x'.repeat(200)}`
			},
			'Refused.'
		);

		expect(lines[0]).not.toContain('Lovelace');
	});

	test('has of an error its kind, its code and its places, and of its causes too', () => {
		const { lines, log } = logging('error');
		const cause = Object.assign(new Error('Key (name)=(Ada Lovelace) exists'), { code: '23505' });

		log.error({ error: new TypeError('Ada Lovelace is no function', { cause }) }, 'It failed.');

		const line = lines[0] ?? '';
		expect(line).not.toContain('Lovelace');
		expect(JSON.parse(line)).toMatchObject({
			error: { name: 'TypeError', cause: { name: 'Error', code: '23505' } }
		});
		expect(line).toContain('log.test.ts');
	});

	test('has no stack line that a message made up', () => {
		const { lines, log } = logging('error');

		log.error({ error: new Error('x\n    at Ada Lovelace (Elm Road:12:5)') }, 'It failed.');

		expect(lines[0]).not.toContain('Lovelace');
	});

	test('has the words of an error that holds only our own', () => {
		const { lines, log } = logging('error');

		log.error({ error: new UnreadableRecord('A post could not be read (0190).') }, 'It failed.');

		expect(lines[0]).toContain('A post could not be read (0190).');
	});

	test('is not written below the level that was asked for', () => {
		const { lines, log } = logging('error');

		log.info({ status: 200 }, 'Answered.');

		expect(lines).toEqual([]);
	});
});
