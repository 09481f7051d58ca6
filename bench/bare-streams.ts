/**
 * The least that a server can be which holds event streams: it answers, keeps the answer open and
 * says every 20 seconds that it lives. It tells its memory when it is asked over its channel.
 */
import { createServer } from 'node:http';

const aliveEveryMs = 20_000;

const server = createServer((_, answer) => {
	answer.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
	answer.write('event: alive\ndata: 0\n\n');
	const timer = setInterval(() => answer.write('event: alive\ndata: 1\n\n'), aliveEveryMs);
	answer.on('close', () => clearInterval(timer));
});

server.listen(0, '127.0.0.1', () => {
	const address = server.address();
	const port = typeof address === 'object' ? address?.port : undefined;
	process.send?.({ port });
});

process.on('message', () => {
	process.send?.({ memory: process.memoryUsage.rss() });
});
