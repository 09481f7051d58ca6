/**
 * A server process that carries out pushes until it is killed: `<folder> <practice> <person>`.
 *
 * It prints the uuid of each change after its answer, as a phone hears of it.
 */
import { v4, v7 } from 'uuid';
import { openDatabase } from '#server/database.ts';
import { isPatch, TestDevice, TestEngine } from './practice-server.ts';

const [dataDir = '', practiceId = '', personId = ''] = process.argv.slice(2);
const engine = new TestEngine(await openDatabase({ dataDir }));
const device = new TestDevice(engine, { practiceId, personId, deviceId: v4() });

for (;;) {
	const messages = [1, 2, 3].map(() =>
		device.message({ name: 'plot.add', args: { id: v7(), title: 'Plot', tags: ['a', 'b'] } })
	);
	const answer = await device.push(messages);
	if (!isPatch(answer)) throw new Error(answer.error);
	device.ack = answer.lastSeq;
	process.stdout.write(messages.map(({ uuid }) => `${uuid}\n`).join(''));
	// Lets what was written leave this process before the next push.
	await new Promise((resolve) => setImmediate(resolve));
}
