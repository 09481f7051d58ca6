/** The state of sending, in words. Being offline is calm; only 'attention' asks for something. */
import type { IconName } from './icons.ts';

export type SyncState =
	'sent' | 'saved' | 'sending' | 'offline' | 'signed-out' | 'too-old' | 'attention';

/** `changes` is how many changes the words are about. */
export function syncWords(state: SyncState, changes: number): string {
	const counted = changes === 1 ? '1 change' : `${changes.toLocaleString('en-GB')} changes`;
	const words: Record<SyncState, string> = {
		sent: 'Everything is sent to the practice',
		saved: `Saved on this phone. ${counted} to send`,
		sending: `Sending ${counted}`,
		offline:
			changes === 0
				? 'No connection. You can keep working'
				: `No connection. ${counted} saved on this phone`,
		'signed-out': `Sign in to send ${counted}`,
		'too-old': `Update the app to send ${counted}`,
		attention: changes === 1 ? '1 change needs you' : `${counted} need you`
	};
	return words[state];
}

export const syncIcons: Readonly<Record<SyncState, IconName>> = {
	sent: 'sent',
	saved: 'waiting',
	sending: 'waiting',
	offline: 'offline',
	'signed-out': 'attention',
	'too-old': 'attention',
	attention: 'attention'
};
