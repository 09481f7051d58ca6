/**
 * What a record type is: kind, shape, indexes, who may read it, how its fields meet.
 *
 * The engine is handed record types and names none of them.
 */
import * as z from 'zod/mini';
import type { Role } from './roles.ts';

/** Fields that every record has. Spread into each schema. */
export const recordFields = {
	/** UUIDv7, made on the device that created the record. */
	id: z.uuid(),
	/** When it was created (ms since 1970, UTC). */
	createdAt: z.int(),
	/** The person who created it. */
	createdBy: z.string()
};

export interface RowBase {
	readonly id: string;
	readonly createdAt: number;
	readonly createdBy: string;
}

/**
 * What becomes of a field that two people changed without seeing each other's change.
 *
 * `latest` (the default): what arrives later stands, the other value is kept in an overlap.
 * `text`: merged three ways; where that fails, what stands stays and the other is offered.
 * `decided`: the mutation's own rules decide. `adds-up`: entries that never clash.
 * `{ safer }`: the value that comes first in the list wins, whatever the order of arrival.
 * `{ eachBy }`: a list of things that this field of theirs tells apart; each is merged by itself.
 */
export type FieldPolicy =
	| 'latest'
	| 'text'
	| 'decided'
	| 'adds-up'
	| { readonly safer: readonly unknown[] }
	| { readonly eachBy: string };

export interface RecordType<Kind extends string = string, Row extends RowBase = RowBase> {
	readonly kind: Kind;
	/** What a person calls one of them, in lower case: 'post', 'photo consent'. */
	readonly noun: string;
	/** Where its screen is: '/posts/:id', with `:id` for the record's id. */
	readonly path?: string;
	readonly schema: z.ZodMiniType<Row>;
	/** Text or list-of-text fields that can be looked up. */
	readonly indexes: readonly string[];
	/** The field that holds the record's calendar day, for ranges and for what syncs first. */
	readonly day?: string;
	/** Who holds this kind of record at all. */
	readonly readers: readonly Role[];
	/** Nullable fields that only some readers get; the others get null. */
	readonly confidential?: { readonly fields: readonly string[]; readonly readers: readonly Role[] };
	/** Fields of which a history tells that they changed, and never what stood in them. */
	readonly untold?: readonly string[];
	/** Fields that go with the record: history never holds what stood in them, so no undo brings it back. */
	readonly fleeting?: readonly string[];
	/** A photo that only some may see, like that of a signed form. */
	readonly paper?: Paper<Row>;
	/** What becomes of fields that two people changed; 'latest' where nothing is said. */
	readonly fields?: Readonly<Partial<Record<string, FieldPolicy>>>;
	/** One line that names the record to a person. Leave out what only some may read. */
	title(row: Row): string;
	/** Words that a search finds it by, besides the title. */
	words?(row: Row): string;
	/** Names of fields as a person reads them in a history. */
	readonly labels?: Readonly<Partial<Record<string, string>>>;
	/** What the device keeps beside each record for screens that look at very many; see `withDigest`. */
	readonly digest?: Digest<Row, unknown>;
}

/** A small value made from a row alone, so that the row need not be read to draw a chart. */
export interface Digest<Row, Value> {
	/** Another number: what devices have kept is made again. Raise it whenever `of` changes. */
	readonly shape: number;
	/** What a database can keep: numbers, text, lists of them, typed arrays. */
	of(row: Row): Value;
}

/** A record type whose digests can be read, by days. */
export interface Digested<
	Row extends RowBase,
	Value,
	Kind extends string = string
> extends RecordType<Kind, Row> {
	readonly day: string;
	readonly digest: Digest<Row, Value>;
}

interface Paper<Row extends RowBase> {
	/** The field that holds the SHA-256 of its bytes; null for none. */
	readonly field: string;
	readonly readers: readonly Role[];
	/** Who took it and may still see it; null once only the readers may. */
	maker(row: Row): string | null;
}

export type RowOf<Type> = Type extends RecordType<string, infer Row> ? Row : never;

type FieldOf<Row> = keyof Row & string;

/** A record type as it is written down: every field name is checked against the schema. */
interface Definition<Kind extends string, Row extends RowBase> extends RecordType<Kind, Row> {
	readonly indexes: readonly FieldOf<Row>[];
	readonly day?: FieldOf<Row>;
	readonly confidential?: {
		readonly fields: readonly FieldOf<Row>[];
		readonly readers: readonly Role[];
	};
	readonly untold?: readonly FieldOf<Row>[];
	readonly fleeting?: readonly FieldOf<Row>[];
	readonly paper?: Paper<Row> & { readonly field: FieldOf<Row> };
	readonly fields?: Readonly<Partial<Record<FieldOf<Row>, FieldPolicy>>>;
	readonly labels?: Readonly<Partial<Record<FieldOf<Row>, string>>>;
}

/** Keeps the literal kind and infers the row from the schema. */
export function defineRecord<const Kind extends string, Row extends RowBase>(
	type: Definition<Kind, Row>
): RecordType<Kind, Row> {
	return type;
}

/** The same record type, with a digest; `day` is its field of days. */
export function withDigest<Kind extends string, Row extends RowBase, Value>(
	type: RecordType<Kind, Row>,
	day: FieldOf<Row>,
	digest: Digest<Row, Value>
): Digested<Row, Value, Kind> {
	return { ...type, day, digest };
}

/** A field by its name, of a row whose type is not known here. */
export function fieldOf(row: RowBase, field: string): unknown {
	const found: unknown = Object.hasOwn(row, field) ? Reflect.get(row, field) : undefined;
	return found;
}

/** The row as this role may read it; undefined when it may not be held at all. */
export function readableRow<Row extends RowBase>(
	type: RecordType<string, Row>,
	row: Row,
	role: Role
): Row | undefined {
	if (!type.readers.includes(role)) return undefined;
	if (!type.confidential || type.confidential.readers.includes(role)) return row;
	const blanked = Object.fromEntries(type.confidential.fields.map((field) => [field, null]));
	return { ...row, ...blanked };
}

/** Only those of the given fields that this role may read (for history and overlaps). */
export function mayReadField(type: RecordType, field: string, role: Role): boolean {
	if (!type.readers.includes(role)) return false;
	const { confidential } = type;
	return !confidential?.fields.includes(field) || confidential.readers.includes(role);
}

class UnreadableRecord extends Error {
	override readonly name = 'UnreadableRecord';
	constructor(kind: string, id: string, cause: unknown) {
		super(`A ${kind} could not be read (${id}).`, { cause });
	}
}

/** @throws {UnreadableRecord} when the stored value is not of this type. A defect. */
export function readRow<Row extends RowBase>(
	type: RecordType<string, Row>,
	id: string,
	stored: unknown
): Row {
	const parsed = type.schema.safeParse(stored);
	if (!parsed.success) throw new UnreadableRecord(type.kind, id, parsed.error);
	return parsed.data;
}

/** One key for a record in maps and messages: 'post/0190…'. */
export function recordKey(kind: string, id: string): string {
	return `${kind}/${id}`;
}

export function keyParts(key: string): { kind: string; id: string } {
	const cut = key.indexOf('/');
	return { kind: key.slice(0, cut), id: key.slice(cut + 1) };
}
