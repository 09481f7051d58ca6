/**
 * The rota of tests with its newer deeds: patterns, swaps, looks at accounts, filling, settings.
 *
 * The practice works Monday to Friday. Answers are refusals or undefined.
 */
import { runMutation, type Mutation } from '#domain/mutation.ts';
import type { Actor } from '#domain/roles.ts';
import { accountRecord } from '#features/accounts/record.ts';
import { practiceRecord } from '#features/practice/record.ts';
import { slotOf } from '#features/rota/places/places.ts';
import { rotaSwapRecord } from '#features/rota/swaps/record.ts';
import { acceptSwap, offerSwap } from '#features/rota/swaps/mutations.ts';
import { addPattern } from '#features/rota/patterns/mutations.ts';
import type { RotaPattern } from '#features/rota/patterns/record.ts';
import { as, coordinator, idFor, practiceId } from './actors.ts';
import { ann, group, rotaOfTests, sam, tuesday } from './rota.ts';

export const accountId = idFor(700);
export const swapId = idFor(710);
const patternId = idFor(720);
export const freshId = idFor(730);

export function aPattern(more: Partial<RotaPattern> = {}): RotaPattern {
	return {
		id: patternId,
		createdAt: 0,
		createdBy: coordinator.personId,
		group,
		everyWeeks: 1,
		weekdays: [1, 2, 3, 4, 5],
		personIds: [ann, sam],
		turn: 'day',
		hasBackup: false,
		firstOn: '2026-11-23',
		lastOn: null,
		...more
	};
}

/** What a person fills in of it. */
export function patternContent(more: Partial<RotaPattern> = {}) {
	const { group: line, everyWeeks, weekdays, personIds, turn, ...rest } = aPattern(more);
	const { hasBackup, firstOn, lastOn } = rest;
	return { group: line, everyWeeks, weekdays, personIds, turn, hasBackup, firstOn, lastOn };
}

export async function deskOfTests() {
	const rota = await rotaOfTests();
	const { transaction } = rota;
	const weekday = { from: '09:00', to: '17:00' };
	const made = { createdAt: 0, createdBy: coordinator.personId };
	await transaction.put(
		practiceRecord,
		practiceRecord.schema.parse({
			...{ id: practiceId, ...made, practiceName: 'Test practice', groupName: 'Test group' },
			staffedHours: { 1: weekday, 2: weekday, 3: weekday, 4: weekday, 5: weekday }
		})
	);
	await transaction.put(
		accountRecord,
		accountRecord.schema.parse({
			...{ id: accountId, ...made, name: 'Our page', platform: 'facebook', profileUrl: null },
			...{ purpose: '', ownerId: null, deputyId: null, status: 'active' }
		})
	);
	return {
		...rota,
		does: <Args>(who: Actor, mutation: Mutation<string, Args>, args: unknown, at?: number) =>
			runMutation(mutation, transaction, args, as(who, at)),
		repeat: (more: Partial<RotaPattern> = {}) =>
			runMutation(
				addPattern,
				transaction,
				{ id: patternId, content: patternContent(more) },
				as(coordinator)
			),
		offer: (who: Actor, toId: string | null = null, dutyOn = tuesday) =>
			runMutation(offerSwap, transaction, { id: swapId, dutyOn, group, toId }, as(who)),
		accept: (who: Actor) =>
			runMutation(acceptSwap, transaction, { id: swapId, slotId: freshId }, as(who)),
		swap: () => transaction.get(rotaSwapRecord, swapId),
		/** Who is down for a day, by a slot or by a pattern. */
		who: async (dutyOn = tuesday) =>
			(await slotOf(transaction, { group, dutyOn }, practiceId))?.personId
	};
}
