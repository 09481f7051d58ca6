/** Changing how the rota is run. Only leaders; what is left out stays as it is. */
import * as z from 'zod/mini';
import { defineMutation } from '#domain/mutation.ts';
import { refuse } from '#domain/refusal.ts';
import { leaders } from '#domain/roles.ts';
import { firstSettings, rotaSettingFields, rotaSettingsRecord } from './record.ts';

const { accounts, posts, photos, events, amberDays, redDays } = rotaSettingFields;
const { closedOn, swapNeedsYes, mostTurns, restAfter } = rotaSettingFields;

export const editRotaSettings = defineMutation({
	name: 'rota.settings',
	args: z.strictObject({
		changes: z.strictObject({
			accounts: z.exactOptional(accounts),
			posts: z.exactOptional(posts),
			photos: z.exactOptional(photos),
			events: z.exactOptional(events),
			amberDays: z.exactOptional(amberDays),
			redDays: z.exactOptional(redDays),
			closedOn: z.exactOptional(closedOn),
			swapNeedsYes: z.exactOptional(swapNeedsYes),
			mostTurns: z.exactOptional(mostTurns),
			restAfter: z.exactOptional(restAfter)
		})
	}),
	allowed: leaders,
	says: 'Changed the settings of the rota',
	async run(transaction, { changes }, { actor, actedAt, practiceId }) {
		const row = await transaction.get(rotaSettingsRecord, practiceId);
		const made = { id: practiceId, createdAt: actedAt, createdBy: actor.personId };
		const settings = { ...(row ?? { ...made, ...firstSettings }), ...changes };
		if (settings.redDays <= settings.amberDays) {
			return refuse('red-before-amber', 'The second number must be the larger one.', 'redDays');
		}
		await transaction.put(rotaSettingsRecord, settings);
		return undefined;
	}
});
