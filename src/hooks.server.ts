/**
 * The server's composition root: opens the app once, guards the interface, logs defects.
 *
 * Static files and prerendered pages never come here; `server/main.ts` sees to their headers.
 */
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { building } from '$app/environment';
import { registry } from '#features/registry.ts';
import { openApp } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { answerInterface, isInterface } from '#server/guard.ts';
import { newReference } from '#server/replies.ts';
import { findRunningApp, runningApp, setRunningApp } from '#server/running.ts';

export const init: ServerInit = async () => {
	// While it is built there is nothing to serve; when code is changed it is open already.
	if (building || findRunningApp()) return;
	const settings = readConfig(process.env);
	if ('problems' in settings) throw new Error(settings.problems.join('\n'));
	const { config } = settings;
	const origin = config.origin ?? `http://localhost:${config.port}`;
	const words = { practiceKind: 'practice', setUpMutation: 'practice.setUp' };
	setRunningApp(await openApp({ config, origin, registry, words }));
};

export const handle: Handle = ({ event, resolve }) =>
	isInterface(event.url.pathname)
		? answerInterface(runningApp(), event, () => resolve(event))
		: resolve(event);

export const handleError: HandleServerError = ({ error, event, status, message }) => {
	if (status < 500) return { message };
	const reference = newReference();
	const { log } = runningApp().engine;
	log.error({ error, reference, route: event.route.id, status }, 'A page failed.');
	return { message: 'Something went wrong on the server.', reference };
};
