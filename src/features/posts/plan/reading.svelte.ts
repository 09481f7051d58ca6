/**
 * What the plan shows, read from the phone: one question for the posts of all views, and the rest
 * worked out from its answer.
 */
import { writers } from '#domain/roles.ts';
import { accountRecord } from '#features/accounts/record.ts';
import { byName } from '#features/accounts/rules.ts';
import { campaignRecord } from '#features/campaigns/record.ts';
import { personRecord } from '#features/people/record.ts';
import { practiceRecord } from '#features/practice/record.ts';
import { postRepeatRecord } from '#features/repeats/record.ts';
import { repeatDays, type RepeatDay } from '#features/repeats/rules.ts';
import { getStore } from '#store/context.ts';
import { live } from '#store/live.svelte.ts';
import { today } from '#store/today.svelte.ts';
import { postRecord, type Post } from '../record.ts';
import { isOpen } from '../rules.ts';
import {
	anchorOf,
	fits,
	fitsRepeat,
	isFiltering,
	noFilters,
	type PlanAddress,
	type View
} from './address.ts';
import { plannedDays } from './days.ts';
import { gapsIn, overlaps } from './gaps.ts';
import { isIn, mixMonth, readSpan, shownSpan } from './span.ts';

/** Until the practice's own number is read. */
const firstGapDays = 14;
const openStates = ['idea', 'draft', 'ready', 'approved'];

export function reading(looked: () => PlanAddress, view: () => View) {
	const store = getStore();
	const accounts = live(async () => (await store.all(accountRecord)).sort(byName));
	const people = live(() => store.all(personRecord));
	const campaigns = live(() => store.all(campaignRecord));
	const repeating = live(() => store.all(postRepeatRecord));
	const practice = live(async () => ({
		row: await store.get(practiceRecord, store.me.practiceId),
		// Counting all takes longer the more there are: only where no post has a day.
		hasPosts: (await store.newest(postRecord, 1)).length > 0 || (await store.count(postRecord)) > 0
	}));

	const anchorOn = $derived(anchorOf(looked().on, today.current));
	const shown = $derived(shownSpan(view(), anchorOn, today.current));
	const limit = $derived(practice.current?.row?.gapWarningDays ?? firstGapDays);
	// As text each, so that nothing is read again while they stay the same.
	const readFrom = $derived(readSpan(view(), anchorOn, today.current, limit).firstOn);
	const readTo = $derived(readSpan(view(), anchorOn, today.current, limit).lastOn);

	const posts = live(() => store.between(postRecord, readFrom, readTo));
	const undated = live(async () => {
		if (view() !== 'list') return [];
		const found = openStates.map((status) => store.by(postRecord, 'status', status));
		return (await Promise.all(found)).flat().filter(({ plannedOn }) => plannedOn === null);
	});

	const filters = $derived(looked().filters);
	const fitting = $derived((posts.current ?? []).filter((post) => fits(post, filters)));
	const repeated = $derived(
		repeatDays(repeating.current ?? [], { from: readFrom, to: readTo, today: today.current })
	);
	const ghosts = $derived(repeated.filter(({ repeat }) => fitsRepeat(repeat, filters)));
	const visible = $derived(fitting.filter(({ plannedOn }) => isIn(shown, plannedOn)));
	const visibleGhosts = $derived(ghosts.filter(({ plannedOn }) => isIn(shown, plannedOn)));
	const someday = $derived((undated.current ?? []).filter((post) => fits(post, filters)));
	const inView = $derived((posts.current ?? []).filter(({ plannedOn }) => isIn(shown, plannedOn)));

	/** Those of the account that is looked at, whatever else is chosen. */
	const gaps = $derived.by(() => {
		if (!posts.current || !repeating.current) return [];
		const only = { ...noFilters, account: filters.account };
		const own = posts.current.filter((post) => fits(post, only)).map(({ plannedOn }) => plannedOn);
		const others = repeated.filter(({ repeat }) => fitsRepeat(repeat, only));
		const found = gapsIn([...own, ...others.map(({ plannedOn }) => plannedOn)], {
			read: { firstOn: readFrom, lastOn: readTo },
			today: today.current,
			limit,
			// They come in the order of their days.
			lastPostOn: own.at(-1) ?? undefined
		});
		return found.filter((gap) => overlaps(gap, shown));
	});
	const days = $derived(plannedDays(fitting, ghosts, { gaps, today: today.current }));
	const planned = $derived([
		...fitting.map((post) => ({ ...post, isPosted: !isOpen(post) })),
		...ghosts.map(({ plannedOn, repeat }) => ({ ...repeat, plannedOn, isPosted: false }))
	]);

	return {
		mayWrite: writers.includes(store.me.role),
		get isRead() {
			return posts.current !== undefined && repeating.current !== undefined;
		},
		/** Nothing was ever planned. */
		get isFirstUse() {
			return practice.current?.hasPosts === false && repeating.current?.length === 0;
		},
		get practice() {
			return practice.current?.row;
		},
		get accounts() {
			return accounts.current ?? [];
		},
		get people() {
			return people.current ?? [];
		},
		get campaigns() {
			return campaigns.current ?? [];
		},
		get anchorOn() {
			return anchorOn;
		},
		get month() {
			return mixMonth(view(), anchorOn, today.current);
		},
		/** Posts of the view that fit the filters. */
		get visible(): readonly Post[] {
			return visible;
		},
		get repeats(): readonly RepeatDay[] {
			return visibleGhosts;
		},
		get someday(): readonly Post[] {
			return someday;
		},
		get dropped(): readonly Post[] {
			return filters.state === '' ? inView.filter(({ status }) => status === 'dropped') : [];
		},
		get shownCount() {
			return visible.length + someday.length;
		},
		get allCount() {
			const all = [...inView, ...(undated.current ?? [])];
			return all.filter((post) => fits(post, noFilters)).length;
		},
		get isNothingFound() {
			return isFiltering(filters) && visible.length + visibleGhosts.length + someday.length === 0;
		},
		get gaps() {
			return gaps;
		},
		get days() {
			return days;
		},
		/** For the mix. */
		get planned() {
			return planned;
		}
	};
}
