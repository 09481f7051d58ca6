/**
 * Shows a screen in a real browser, with a store over the browser's own database.
 *
 * Each call has a database of its own, deleted afterwards; there is no server.
 */
import axe from 'axe-core';
import { mount, unmount, type Component } from 'svelte';
import { onTestFinished } from 'vitest';
import type { RecordType, RowBase } from '#domain/record.ts';
import type { Actor } from '#domain/roles.ts';
import { registry } from '#features/registry.ts';
import { newId } from '#store/id.ts';
import { openTables, prepareDevice } from '#store/open-tables.ts';
import { Store } from '#store/store.ts';
import { setDeviceValue, type DeviceTables } from '#store/tables.ts';
import { practiceId } from './actors.ts';
import StoreContext from './StoreContext.svelte';

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
	onTestFinished(async () => {
		await allWritten(tables);
		tables.close();
		indexedDB.deleteDatabase(name);
	});
	return new Store({ tables, registry, me, now: () => Date.now(), newId });
}

/** A field that was left keeps its words a moment later; a write waits for those before it. */
async function allWritten(tables: DeviceTables): Promise<void> {
	for (const waitMs of [0, 20, 20]) {
		await new Promise((resolve) => setTimeout(resolve, waitMs));
		await tables.write(() => Promise.resolve());
	}
}

/** Props are left out for a screen that has none. */
type Props<Given> = Record<string, never> extends Given ? [props?: Given] : [props: Given];

/** Puts the screen on the page until the test is over. */
export function show<Given extends Record<string, unknown>>(
	store: Store,
	screen: Component<Given>,
	...[given]: Props<Given>
): void {
	const target = document.body.appendChild(document.createElement('main'));
	target.className = 'nhsuk-frontend-supported app-frame__main';
	let context = new Map<unknown, unknown>();
	const oncontext = (all: Map<unknown, unknown>) => void (context = all);
	const around = mount(StoreContext, { target, props: { store, oncontext } });
	// Left out only where the screen has no props.
	const props = given ?? ({} as Given);
	const mounted = mount<Given, Record<string, unknown>>(screen, { target, props, context });
	onTestFinished(async () => {
		await unmount(mounted);
		await unmount(around);
		target.remove();
	});
}

/** What axe finds wrong with the page, and whether it scrolls sideways; empty when all is well. */
export async function faultsOfPage(): Promise<string[]> {
	const { violations } = await axe.run(document.body, {
		runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'],
		// The app's own frame is not around the screen here.
		rules: { region: { enabled: false } }
	});
	const found = violations.map(
		({ id, help, nodes }) => `${id}: ${help} – ${nodes.map((node) => node.html).join(' ')}`
	);
	const { scrollWidth } = document.documentElement;
	return scrollWidth > innerWidth ? [...found, `scrolls sideways: ${scrollWidth}`] : found;
}
