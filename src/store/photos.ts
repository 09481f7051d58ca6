/**
 * Photo bytes on this device: waiting to be sent, or kept to be seen with no signal.
 *
 * Named by the SHA-256 of what is sent. Records travel apart and may refer to bytes to come. What
 * no record names any more goes from here too: see photo-tidying.ts.
 */
import { refuse, type Refusal } from '#domain/refusal.ts';
import { fullOrThrow, isStorageFull } from './full-phone.ts';
import type { StoreParts } from './parts.ts';
import type { PhotoState, TableSession } from './tables.ts';

const noRoom = refuse(
	'storage-full',
	'This phone is full, so this picture was not added. Delete pictures or apps that you do not ' +
		'need, then add it again. What you saved before is safe.'
);

/** Keeps the bytes for sending; returns their name, or a refusal when there is no room for them. */
export async function addPhoto(
	{ tables, now }: StoreParts,
	bytes: ArrayBuffer,
	mime: string
): Promise<{ hash: string } | { refusal: Refusal }> {
	const hash = await sha256(bytes);
	try {
		await tables.write(async (session) => {
			if (await session.small('photo').get(hash)) return;
			await keep(session, { hash, mime, bytes, at: now() }, false);
		});
	} catch (error) {
		return { refusal: await fullOrThrow(tables, error, noRoom) };
	}
	return { hash };
}

async function keep(
	session: TableSession,
	photo: { hash: string; mime: string; bytes: ArrayBuffer; at: number },
	isSent: boolean
): Promise<void> {
	const { hash, bytes, at } = photo;
	await session.small('photo').put(photo);
	await session.small('photo-state').put({ hash, at, size: bytes.byteLength, isSent });
}

/** The picture; undefined when it is not here and cannot be had now. */
export async function photoBlob(
	{ tables, now }: StoreParts,
	hash: string
): Promise<Blob | undefined> {
	const kept = await tables.session.small('photo').get(hash);
	if (kept) return new Blob([kept.bytes], { type: kept.mime });
	// Kept here and not by the browser: when the photo is removed, it can be deleted.
	const answer = await fetch(`/api/photos/${hash}`, { cache: 'no-store' }).catch(() => undefined);
	if (!answer?.ok) return undefined;
	const blob = await answer.blob();
	const photo = { hash, mime: blob.type, bytes: await blob.arrayBuffer(), at: now() };
	await tables
		.write((session) => keep(session, photo, true))
		.catch((error: unknown) => {
			// A full phone shows it all the same.
			if (!isStorageFull(error)) throw error;
		});
	return blob;
}

/** An object URL for an `img`; undefined when the picture is not here and cannot be had now. */
export async function photoUrl(parts: StoreParts, hash: string): Promise<string | undefined> {
	const blob = await photoBlob(parts, hash);
	return blob && URL.createObjectURL(blob);
}

/** A file to hand to another app; undefined when the picture is not here and cannot be had now. */
export async function photoFile(
	parts: StoreParts,
	hash: string,
	name: string
): Promise<File | undefined> {
	const blob = await photoBlob(parts, hash);
	return blob && new File([blob], `${name}.jpg`, { type: blob.type });
}

/** Photos that the practice does not have yet and may still get, oldest first. */
export async function waitingPhotos(session: TableSession): Promise<PhotoState[]> {
	const states = new Map((await session.small('photo-state').all()).map((one) => [one.hash, one]));
	for (const hash of await session.small('photo').keys()) {
		if (states.has(String(hash))) continue;
		states.set(String(hash), { hash: String(hash), size: 0, isSent: false, at: 0 });
	}
	return [...states.values()]
		.filter(({ isSent, refusal }) => !isSent && refusal === undefined)
		.sort((one, other) => one.at - other.at);
}

/** Photos that the practice did not take, with its words. */
export async function refusedPhotos(session: TableSession): Promise<PhotoState[]> {
	const states = await session.small('photo-state').all();
	return states.filter(({ refusal }) => refusal !== undefined);
}

async function sha256(bytes: ArrayBuffer): Promise<string> {
	const digest = await crypto.subtle.digest('SHA-256', bytes);
	return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
