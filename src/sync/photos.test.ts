/**
 * Photos on their way: one at a time, after what people did, on Wi-Fi only where someone wants that.
 */
import { beforeEach, describe, expect, test } from 'vitest';
import { protocolVersion, type MutationMessage, type Patch } from '#domain/protocol.ts';
import { registry } from '#features/registry.ts';
import { addPhoto } from '#features/consent/photos/mutations.ts';
import { consentRecord, photoRecord, type Consent } from '#features/consent/record.ts';
import { prepareDevice } from '#store/open-tables.ts';
import { tidyPhotos } from '#store/photo-tidying.ts';
import { Store } from '#store/store.ts';
import { SyncPort } from '#store/sync-port.ts';
import { setDeviceValue } from '#store/tables.ts';
import { refusedPhotos, waitingPhotos } from '#store/photos.ts';
import { aMoment, idFor, otherVolunteer, practiceId, volunteer } from '#tests/support/actors.ts';
import { aThumb, consentOf, photoOf } from '#tests/support/consents.ts';
import { MemoryTables } from '#tests/support/memory-tables.ts';
import { syncRound, type RoundParts } from './sync.ts';

const cookie = { epoch: 'first', version: 1, scope: 'volunteer', protocol: protocolVersion };
let tables: MemoryTables;
let store: Store;
let port: SyncPort;
/** What the server was asked, in order: 'push', 'pull', or the first byte of a photo. */
let asked: string[];
let onsend: (byte: number) => Awaited<ReturnType<RoundParts['server']['sendPhoto']>>;

beforeEach(async () => {
	tables = new MemoryTables(registry.records.map(({ kind }) => kind));
	let count = 0;
	const newId = () => idFor(0x900 + count++);
	const me = { ...volunteer, practiceId, name: 'Ann', practiceName: 'Example Practice' };
	await prepareDevice(tables, newId);
	await tables.write(async (session) => {
		await setDeviceValue(session, 'cookie', cookie);
		await setDeviceValue(session, 'epoch', cookie.epoch);
		await setDeviceValue(session, 'me', me);
	});
	const parts = { tables, registry, me, now: () => aMoment, newId };
	store = new Store(parts);
	port = new SyncPort(parts);
	asked = [];
	onsend = () => 'sent';
});

function patch(outcomes: Patch['outcomes'] = []): Patch {
	const none = { changes: [], resume: null, progress: null };
	const head = { protocol: protocolVersion, epoch: 'first', lastSeq: outcomes.at(-1)?.seq ?? 0 };
	return { ...head, ...none, from: cookie, to: cookie, outcomes };
}

const server: RoundParts['server'] = {
	push: (_point, mutations: readonly MutationMessage[]) => {
		asked.push('push');
		return Promise.resolve(
			patch(mutations.map(({ seq, uuid }) => ({ seq, uuid, result: 'applied', version: 1 })))
		);
	},
	pull: () => {
		asked.push('pull');
		return Promise.resolve(patch());
	},
	sendPhoto: (_hash, _mime, bytes) => {
		const byte = new Uint8Array(bytes)[0] ?? 0;
		asked.push(`photo ${byte}`);
		return Promise.resolve(onsend(byte));
	}
};

const round = (isOnWifi = false) =>
	syncRound({ port, server, now: () => aMoment, isOnWifi: () => isOnWifi });

/** Bytes with a record that the practice has. */
async function add(number: number): Promise<void> {
	const added = await store.addPhoto(new Uint8Array([number]).buffer, 'image/jpeg');
	if ('refusal' in added) throw new Error(added.refusal.message);
	const row = photoOf({ id: idFor(number), hash: added.hash, createdBy: volunteer.personId });
	await tables.write((session) =>
		session.rows(photoRecord.kind).put({ id: row.id, version: 1, row })
	);
}

test('All go, one after the other, and none goes twice', async () => {
	await add(1);
	await add(2);

	expect(await round()).toBe('done');
	expect(await round()).toBe('done');

	expect(asked.filter((what) => what.startsWith('photo')).sort()).toEqual(['photo 1', 'photo 2']);
	expect(await waitingPhotos(tables.session)).toEqual([]);
});

test('After a break the same photo goes again, from its start', async () => {
	await add(1);
	onsend = () => ({ error: 'offline' });

	expect(await round()).toBe('offline');
	onsend = () => 'sent';
	expect(await round()).toBe('done');

	expect(asked.filter((what) => what.startsWith('photo'))).toEqual(['photo 1', 'photo 1']);
});

