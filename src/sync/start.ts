/**
 * Starts syncing for one device; loaded after the first screen.
 */
import type { StoreParts } from '#store/parts.ts';
import { SyncPort } from '#store/sync-port.ts';
import { connectionNow } from './connection.ts';
import { Schedule } from './schedule.ts';
import { ServerCalls } from './server-calls.ts';

export function startSync(
	parts: StoreParts,
	lockName: string,
	onwipe: () => Promise<void>
): Schedule {
	const port = new SyncPort(parts);
	const server = new ServerCalls(fetch.bind(globalThis));
	const isOnWifi = () => connectionNow() === 'wifi';
	const schedule = new Schedule({
		...{ port, server, now: parts.now, isOnWifi, asksAhead: true },
		...{ lockName, onwipe }
	});
	schedule.start();
	return schedule;
}
