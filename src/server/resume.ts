/**
 * Where a pull of several pages goes on: all of it is in the token, nothing in the server.
 *
 * A token is the device's word: it chooses a place, never what may be seen.
 */
import * as z from 'zod/mini';
import { sha256 } from './rows.ts';

/** Names epoch and scope: a token from before a restore or a change of role is of no use. */
const seal = z.string();

const placeSchema = z.discriminatedUnion('at', [
	/** A kept page of a snapshot. */
	z.strictObject({ at: z.literal('snapshot'), seal, version: z.int(), page: z.int() }),
	/** Changes after a version. */
	z.strictObject({
		at: z.literal('changes'),
		seal,
		/** The version that the device had; null when this follows a snapshot. */
		from: z.nullable(z.int()),
		/** Everything up to this record of this version has been sent. */
		version: z.int(),
		kind: z.string(),
		id: z.string(),
		/** Records sent so far, and in all as far as was known at the start. */
		done: z.int(),
		of: z.int()
	})
]);
export type Place = z.infer<typeof placeSchema>;

export function sealOf(epoch: string, scope: string): string {
	return sha256(`${epoch}/${scope}`).slice(0, 24);
}

export function tokenOf(place: Place): string {
	return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** Undefined for anything that this server did not write. */
export function placeOf(token: string): Place | undefined {
	try {
		const text = Buffer.from(token, 'base64url').toString('utf8');
		const parsed = placeSchema.safeParse(JSON.parse(text));
		return parsed.success ? parsed.data : undefined;
	} catch {
		return undefined;
	}
}
