/**
 * Photos in the simulation: their bytes travel apart from the records that name them, and are
 * never lost on the way.
 */
import { png } from '#tests/support/pictures.ts';
import { promise } from './broken-promise.ts';
import { addPicture, pictureRecord, removePicture } from './kinds.ts';
import type { SimulatedDevice } from './surroundings.ts';
import type { World } from './world.ts';

const tiny = { width: 1, height: 1 };
const made = new Map<number, Promise<Buffer>>();

/** A few pictures only: two people may well add the same one. */
function pictureOf(shade: number): Promise<Buffer> {
	const known = made.get(shade) ?? png(shade, tiny);
	made.set(shade, known);
	return known;
}

export async function takePhoto(world: World, device: SimulatedDevice): Promise<void> {
	const bytes = await pictureOf(world.chance.below(40));
	const added = await device.store.addPhoto(new Uint8Array(bytes).buffer, 'image/png');
	if (!('hash' in added)) return;
	const { hash } = added;
	const refusal = await device.store.mutate(addPicture, { id: world.newId(), hash });
	if (!refusal) world.photos.set(hash, device.number);
}

export async function dropPhoto(world: World, device: SimulatedDevice): Promise<void> {
	const picture = world.chance.pick(await device.store.all(pictureRecord));
	if (picture) await device.store.mutate(removePicture, { id: picture.id });
}

/** The hashes of the bytes that the practice has. */
async function keptHashes({ server }: World): Promise<Set<string>> {
	const { practiceId } = server;
	const rows = await server.read((trx) =>
		trx.selectFrom('photo').select('hash').where('practice_id', '=', practiceId).execute()
	);
	return new Set(rows.map(({ hash }) => hash));
}

/** By world: what was named at the last look, and what was named once and then no more. */
const goneOnce = new WeakMap<World, { named: Set<unknown>; hashes: Set<unknown> }>();

/** Removed once: a backup from before may name it again, or hear anew who added it. */
function isBack(world: World, hash: string): boolean {
	return world.epochs > 0 && goneOnce.get(world)?.hashes.has(hash) === true;
}

/** A photo that a record names is on some phone that will send it, or at the practice. */
export async function checkPhotos(world: World): Promise<void> {
	if (world.photos.size === 0) return;
	const named = namedHashes(world);
	const gone = goneOnce.get(world) ?? { named: new Set<unknown>(), hashes: new Set<unknown>() };
	for (const hash of gone.named) if (!named.has(hash)) gone.hashes.add(hash);
	goneOnce.set(world, { ...gone, named });
	// What is back is offered again, and looked at in the end.
	const wanted = [...world.photos].filter(([hash]) => named.has(hash) && !isBack(world, hash));
	if (wanted.length === 0) return;
	const kept = await keptHashes(world);
	for (const [hash, number] of wanted) {
		if (kept.has(hash) || world.devices[number]?.isWiped) continue;
		const holders = await holdersOf(world, hash);
		promise(holders > 0, `The photo ${hash.slice(0, 8)} of device ${number} is nowhere.`);
	}
}

/** In the end the practice has all of them, and no device keeps what no record names. */
export async function checkPhotosEnd(world: World): Promise<void> {
	const named = namedHashes(world);
	const kept = await keptHashes(world);
	for (const [hash, number] of world.photos) {
		if (!named.has(hash) || kept.has(hash) || world.devices[number]?.isWiped) continue;
		// It was sent, and whoever took it may not add photos any more: they read so.
		const isToldWhy = await isRefused(world, hash);
		// The bytes went with the removal, at once; whoever removed it is told that it is back.
		const isOnlyNamed = isBack(world, hash) && (await holdersOf(world, hash)) === 0;
		promise(isToldWhy || isOnlyNamed, `The photo ${hash.slice(0, 8)} was never sent.`);
	}
	for (const { number, tables, isWiped } of world.devices) {
		if (isWiped) continue;
		const attention = JSON.stringify(await tables.session.small('attention').all());
		for (const { hash, isSent } of await tables.session.small('photo-state').all()) {
			const isWanted = named.has(hash) || attention.includes(hash) || !isSent;
			promise(isWanted, `Device ${number} still keeps a removed photo.`);
		}
	}
}

function namedHashes({ watch }: World): Set<unknown> {
	const rows = [...watch.ledger.records].filter(([key]) => key.startsWith(pictureRecord.kind));
	return new Set(rows.map(([, row]) => row['hash']));
}

async function isRefused({ devices }: World, hash: string): Promise<boolean> {
	for (const { tables, isWiped } of devices) {
		const state = isWiped ? undefined : await tables.session.small('photo-state').get(hash);
		if (state?.refusal !== undefined) return true;
	}
	return false;
}

async function holdersOf({ devices }: World, hash: string): Promise<number> {
	let holders = 0;
	for (const { tables, isWiped } of devices) {
		if (!isWiped && (await tables.session.small('photo').get(hash))) holders += 1;
	}
	return holders;
}
