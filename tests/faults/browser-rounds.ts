/**
 * Rounds in which the phone dies while changes are being saved, with no signal, and starts again
 * on what was written until then.
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

/** What had been shown as saved must arrive; the last one of a round may, but once. */
export async function killBrowserRounds(rounds: number): Promise<Tally> {
	let server = await RealServer.start();
	const { dataDir, port } = server;
	const address = `http://localhost:${port}`;
	let phone = await RealPhone.start(RealPhone.newFolder());
	const saved: string[] = [];
	const unsure: string[] = [];
	let arrived: string[] = [];
	try {
		await setUpOnPhone(phone.page, address, await server.setUpSecret());
		await phone.close();

		for (let round = 1; round <= rounds; round++) {
			await server.kill();
			phone = await RealPhone.start(phone.folder);
			for (let number = 1; number <= 2 + (round % 3); number++) {
				const name = `Person ${round} ${number}`;
				await addPersonOnPhone(phone.page, address, name);
				saved.push(name);
			}
			unsure.push(`Person ${round} unsure`);
			await pressAddPerson(phone.page, address, `Person ${round} unsure`);
			await phone.kill();

			phone = await RealPhone.start(phone.folder);
			const { page } = phone;
			await page.goto(`${address}/people`);
			// Still without a signal: they are on the phone itself.
			for (const name of saved) await page.getByText(name, { exact: true }).first().waitFor();

			server = await RealServer.start({ dataDir, env: { PORT: String(port) } });
			await page.reload();
			await upToDate(page);
			arrived = (await recordsAtThePractice(page, 'person')).map((row) => String(row['name']));
			await phone.close();
		}
	} finally {
		await phone.remove();
		await server.remove();
	}
	const timesOf = (name: string) => arrived.filter((each) => each === name).length;
	const lost = saved.filter((name) => timesOf(name) === 0).length;
	const doubled = [...saved, ...unsure].filter((name) => timesOf(name) > 1).length;
	return { rounds, lost, doubled };
}
