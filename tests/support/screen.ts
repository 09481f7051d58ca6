/**
 * Shows a screen in a real browser, with a store over the browser's own database.
 *
 * Each call has a database of its own, deleted afterwards; there is no server.
 */
import { mount, unmount, type Component } from 'svelte';
import { onTestFinished } from 'vitest';
import type { RecordType, RowBase } from '#domain/record.ts';
import type { Actor } from '#domain/roles.ts';
import { registry } from '#features/registry.ts';
import { openTables } from '#store/database.ts';
import { newId } from '#store/id.ts';
import { Store } from '#store/store.ts';
import { prepareDevice, setDeviceValue } from '#store/tables.ts';
import { practiceId } from './actors.ts';
import ScreenHost from './ScreenHost.svelte';

/** A record that the device has from the practice. */
export type Seed = readonly [type: RecordType, row: RowBase];

export function seed<Row extends RowBase>(type: RecordType<string, Row>, row: Row): Seed {
	return [type, row];
}

export async function openStore(actor: Actor, seeds: readonly Seed[]): Promise<Store> {
	const name = `screen-${newId()}`;
	const me = { ...actor, practiceId, name: 'Ann', practiceName: 'Example Practice' };
	const tables = await openTables(name, registry);
	await prepareDevice(tables, newId);
	await tables.write(async (session) => {
		await setDeviceValue(session, 'me', me);
		for (const [type, row] of seeds) {
			await session.rows(type.kind).put({ id: row.id, version: 1, row });
		}
	});
	onTestFinished(() => {
		tables.close();
		indexedDB.deleteDatabase(name);
	});
	return new Store({ tables, registry, me, now: () => Date.now(), newId });
}

/** Puts the screen on the page until the test is over. */
export function show(
	store: Store,
	screen: Component<Record<string, unknown>>,
	given: Record<string, unknown> = {}
): void {
	const mounted = mount(ScreenHost, { target: document.body, props: { store, screen, given } });
	onTestFinished(() => void unmount(mounted));
}
