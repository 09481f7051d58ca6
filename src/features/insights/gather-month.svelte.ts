/**
 * Reads from this phone all that the sheet of a month needs; inside, only the store is awaited.
 */
import { addMonths, firstDayOf, lastDayOf } from '#domain/calendar.ts';
import { accountRecord, type Account } from '#features/accounts/record.ts';
import { objectiveRecord } from '#features/campaigns/record.ts';
import { actionRecord, meetingRecord, type Action } from '#features/meetings/record.ts';
import { meetingBefore, meetingOn } from '#features/meetings/rules.ts';
import { personRecord } from '#features/people/record.ts';
import { postRecord } from '#features/posts/record.ts';
import { digestsBetween } from '#store/digests.ts';
import type { Store } from '#store/store.ts';
import { figuresOf } from './figures/monthly.ts';
import { trendsOf, type Trends } from './figures/trend.ts';
import { insightNoteRecord } from './record.ts';
import { digestedResults } from './results/digest.ts';
import { accountReviewRecord } from './reviews/record.ts';
import type { Measure } from './rules.ts';
import { insightSettingsRecord } from './settings/record.ts';
import { settingsOf } from './settings/rules.ts';
import { pageFor } from './sheet/page.ts';
import type { SheetPage } from './sheet/shape.ts';
import { themeRecord } from './themes/record.ts';

/** How far the sheet's chart and sentences look back. */
const monthsBack = 12;
const mostLines = 4;
/** What the sheet's one chart shows: the first of these of which there are two months or more. */
const charted: readonly Measure[] = ['reach', 'views', 'followers', 'interactions'];

export interface MonthSheet {
	readonly page: SheetPage;
	readonly chart: { readonly measure: Measure; readonly trends: Trends } | undefined;
	/** Everyone who has an account on it, for steps that ask for one. */
	readonly accounts: readonly Account[];
}

export async function gatherMonth(store: Store, month: string, today: string): Promise<MonthSheet> {
	const from = addMonths(month, -monthsBack);
	const [firstOn, lastOn] = [firstDayOf(from), lastDayOf(month)];
	const accounts = await store.all(accountRecord);
	const notes = await store.between(insightNoteRecord, firstOn, lastOn);
	const { tables } = store.parts;
	const results = await digestsBetween(tables, digestedResults, firstOn, lastOn);
	// Answers to a month's questions may come later.
	const posts = await store.between(postRecord, firstOn, today > lastOn ? today : lastOn);
	const meetings = await store.all(meetingRecord);
	const meeting = meetingOn(meetings, month);
	const before = meetingBefore(meetings, meeting?.heldOn ?? today);
	const people = await store.all(personRecord);
	const figures = figuresOf({ notes, results, posts });
	const active = accounts.filter(({ status }) => status === 'active').slice(0, mostLines);
	const period = { from: addMonths(month, 1 - monthsBack), to: month, words: '' };
	const chart = charted
		.map((measure) => ({ measure, trends: trendsOf(figures, active, measure, period) }))
		.find(({ trends }) =>
			trends.lines.some(({ values }) => values.filter((value) => value !== null).length > 1)
		);
	const page = pageFor({
		...{ month, today, figures, accounts, notes, posts },
		objectives: await store.all(objectiveRecord),
		themes: await store.by(themeRecord, 'month', month),
		settings: settingsOf(await store.get(insightSettingsRecord, store.me.practiceId)),
		reviews: await store.all(accountReviewRecord),
		actions: before ? await store.by(actionRecord, 'meetingId', before.id) : ([] as Action[]),
		nameOf: (id) => people.find((person) => person.id === id)?.name ?? 'someone who has left',
		meetingOn: meeting?.heldOn,
		hasChart: chart !== undefined
	});
	return { page, chart, accounts };
}
