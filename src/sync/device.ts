/**
 * Brings a device to life: its database, its store, and the one tab that syncs.
 *
 * Who the device belongs to is remembered here, so that the app opens with no signal.
 */
import { meSchema, type Me } from '#domain/protocol.ts';
import type { Registry } from '#domain/registry.ts';
import { databaseName, openTables } from '#store/database.ts';
import { eraseDevice } from '#store/erase.ts';
import { newId } from '#store/id.ts';
import type { StoreParts } from '#store/parts.ts';
import { Store } from '#store/store.ts';
import { prepareDevice, setDeviceValue } from '#store/tables.ts';
import { copyUnsent } from '#store/upgrade.ts';
import type { Schedule } from './schedule.ts';

const rememberedAs = 'noticeboard-me';

export interface Device {
	readonly store: Store;
	/** Syncs now. */
	syncNow(): void;
	stop(): void;
}

export function remember(me: Me): void {
	localStorage.setItem(rememberedAs, JSON.stringify(me));
}

/** The person whose device this is; undefined on a new device. */
export function remembered(): Me | undefined {
	const text = localStorage.getItem(rememberedAs);
	if (text === null) return undefined;
	try {
		return meSchema.safeParse(JSON.parse(text)).data;
	} catch {
		return undefined;
	}
}

/** Who the session belongs to: the server's word; undefined when signed out or out of reach. */
export async function askWhoIAm(): Promise<Me | 'signed-out' | 'offline'> {
	try {
		const answer = await fetch('/api/me', { cache: 'no-store' });
		if (answer.status === 401) return 'signed-out';
		const found = meSchema.safeParse(await answer.json());
		return answer.ok && found.success ? found.data : 'offline';
	} catch {
		return 'offline';
	}
}

/** `first` has the records only; `whole` brings what can be done to them, a moment later. */
export async function openDevice(
	me: Me,
	first: Registry,
	whole: () => Promise<Registry> = () => Promise.resolve(first)
): Promise<Device> {
	const name = databaseName(me.practiceId, me.personId);
	const now = () => Date.now();
	await copyUnsent(name, now());
	const tables = await openTables(name, first);
	await prepareDevice(tables, newId);
	const parts: StoreParts = { tables, registry: first, me, now, newId };
	await tables.write((session) => setDeviceValue(session, 'me', me));
	let schedule: Schedule | undefined;
	let isStopped = false;
	// Syncing and the mutations come once the first screen can be seen: neither is needed for it.
	void Promise.all([whole(), import('./start.ts')]).then(([registry, { startSync }]) => {
		parts.registry = registry;
		if (!isStopped) schedule = startSync(parts, `sync-${name}`, leaveNothing);
	}, reportError);
	return {
		store: new Store(parts),
		syncNow: () => schedule?.wake(0),
		stop() {
			isStopped = true;
			schedule?.stop();
			tables.close();
		}
	};
}

/** Deletes all of the practice's records from this device, and the app's own copy of itself. */
async function leaveNothing(): Promise<void> {
	await eraseDevice();
	location.replace('/sign-in?left');
}

/** Signs out here. Whoever calls has asked about unsent changes first. */
export async function signOut(): Promise<void> {
	await fetch('/api/sign-out', {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: '{}'
	});
	await leaveNothing();
}
