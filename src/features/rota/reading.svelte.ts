/**
 * All that the rota's screens read, once, with what follows from it: patterns, leavers, work days.
 *
 * Only what lies near is read, so that a decade of days opens as fast as a month.
 */
import { addDays } from '#domain/calendar.ts';
import { accountRecord } from '#features/accounts/record.ts';
import { personRecord } from '#features/people/record.ts';
import { practiceRecord } from '#features/practice/record.ts';
import { getStore } from '#store/context.ts';
import { live } from '#store/live.svelte.ts';
import { today } from '#store/today.svelte.ts';
import { rotaPatternRecord } from './patterns/record.ts';
import { withPatterns } from './patterns/rules.ts';
import { awayRecord, rotaSlotRecord } from './record.ts';
import { maxDaysAway, standingSlots } from './rules.ts';
import { rotaSettingsRecord } from './settings/record.ts';
import { rotaGroups, settingsOf, workDaysOf } from './settings/rules.ts';
import { rotaSwapRecord } from './swaps/record.ts';

/** Days back from today, where a screen names no stretch of its own. */
export const daysBack = 28;

export type RotaReading = ReturnType<typeof readRota>;

/** Call it as a component begins. Its fields are undefined or empty until `isReady`. */
export function readRota(stretch?: () => { readonly from: string; readonly to: string }) {
	const store = getStore();
	const span = $derived(
		stretch?.() ?? { from: addDays(today.current, -daysBack), to: addDays(today.current, 366) }
	);
	const found = live(async () => {
		const { from, to } = span;
		return {
			from,
			to,
			stored: await store.between(rotaSlotRecord, from, to),
			patterns: await store.all(rotaPatternRecord),
			swaps: await store.between(rotaSwapRecord, today.current, to),
			aways: await store.between(awayRecord, addDays(from, -maxDaysAway), addDays(to, maxDaysAway)),
			people: await store.all(personRecord),
			accounts: await store.all(accountRecord),
			practice: await store.get(practiceRecord, store.me.practiceId),
			settings: settingsOf(await store.get(rotaSettingsRecord, store.me.practiceId))
		};
	});
	const settings = $derived(settingsOf(found.current?.settings));
	const practice = $derived(found.current?.practice);
	const workDays = $derived(practice && workDaysOf(practice.staffedHours, settings.closedOn));
	const slots = $derived.by(() => {
		if (!found.current) return [];
		const { stored, patterns, from, to } = found.current;
		return withPatterns(stored, patterns, { from, to, workDays });
	});
	const people = $derived(found.current?.people ?? []);
	const standing = $derived(standingSlots(slots, people, today.current));
	const groups = $derived(rotaGroups(found.current?.accounts ?? [], settings));
	return {
		get isReady() {
			return found.current !== undefined;
		},
		get settings() {
			return settings;
		},
		get practice() {
			return practice;
		},
		get workDays() {
			return workDays;
		},
		/** As kept, with what repeats. */
		get slots() {
			return slots;
		},
		/** The same; somebody who left holds no day to come. */
		get standing() {
			return standing;
		},
		get groups() {
			return groups;
		},
		get people() {
			return people;
		},
		get accounts() {
			return found.current?.accounts ?? [];
		},
		get patterns() {
			return found.current?.patterns ?? [];
		},
		get swaps() {
			return found.current?.swaps ?? [];
		},
		get aways() {
			return found.current?.aways ?? [];
		},
		/** How far ahead gaps are told. */
		get gapDays() {
			return practice?.gapWarningDays ?? 14;
		}
	};
}
