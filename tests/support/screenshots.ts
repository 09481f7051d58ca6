/**
 * `npm run screenshots`: pictures of the demo practice for the documents, as a phone shows it.
 *
 * With `--all FOLDER`: every screen at phone and desktop width, to look through them.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright';
import sharp from 'sharp';
import { titleWithFindings } from '#server/seed-posts.ts';
import { chromiumArgs, chromiumPath } from './ensure-browser.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const mostBytes = 120_000;
const startWithinMs = 300_000;
const phone: BrowserContextOptions = {
	viewport: { width: 390, height: 844 },
	deviceScaleFactor: 2,
	isMobile: true,
	hasTouch: true
};

/** Where a list is, and the address that each of its links starts with. */
const lists: readonly (readonly [string, string])[] = [
	['/posts', '/posts/'],
	['/photos', '/photos/'],
	['/consents', '/consents/'],
	['/photos', '/venues/'],
	['/insights', '/insights/'],
	['/insights', '/insights/sheet/'],
	['/accounts', '/accounts/'],
	['/people', '/people/'],
	['/campaigns', '/campaigns/']
];
const screens: readonly string[] = [
	...['/', '/posts', '/posts/new', '/rota', '/photos', '/consents', '/consents/new', '/insights'],
	...['/accounts', '/people', '/settings', '/guidance', '/sync', '/search', '/more', '/install'],
	...['/campaigns', '/hashtags', '/ideas', '/ideas#plans', '/days', '/plan-out', '/plan-out/now']
];

const { values } = parseArgs({ options: { all: { type: 'string' } } });
const demo = spawn(process.execPath, [path.join(root, 'src/server/demo.ts')], {
	cwd: root,
	env: { ...process.env, PORT: '0' },
	stdio: ['ignore', 'pipe', 'inherit']
});
const ended = new Promise<void>((resolve) => {
	demo.once('exit', () => {
		resolve();
	});
});
try {
	const links = await linksOf(demo);
	const browser = await chromium.launch({
		executablePath: await chromiumPath(),
		// Day fields are drawn as the browser's own language has them.
		args: [...chromiumArgs, '--lang=en-GB']
	});
	try {
		if (values.all === undefined) await takeTwo(browser, links);
		else await takeAll(browser, links, values.all);
	} finally {
		await browser.close();
	}
} finally {
	demo.kill('SIGTERM');
	await ended;
}

/** By role: 'Coordinator' → the link that signs one in. */
function linksOf(program: ChildProcess): Promise<Map<string, string>> {
	return new Promise((resolve, reject) => {
		let out = '';
		const fail = () => {
			reject(new Error(`The demo did not start.\n${out}`));
		};
		setTimeout(fail, startWithinMs).unref();
		program.once('exit', fail);
		program.stdout?.setEncoding('utf8').on('data', (text: string) => {
			out += text;
			if (!out.includes('Press Ctrl-C')) return;
			const found = out.matchAll(/^ {2}(.+?), .+\n {4}(\S+\/join#\S+)$/gm);
			resolve(new Map([...found].map(([, role = '', link = '']) => [role, link])));
		});
	});
}

async function takeTwo(browser: Browser, links: ReadonlyMap<string, string>): Promise<void> {
	const folder = path.join(root, 'docs/screenshots');
	const coordinator = await signedIn(browser, links.get('Coordinator'), phone);
	await keep(coordinator, path.join(folder, 'today.png'));
	const volunteer = await signedIn(browser, links.get('Volunteer'), phone);
	await open(volunteer, '/posts');
	await volunteer.getByRole('link', { name: titleWithFindings }).first().click();
	await settled(volunteer);
	const finding = volunteer.locator('.app-finding').first();
	await finding.evaluate((element) => {
		element.scrollIntoView({ block: 'center' });
	});
	await keep(volunteer, path.join(folder, 'post.png'));
}

async function keep(page: Page, file: string): Promise<void> {
	mkdirSync(path.dirname(file), { recursive: true });
	const shot = await page.screenshot();
	await sharp(shot)
		.png({ palette: true, colours: 128, effort: 10, compressionLevel: 9 })
		.toFile(file);
	const { size } = statSync(file);
	process.stdout.write(`${path.relative(root, file)}: ${Math.ceil(size / 1000)} kB\n`);
	if (size > mostBytes) throw new Error(`${file} is larger than ${mostBytes / 1000} kB.`);
}

/** Wide screens first, then narrow ones: the same browser, so that the link is used once. */
async function takeAll(
	browser: Browser,
	links: ReadonlyMap<string, string>,
	folder: string
): Promise<void> {
	mkdirSync(folder, { recursive: true });
	const page = await signedIn(browser, links.get('Coordinator'), {
		viewport: { width: 1280, height: 900 }
	});
	const addresses = [...screens];
	for (const [list, start] of lists) addresses.push(...(await firstLinks(page, list, start)));
	for (const width of [360, 1280]) {
		await page.setViewportSize({ width, height: width === 360 ? 780 : 900 });
		for (const address of addresses) {
			await open(page, address);
			const name = address.replaceAll(/[/]+/g, '-').replace(/-[0-9a-f]{8}-[0-9a-f-]{22}/, '-');
			const file = path.join(folder, `${width}${name === '-' ? '-today' : name}.png`);
			await page.screenshot({ path: file, fullPage: true });
			const spill = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
			process.stdout.write(`${file}${Number(spill) > 0 ? ` spills by ${String(spill)}` : ''}\n`);
		}
	}
}

/** Up to two records of a list, so that more than one state is seen. */
async function firstLinks(page: Page, list: string, start: string): Promise<string[]> {
	await open(page, list);
	const links = await page.locator(`main a[href^="${start}"]`).all();
	const found = new Set<string>();
	for (const link of links) found.add((await link.getAttribute('href')) ?? '');
	return [...found].filter((each) => !each.endsWith('/new') && each !== '').slice(0, 2);
}

async function signedIn(
	browser: Browser,
	link: string | undefined,
	options: BrowserContextOptions
): Promise<Page> {
	if (link === undefined) throw new Error('The demo showed no link for this role.');
	const page = await (await browser.newContext({ ...options, locale: 'en-GB' })).newPage();
	page.on('pageerror', (error) => process.stderr.write(`On the page: ${error.message}\n`));
	await page.goto(link);
	await page.getByRole('button', { name: /^Join as/ }).click();
	await page.waitForURL((url) => url.pathname === '/');
	await settled(page);
	return page;
}

async function open(page: Page, address: string): Promise<void> {
	await page.goto(new URL(address, page.url()).href);
	await settled(page);
}

/** All is on the phone, the screen shows it, and nothing moves any more. */
async function settled(page: Page): Promise<void> {
	await page.locator('main h1').first().waitFor();
	await page
		.getByText('Up to date')
		.first()
		.waitFor({ timeout: 15_000 })
		.catch(() => undefined);
	await page.waitForTimeout(1200);
}
