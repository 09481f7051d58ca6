/**
 * One phone that packs old records and one that keeps all as rows, told the same and doing the
 * same, with every read compared. A seed decides.
 */
import type { Change, Cookie, Patch } from '#domain/protocol.ts';
import { digestsBetween, makeDigests } from '#store/digests.ts';
import { prepareDevice } from '#store/open-tables.ts';
import type { Packing } from '#store/packing.ts';
import { Store } from '#store/store.ts';
import { SyncPort } from '#store/sync-port.ts';
import { deviceValue, type DeviceTables, type StoredRow } from '#store/tables.ts';
import { Chance } from '#tests/sync/chance.ts';
import {
	addNote,
	editNote,
	noteRecord,
	registry,
	removeNote,
	type Note
} from '#tests/sync/kinds.ts';
import { aMoment, practiceId, volunteer } from './actors.ts';

const me = { ...volunteer, practiceId, name: 'Ann', practiceName: 'Example Practice' };
const kind = noteRecord.kind;
const days = ['2024-02-01', '2024-02-02', '2024-05-01', '2026-11-01', '2026-11-20', '2026-12-01'];
const words = ['flu', 'Café', 'clinic', 'walk'];

interface Phone {
	readonly tables: DeviceTables;
	readonly store: Store;
	readonly port: SyncPort;
}

async function newPhone(tables: DeviceTables, packing: Packing, newId: () => string) {
	await prepareDevice(tables, newId);
	const parts = { tables, registry, me, now: () => aMoment, newId, packing };
	const phone: Phone = { tables, store: new Store(parts), port: new SyncPort(parts) };
	await phone.port.noteMe(me);
	return phone;
}

