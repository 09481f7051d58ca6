/**
 * Photo bytes on this device: waiting to be sent, or kept to be seen with no signal.
 *
 * Named by the SHA-256 of what is sent. Records travel apart and may refer to bytes to come.
 */
import type { StoreParts } from './parts.ts';

/** Keeps the bytes for sending; returns their name. */
export async function addPhoto(
	{ tables, now }: StoreParts,
	bytes: ArrayBuffer,
	mime: string
): Promise<string> {
	const hash = await sha256(bytes);
	const at = now();
	await tables.write(async (session) => {
		if (await session.small('photo').get(hash)) return;
		await session.small('photo').put({ hash, mime, bytes, isSent: false, at });
	});
	return hash;
}

/** An object URL for an `img`; undefined when the picture is not here and cannot be had now. */
export async function photoUrl({ tables }: StoreParts, hash: string): Promise<string | undefined> {
	const kept = await tables.session.small('photo').get(hash);
	if (kept) return URL.createObjectURL(new Blob([kept.bytes], { type: kept.mime }));
	const answer = await fetch(`/api/photos/${hash}`).catch(() => undefined);
	if (!answer?.ok) return undefined;
	return URL.createObjectURL(await answer.blob());
}

async function sha256(bytes: ArrayBuffer): Promise<string> {
	const digest = await crypto.subtle.digest('SHA-256', bytes);
	return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A file to hand to another app; undefined when the picture is not here and cannot be had now. */
export async function photoFile(
	{ tables }: StoreParts,
	hash: string,
	name: string
): Promise<File | undefined> {
	const kept = await tables.session.small('photo').get(hash);
	if (kept) return new File([kept.bytes], `${name}.jpg`, { type: kept.mime });
	const answer = await fetch(`/api/photos/${hash}`).catch(() => undefined);
	if (!answer?.ok) return undefined;
	const blob = await answer.blob();
	return new File([blob], `${name}.jpg`, { type: blob.type });
}
