/** A mail server on this machine that keeps what it is sent: as much SMTP as sending takes. */
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

export interface TakenMail {
	readonly from: string;
	readonly to: string;
	/** Head and text, with soft line breaks undone. */
	readonly text: string;
}

export class MailServer {
	readonly #server: Server;
	readonly #sockets = new Set<Socket>();
	readonly taken: TakenMail[] = [];
	/** False: it takes no mail for anyone. */
	isTaking = true;

	private constructor() {
		this.#server = createServer((socket) => {
			this.#sockets.add(socket);
			this.#talk(socket);
		});
	}

	static async start(): Promise<MailServer> {
		const server = new MailServer();
		await new Promise<void>((resolve) => server.#server.listen(0, '127.0.0.1', resolve));
		return server;
	}

	get url(): string {
		// A server that listens on a port has an address of this kind.
		return `smtp://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
	}

	async close(): Promise<void> {
		for (const socket of this.#sockets) socket.destroy();
		await new Promise((resolve) => this.#server.close(resolve));
	}

	#talk(socket: Socket): void {
		let [waiting, from, to] = ['', '', ''];
		let lines: string[] | undefined;
		const say = (line: string) => socket.write(`${line}\r\n`);
		const hear = (line: string) => {
			if (lines) {
				if (line !== '.') return void lines.push(line.replace(/^\./, ''));
				this.taken.push({ from, to, text: plain(lines) });
				lines = undefined;
				return void say('250 Taken');
			}
			const [, address = ''] = /<(.*)>/.exec(line) ?? [];
			const word = line.slice(0, 4).toUpperCase();
			if (word === 'MAIL') from = address;
			if (word === 'RCPT') to = address;
			if (word === 'RCPT' && !this.isTaking) return void say('550 Nobody here');
			if (word === 'DATA') {
				lines = [];
				return void say('354 Go on');
			}
			if (word === 'QUIT') return void socket.end('221 Bye\r\n');
			say('250 Yes');
		};
		socket.on('error', () => socket.destroy());
		socket.setEncoding('utf8').on('data', (text: string) => {
			waiting += text;
			const all = waiting.split('\r\n');
			waiting = all.pop() ?? '';
			for (const line of all) hear(line);
		});
		say('220 Hello');
	}
}

function plain(lines: readonly string[]): string {
	return lines
		.join('\n')
		.replaceAll('=\n', '')
		.replaceAll(/(?:=[0-9A-F]{2})+/g, (codes) =>
			Buffer.from(codes.replaceAll('=', ''), 'hex').toString()
		);
}
