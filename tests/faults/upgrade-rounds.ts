/**
 * Rounds in which the phone dies in the middle of an update, with changes that were never sent: of
 * its database, when a newer app finds that of an older one; or of the app itself, when a new build
 * takes over while a change is saved.
 */
import { recordsOnPhone } from '#tests/support/rows-on-phone.ts';
import {
	addPersonOnPhone,
	pressAddPerson,
	recordsAtThePractice,
	setUpOnPhone,
	upToDate
} from '#tests/support/phone-steps.ts';
import { RealPhone } from '#tests/support/real-phone.ts';
import { RealServer } from '#tests/support/real-server.ts';
import { emptyPath, GatedLine } from './gated-line.ts';
import { makePhoneOlder, stopInUpgrade } from './older-phone.ts';
import type { Tally } from './tally.ts';

/** `upgrades` counts the upgrades of the database that were cut off in the middle. */
export async function killUpgradeRounds(
	rounds: number
): Promise<Tally & { readonly upgrades: number; readonly takenOver: number }> {
	let server = await RealServer.start();
	const { dataDir, port } = server;
	const line = await GatedLine.to(port);
	const { address } = line;
	let phone = await RealPhone.start(RealPhone.newFolder());
	const saved: string[] = [];
	const unsure: string[] = [];
	let arrived: string[] = [];
	let [upgrades, takenOver, lost] = [0, 0, 0];
	try {
		await setUpOnPhone(phone.page, address, await server.setUpSecret());
		await phone.close();
		for (let round = 1; round <= rounds; round++) {
			phone = await RealPhone.start(phone.folder);
			const isOfDatabase = round % 2 === 1;
			if (!isOfDatabase) {
				await line.buildAnew();
				await phone.page.goto(`${address}/people`);
				await updateOffer(phone).waitFor();
			}
			await server.kill();
			await addPersonOnPhone(phone.page, address, `Person ${round}`);
			saved.push(`Person ${round}`);
			const before = await recordsOnPhone(phone.page);
			if (isOfDatabase) {
				await phone.page.goto(`${address}${emptyPath}`);
				await makePhoneOlder(phone.page);
				const untilUpgrading = await stopInUpgrade(phone.page);
				await phone.page.goto(address, { waitUntil: 'commit' });
				await untilUpgrading();
				upgrades += 1;
			} else {
				unsure.push(`Person ${round} unsure`);
				await pressAddPerson(phone.page, address, `Person ${round} unsure`);
				await updateOffer(phone).click({ noWaitAfter: true });
			}
			await phone.kill();

			phone = await RealPhone.start(phone.folder);
			await phone.page.goto(`${address}/people`);
			// Still without a signal: they are on the phone itself.
			for (const name of saved) await phone.page.getByText(name, { exact: true }).first().waitFor();
			const after = await recordsOnPhone(phone.page);
			lost += before.filter((record) => !after.includes(record)).length;
			if (!isOfDatabase) takenOver += (await updateOffer(phone).isVisible()) ? 0 : 1;

			server = await RealServer.start({ dataDir, env: { PORT: String(port) } });
			await phone.page.reload();
			await upToDate(phone.page);
			arrived = (await recordsAtThePractice(phone.page, 'person')).map((row) =>
				String(row['name'])
			);
			await phone.close();
		}
	} finally {
		await phone.remove();
		await line.close();
		await server.remove();
	}
	const timesOf = (name: string) => arrived.filter((each) => each === name).length;
	lost += saved.filter((name) => timesOf(name) === 0).length;
	const doubled = [...saved, ...unsure].filter((name) => timesOf(name) > 1).length;
	return { rounds, lost, doubled, upgrades, takenOver };
}

function updateOffer({ page }: RealPhone) {
	return page.getByRole('button', { name: 'Update now' });
}
