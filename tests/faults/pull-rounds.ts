/**
 * Rounds in which a new phone takes in a long first sync and, in the middle of it, the server dies,
 * or the phone does. Meanwhile somebody writes at the practice and on the phone. In the end the
 * phone holds what the practice has, and each change is there once.
 */
import { v7 } from 'uuid';
import { heldByPractice } from '#tests/support/held-by-practice.ts';
import { writeLongPosts } from '#tests/support/long-posts.ts';
import { inviteOf, setUpPractice, type RealPerson } from '#tests/support/real-group.ts';
import { RealPhone } from '#tests/support/real-phone.ts';
import { RealServer } from '#tests/support/real-server.ts';
import { recordsOnPhone } from '#tests/support/rows-on-phone.ts';
import { addPersonOnPhone, upToDate } from '#tests/support/phone-steps.ts';
import { GatedLine } from './gated-line.ts';
import type { Tally } from './tally.ts';

/** `interrupted` tells that no phone had all of it when the kill came. */
export async function killPullRounds(
	rounds: number
): Promise<Tally & { readonly interrupted: number }> {
	let server = await RealServer.start();
	const { dataDir, port } = server;
	const line = await GatedLine.to(port);
	let phone: RealPhone | undefined;
	let [interrupted, lost, doubled] = [0, 0, 0];
	try {
		const manager = await setUpPractice(server, { token: await server.setUpSecret() });
		await writeLongPosts(manager);
		for (let round = 1; round <= rounds; round++) {
			line.allow(0);
			phone = await RealPhone.start(RealPhone.newFolder());
			const name = `Phone of round ${round}`;
			await joinOn(phone, line, { manager, name });
			if (round % 2 === 0) {
				// Chromium writes cookies down late: one who dies before that has to sign in again.
				await phone.close();
				phone = await RealPhone.start(phone.folder);
				await phone.page.goto(line.address);
				await line.untilHeld();
			}
			for (let pages = 1 + (round % 3); pages > 0; pages--) {
				line.allow(1);
				await line.untilHeld();
			}
			const [here, there] = [`On the phone ${round}`, `At the practice ${round}`];
			await addPersonOnPhone(phone.page, line.address, here);
			await manager.does('person.add', { id: v7(), name: there, role: 'reader' });
			const before = (await recordsOnPhone(phone.page)).length;
			line.allow(1);
			if (round % 2 === 1) {
				await server.kill();
				server = await RealServer.start({ dataDir, env: { PORT: String(port) } });
			} else {
				await phone.kill();
				phone = await RealPhone.start(phone.folder);
			}
			line.allow(Infinity);
			await phone.page.goto(line.address);
			await upToDate(phone.page);

			const { records, people } = await heldByPractice(manager);
			const onPhone = await recordsOnPhone(phone.page);
			if (before < records.length) interrupted += 1;
			lost += records.filter((record) => !onPhone.includes(record)).length;
			doubled += onPhone.filter((record) => !records.includes(record)).length;
			const times = [here, there].map((each) => people.filter((name) => name === each).length);
			lost += times.filter((count) => count === 0).length;
			doubled += times.filter((count) => count > 1).length;
			await phone.remove();
		}
	} finally {
		await phone?.remove();
		await line.close();
		await server.remove();
	}
	return { rounds, lost, doubled, interrupted };
}

/** Until the app itself is on the phone and asks for the first page. */
async function joinOn(
	{ page }: RealPhone,
	line: GatedLine,
	{ manager, name }: { manager: RealPerson; name: string }
): Promise<void> {
	const secret = await inviteOf(manager, { role: 'practice-manager', name });
	await page.goto(`${line.address}/join#${secret}`);
	await page.getByRole('button', { name: `Join as ${name}` }).click();
	await line.untilHeld();
	await page.evaluate(async () => {
		await navigator.serviceWorker.ready;
	});
}
