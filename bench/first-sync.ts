/**
 * A new phone in a practice with ten years behind it, and the same phone opened again with no
 * signal; beside bare clients that do the least. With ten years, and with four times as much.
 *
 * Our client is the engine without screens, in a real Chromium, against a real server process.
 */
import { brotliCompressSync, constants } from 'node:zlib';
import { createServer, type Server } from 'node:http';
import { chromium, type Page } from 'playwright';
import { postRecord } from '#features/posts/record.ts';
import { chromiumArgs, chromiumPath } from '#tests/support/ensure-browser.ts';
import { bundled } from './bundle.ts';
import { seldomWord, type Made } from './decade.ts';
import type { Figure } from './figures.ts';
import { median } from './phones.ts';
import { practiceOfDecade, signIn } from './practice-of-decade.ts';

const turns = 5;
/** The newest of a kind: what a bare client would fetch before the rest. */
const firstOfKind = 500;
const inList = 50;

type Took = Record<string, number[]>;

/** Needs a built app. */
export async function benchFirstSync(): Promise<Figure[]> {
	const script = await bundled('sync-page.ts');
	const once = await measure(script, 1);
	const fourfold = await measure(script, 4);
	return [
		...figuresOf(once, ''),
		...figuresOf(fourfold, ', 4 times the data'),
		...grown(once, fourfold)
	];
}

async function measure(script: string, times: number): Promise<Took> {
	const practice = await practiceOfDecade(times);
	const { server, all } = practice;
	const bare = await serveBare(all);
	const phone = await chromium.launch({
		executablePath: await chromiumPath(),
		args: [...chromiumArgs]
	});
	const took: Took = { floorBytes: [packedSize(all)] };
	const note = (found: Record<string, number>) => {
		for (const [name, value] of Object.entries(found)) (took[name] ??= []).push(value);
	};
	try {
		const context = await phone.newContext();
		await signIn(context, practice);
		const on = async <Found>(address: string, does: (page: Page) => Promise<Found>) => {
			const page = await context.newPage();
			await page.goto(address);
			await page.evaluate(script);
			const found = await does(page);
			await page.close();
			return found;
		};
		const ours = `${server.address}/robots.txt`;
		await on(ours, (page) => page.evaluate((db) => syncBench.freshOurs(db), 'warm-up'));
		for (let turn = 0; turn < turns; turn++) {
			note(await on(ours, (page) => page.evaluate((db) => syncBench.freshOurs(db), `o${turn}`)));
			const fresh = (page: Page) =>
				page.evaluate((db) => syncBench.freshSame(db, '/newest'), `s${turn}`);
			note({ listSame500: await on(bare.address, fresh) });
			const whole = (page: Page) =>
				page.evaluate((db) => syncBench.allSame(db, '/all'), `a${turn}`);
			note({ allSame: await on(bare.address, whole) });
			await on(bare.address, async (page) => {
				const given = { db: `n${turn}`, five: `f${turn}`, pack: `p${turn}` };
				note(
					await page.evaluate(
						async ({ db, five, pack }) => ({
							list500: await syncBench.freshBare(five, '/newest'),
							list50: await syncBench.freshBare(db, '/list'),
							pack: await syncBench.packBare(pack, '/all')
						}),
						given
					)
				);
			});
		}
		await on(bare.address, (page) => page.evaluate(() => syncBench.keepRows('rows', '/all')));
		for (let turn = 0; turn < turns; turn++) {
			const given = { db: `o${turn}`, word: seldomWord };
			const opened = await on(ours, (page) =>
				page.evaluate(({ db, word }) => syncBench.reopenOurs(db, word), given)
			);
			const { list, ...rest } = opened;
			note({ reopened: list, ...rest });
			note({
				listSame: await on(ours, (page) =>
					page.evaluate((db) => syncBench.listSame(db), `o${turn}`)
				),
				listBare: await on(bare.address, (page) => page.evaluate(() => syncBench.listBare('rows'))),
				scanBare: await on(bare.address, (page) =>
					page.evaluate(({ db, word }) => syncBench.scanBare(db, word), {
						db: `p${turn}`,
						word: seldomWord
					})
				)
			});
		}
		return took;
	} finally {
		await phone.close();
		bare.server.close();
		await server.remove();
	}
}

