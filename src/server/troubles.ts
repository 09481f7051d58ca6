/**
 * The ways in which push and pull do not answer with a patch, in words for a person.
 */
import { oldestAcceptedBy, protocolVersion, type Trouble } from '#domain/protocol.ts';
import type { Engine } from './engine.ts';

/** The outbox is another person's, or another copy of this device has used its numbers. */
export const forkedOutbox: Trouble = {
	error: 'forked',
	message: 'This phone looks like a copy of another one. It sends its changes again as itself.'
};

/** Somebody else signed in on this device since: the changes wait for the person who made them. */
export const otherPerson: Trouble = {
	error: 'signed-out',
	message: 'Someone else is signed in on this device now. Sign in again to send your changes.'
};

/** The device forgets the token and what came with it, and pulls from the start. */
export const unusableResume: Trouble = {
	error: 'bad-request',
	field: 'resume',
	message: 'This download cannot go on from where it stopped. It starts again.'
};

export function gapAt(expected: number): Trouble {
	return {
		error: 'gap',
		expected,
		message: 'An earlier change has not arrived yet. Your phone sends it again.'
	};
}

/** `current` is the number that this server speaks; undefined for an app that it can talk with. */
export function protocolTrouble(
	protocol: number,
	current: number = protocolVersion
): Trouble | undefined {
	if (protocol < oldestAcceptedBy(current)) {
		return {
			error: 'too-old',
			message: 'This app is too old. Reload it to update. Your changes are kept on this phone.'
		};
	}
	if (protocol > current) {
		return {
			error: 'try-again',
			message: 'The practice is being updated. Your changes are kept. They are sent again soon.'
		};
	}
	return undefined;
}

/** Nothing was changed. */
export function tryAgain({ log }: Engine, what: string, error: unknown): Trouble {
	log.error({ error }, what);
	return {
		error: 'try-again',
		message: 'The practice cannot answer just now. Your changes are kept. They are sent again soon.'
	};
}
