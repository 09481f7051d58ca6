/** The next page is asked for while one is kept, and what comes of it is the same. */
import { beforeEach, expect, test } from 'vitest';
import { protocolVersion, type Change, type Patch } from '#domain/protocol.ts';
import { prepareDevice } from '#store/open-tables.ts';
import { Store } from '#store/store.ts';
import { SyncPort } from '#store/sync-port.ts';
import { deviceValue } from '#store/tables.ts';
import { aMoment, idFor, practiceId, volunteer } from '#tests/support/actors.ts';
import { MemoryTables } from '#tests/support/memory-tables.ts';
import { addNote, noteRecord, registry } from '#tests/sync/kinds.ts';
import { syncRound, type RoundParts } from './sync.ts';

const to = { epoch: 'first', version: 3, scope: 'volunteer', protocol: protocolVersion };
const pages = ['first', 'second', 'third'];
let tables: MemoryTables;
let store: Store;
let port: SyncPort;
/** What the server was asked, and what was kept, in order. */
let happened: string[];

beforeEach(async () => {
	tables = new MemoryTables(registry.records.map(({ kind }) => kind));
	let count = 0;
	const newId = () => idFor(0x900 + count++);
	const me = { ...volunteer, practiceId, name: 'Ann', practiceName: 'Example Practice' };
	await prepareDevice(tables, newId);
	const parts = { tables, registry, me, now: () => aMoment, newId };
	store = new Store(parts);
	port = new WatchedPort(parts);
	await port.noteMe(me);
	happened = [];
});

function page(number: number): Patch {
	const row = { id: idFor(number), createdAt: aMoment, createdBy: volunteer.personId };
	const note = { title: pages[number], text: '', state: 'open', isHidden: false, log: [] };
	const change: Change = {
		...{ kind: noteRecord.kind, id: row.id, version: 1 },
		row: { ...row, ...note, secret: null, onDay: null }
	};
	const resume = pages[number + 1] ?? null;
	const head = { protocol: protocolVersion, epoch: 'first', lastSeq: 0, outcomes: [] };
	return { ...head, from: null, to, changes: [change], resume, progress: null };
}

const server: RoundParts['server'] = {
	push: (_point, mutations) => {
		happened.push('push');
		const outcomes = mutations.map(({ seq, uuid }) => ({
			...{ seq, uuid, version: 4 },
			result: 'applied' as const
		}));
		return Promise.resolve({ ...page(0), to: null, changes: [], resume: null, outcomes });
	},
	pull: ({ resume }) => {
		const number = resume === null ? 0 : pages.indexOf(resume);
		happened.push(`ask for ${pages[number] ?? ''}`);
		return Promise.resolve(page(number));
	},
	sendPhoto: () => Promise.resolve('sent')
};

class WatchedPort extends SyncPort {
	override async take(...given: Parameters<SyncPort['take']>) {
		const taken = await super.take(...given);
		happened.push('kept');
		return taken;
	}
}

const round = (asksAhead: boolean) => syncRound({ port, server, now: () => aMoment, asksAhead });

const titles = async () => (await store.all(noteRecord)).map(({ title }) => title);

test('Each page is asked for once, the next before one is kept', async () => {
	expect(await round(true)).toBe('done');

	expect(happened).toEqual([
		...['ask for first', 'ask for second', 'kept'],
		...['ask for third', 'kept', 'kept']
	]);
	expect(await titles()).toEqual(pages);
	expect(await deviceValue(tables.session, 'cookie')).toEqual(to);
});

test('Without asking ahead the same pages come, one after the other', async () => {
	expect(await round(false)).toBe('done');

	expect(happened.filter((what) => what !== 'kept')).toEqual(pages.map((of) => `ask for ${of}`));
	expect(await titles()).toEqual(pages);
});

test('What someone does in the meantime goes first, and the page that was asked for is asked for anew', async () => {
	let hasActed: Promise<unknown> | undefined;
	const { pull } = server;
	const busy: RoundParts['server'] = {
		...server,
		pull: async (point) => {
			hasActed ??= store.mutate(addNote, { id: idFor(9), title: 'Mine', onDay: null });
			expect(await hasActed).toBeUndefined();
			return pull(point);
		}
	};

	expect(await syncRound({ port, server: busy, now: () => aMoment, asksAhead: true })).toBe('done');

	expect(happened.filter((what) => what === 'push')).toHaveLength(1);
	expect(happened.filter((what) => what === 'ask for second')).toHaveLength(2);
	expect(await titles()).toEqual([...pages, 'Mine']);
});
