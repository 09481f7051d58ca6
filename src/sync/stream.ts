/**
 * The server's pokes over one event stream, with a watchdog for streams that die in silence.
 */
import { protocolVersion } from '#domain/protocol.ts';
import type { SyncPoint } from '#store/sync-port.ts';

/** The server says something at least every 20 s. */
const watchdogMs = 45_000;

export interface Stream {
	readonly isOpen: boolean;
	close(): void;
}

interface Heard {
	/** A patch, or news that there is one. */
	onpoke: (found: unknown) => void;
	/** `wasOpen` is false for a stream that never came about. */
	onsilence: (wasOpen: boolean) => void;
}

export function listen(point: SyncPoint, { onpoke, onsilence }: Heard): Stream {
	const asked = new URLSearchParams({
		outbox: point.outboxId,
		protocol: String(protocolVersion),
		ack: String(point.ack),
		version: String(point.cookie?.version ?? 0),
		epoch: point.cookie?.epoch ?? '',
		scope: point.cookie?.scope ?? ''
	});
	const source = new EventSource(`/api/sync/events?${asked.toString()}`);
	let isOpen = true;
	let wasOpen = false;
	let timer: ReturnType<typeof setTimeout>;
	const close = () => {
		isOpen = false;
		clearTimeout(timer);
		source.close();
	};
	const fail = () => {
		if (!isOpen) return;
		close();
		onsilence(wasOpen);
	};
	const alive = () => {
		clearTimeout(timer);
		timer = setTimeout(fail, watchdogMs);
	};
	alive();
	source.addEventListener('open', () => (wasOpen = true));
	source.addEventListener('poke', (event: MessageEvent<string>) => {
		alive();
		onpoke(parsed(event.data));
	});
	source.addEventListener('alive', alive);
	source.addEventListener('error', fail);
	return {
		get isOpen() {
			return isOpen;
		},
		close
	};
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
