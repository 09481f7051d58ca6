/**
 * Changing how the rota is run. Only leaders; what is left out stays as it is.
 *
 * Whether two weeks running are fine, each person says for themselves.
 */
import * as z from 'zod/mini';
import { defineMutation, type Context } from '#domain/mutation.ts';
import { refuse } from '#domain/refusal.ts';
import { leaders, members } from '#domain/roles.ts';
import type { Transaction } from '#domain/transaction.ts';
import { firstSettings, rotaSettingFields, rotaSettingsRecord } from './record.ts';

const { accounts, posts, photos, events, crisis } = rotaSettingFields;
const { amberDays, redDays, alarmAt, lookBy } = rotaSettingFields;
const { closedOn, swapNeedsYes, mostTurns, restAfter } = rotaSettingFields;

export const editRotaSettings = defineMutation({
	name: 'rota.settings',
	args: z.strictObject({
		changes: z.strictObject({
			accounts: z.exactOptional(accounts),
			posts: z.exactOptional(posts),
			photos: z.exactOptional(photos),
			events: z.exactOptional(events),
			crisis: z.exactOptional(crisis),
			amberDays: z.exactOptional(amberDays),
			redDays: z.exactOptional(redDays),
			alarmAt: z.exactOptional(alarmAt),
			lookBy: z.exactOptional(lookBy),
			closedOn: z.exactOptional(closedOn),
			swapNeedsYes: z.exactOptional(swapNeedsYes),
			mostTurns: z.exactOptional(mostTurns),
			restAfter: z.exactOptional(restAfter)
		})
	}),
	allowed: leaders,
	says: 'Changed the settings of the rota',
	async run(transaction, { changes }, context) {
		const settings = { ...(await rowFor(transaction, context)), ...changes };
		if (settings.redDays <= settings.amberDays) {
			return refuse('red-before-amber', 'The second number must be the larger one.', 'redDays');
		}
		await transaction.put(rotaSettingsRecord, settings);
		return undefined;
	}
});

/** 'Two weeks running are fine for me', or no longer. */
export const chooseTwoWeeks = defineMutation({
	name: 'rota.two-weeks',
	args: z.strictObject({ isFine: z.boolean() }),
	allowed: members,
	says: 'Said whether two weeks running are fine',
	async run(transaction, { isFine }, context) {
		const me = context.actor.personId;
		const settings = await rowFor(transaction, context);
		const others = settings.twoWeeksIds.filter((id) => id !== me);
		const twoWeeksIds = isFine ? [...others, me] : others;
		await transaction.put(rotaSettingsRecord, { ...settings, twoWeeksIds });
		return undefined;
	}
});

async function rowFor(transaction: Transaction, { actor, actedAt, practiceId }: Context) {
	const made = { id: practiceId, createdAt: actedAt, createdBy: actor.personId };
	const row = await transaction.get(rotaSettingsRecord, practiceId);
	return row ?? { ...made, ...firstSettings };
}
