/**
 * The one app of this process, where the process that serves it can find it too.
 *
 * The built handler carries its own copy of every module, so what it shares with `main.ts` lives
 * on `globalThis`. Nothing but this file may look there.
 */
import type { App } from './app.ts';

declare global {
	var noticeboardApp: App | undefined;
}

export function setRunningApp(app: App): void {
	globalThis.noticeboardApp = app;
}

export function findRunningApp(): App | undefined {
	return globalThis.noticeboardApp;
}

/** @throws {Error} before the app has started. A defect. */
export function runningApp(): App {
	const app = findRunningApp();
	if (!app) throw new Error('The app has not started yet.');
	return app;
}
