/**
 * How long the rota and Today take to open with a decade of duties on the phone, against a month.
 *
 * Both phones show the same weeks; the rest lies in the years before. With each duty go the looks at
 * the account on that day. How the phones are compared is told in phones.ts.
 */
import type { Page } from 'playwright';
import { addDays, dayOf } from '#domain/calendar.ts';
import { accountRecord } from '#features/accounts/record.ts';
import { accountCheckRecord } from '#features/rota/checks/record.ts';
import { rotaSlotRecord } from '#features/rota/record.ts';
import { idFor, volunteer } from '#tests/support/actors.ts';
import type { Figure } from './figures.ts';
import { median, onThreePhones, type Rows } from './phones.ts';

const mostRatio = 1.2;
/** Days on the rota: two weeks back and two weeks on, then years back. */
const month = 29;
const decade = 3_653;
const rounds = 15;
const today = dayOf(Date.now());
const made = { createdAt: 0, createdBy: volunteer.personId };
const accountId = idFor(900_000);

interface Opening {
	/** Today, from the start of loading the page. */
	readonly today: number;
	/** The rota, from the start of loading the page. */
	readonly rota: number;
	/** The rota, from the tap on its tab with the app open. */
	readonly tapped: number;
	/** Rows of the list. */
	readonly days: number;
}

/** Needs a built app (`npm run build`). */
export async function benchRota(): Promise<Figure[]> {
	const account = accountRecord.schema.parse({
		...{ ...made, id: accountId, name: 'Our page', platform: 'facebook', profileUrl: null },
		...{ purpose: '', ownerId: null, deputyId: null, status: 'active' }
	});
	const contents = {
		few: { ...duties(0, month), [accountRecord.kind]: [account] },
		many: duties(month, decade)
	};
	return figuresOf(await onThreePhones(contents, measure));
}

/** Counted back from two weeks ahead. */
function duties(from: number, to: number): Rows {
	const numbers = Array.from({ length: to - from }, (_, index) => from + index);
	const dayAt = (number: number) => addDays(today, 14 - number);
	const slots = numbers.map((number) =>
		rotaSlotRecord.schema.parse({
			...{ ...made, id: idFor(100_000 + number), dutyOn: dayAt(number), group: 'All accounts' },
			...{ personId: volunteer.personId, backupId: null, note: 'One question is still open.' }
		})
	);
	const looks = numbers.map((number) =>
		accountCheckRecord.schema.parse({
			...{ ...made, id: idFor(200_000 + number), accountId, by: volunteer.personId },
			...{ checkedOn: addDays(today, -number), checkedAt: Date.now() - number * 86_400_000 },
			...{ what: ['comments', 'messages'], saw: 'Thanks for the flu clinic.' }
		})
	);
	return { [rotaSlotRecord.kind]: slots, [accountCheckRecord.kind]: looks };
}

async function measure(pages: readonly Page[], address: string): Promise<Opening[]> {
	const all = pages.map(() => ({
		...{ today: [] as number[], rota: [] as number[], tapped: [] as number[] },
		days: 0
	}));
	for (let round = 0; round < rounds; round += 1) {
		for (const [index, page] of pages.entries()) {
			const times = all[index];
			if (!times) continue;
			await page.bringToFront();
			times.today.push(await opened(page, `${address}/`, 'today'));
			times.tapped.push(await page.evaluate(whenShown, { what: 'rota' as const, tap: true }));
			times.rota.push(await opened(page, `${address}/rota`, 'rota'));
			times.days = await page.locator('.day').count();
		}
	}
	return all.map(({ days, ...times }) => ({
		...{ today: median(times.today), rota: median(times.rota), tapped: median(times.tapped) },
		days
	}));
}

async function opened(page: Page, address: string, what: 'today' | 'rota'): Promise<number> {
	await page.goto('about:blank');
	await page.goto(address, { waitUntil: 'commit' });
	return page.evaluate(whenShown, { what, tap: false });
}

/** Runs in the page: milliseconds until the screen says who covers and the browser has drawn it. */
async function whenShown({ what, tap }: { what: 'today' | 'rota'; tap: boolean }): Promise<number> {
	const startAt = tap ? performance.now() : 0;
	if (tap) document.querySelector<HTMLAnchorElement>('nav a[href="/rota"]')?.click();
	const heading = what === 'today' ? 'Today' : 'Rota';
	const isShown = () =>
		document.querySelector('h1')?.textContent === heading &&
		document.querySelector(what === 'today' ? '.nhsuk-card--feature strong' : '.day') !== null;
	if (!isShown()) {
		await new Promise<void>((resolve) => {
			const observer = new MutationObserver(() => {
				if (!isShown()) return;
				observer.disconnect();
				resolve();
			});
			observer.observe(document, { childList: true, subtree: true, characterData: true });
		});
	}
	await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
	return performance.now() - startAt;
}

function figuresOf([first, full, same]: readonly Opening[]): Figure[] {
	if (!first || !full || !same) throw new Error('A phone was not measured.');
	if (first.days !== full.days) throw new Error('The rotas do not show the same.');
	const words = {
		today: 'Today with a decade of duties, loaded',
		rota: 'the rota with a decade of duties, loaded',
		tapped: 'the rota with a decade of duties, tapped'
	};
	return (['today', 'rota', 'tapped'] as const).map((way) => {
		const wavers = Math.max(first[way], same[way]) / Math.min(first[way], same[way]);
		return {
			bench: 'rota',
			what: words[way],
			value: full[way],
			unit: 'ms',
			floor: (first[way] + same[way]) / 2,
			floorIs: 'with a month',
			most: mostRatio,
			note: `two phones with a month differ by ${wavers.toFixed(2)}`
		};
	});
}
