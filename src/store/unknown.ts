/**
 * What the practice sends and this app is too old to know: a newer app on this phone will know it.
 *
 * Fields are kept beside those that are known. Records of an unknown kind have no table here, so
 * their kinds are noted, and once an update knows one of them everything is fetched anew.
 */
import { isFields, type Change } from '#domain/protocol.ts';
import type { RowBase } from '#domain/record.ts';
import type { Registry } from '#domain/registry.ts';
import { deviceValue, setDeviceValue, type TableSession } from './tables.ts';

/** The row as it was read, and beside it what was not understood. */
export function withUnknown(sent: Readonly<Record<string, unknown>>, read: RowBase): RowBase {
	const { id, createdAt, createdBy } = read;
	return { ...sent, ...together(sent, { ...read }), id, createdAt, createdBy };
}

function together(sent: Fields, read: Fields): Fields {
	return Object.fromEntries(
		Object.entries(read).map(([name, value]) => [name, both(sent[name], value)])
	);
}

function both(sent: unknown, read: unknown): unknown {
	if (Array.isArray(sent) && Array.isArray(read) && sent.length === read.length) {
		return read.map((value, place) => both(sent[place], value));
	}
	return isFields(sent) && isFields(read) ? { ...sent, ...together(sent, read) } : read;
}

type Fields = Readonly<Record<string, unknown>>;

export async function noteUnknownKinds(
	session: TableSession,
	changes: readonly Change[],
	registry: Registry
): Promise<void> {
	const strange = changes.map(({ kind }) => kind).filter((kind) => !registry.typeOf(kind));
	if (strange.length === 0) return;
	const noted = await deviceValue(session, 'unknownKinds');
	const kinds = [...new Set([...noted, ...strange])];
	if (kinds.length > noted.length) await setDeviceValue(session, 'unknownKinds', kinds);
}

/** After an update: whether there is something that this phone could not keep before. */
export async function isMoreKnownNow(session: TableSession, registry: Registry): Promise<boolean> {
	const noted = await deviceValue(session, 'unknownKinds');
	return noted.some((kind) => registry.typeOf(kind));
}

/** It comes with a snapshot. */
export async function fetchWhatIsKnownNow(
	session: TableSession,
	registry: Registry
): Promise<void> {
	if (!(await isMoreKnownNow(session, registry))) return;
	const noted = await deviceValue(session, 'unknownKinds');
	const still = noted.filter((kind) => !registry.typeOf(kind));
	await setDeviceValue(session, 'unknownKinds', still);
	await setDeviceValue(session, 'cookie', null);
	await setDeviceValue(session, 'resume', null);
}
