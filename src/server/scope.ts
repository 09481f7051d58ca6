/**
 * What a role may see, and the short name of it that cookies carry.
 *
 * When a role or these rules change, so does the scope, and the device takes everything anew.
 */
import { overlapRecord } from '#domain/overlap.ts';
import type { Cookie } from '#domain/protocol.ts';
import { protocolVersion } from '#domain/protocol.ts';
import { mayReadField } from '#domain/record.ts';
import type { Registry } from '#domain/registry.ts';
import type { Role } from '#domain/roles.ts';
import type { Fields } from '#domain/transaction.ts';
import type { Practice } from './practice.ts';
import { fieldsIn, sha256 } from './rows.ts';

/** Who reads: everything that decides what is sent. */
export interface Reader {
	readonly registry: Registry;
	readonly role: Role;
}

type Row = Record<string, unknown>;

const rulesOfRegistry = new WeakMap<Registry, string>();
/** Asked for in every push, pull and poke. */
const kindsOfRegistry = new WeakMap<Registry, Map<Role, readonly string[]>>();

export function scopeOf({ registry, role }: Reader, practiceId: string): string {
	return sha256(JSON.stringify([practiceId, role, rulesOf(registry)])).slice(0, 32);
}

export function cookieAt(practice: Practice, scope: string): Cookie {
	const { epoch, version } = practice;
	return { epoch, version, scope, protocol: protocolVersion };
}

export function readableKinds({ registry, role }: Reader): readonly string[] {
	const known = kindsOfRegistry.get(registry) ?? new Map<Role, readonly string[]>();
	kindsOfRegistry.set(registry, known);
	const kinds =
		known.get(role) ??
		registry.records.filter(({ readers }) => readers.includes(role)).map(({ kind }) => kind);
	known.set(role, kinds);
	return kinds;
}

/**
 * The record as this reader gets it; undefined when they may not hold it.
 *
 * The stored text is not brought up to date here: devices that pulled before and after an
 * update of the server must hold the same bytes. They read it with today's schema anyway.
 */
export function rowFor(reader: Reader, kind: string, body: string): Row | undefined {
	return rowOf(reader, kind, fieldsIn(body));
}

/** The same, of fields that have been read already. */
export function rowOf({ registry, role }: Reader, kind: string, fields: Fields): Row | undefined {
	const type = registry.typeOf(kind);
	if (!type?.readers.includes(role)) return undefined;
	const row = { ...fields };
	if (kind === overlapRecord.kind && !mayReadOverlap({ registry, role }, row)) return undefined;
	const { confidential } = type;
	if (!confidential || confidential.readers.includes(role)) return row;
	for (const field of confidential.fields) row[field] = null;
	return row;
}

/** An overlap shows two values of a field, so it is for those who may read that field. */
function mayReadOverlap({ registry, role }: Reader, { recordKind, field }: Row): boolean {
	const about = typeof recordKind === 'string' ? registry.typeOf(recordKind) : undefined;
	return about !== undefined && typeof field === 'string' && mayReadField(about, field, role);
}

function rulesOf(registry: Registry): string {
	const known = rulesOfRegistry.get(registry);
	if (known !== undefined) return known;
	const rules = registry.records
		.map(({ kind, readers, confidential }) => [
			kind,
			readers.toSorted(),
			confidential?.fields.toSorted() ?? [],
			confidential?.readers.toSorted() ?? []
		])
		.sort(([one], [other]) => (String(one) < String(other) ? -1 : 1));
	const hash = sha256(JSON.stringify(rules));
	rulesOfRegistry.set(registry, hash);
	return hash;
}