test('What is done while photos are on their way goes before the next photo', async () => {
	await add(1);
	await add(2);
	let hasActed: Promise<unknown> | undefined;
	onsend = () => {
		const picture = { hash: 'd'.repeat(64), thumb: aThumb, width: 6, height: 4 };
		const args = { id: idFor(0x70), ...picture, takenOn: null, source: 'own' as const };
		hasActed ??= store.mutate(addPhoto, args);
		return 'sent';
	};
	const sending = server.sendPhoto;
	const slow = {
		...server,
		sendPhoto: async (...sent: Parameters<typeof sending>) => {
			const answer = await sending(...sent);
			expect(await hasActed).toBeUndefined();
			return answer;
		}
	};

	await syncRound({ port, server: slow, now: () => aMoment });

	expect(asked[2]).toBe('push');
	expect(asked.filter((what) => what.startsWith('photo'))).toHaveLength(2);
});

test('On Wi-Fi only: they wait on another network, and words go all the same', async () => {
	await add(1);
	await tables.write((session) => setDeviceValue(session, 'photosOnWifi', true));

	expect(await round(false)).toBe('done');
	expect(asked).toEqual(['pull']);
	expect(await waitingPhotos(tables.session)).toHaveLength(1);

	expect(await round(true)).toBe('done');
	expect(asked).toContain('photo 1');
});

test('“Send them now” holds for those that wait, and no longer', async () => {
	await add(1);
	await tables.write(async (session) => {
		await setDeviceValue(session, 'photosOnWifi', true);
		await setDeviceValue(session, 'photosNow', true);
	});

	await round(false);
	await add(2);
	await round(false);

	expect(asked.filter((what) => what.startsWith('photo'))).toEqual(['photo 1']);
});

test('A photo that the practice refuses is told, stays here, and holds back no other', async () => {
	await add(1);
	await add(2);
	onsend = (byte) => (byte === 1 ? { error: 'bad-request', message: 'No picture.' } : 'sent');

	expect(await round()).toBe('done');

	expect(await refusedPhotos(tables.session)).toMatchObject([{ refusal: 'No picture.' }]);
	expect(await waitingPhotos(tables.session)).toEqual([]);
	expect(await tables.session.small('photo').all()).toHaveLength(2);
});

test('In the middle of a download a photo stays: what names it may be still to come', async () => {
	const added = await store.addPhoto(new Uint8Array([5]).buffer, 'image/jpeg');
	const hash = 'hash' in added ? added.hash : '';
	const tidy = () => tidyPhotos({ ...store.parts, now: () => aMoment + 3_600_000 });
	const set = (held: typeof cookie | null, resume: string | null) =>
		tables.write(async (session) => {
			await setDeviceValue(session, 'cookie', held);
			await setDeviceValue(session, 'resume', resume);
		});
	const isHere = async () => (await tables.session.small('photo').get(hash)) !== undefined;

	await set(null, 'page 2');
	await tidy();
	expect(await isHere()).toBe(true);
	await set(cookie, 'page 2');
	await tidy();
	expect(await isHere()).toBe(true);
	await set(cookie, null);
	await tidy();
	expect(await isHere()).toBe(false);
});

describe('The photo of a signed paper', () => {
	const hashes = async () => (await tables.session.small('photo').all()).map(({ hash }) => hash);

	async function addPaper(changes: Partial<Consent>): Promise<string> {
		const added = await store.addPhoto(new Uint8Array([7]).buffer, 'image/jpeg');
		if ('refusal' in added) throw new Error(added.refusal.message);
		const row = consentOf(1, { ...changes, paperHash: added.hash });
		await tables.write((session) =>
			session.rows(consentRecord.kind).put({ id: row.id, version: 1, row })
		);
		return added.hash;
	}

	test('goes to the practice as every photo does', async () => {
		await addPaper({ status: 'given', takenBy: volunteer.personId });

		expect(await round()).toBe('done');

		expect(asked).toContain('photo 7');
		expect(await waitingPhotos(tables.session)).toEqual([]);
	});

	test.each([
		['stays with whoever took it until the practice has confirmed the form', 'given', 1],
		['leaves the phone of whoever took it once that is done', 'confirmed', 0]
	] as const)('%s', async (_, status, left) => {
		await addPaper({ status, takenBy: volunteer.personId });

		await round();
		await round();

		expect(asked).toContain('photo 7');
		expect(await hashes()).toHaveLength(left);
	});

	test('leaves the phone of everyone else as soon as the practice has it', async () => {
		await addPaper({ status: 'given', takenBy: otherVolunteer.personId });

		await round();

		expect(asked).toContain('photo 7');
		expect(await hashes()).toEqual([]);
	});

	test('stays while the form is still being filled in, however long that takes', async () => {
		const added = await store.addPhoto(new Uint8Array([8]).buffer, 'image/jpeg');
		const values = { form: { paperHash: 'hash' in added ? added.hash : '' } };
		await tables.write((session) =>
			session.small('draft').put({ key: 'consent/asking/', values, at: aMoment })
		);

		await tidyPhotos({ ...store.parts, now: () => aMoment + 3_600_000 });

		expect(await hashes()).toHaveLength(1);
	});
});
