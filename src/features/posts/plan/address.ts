/**
 * What the plan shows: which view, where in time, and for whom. It is kept in the address.
 *
 * The address is text from outside: what cannot be read is left out, never an error.
 */
import { firstDayOf, isDay, monthOf } from '#domain/calendar.ts';
import { aims, statusNames, type Aim, type Post, type Status } from '../record.ts';

export const views = ['list', 'week', 'month'] as const;
export type View = (typeof views)[number];

/** Empty text: everything. */
export interface PlanFilters {
	readonly account: string;
	readonly aim: Aim | 'none' | '';
	readonly state: Status | '';
	/** Who writes it, or who added it where nobody has said so. */
	readonly person: string;
	readonly campaign: string;
}

export interface PlanAddress {
	/** Undefined: whatever suits the screen. */
	readonly view: View | undefined;
	/** A day that was chosen ('2026-12-03'), or a month that is looked at ('2026-12'). */
	readonly on: string | undefined;
	readonly filters: PlanFilters;
}

export const noFilters: PlanFilters = { account: '', aim: '', state: '', person: '', campaign: '' };

const idPattern = /^[\da-f-]{36}$/;

export function readAddress(hash: string): PlanAddress {
	const asked = new URLSearchParams(hash.replace(/^#/, ''));
	const text = (name: string) => asked.get(name) ?? '';
	return {
		view: views.find((view) => view === text('view')),
		on: dayOrMonth(text('on')),
		filters: readFilters(text)
	};
}

/** The same filters with one changed to what a person chose. */
export function withFilter(
	filters: PlanFilters,
	name: keyof PlanFilters,
	value: string
): PlanFilters {
	return readFilters((each) => (each === name ? value : filters[each]));
}

function readFilters(text: (name: keyof PlanFilters) => string): PlanFilters {
	const id = (name: keyof PlanFilters) => (idPattern.test(text(name)) ? text(name) : '');
	const aim = text('aim');
	return {
		account: id('account'),
		aim: aim === 'none' ? 'none' : (aims.find((each) => each === aim) ?? ''),
		state: statuses.find((status) => status === text('state')) ?? '',
		person: id('person'),
		campaign: id('campaign')
	};
}

/** With its '#'; '#' alone for the plan as it starts. */
export function writeAddress({ view, on, filters }: PlanAddress): `#${string}` {
	const said = new URLSearchParams();
	if (view) said.set('view', view);
	if (on) said.set('on', on);
	for (const [name, value] of Object.entries(filters))
		if (value !== '') said.set(name, String(value));
	return `#${said.toString()}`;
}

export function isFiltering(filters: PlanFilters): boolean {
	return Object.values(filters).some((value) => value !== '');
}

/** Dropped posts are shown only to those who ask for them. */
export function fits(post: Post, { account, aim, state, person, campaign }: PlanFilters): boolean {
	if (account !== '' && !post.accounts.includes(account)) return false;
	if (aim !== '' && (post.aim ?? 'none') !== aim) return false;
	if (person !== '' && (post.writerId ?? post.createdBy) !== person) return false;
	if (campaign !== '' && post.campaignId !== campaign) return false;
	return state === '' ? post.status !== 'dropped' : post.status === state;
}

/** Nobody writes it yet, so it has no state, no writer and no campaign to be found by. */
export function fitsRepeat(
	{ accounts, aim }: Pick<Post, 'accounts' | 'aim'>,
	filters: PlanFilters
): boolean {
	if (filters.state !== '' || filters.person !== '' || filters.campaign !== '') return false;
	if (filters.account !== '' && !accounts.includes(filters.account)) return false;
	return filters.aim === '' || (aim ?? 'none') === filters.aim;
}

/** Where in time the address is; today when it does not say, or says this month. */
export function anchorOf(on: string | undefined, today: string): string {
	if (on === undefined) return today;
	if (isDay(on)) return on;
	return monthOf(today) === on ? today : firstDayOf(on);
}

// Plain object made here: its keys are those of its type.
const statuses = Object.keys(statusNames) as Status[];

function dayOrMonth(text: string): string | undefined {
	return isDay(text) || (/^\d{4}-\d{2}$/.test(text) && isDay(`${text}-01`)) ? text : undefined;
}
