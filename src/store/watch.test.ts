/** Reads that are made again: each change is seen, whatever the read awaits and whenever it comes. */
import { expect, test } from 'vitest';
import { Watch, type Changed } from './watch.ts';

/** A tab with numbers by the names of tables. */
function tab() {
	const listeners = new Set<(changed: Changed) => void>();
	const watch = new Watch((call) => {
		listeners.add(call);
		return () => listeners.delete(call);
	});
	const numbers = new Map<string, number>();
	const soon = () => new Promise<void>((resolve) => setTimeout(resolve, 1));
	return {
		watch,
		listeners,
		read: async (table: string) => {
			watch.note(table);
			const found = numbers.get(table) ?? 0;
			await soon();
			return found;
		},
		change(...tables: string[]) {
			for (const table of tables) numbers.set(table, (numbers.get(table) ?? 0) + 1);
			for (const tell of listeners) tell(new Set(tables));
		},
		wake() {
			for (const tell of listeners) tell('all');
		},
		/** As long as any read takes here. */
		async quiet() {
			for (let turn = 0; turn < 10; turn += 1) await soon();
		}
	};
}

type Tab = ReturnType<typeof tab>;

function watchSum({ watch, read }: Tab, ...tables: string[]) {
	const seen: number[] = [];
	// Not an async function, and its second read comes after another one.
	const query = () => {
		const rest = async () => {
			let sum = 0;
			for (const table of tables) sum += await read(table);
			return sum;
		};
		return rest();
	};
	const stop = watch.observe(
		query,
		(sum) => seen.push(sum),
		(error) => {
			throw error;
		}
	);
	return { seen, stop };
}

test('A change of any table that was read is seen, and no other is', async () => {
	const here = tab();
	const { seen } = watchSum(here, 'post', 'consent');
	await here.quiet();
	here.change('consent');
	await here.quiet();
	here.change('rota');
	await here.quiet();
	here.change('post');
	await here.quiet();

	expect(seen).toEqual([0, 1, 2]);
});

test('A change in the middle of a read is in what is shown', async () => {
	const here = tab();
	const { seen } = watchSum(here, 'post', 'consent');
	here.change('post');
	await here.quiet();

	expect(seen).toEqual([1]);
});

test('Reads at the same time are each made again', async () => {
	const here = tab();
	const [one, other] = [watchSum(here, 'post', 'consent'), watchSum(here, 'rota', 'away')];
	await here.quiet();
	here.change('consent', 'away');
	await here.quiet();

	expect([one.seen, other.seen]).toEqual([
		[0, 1],
		[0, 1]
	]);
});

test('Something is shown also while changes keep coming', async () => {
	const here = tab();
	const { seen } = watchSum(here, 'post');
	const timer = setInterval(() => here.change('post'), 0);
	await expect.poll(() => seen.length).toBeGreaterThan(2);
	clearInterval(timer);
});

test('A tab that was asleep reads everything again', async () => {
	const here = tab();
	const { seen } = watchSum(here, 'post');
	await here.quiet();
	here.wake();
	await here.quiet();

	expect(seen).toEqual([0, 0]);
});

test('After its end nothing is told, and nobody listens', async () => {
	const here = tab();
	const { seen, stop } = watchSum(here, 'post');
	stop();
	here.change('post');
	await here.quiet();

	expect(seen).toEqual([]);
	expect(here.listeners.size).toBe(0);
});

test('An error is told, and the next change is read all the same; one at the end of the app is not', async () => {
	const here = tab();
	const told: unknown[] = [];
	const errors = [
		new Error('Broken.'),
		Object.assign(new Error(), { name: 'DatabaseClosedError' })
	];
	const query = async () => {
		await here.read('post');
		const error = errors.shift();
		if (error) throw error;
		return 'well';
	};
	here.watch.observe(
		query,
		(value) => told.push(value),
		(error) => told.push(error)
	);
	await here.quiet();
	here.change('post');
	await here.quiet();
	here.change('post');
	await here.quiet();

	expect(told).toEqual([new Error('Broken.'), 'well']);
});
