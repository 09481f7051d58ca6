/**
 * The network of the simulation: every request waits until the scheduler serves it, and every
 * answer until the scheduler delivers it. Anything may be lost, repeated, late or out of order.
 */
import type { Trouble } from '#domain/protocol.ts';
import type { Answer, Silence } from '#sync/server-calls.ts';
import type { RoundParts } from '#sync/sync.ts';

export interface Flight {
	readonly deviceNumber: number;
	/** Runs the request on the server. */
	readonly serve: () => Promise<Answer>;
	answer: Answer | undefined;
	resolve: (answer: Answer) => void;
}

export const silence: Silence = { error: 'offline' };

type Server = RoundParts['server'];

/** Hands each call to `board` instead of sending it. */
export function heldServer(
	deviceNumber: number,
	direct: Server,
	board: (flight: Flight) => void
): Server {
	const hold = (serve: () => Promise<Answer>) =>
		new Promise<Answer>((resolve) => board({ deviceNumber, serve, answer: undefined, resolve }));
	return {
		push: (...args) => hold(() => direct.push(...args)),
		pull: (...args) => hold(() => direct.pull(...args)),
		sendPhoto: (): Promise<Trouble | Silence | 'sent'> => Promise.resolve('sent')
	};
}
