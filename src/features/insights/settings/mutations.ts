/** Changing how the group looks back. Only leaders; what is left out stays as it is. */
import * as z from 'zod/mini';
import { defineMutation } from '#domain/mutation.ts';
import { leaders } from '#domain/roles.ts';
import { eachOptional } from '#features/practice/record.ts';
import { firstSettings, insightSettingFields, insightSettingsRecord } from './record.ts';

export const editInsightSettings = defineMutation({
	name: 'insight.settings',
	args: z.strictObject({ changes: z.strictObject(eachOptional(insightSettingFields)) }),
	allowed: leaders,
	says: 'Changed the settings of the insights',
	async run(transaction, { changes }, { actor, actedAt, practiceId }) {
		const row = await transaction.get(insightSettingsRecord, practiceId);
		const made = { id: practiceId, createdAt: actedAt, createdBy: actor.personId };
		await transaction.put(insightSettingsRecord, {
			...(row ?? { ...made, ...firstSettings }),
			...changes
		});
		return undefined;
	}
});
