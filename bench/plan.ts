/**
 * How long the month of the plan takes to open with 5,000 posts on the phone, against 500.
 *
 * The built app in a real Chromium, started anew on what lies on the disk. The month that is shown
 * holds the same posts on every phone; the rest lies in the years before. Two phones have 500 and
 * take turns with the one that has 5,000: how far these two differ says how much the machine wavers.
 */
import type { Page } from 'playwright';
import { addDays, dayOf, firstDayOf, lastDayOf, monthOf } from '#domain/calendar.ts';
import { aims, postRecord, type Post } from '#features/posts/record.ts';
import { newPost } from '#features/posts/rules.ts';
import { idFor, volunteer } from '#tests/support/actors.ts';
import type { Figure } from './figures.ts';
import { median, onThreePhones } from './phones.ts';

const mostRatio = 1.2;
const few = 500;
const many = 5_000;
/** In the month that is shown: two a day. */
const inMonth = 60;
const rounds = 15;
const today = dayOf(Date.now());

interface Opening {
	/** From the start of loading the page. */
	readonly fresh: number;
	/** From the tap on the tab, with the app open. */
	readonly tapped: number;
	/** Posts that the month names. */
	readonly links: number;
}

/** Needs a built app (`npm run build`). */
export async function benchPlan(): Promise<Figure[]> {
	const contents = {
		few: { [postRecord.kind]: posts(0, few) },
		many: { [postRecord.kind]: posts(few, many) }
	};
	return figuresOf(await onThreePhones(contents, measure));
}

/** The first ones lie in this month, the others go back in time, one every 14 hours or so. */
function posts(from: number, to: number): Post[] {
	const firstOn = firstDayOf(monthOf(today));
	const days = Number(lastDayOf(monthOf(today)).slice(8));
	return Array.from({ length: to - from }, (_, index) => {
		const number = from + index;
		const isShown = number < inMonth;
		const past = Math.floor((number - inMonth) * 0.6);
		const plannedOn = isShown ? addDays(firstOn, number % days) : addDays(firstOn, -60 - past);
		const made = { id: idFor(1_000 + number), createdAt: 0, createdBy: volunteer.personId };
		const words = { title: `Post ${number}`, text: 'Flu jabs start on Saturday. '.repeat(8) };
		const aim = aims[number % aims.length] ?? null;
		const status = isShown ? ('draft' as const) : ('posted' as const);
		return { ...newPost(made, { ...words, aim, plannedOn }), status };
	});
}

async function measure(pages: readonly Page[], address: string): Promise<Opening[]> {
	const all = pages.map(() => ({ fresh: [] as number[], tapped: [] as number[], links: 0 }));
	for (let round = 0; round < rounds; round += 1) {
		for (const [index, page] of pages.entries()) {
			const times = all[index];
			if (!times) continue;
			await page.bringToFront();
			await page.goto('about:blank');
			await page.goto(`${address}/posts#view=month`, { waitUntil: 'commit' });
			times.fresh.push(await page.evaluate(whenShown, ''));
			times.links = await page.getByRole('grid').getByRole('link').count();
			await page.getByRole('tab', { name: 'List' }).click();
			await page.getByRole('heading', { name: 'Coming up' }).waitFor();
			times.tapped.push(await page.evaluate(whenShown, 'tab-month'));
		}
	}
	return all.map(({ fresh, tapped, links }) => ({
		...{ fresh: median(fresh), tapped: median(tapped), links }
	}));
}

/** Runs in the page: milliseconds until the month shows its posts and the browser has drawn it. */
async function whenShown(tap: string): Promise<number> {
	const startAt = tap === '' ? 0 : performance.now();
	if (tap !== '') document.getElementById(tap)?.click();
	const isShown = () => document.querySelectorAll('[role=grid] a').length > 0;
	if (!isShown()) {
		await new Promise<void>((resolve) => {
			const observer = new MutationObserver(() => {
				if (!isShown()) return;
				observer.disconnect();
				resolve();
			});
			observer.observe(document, { childList: true, subtree: true });
		});
	}
	await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
	return performance.now() - startAt;
}

function figuresOf([first, full, same]: readonly Opening[]): Figure[] {
	if (!first || !full || !same) throw new Error('A phone was not measured.');
	if (first.links !== full.links) throw new Error('The months do not show the same.');
	return (['fresh', 'tapped'] as const).map((way) => {
		const floor = (first[way] + same[way]) / 2;
		const wavers = Math.max(first[way], same[way]) / Math.min(first[way], same[way]);
		const opened = way === 'fresh' ? 'loaded' : 'tapped';
		return {
			bench: 'plan',
			what: `month of the plan with ${many} posts, ${opened}`,
			value: full[way],
			unit: 'ms',
			floor,
			floorIs: `with ${few}`,
			most: mostRatio,
			note: `two phones with ${few} differ by ${wavers.toFixed(2)}`
		};
	});
}
