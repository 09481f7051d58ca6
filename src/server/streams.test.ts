/**
 * Open streams hear of every change: the patch when it is small, else that there is news.
 */
import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { protocolVersion as protocol, type Patch } from '#domain/protocol.ts';
import { hasPostgres, onEveryDatabase, postgresSchema } from '#tests/support/databases.ts';
import {
	newPractice,
	TestEngine,
	type TestDevice,
	type TestPractice
} from '#tests/support/practice-server.ts';
import { openDatabase } from './database.ts';
import type { News } from './pokes.ts';
import { Streams } from './streams.ts';

onEveryDatabase('streams', (open) => {
	let practice: TestPractice;
	let streams: Streams;
	let ann: TestDevice;
	let ben: TestDevice;

	beforeEach(async () => {
		practice = await newPractice(open().database);
		streams = new Streams(practice.engine);
		ann = await practice.join('coordinator');
		ben = await practice.join('reader');
		await ann.pulls();
		await ben.pulls();
	});
	afterEach(() => streams.closeAll());

	const listen = (device: TestDevice, through = streams) => {
		const { outboxId, ack, cookie } = device;
		const heard: (Patch | News)[] = [];
		const onclose = vi.fn();
		const send = (found: Patch | News) => void heard.push(found);
		const stream = through.open(device.who, { outboxId, protocol, ack, cookie }, send, onclose);
		return { heard, onclose, ...stream };
	};
	const changesIn = (heard: (Patch | News)[]) =>
		heard.flatMap((found) => ('changes' in found ? found.changes : []));
	const plot = (title = 'Plot') => ({ name: 'plot.add', args: { id: v7(), title } });
	const waiting = { timeout: 20_000, interval: 20 };

	describe('a change', () => {
		test('reaches every device of the practice, ready to be taken in', async () => {
			const { heard } = listen(ben);
			const own = listen(ann);

			await ann.does(plot('News'));
			streams.poke(practice.id);

			await vi.waitFor(() => expect([heard.length, own.heard.length]).toEqual([1, 1]), waiting);
			const [patch] = heard;
			expect(patch).toMatchObject({ from: ben.cookie, to: { version: ann.cookie?.version } });
			if (patch && 'changes' in patch) ben.take(patch);
			expect(ben.text).toContain('News');
			expect(own.heard[0]).toMatchObject({ lastSeq: 1, outcomes: [{ seq: 1, result: 'applied' }] });
		});

		test('comes without what the role may not see', async () => {
			const { heard } = listen(ben);

			await ann.does({ name: 'key.add', args: { id: v7(), number: '7' } });
			const { personId: id } = ann.who;
			await ann.does({ name: 'gardener.edit', args: { id, changes: { phone: '020 7946 0004' } } });
			streams.poke(practice.id);

			await vi.waitFor(() => expect(changesIn(heard)).toHaveLength(1), waiting);
			expect(changesIn(heard)).toMatchObject([{ kind: 'gardener', row: { phone: null } }]);
			expect(JSON.stringify(heard)).not.toContain('7946');
		});

		test('that is large comes as news only, and the next small one as a patch', async () => {
			const { heard } = listen(ben);
			await ann.does(plot('Long '.repeat(2000)));
			streams.poke(practice.id);
			await vi.waitFor(() => expect(heard).toEqual([{ news: ann.cookie?.version }]), waiting);
			await ben.pulls();

			await ann.does(plot('Short'));
			streams.poke(practice.id);

			await vi.waitFor(() => expect(heard).toHaveLength(2), waiting);
			expect(heard[1]).toMatchObject({ from: ben.cookie, changes: [{ row: { title: 'Short' } }] });
		});

		test('that was missed before the stream opened is sent at once', async () => {
			await ann.does(plot('Missed'));

			const { heard } = listen(ben);

			await vi.waitFor(() => expect(heard).toHaveLength(1), waiting);
			expect(heard[0]).toMatchObject({ changes: [{ row: { title: 'Missed' } }] });
		});

		test('is news for a device whose cookie cannot be built on', async () => {
			ben.cookie = null;

			const { heard } = listen(ben);

			await vi.waitFor(() => expect(heard).toEqual([{ news: ann.cookie?.version }]), waiting);
		});

		test('in another practice is not heard', async () => {
			const other = await newPractice(open().database);
			const { heard } = listen(ben);
			const cat = await other.join('coordinator');
			await cat.does(plot('Elsewhere'));
			streams.poke(other.id);

			await ann.does(plot('Here'));
			streams.poke(practice.id);

			await vi.waitFor(() => expect(heard).toHaveLength(1), waiting);
			expect(JSON.stringify(heard)).not.toContain('Elsewhere');
		});
	});

	describe('a stream ends', () => {
		const change = async (changes: object) => {
			const { personId: id } = ben.who;
			await ann.does({ name: 'gardener.edit', args: { id, changes } });
			streams.poke(practice.id);
		};

		test('when the person leaves', async () => {
			const { heard, onclose } = listen(ben);

			await change({ leftOn: '2026-11-20' });

			await vi.waitFor(() => expect(onclose).toHaveBeenCalledOnce(), waiting);
			expect(heard).toEqual([]);
			expect(streams.count).toBe(0);
		});

		test('when the role changes', async () => {
			const { heard, onclose } = listen(ben);

			await change({ role: 'volunteer' });

			await vi.waitFor(() => expect(onclose).toHaveBeenCalledOnce(), waiting);
			expect(heard).toEqual([]);
		});

		test('when the device is removed', async () => {
			const { practiceId, personId, deviceId } = ben.who;
			const session = { token_hash: 'x', name: 'Phone', created_at: 0, seen_at: 0, expires_at: 0 };
			await open().database.withPractice(practiceId, (trx) =>
				trx
					.insertInto('device')
					.values({
						...{ ...session, practice_id: practiceId, id: deviceId },
						...{ person_id: personId, removed_at: 1 }
					})
					.execute()
			);

			const { onclose } = listen(ben);

			await vi.waitFor(() => expect(onclose).toHaveBeenCalledOnce(), waiting);
		});

		test('for one device, for one person, or for all', async () => {
			const twin = await practice.join('reader');
			const [first, second, third] = [listen(ann), listen(ben), listen(twin)];

			streams.closeFor(ann.who.deviceId);
			streams.closeFor(ben.who.personId);
			expect([first, second, third].map(({ onclose }) => onclose.mock.calls.length)).toEqual([
				1, 1, 0
			]);
			streams.closeAll();

			expect(third.onclose).toHaveBeenCalledOnce();
			expect(streams.count).toBe(0);
		});

		test('as soon as it opens, when the server is about to stop', async () => {
			streams.closeAll();

			const late = listen(ann);

			await vi.waitFor(() => expect(late.onclose).toHaveBeenCalledOnce());
			expect(streams.count).toBe(0);
		});

		test('silently when the device goes away', async () => {
			const stream = listen(ben);

			stream.close();
			await ann.does(plot());
			streams.poke(practice.id);

			expect(streams.count).toBe(0);
			expect(stream.onclose).not.toHaveBeenCalled();
			expect(stream.heard).toEqual([]);
		});
	});
});

describe.skipIf(!hasPostgres)('streams of several servers on PostgreSQL', () => {
	test('hear of a change that another server made', async () => {
		const place = await postgresSchema();
		const [here, there] = [await openDatabase(place.options), await openDatabase(place.options)];
		const practice = await newPractice(here);
		const ann = await practice.join('coordinator');
		await ann.pulls();
		const streams = new Streams(new TestEngine(there));
		const { outboxId, ack, cookie } = ann;
		const heard: (Patch | News)[] = [];
		streams.open(ann.who, { outboxId, protocol, ack, cookie }, (found) => heard.push(found));

		await ann.does({ name: 'plot.add', args: { id: v7(), title: 'From here' } });

		await vi.waitFor(() => expect(heard).toHaveLength(1), { timeout: 20_000, interval: 20 });
		expect(JSON.stringify(heard)).toContain('From here');
		streams.closeAll();
		await here.close();
		await there.close();
		await place.remove();
	});
});
