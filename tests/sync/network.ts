/**
 * The network of the simulation: every request waits until the scheduler serves it, and every
 * answer until the scheduler delivers it. Anything may be lost, repeated, late or out of order.
 */
import type { Silence } from '#sync/server-calls.ts';
import type { RoundParts } from '#sync/sync.ts';

export interface Flight {
	readonly deviceNumber: number;
	isServed: boolean;
	/** Runs the request on the server; again, it is the request that the network has repeated. */
	serve(keepsAnswer?: boolean): Promise<void>;
	deliver(): void;
	/** The device hears nothing. */
	lose(): void;
}

const silence: Silence = { error: 'offline' };

type Server = RoundParts['server'];

/** Hands each call to `board` instead of sending it. */
export function heldServer(
	deviceNumber: number,
	direct: Server,
	board: (flight: Flight) => void
): Server {
	const hold = <Given>(ask: () => Promise<Given>) =>
		new Promise<Given | Silence>((resolve) => {
			let answer: Given | Silence = silence;
			board({
				deviceNumber,
				isServed: false,
				async serve(keepsAnswer = true) {
					const given = await ask();
					if (keepsAnswer) answer = given;
					this.isServed = true;
				},
				deliver: () => resolve(answer),
				lose: () => resolve(silence)
			});
		});
	return {
		push: (...args) => hold(() => direct.push(...args)),
		pull: (...args) => hold(() => direct.pull(...args)),
		sendPhoto: (...args) => hold(() => direct.sendPhoto(...args))
	};
}
