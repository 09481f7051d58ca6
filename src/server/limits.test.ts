/**
 * How often one may knock, and whose knock it is.
 */
import { describe, expect, test } from 'vitest';
import { addressKey, addressOf, makeDoor } from './limits.ts';

describe('a door', () => {
	test('takes five wrong tries and refuses the sixth, for this address only', async () => {
		const door = makeDoor();
		const tries: unknown[] = [];
		for (let index = 0; index < 6; index++) tries.push(await door.knock('10.0.0.1', `t${index}`));

		expect(tries.slice(0, 5)).toEqual([undefined, undefined, undefined, undefined, undefined]);
		expect(tries[5]).toMatchObject({ error: 'too-many' });
		expect(await door.knock('10.0.0.2', 't6')).toBeUndefined();
	});

	test('does not count tries that were right: a whole waiting room can join', async () => {
		const door = makeDoor();
		for (let index = 0; index < 40; index++) {
			expect(await door.knock('10.0.0.1', `t${index}`)).toBeUndefined();
			await door.right('10.0.0.1');
		}
	});

	test('gains nothing for many that knock at the same moment', async () => {
		const door = makeDoor();

		const tries = await Promise.all(
			Array.from({ length: 20 }, (_, index) => door.knock('10.0.0.1', `t${index}`))
		);

		expect(tries.filter((refusal) => refusal === undefined)).toHaveLength(5);
	});

	test('takes the same token twenty times, from wherever it comes', async () => {
		const door = makeDoor();
		for (let index = 0; index < 20; index++) {
			expect(await door.knock(`10.0.1.${index}`, 'same')).toBeUndefined();
		}

		expect(await door.knock('10.0.2.1', 'same')).toMatchObject({ error: 'too-many' });
	});
});

describe('an address', () => {
	test.each([
		['10.0.0.1', '10.0.0.1'],
		['::ffff:10.0.0.1', '10.0.0.1'],
		['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
		['2001:0DB8:1:2::9', '2001:db8:1:2'],
		['2001:db8::9', '2001:db8:0:0'],
		['::1', '0:0:0:0'],
		['fe80::1%eth0', 'fe80:0:0:0']
	])('%s counts as %s', (address, key) => {
		expect(addressKey(address)).toBe(key);
	});

	const call = (forwarded?: string) => ({
		request: new Request('http://localhost/', {
			headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }
		}),
		getClientAddress: () => '10.0.0.9'
	});

	test('is the one that the connection has, whatever a header says', () => {
		expect(addressOf(call('1.2.3.4'), false)).toBe('10.0.0.9');
	});

	test('is the right-most one behind a proxy: the rest can be made up', () => {
		expect(addressOf(call('6.6.6.6, 1.2.3.4'), true)).toBe('1.2.3.4');
		expect(addressOf(call(), true)).toBe('10.0.0.9');
	});
});
