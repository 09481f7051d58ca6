/** When a round begins: nothing that was done waits for the next look at the practice. */
import { expect, onTestFinished, test, vi } from 'vitest';
import { openNotes } from '#tests/support/note-device.ts';
import { Schedule } from './schedule.ts';
import { ServerCalls } from './server-calls.ts';

const cookie = { epoch: 'first', version: 1, scope: 'volunteer', protocol: 1 };
const nothingNew = {
	...{ protocol: 1, epoch: 'first', from: null, to: cookie, lastSeq: 0 },
	...{ outcomes: [], changes: [], resume: null, progress: null }
};

test('What is done in the last moment of a round is sent at once, not at the next look', async () => {
	const { name, port } = await openNotes();
	let rounds = 0;
	const server = new ServerCalls(() => {
		rounds += 1;
		return Promise.resolve(Response.json(nothingNew));
	});
	const onwipe = () => Promise.resolve();
	const schedule = new Schedule({ port, server, onwipe, now: () => Date.now(), lockName: name });
	onTestFinished(() => schedule.stop());
	/** Open, and with nothing to say. It is opened last in a round: then someone does something. */
	class QuietStream extends EventTarget {
		readonly close = () => undefined;

		constructor() {
			super();
			schedule.wake();
		}
	}
	vi.stubGlobal('EventSource', QuietStream);
	onTestFinished(() => void vi.unstubAllGlobals());

	schedule.start();

	await expect.poll(() => rounds, { timeout: 10_000 }).toBe(2);
});
