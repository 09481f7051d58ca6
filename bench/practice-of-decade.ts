/** A real server of a practice with ten years behind it, and browsers whose pages its manager opens. */
import type { BrowserContext } from 'playwright';
import { setUpPractice } from '#tests/support/real-group.ts';
import { RealServer } from '#tests/support/real-server.ts';
import { decade, keepDecade, type Made } from './decade.ts';

export interface Practice {
	readonly server: RealServer;
	/** Of its manager. */
	readonly cookie: string;
	readonly all: readonly Made[];
}

/** `times` 4: four times as many records in the same ten years. */
export async function practiceOfDecade(times: number): Promise<Practice> {
	const first = await RealServer.start();
	const { browser, practiceId, personId } = await setUpPractice(first, {
		token: await first.setUpSecret()
	});
	await first.stop();
	const all = decade(times, Date.now(), personId);
	keepDecade(first.dataDir, practiceId, all);
	const server = await RealServer.start({ dataDir: first.dataDir });
	return { server, cookie: browser.cookie ?? '', all };
}

/** The pages of this browser are the manager's from now on. */
export async function signIn(context: BrowserContext, { server, cookie }: Practice): Promise<void> {
	const [name = '', value = ''] = cookie.split('=');
	await context.addCookies([{ name, value, url: server.address }]);
}
