/**
 * What was waiting before the last update of the app is kept aside: it can always be had, as a file.
 */
import { databaseName } from '#store/opening.ts';
import { unsentCopy } from '#store/upgrade.ts';
import type { remembered } from '#sync/device.ts';
import { saveAsFile } from './files.ts';

/** What came of it, in words. */
export async function saveUnsentFile(me: ReturnType<typeof remembered>): Promise<string> {
	const copy = me && (await unsentCopy(databaseName(me.practiceId, me.personId)));
	if (!copy || copy.outbox.length + copy.attention.length === 0) {
		return 'There is nothing kept aside on this device.';
	}
	saveAsFile('noticeboard-unsent-changes.json', JSON.stringify(copy, null, '\t'));
	return 'Saved to a file. Show it to whoever looks after this app.';
}
