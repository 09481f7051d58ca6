/**
 * A program that holds very many event streams open, started by the bench of scale: it is told
 * where and with which cookies, says how many have opened, and then counts what they hear.
 */
import { connect } from 'node:net';
import * as z from 'zod/mini';

const ordersSchema = z.object({
	port: z.int(),
	/** One for each stream: address and cookie. */
	streams: z.array(z.object({ path: z.string(), cookie: z.string() }))
});

const atOnce = 50;
const pokeMark = 'event: poke';
let opened = 0;
let heard = 0;
let isTelling = false;

process.once('message', (said: unknown) => {
	void openAll(ordersSchema.parse(said));
});

async function openAll({ port, streams }: z.infer<typeof ordersSchema>): Promise<void> {
	const left = streams.values();
	const worker = async () => {
		for (const stream of left) await openOne(port, stream);
	};
	await Promise.all(Array.from({ length: atOnce }, worker));
}

function openOne(port: number, { path, cookie }: { path: string; cookie: string }): Promise<void> {
	return new Promise((resolve) => {
		const socket = connect(port, '127.0.0.1', () => {
			socket.write(`GET ${path} HTTP/1.1\r\nhost: localhost\r\ncookie: ${cookie}\r\n\r\n`);
		});
		let rest = '';
		let isOpen = false;
		socket.setEncoding('utf8').on('data', (text: string) => {
			if (!isOpen) {
				if (!text.startsWith('HTTP/1.1 200')) throw new Error(text.slice(0, 200));
				isOpen = true;
				opened += 1;
				tell();
				resolve();
			}
			const parts = (rest + text).split(pokeMark);
			heard += parts.length - 1;
			rest = (parts.at(-1) ?? '').slice(1 - pokeMark.length);
			if (parts.length > 1) tell();
		});
		socket.on('error', (cause) => {
			throw cause;
		});
		socket.on('close', () => {
			throw new Error('A stream was ended.');
		});
	});
}

/** Together for everything that has come by now. */
function tell(): void {
	if (isTelling) return;
	isTelling = true;
	setImmediate(() => {
		isTelling = false;
		process.send?.({ opened, heard });
	});
}