/** What a server that does nothing else would send: made and compressed beforehand. */
async function serveBare(all: readonly Made[]): Promise<{ server: Server; address: string }> {
	const posts = all
		.filter(({ type }) => type.kind === postRecord.kind)
		.map(({ row }) => ({ id: row.id, version: 1, row }));
	const byKind = Object.groupBy(all, ({ type }) => type.kind);
	const rows = Object.entries(byKind).map(([kind, made = []]) => [
		kind,
		made.map(({ row }) => ({ id: row.id, version: 1, row }))
	]);
	const answers = new Map([
		['/list', squeezed(posts.slice(0, inList))],
		['/newest', squeezed(posts.slice(0, firstOfKind))],
		['/all', squeezed(Object.fromEntries(rows))]
	]);
	const server = createServer(({ url = '' }, response) => {
		const found = answers.get(url);
		response.setHeader('content-type', found ? 'application/json' : 'text/html; charset=utf-8');
		if (found) response.setHeader('content-encoding', 'br');
		response.end(found ?? '<!doctype html><title>Bare</title>');
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	const port = typeof address === 'object' ? address?.port : undefined;
	return { server, address: `http://127.0.0.1:${port ?? 0}` };
}

function packedSize(all: readonly Made[]): number {
	return squeezed(all.map(({ row }) => row)).length;
}

function squeezed(value: unknown): Buffer {
	const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };
	return brotliCompressSync(JSON.stringify(value), { params });
}

function figuresOf(took: Took, more: string): Figure[] {
	const of = (name: string) => median(took[name] ?? []);
	const figure = (what: string, value: number, rest: Partial<Figure>): Figure => ({
		...{ bench: 'first-sync', what: `${what}${more}`, value, unit: 'ms' },
		...rest
	});
	return [
		figure('new phone: list of the 50 newest posts', of('list'), {
			...{ floor: of('list500'), floorIs: 'bare fetch and rows of the 500 newest', most: 1.3 }
		}),
		figure('the same beside a bare client with the same tables', of('list'), {
			...{ floor: of('listSame500'), floorIs: 'bare fetch and rows, in all our tables' },
			most: 1.3
		}),
		figure('the same beside a bare client of 50 posts only', of('list'), {
			...{ floor: of('list50'), floorIs: 'bare fetch and rows of 50' }
		}),
		figure('new phone: all stored and on the disk', of('all'), {
			...{ floor: of('pack'), floorIs: 'writing them as values of 100', most: 3 },
			note: `${of('count')} records in ${of('calls')} calls`
		}),
		figure('the same beside a bare client that keeps the same', of('all'), {
			...{ floor: of('allSame'), floorIs: 'bare fetch, rows and packs, in all our tables' }
		}),
		figure('new phone: bytes down', of('bytes') / 1000, {
			...{ unit: 'kB', floor: of('floorBytes') / 1000, floorIs: 'records as JSON in brotli 5' },
			most: 1.05
		}),
		figure('opened again: list of the 50 newest posts', of('reopened'), {
			...{ floor: of('listBare'), floorIs: 'bare Dexie query', most: 1.2 }
		}),
		figure('the same beside that query in our database', of('reopened'), {
			...{ floor: of('listSame'), floorIs: 'bare Dexie query, rows read with zod' }
		}),
		figure('opened again: first text search', of('search'), {
			...{ floor: of('scanBare'), floorIs: 'scan of packed values', most: 1.5 },
			note: `${of('found')} found`
		}),
		figure('opened again: second text search', of('again'), {
			...{ floor: of('scanBare'), floorIs: 'scan of packed values' }
		})
	];
}

/** Four times as much should take a new phone's first list and a reopened one no longer. */
function grown(once: Took, fourfold: Took): Figure[] {
	const figure = (what: string, name: string, beside?: string): Figure => {
		const share = (took: Took) =>
			median(took[name] ?? []) / (beside === undefined ? 1 : median(took[beside] ?? []));
		return {
			...{ bench: 'first-sync', what, value: share(fourfold), unit: beside ? 'times' : 'ms' },
			...{ floor: share(once), floorIs: 'with ten years', most: 1.2 }
		};
	};
	return [
		figure('4 times the data: first list of a new phone', 'list'),
		figure('4 times the data: list when opened again', 'reopened'),
		figure('4 times the data: search, each beside its scan', 'search', 'scanBare')
	];
}
