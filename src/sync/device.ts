/**
 * Brings a device to life: its database, its store, and the one tab that syncs.
 *
 * Who the device belongs to is remembered here, so that the app opens with no signal.
 */
import { meSchema, type Me } from '#domain/me.ts';
import type { Registry } from '#domain/registry.ts';
import { stillArriving, untilArrived } from '#store/arrival.ts';
import { reopenTables } from '#store/database.ts';
import { eraseDevice } from '#store/erase.ts';
import { unlessFull } from '#store/full-phone.ts';
import { newId } from '#store/id.ts';
import { databaseName } from '#store/opening.ts';
import type { StoreParts } from '#store/parts.ts';
import { Store } from '#store/store.ts';
import { setDeviceValue, type DeviceTables } from '#store/tables.ts';
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

interface App {
	/** This build of the app, unlike any other. */
	readonly build: string;
	/** Knows who is a member, and nothing else. */
	readonly first: Registry;
	/** Brings every kind of record and what can be done to it. */
	readonly whole: () => Promise<Registry>;
}

/** 'offline' when a new device, or a new build of the app, could not get all that it needs. */
export async function openDevice(
	me: Me,
	{ build, first, whole }: App
): Promise<Device | 'offline'> {
	const name = databaseName(me.practiceId, me.personId);
	const now = () => Date.now();
	const known = await reopenTables(name, build);
	const all = known ? undefined : await whole().catch(() => undefined);
	const making = known ? undefined : await import('#store/open-tables.ts').catch(() => undefined);
	const made = known ? undefined : all && (await making?.makeTables(name, all, now()));
	const tables = known?.tables ?? made?.tables;
	if (!tables) return 'offline';
	const parts: StoreParts = { tables, registry: all ?? first, me, now, newId };
	// Usually nothing has changed, and a write takes longer than all the rest.
	const isNoted = JSON.stringify(known?.me) === JSON.stringify(me);
	// A full phone opens too: it has this from an earlier visit.
	if (!isNoted) await noteOpened(tables, me, made?.isReady ? build : undefined).catch(unlessFull);
	let schedule: Schedule | undefined;
	let isStopped = false;
	const store = new Store(parts);
	let hasSaid = false;
	// Syncing and the mutations come once the first screen can be seen: neither is needed for it.
	const rest = () => Promise.all([whole(), import('./start.ts'), import('#store/keep.ts')]);
	const arriving = untilArrived(rest, {
		isOver: () => isStopped,
		onmissing() {
			hasSaid ||= store.tell(stillArriving);
		}
	});
	parts.whole = arriving
		.then((arrived) => {
			if (!arrived) return;
			const [registry, { startSync }] = arrived;
			parts.registry = registry;
			if (!isStopped) schedule = startSync(parts, `sync-${name}`, leaveNothing);
		})
		.catch(reportError);
	return {
		store,
		syncNow: () => schedule?.wake(0),
		stop() {
			isStopped = true;
			schedule?.stop();
			tables.close();
		}
	};
}

/** Without a build only who it is: this build has opened it before, or is not done with it yet. */
async function noteOpened(tables: DeviceTables, me: Me, build: string | undefined): Promise<void> {
	await tables.write(async (writing) => {
		await setDeviceValue(writing, 'me', me);
		if (build === undefined) return;
		await setDeviceValue(writing, 'openedBy', build);
		await setDeviceValue(writing, 'packedBy', build);
	});
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
