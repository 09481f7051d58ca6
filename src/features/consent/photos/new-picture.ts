/**
 * What every new picture brings, and why it may not be added.
 */
import { refuse, type Refusal } from '#domain/refusal.ts';
import type { Transaction } from '#domain/transaction.ts';
import * as z from 'zod/mini';
import {
	hashSchema,
	likenessSchema,
	photoRecord,
	sideSchema,
	sizeSchema,
	thumbSchema,
	type Photo
} from './record.ts';

/** An app from before size and likeness were kept leaves them out. */
export const pictureFields = {
	hash: hashSchema,
	thumb: thumbSchema,
	width: sideSchema,
	height: sideSchema,
	bytes: z.exactOptional(sizeSchema),
	likeness: z.exactOptional(likenessSchema)
};

/** A photo of which nobody has said anything yet. */
export const nothingKnown = {
	bytes: null,
	likeness: '',
	madeFromId: null,
	occasion: '',
	placeKind: null,
	venueId: null,
	area: null,
	isHomeAgreed: false,
	consentIds: [],
	peopleCount: null,
	nobodyRecognisable: false,
	nobodyCheckedBy: null,
	credit: '',
	licence: '',
	lookedBy: null,
	lookedOn: null,
	concerns: [],
	isHeldBack: false,
	status: 'kept'
} as const satisfies Partial<Photo>;

export async function whyNotNew(
	transaction: Transaction,
	{ id, hash }: Pick<Photo, 'id' | 'hash'>
): Promise<Refusal | undefined> {
	if (await transaction.get(photoRecord, id)) {
		return refuse('already-here', 'This photo is already here.');
	}
	const same = await transaction.by(photoRecord, 'hash', hash);
	if (same.length > 0) return refuse('same-photo', 'This picture is already among the photos.');
	return undefined;
}