/** How much was packed; the life means little where that is nothing. */
export async function livePacked(
	seed: number,
	open: (name: 'packed' | 'rows') => Promise<DeviceTables>,
	isSame: (what: string, packed: unknown, rows: unknown) => void
): Promise<number> {
	const chance = new Chance(seed);
	const clock = { now: aMoment };
	const newId = () => chance.uuid((clock.now += 1000));
	const few = { mostRows: chance.below(4), perPack: 1 + chance.below(4) };
	const phones = [
		await newPhone(await open('packed'), few, newId),
		await newPhone(await open('rows'), { mostRows: Infinity, perPack: 1 }, newId)
	];
	const notes = new Map<string, { note: Note; version: number }>();
	let version = 0;
	let mostPacked = 0;

	const tell = async (
		page: Omit<Patch, 'protocol' | 'epoch' | 'lastSeq' | 'outcomes' | 'progress'>,
		resume: string | null
	) => {
		for (const { port, tables } of phones) {
			const cookie = await deviceValue(tables.session, 'cookie');
			await port.take(
				{ ...page, protocol: 1, epoch: 'first', lastSeq: 0, outcomes: [], progress: null },
				{ cookie: page.from ?? cookie, resume }
			);
		}
	};
	const cookieAt = (at: number): Cookie => ({
		epoch: 'first',
		version: at,
		scope: 's',
		protocol: 1
	});
	const changeOf = ([id, { note, version: at }]: [
		string,
		{ note: Note; version: number }
	]): Change => ({
		...{ kind, id, version: at, row: { ...note } }
	});
	const change = (fields: Partial<Note>, id = newId()) => {
		const before = notes.get(id)?.note ?? newNote(id, chance);
		notes.set(id, { note: { ...before, ...fields }, version: (version += 1) });
		return id;
	};

	const steps: (() => Promise<void>)[] = [
		// A snapshot in pages, now and then in an order that phones cannot pack.
		async () => {
			const order = [...notes].sort(([one], [other]) => (one < other ? 1 : -1));
			if (chance.is(0.3)) order.sort(() => chance.next() - 0.5);
			const to = cookieAt(version);
			const size = 1 + chance.below(9);
			let resume: string | null = null;
			do {
				const next = order.length > size ? `page ${order.length}` : null;
				const page = { from: null, to, changes: order.splice(0, size).map(changeOf), resume: next };
				await tell(page, resume);
				await read();
				if (chance.is(0.2)) await deed();
				resume = next;
			} while (resume !== null);
		},
		// Changes of others.
		async () => {
			const cookie = await deviceValue(phones[0]?.tables.session ?? never(), 'cookie');
			if (!cookie) return;
			const changes: Change[] = [];
			for (const [id, { note }] of notes) {
				if (!chance.is(0.15)) continue;
				if (chance.is(0.2)) {
					notes.delete(id);
					changes.push({ kind, id, version: (version += 1), row: null });
				} else {
					change({ ...note, ...someFields(chance) }, id);
					changes.push(changeOf([id, notes.get(id) ?? never()]));
				}
			}
			const fresh = change(someFields(chance));
			changes.push(changeOf([fresh, notes.get(fresh) ?? never()]));
			await tell({ from: cookie, to: cookieAt(version), changes, resume: null }, null);
		},
		deed
	];

	async function deed(): Promise<void> {
		const id = chance.pick([...notes.keys()]) ?? newId();
		const fresh = newId();
		const title = chance.pick(words) ?? '';
		const what = chance.below(4);
		for (const { store } of phones) {
			if (what === 0) await store.mutate(addNote, { id: fresh, title, onDay: days[0] ?? null });
			else if (what === 1) await store.mutate(removeNote, { id });
			else await store.mutate(editNote, { id, title });
		}
	}

	async function read(): Promise<void> {
		const [packed, rows] = phones;
		if (!packed || !rows) return never();
		const packs = await packed.tables.session.small('pack').keys();
		mostPacked = Math.max(mostPacked, packs.length);
		const [first = '', last = ''] = [chance.pick(days), chance.pick(days)].sort();
		const before = chance.is(0.5)
			? undefined
			: chance.is(0.5)
				? last
				: chance.pick([...notes.keys()]);
		const [limit, since] = [1 + chance.below(12), chance.below(version + 1)];
		const ids = [...notes.keys(), newId()];
		const word = chance.pick(words) ?? '';
		const reads: Record<string, (phone: Phone) => Promise<unknown>> = {
			all: ({ tables }) => tables.session.rows(kind).all(),
			count: ({ store }) => store.count(noteRecord),
			by: ({ tables }) => tables.session.rows(kind).by('state', 'open'),
			'by nothing': ({ tables }) => tables.session.rows(kind).by('state', 'none'),
			between: ({ tables }) => tables.session.rows(kind).between('onDay', first, last),
			newest: ({ tables }) => tables.session.rows(kind).newest('onDay', limit, before),
			'newest by id': ({ tables }) => tables.session.rows(kind).newest(undefined, limit, before),
			changed: ({ tables }) => tables.session.rows(kind).changedAfter(since, limit),
			search: ({ store }) => store.search(word, limit),
			digests: async ({ tables }) => {
				await makeDigests(tables, registry);
				return digestsBetween(tables, noteRecord, first, last);
			}
		};
		for (const [name, ask] of Object.entries(reads)) {
			isSame(name, tidy(await ask(packed)), tidy(await ask(rows)));
		}
		for (const id of ids) {
			const get = ({ tables }: Phone) => tables.session.rows(kind).get(id);
			isSame('get', tidy(await get(packed)), tidy(await get(rows)));
		}
	}

	for (let count = 12; count > 0; count -= 1) change(someFields(chance));
	for (let turn = 0; turn < 14; turn += 1) {
		const step = turn === 0 ? steps[0] : chance.pick(steps);
		await step?.();
		await read();
		if (chance.is(0.2)) await phones[0]?.port.writeWords();
	}
	return mostPacked;
}

function newNote(id: string, chance: Chance): Note {
	return {
		...{ id, createdAt: aMoment + chance.below(5), createdBy: volunteer.personId },
		...{ title: chance.pick(words) ?? '', text: chance.pick(words) ?? '', state: 'open' as const },
		...{ isHidden: false, log: [], secret: null, onDay: null }
	};
}

function someFields(chance: Chance): Partial<Note> {
	return {
		title: `${chance.pick(words) ?? ''} ${chance.below(100)}`,
		state: chance.is(0.5) ? 'open' : 'closed',
		onDay: chance.is(0.8) ? (chance.pick(days) ?? null) : null
	};
}

/** Fields in one order: they may have been put together in another. */
function tidy(found: unknown): unknown {
	if (Array.isArray(found)) return found.map(tidy);
	if (typeof found !== 'object' || found === null || !('row' in found)) return found;
	const fields = Object.entries(found.row as StoredRow['row']);
	return {
		...found,
		row: Object.fromEntries(fields.sort(([one], [other]) => (one < other ? -1 : 1)))
	};
}

function never(): never {
	throw new Error('This cannot be.');
}
