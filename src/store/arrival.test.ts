/** Code that comes after the first screen is asked for until it is there, and no longer. */
import { expect, test } from 'vitest';
import { untilArrived } from './arrival.ts';

/** Fails this many times first, as on a bad line. */
function missingAtFirst(times: number) {
	let tries = 0;
	return {
		load: () => {
			tries += 1;
			return tries > times ? Promise.resolve('the rules') : Promise.reject(new Error('No line.'));
		},
		tries: () => tries
	};
}

test('What is there at once is asked for once, and nobody is told', async () => {
	const { load, tries } = missingAtFirst(0);
	let told = 0;

	const arrived = await untilArrived(load, {
		onmissing: () => (told += 1),
		isOver: () => false,
		pauseMs: 0
	});

	expect(arrived).toBe('the rules');
	expect([tries(), told]).toEqual([1, 0]);
});

test('What is missing is told each time, and asked for again until it comes', async () => {
	const { load, tries } = missingAtFirst(3);
	let told = 0;

	const arrived = await untilArrived(load, {
		onmissing: () => (told += 1),
		isOver: () => false,
		pauseMs: 0
	});

	expect(arrived).toBe('the rules');
	expect([tries(), told]).toEqual([4, 3]);
});

test('Once the page is closed it is not asked for any more', async () => {
	const { load, tries } = missingAtFirst(100);

	const arrived = await untilArrived(load, {
		onmissing: () => undefined,
		isOver: () => tries() === 2,
		pauseMs: 0
	});

	expect(arrived).toBeUndefined();
	expect(tries()).toBe(2);
});
