/**
 * Rounds in which the phone has no room left while changes are made with no signal, and dies so:
 * the person is told of each change that is not kept, and what was shown as saved is there and
 * reaches the practice.
 */
import {
	addPersonOnPhone,
	pressAddPerson,
	recordsAtThePractice,
	setUpOnPhone,
	upToDate
} from '#tests/support/phone-steps.ts';
import { RealPhone } from '#tests/support/real-phone.ts';
import { RealServer } from '#tests/support/real-server.ts';
import type { Tally } from './tally.ts';

const isFull = 'This phone is full, so this was not saved.';

export async function fullPhoneRounds(rounds: number): Promise<Tally> {
	let server = await RealServer.start();
	const { dataDir, port } = server;
	const address = `http://localhost:${port}`;
	let phone = await RealPhone.start(RealPhone.newFolder());
	const saved: string[] = [];
	const refused: string[] = [];
	/** Of those that were saved, the ones that have been brought to the practice by now. */
	let brought: string[] = [];
	let arrived: string[] = [];
	const keep = async (name: string) => {
		await addPersonOnPhone(phone.page, address, name);
		saved.push(name);
	};
	const seeSaved = async () => {
		await phone.page.goto(`${address}/people`);
		for (const name of saved) await phone.page.getByText(name, { exact: true }).first().waitFor();
	};
	try {
		await setUpOnPhone(phone.page, address, await server.setUpSecret());
		await server.kill();
		await keep('Person 0');
		await phone.close();
		for (let round = 1; round <= rounds; round++) {
			phone = await RealPhone.start(phone.folder);
			// Before anything is written: Chromium remembers for half a minute how much room there was.
			await phone.leaveRoom(address, 1);
			// A full phone opens, and has all that it had.
			await seeSaved();
			refused.push(`Person ${round} in vain`);
			await pressAddPerson(phone.page, address, `Person ${round} in vain`);
			await phone.page.getByText(isFull).first().waitFor();
			await phone.kill();

			phone = await RealPhone.start(phone.folder);
			await seeSaved();
			await keep(`Person ${round} with room again`);
			server = await RealServer.start({ dataDir, env: { PORT: String(port) } });
			await phone.page.reload();
			await upToDate(phone.page);
			arrived = (await recordsAtThePractice(phone.page, 'person')).map((row) =>
				String(row['name'])
			);
			brought = [...saved];
			await server.kill();
			await keep(`Person ${round}`);
			await phone.close();
		}
	} finally {
		await phone.remove();
		await server.remove();
	}
	const timesOf = (name: string) => arrived.filter((each) => each === name).length;
	const lost = brought.filter((name) => timesOf(name) === 0).length;
	// What was said not to be saved must not turn up either.
	const doubled =
		brought.filter((name) => timesOf(name) > 1).length +
		refused.filter((name) => timesOf(name) > 0).length;
	return { rounds, lost, doubled };
}
